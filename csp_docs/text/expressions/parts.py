"""The parts of a value: the fields of an attrs class, or the keys of a mapping."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from csp_docs.errors import Code, did_you_mean
from csp_docs.model.dates import Month, Year
from csp_docs.text import reckoning
from csp_docs.text.expressions.faults import ExpressionError


def part_of(value: object, name: str) -> object:
    """Return the part of ``value`` with this name. Raises ExpressionError if there is none."""
    parts = parts_of(value)
    if name not in parts and not hasattr(type(value), "__missing__"):  # a value with __missing__ makes its own message
        hint = did_you_mean(name, parts, "parts") if parts or isinstance(value, Mapping) else "print the value itself"
        raise ExpressionError(Code.UNKNOWN_NAME, f'there is no part "{name}"', hint)
    if name == "year" and isinstance(value, Year | Month):
        return reckoning.CalendarYear(value.year)
    return value[name] if isinstance(value, Mapping) else getattr(value, name)


def parts_of(value: object) -> list[str]:
    """Return the names of a value's parts; names that begin with an underscore are private."""
    kind = type(value)
    if isinstance(value, Mapping):
        names = [key for key in value if isinstance(key, str)]
    else:
        names = [field.name for field in attrs.fields(kind)] if attrs.has(kind) else []
    return [name for name in names if not name.startswith("_")]
