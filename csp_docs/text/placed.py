"""Cleans the texts of a script and adds their places in the document, as reading does for YAML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from attrs import NOTHING, define, evolve, field, fields, has

from csp_docs.errors import Located, LocatedNumber, Origin, Problem, file_of, origin_of
from csp_docs.model import Access, Amount, CouncilDocument
from csp_docs.model.values import DEEPEST
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
            case tuple():
                return self.items(value, path)
            case list() | Mapping():
                return self.container(value, path)
        return self.object(value, path) if has(type(value)) else value

    def text(self, text: str, path: str) -> Located:
        given = origin_of(text) or Origin()
        place = Origin(path=path, within=self.folder, given_in=given.given_in)
        cleaned, left_out = clean(str(text), place)
        self.problems += left_out
        return Located.at(cleaned, place)

    def container(self, value: Any, path: str) -> Any:
        """Return a list or mapping with its texts placed; its reader reports one in itself, or too deep."""
        if len(self.around) > DEEPEST or any(value is outer for outer in self.around):
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
        kind: type = type(value)
        changes: dict[str, Any] = {}
        for name, alias, has_default in _given_fields(kind):
            old = getattr(value, name)
            if old or not has_default:
                new = self.part(old, f"{path}.{name}".removeprefix("."))
                if new is not old:
                    changes[alias] = new
        return evolve(value, **changes) if changes else value


@cache
def _given_fields(kind: type) -> tuple[tuple[str, str, bool], ...]:
    """Return the name and the alias of each field that a script can give, and whether it can leave it out."""
    return tuple((part.name, part.alias, part.default is not NOTHING) for part in fields(kind) if part.init)


def _differ(parts: list[Any], before: list[Any] | tuple[Any, ...]) -> bool:
    return any(new is not old for new, old in zip(parts, before, strict=True))
