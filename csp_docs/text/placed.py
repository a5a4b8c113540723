"""Cleans the texts of a script and adds their places in the document, as reading does for YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import NOTHING, Attribute, define, evolve, field, fields, has

from csp_docs.errors import Located, LocatedNumber, Origin, Problem, file_of, origin_of
from csp_docs.model import Access, Amount, CouncilDocument
from csp_docs.text.characters import clean

D = TypeVar("D", bound=CouncilDocument)


def placed(document: D, folder: str = "") -> tuple[D, tuple[Problem, ...]]:
    """Return ``document`` with the path of every text, and what was left out of the texts.

    A text from a file already has its line, and stays the same. A path is written as in Python:
    ``sections[2].content[0]``. The names of files in a script are relative to ``folder``; without it, to the working
    folder.
    """
    placing = _Placing(folder)
    whole: D = placing.part(document, "")
    return whole, tuple(placing.problems)


@define
class _Placing:
    """Places the texts of a script; ``problems`` has what was left out of them.

    ``around`` are the lists and mappings that the part is in.
    """

    folder: str
    around: list[Any] = field(factory=list)
    problems: list[Problem] = field(factory=list)

    def part(self, value: Any, path: str) -> Any:
        """Return a part of the model with its texts placed; the part itself if nothing in it changes."""
        match value:
            case str():
                return value if file_of(value) else self.text(value, path)
            case Amount():
                return value
            case Access(exempt=[number, *_]) if not origin_of(number):
                place = Origin(path=f"{path}.exempt")
                exempt = tuple(LocatedNumber.at(one, place) for one in value.exempt)
                return self.object(evolve(value, exempt=exempt), path)
            case tuple() | list() | Mapping():
                return self.container(value, path)
        return self.object(value, path) if has(type(value)) else value

    def text(self, text: str, path: str) -> Located:
        given = origin_of(text) or Origin()
        place = Origin(path=path, within=self.folder, given_in=given.given_in)
        cleaned, left_out = clean(str(text), place)
        self.problems += left_out
        return Located.at(cleaned, place)

    def container(self, value: Any, path: str) -> Any:
        """Return a list or mapping with its texts placed; one in itself stays the same, and its reader reports it."""
        if any(value is outer for outer in self.around):
            return value
        self.around.append(value)
        whole = self.mapping(value, path) if isinstance(value, Mapping) else self.items(value, path)
        self.around.pop()
        return whole

    def items(self, value: list[Any] | tuple[Any, ...], path: str) -> list[Any] | tuple[Any, ...]:
        parts = [self.part(part, f"{path}[{position}]") for position, part in enumerate(value)]
        return type(value)(parts) if _differ(parts, value) else value

    def mapping(self, value: Mapping[str, Any], path: str) -> Mapping[str, Any]:
        """Return a mapping with its texts placed; its names have the path of the mapping."""
        names = [self.part(name, path) for name in value]
        parts = [self.part(part, f"{path}.{name}".removeprefix(".")) for name, part in value.items()]
        return dict(zip(names, parts, strict=True)) if _differ([*names, *parts], [*value, *value.values()]) else value

    def object(self, value: Any, path: str) -> Any:
        changes: dict[str, Any] = {}
        for part in fields(type(value)):
            old = getattr(value, part.name)
            if part.init and not _left_out(old, part):
                new = self.part(old, f"{path}.{part.name}".removeprefix("."))
                changes |= {part.alias: new} if new is not old else {}
        return evolve(value, **changes) if changes else value


def _left_out(part: object, field: Attribute[Any]) -> bool:
    """Tell whether a field has only its default value."""
    return not part and field.default is not NOTHING


def _differ(parts: list[Any], before: list[Any] | tuple[Any, ...]) -> bool:
    return any(new is not old for new, old in zip(parts, before, strict=True))
