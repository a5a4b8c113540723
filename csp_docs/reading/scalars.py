"""Reads texts as numbers, as dates, or as yes or no."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from csp_docs.errors import Code, did_you_mean
from csp_docs.model.numbers import written
from csp_docs.reading.faults import refused, shortened, unexpected

E = TypeVar("E", bound=Enum)

_MOST_FIGURES = 18
"""The most digits before the decimal point, and after it."""
_WORDS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLAIN_FIGURES = "write only figures, such as 12000 or -1.5"


def to_bool(value: object) -> bool:
    """Return True for yes, true or on, and False for no, false or off, in upper or lower case."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _WORDS:
        return _WORDS[value.lower()]
    raise unexpected(value, "yes or no")


def to_int(value: object) -> int:
    """Return a whole number; a true minus (U+2212) is a minus."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and (found := _plain(value)) is not None and "." not in value:
        return int(found)
    raise unexpected(value, "a whole number", "write only figures, such as 3", Code.NOT_A_NUMBER)


def to_float(value: object) -> float:
    """Return a number; a true minus (U+2212) is a minus."""
    return float(to_decimal(value))


def to_decimal(value: object) -> Decimal:
    """Return a number exactly as written; a true minus (U+2212) is a minus."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool) and math.isfinite(value):
        return Decimal(str(value))
    if isinstance(value, str) and (found := _plain(value)) is not None:
        return found
    raise unexpected(value, "a number", _PLAIN_FIGURES, Code.NOT_A_NUMBER)


def _plain(text: str) -> Decimal | None:
    """Return a number that is written only in figures."""
    found = written(text)
    fits = found and not found.unit and not found.grouped and found.fits(_MOST_FIGURES, _MOST_FIGURES)
    return found.value if found and fits else None


def to_date(value: object, or_words: str = "") -> date:
    """Return a date that is written as in ISO 8601: ``2013-07-23``. The hint names what else may be there."""
    hint = f"write year, month and day in figures{or_words}"
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not (isinstance(value, str) and _DATE.fullmatch(value)):
        raise unexpected(value, "a date such as 2013-07-23", hint, Code.NOT_A_DATE)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise refused(Code.NOT_A_DATE, f"{value} is not a valid date", hint, at=value) from None


def to_member(value: object, names: type[E]) -> E:
    """Return the member that a text names."""
    if isinstance(value, names):
        return value
    known: dict[Any, E] = {member.value: member for member in names}
    if isinstance(value, str) and value in known:
        return known[value]
    if isinstance(value, str):
        raise refused(
            Code.UNKNOWN_VALUE,
            f'the value "{shortened(value)}" is not known',
            did_you_mean(value, known, "known values"),
            at=value,
        )
    raise unexpected(value, f"one of {', '.join(known)}")
