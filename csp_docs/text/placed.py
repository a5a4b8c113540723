"""Cleans the texts of a script and adds their places in the document, as reading does for YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import NOTHING, Attribute, evolve, fields, has

from csp_docs.errors import Located, Origin, Problem
from csp_docs.model import Amount, CouncilDocument
from csp_docs.text.characters import clean

D = TypeVar("D", bound=CouncilDocument)


def placed(document: D) -> tuple[D, tuple[Problem, ...]]:
    """Return ``document`` with the path of every text, and what was left out of the texts.

    A text from a file already has its line, and stays the same. A path is written as in Python:
    ``sections[2].content[0]``.
    """
    problems: list[Problem] = []
    whole: D = _placed(document, "", problems)
    return whole, tuple(problems)


def _placed(value: Any, path: str, problems: list[Problem]) -> Any:
    """Return a part of the model with its texts placed; the part itself if nothing in it changes."""
    match value:
        case Located() | Amount():
            return value
        case str():
            text, left_out = clean(value, Origin(path=path))
            problems += left_out
            return Located.at(text, Origin(path=path))
        case tuple() | list():
            parts = [_placed(part, f"{path}[{position}]", problems) for position, part in enumerate(value)]
            return type(value)(parts) if _differ(parts, value) else value
        case Mapping():
            return _mapping(value, path, problems)
    return _object(value, path, problems) if has(type(value)) else value


def _mapping(value: Mapping[str, Any], path: str, problems: list[Problem]) -> Mapping[str, Any]:
    """Return a mapping with its texts placed; its names have the path of the mapping."""
    names = [_placed(name, path, problems) for name in value]
    parts = [_placed(part, f"{path}.{name}".removeprefix("."), problems) for name, part in value.items()]
    return dict(zip(names, parts, strict=True)) if _differ([*names, *parts], [*value, *value.values()]) else value


def _object(value: Any, path: str, problems: list[Problem]) -> Any:
    changes: dict[str, Any] = {}
    for field in fields(type(value)):
        part = getattr(value, field.name)
        if field.init and not _left_out(part, field):
            new = _placed(part, f"{path}.{field.name}".removeprefix("."), problems)
            changes |= {field.alias: new} if new is not part else {}
    return evolve(value, **changes) if changes else value


def _left_out(part: object, field: Attribute[Any]) -> bool:
    """Tell whether a field has only its default value."""
    return not part and field.default is not NOTHING


def _differ(parts: list[Any], before: list[Any] | tuple[Any, ...]) -> bool:
    return any(new is not old for new, old in zip(parts, before, strict=True))
