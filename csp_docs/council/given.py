"""A template as a script or a file gives it: values of Python as YAML would write them, and mappings where they belong.

``yaml.safe_load`` and people give ``False`` for ``no`` and numbers for their figures. They mean what YAML means.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from os import PathLike, fspath
from typing import Any, get_origin

from attrs import fields, has

from csp_docs.errors import Code, Located, Origin, Problem, origin_of
from csp_docs.model import Amount
from csp_docs.model.reach import types_of
from csp_docs.model.values import DEEPEST, FEWER, TOO_MANY
from csp_docs.reading.faults import NumberOnly, found
from csp_docs.reading.tree import LocatedDict, LocatedList, NoValue


def as_written(value: object, path: str, problems: list[Problem], around: tuple[object, ...] = ()) -> Any:
    """Return a value as the tree of a file would have it, with its ``path``; a value of a file stays the same.

    The content of a picture stays the same too: the field that it is for takes it.

    What YAML has no text for is added to ``problems``, and what is in itself: in one of the values ``around`` it.
    """
    origin = Origin(path=path)
    if any(value is outer for outer in around):
        problems.append(Problem(Code.WRONG_TYPE, "this contains itself", "give it only its own keys", origin))
        return NoValue.at("", origin)
    if len(around) >= DEEPEST:
        return _too_deep(path, problems)
    match value:
        case Located() | LocatedDict() | LocatedList() | bytes():
            return value
        case Mapping():
            return _mapping(value, origin, problems, (*around, value))
        case list() | tuple():
            inside = (*around, value)
            values = LocatedList(as_written(item, f"{path}[{n}]", problems, inside) for n, item in enumerate(value))
            values.origin = origin
            return values
        case float() if value.is_integer():
            return NumberOnly.at(str(value), origin)
    if (text := _text(value)) is not None:
        return Located.at(text, origin)
    if value is None:
        fact, hint = "there is no value", 'give a value, or leave the key out; "" is an empty text'
        problems.append(Problem(Code.NO_VALUE, fact, hint, origin))
    else:
        fact = f"this must be a text, a number, a list or keys with values, not {found(value)}"
        problems.append(Problem(Code.WRONG_TYPE, fact, "", origin))
    return NoValue.at("", origin)


def _too_deep(path: str, problems: list[Problem]) -> Located:
    """Return what takes the place of a value that is too deep; of its neighbours, only the first is reported."""
    origin = Origin(path=re.split(r"[.\[]", path)[0])
    if not problems or problems[-1].code is not Code.TOO_MANY_LEVELS:
        problems.append(Problem(Code.TOO_MANY_LEVELS, TOO_MANY, FEWER, origin))
    return NoValue.at("", origin)


def _mapping(
    value: Mapping[Any, object], origin: Origin, problems: list[Problem], around: tuple[object, ...]
) -> LocatedDict:
    values = LocatedDict()
    values.origin = next((key.origin for key in value if isinstance(key, Located)), origin)
    for key, part in value.items():
        text = _text(key)
        name = str(key) if text is None else text
        path = f"{origin.path}.{name}".removeprefix(".")
        values[key if isinstance(key, Located) else Located.at(name, origin)] = as_written(part, path, problems, around)
    return values


def _text(value: object) -> str | None:
    """Return a value as YAML writes it; None for one that YAML has no text for."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case int() | Decimal() | float() if math.isfinite(value):
            return str(value)
        case date() if not isinstance(value, datetime):
            return value.isoformat()
        case Enum():
            return _text(value.value)
        case PathLike():
            return str(fspath(value))
    return None


def misplaced(tree: Mapping[str, Any], cls: type, path: str = "") -> Iterator[Problem]:
    """Find what is not keys with values where a template needs them. Merging would drop it."""
    for name, kind in types_of(cls).items():
        value, place = tree.get(name), f"{path}.{name}".removeprefix(".")
        if name not in tree or isinstance(value, NoValue) or not _takes_keys(kind):
            continue
        if isinstance(value, str | bytes) and _has_short_form(kind):
            continue
        if isinstance(value, Mapping):
            yield from misplaced(value, kind, place) if has(kind) else ()
        else:
            hint = f"known keys: {', '.join(sorted(types_of(kind)))}" if has(kind) else 'write "key: value"'
            fact = f"this must be keys with values, not {found(value)}"
            yield Problem(Code.WRONG_TYPE, fact, hint, origin_of(value) or Origin(path=place))


def _takes_keys(kind: Any) -> bool:
    return get_origin(kind) is dict or (isinstance(kind, type) and has(kind) and kind is not Amount)


def _has_short_form(kind: Any) -> bool:
    """Tell whether a text can be given instead of the keys of a class: ``logo: crest.svg``."""
    return has(kind) and any("short_form" in field.metadata for field in fields(kind))
