"""The cells of frames as words: no value is ever printed as Python writes it.

A cell that a document cannot print (a list, an interval, a length of time) is refused. Days, periods and booleans
become expressions, so that they are printed in the words and the language of the document.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isnan
from numbers import Integral, Real
from typing import Any, TypeAlias

from csp_docs.errors import Code
from csp_docs.measures.amounts import amount
from csp_docs.measures.rounding import is_whole, rounded
from csp_docs.model import Amount, ModelError
from csp_docs.model.dates import day_or_period
from csp_docs.model.measures import NOT_AVAILABLE
from csp_docs.model.numbers import as_written
from csp_docs.model.values import a
from csp_docs.text.literal import in_one_line

Cell: TypeAlias = Any
"""A value of a column: a text, a boolean, a number, a day, a time or a period; None where it is missing."""
_MISSING_IN_WORDS = ("nan", "NaN", "NaT", "<NA>")
_LARGEST = 10**15
_HOUR = timedelta(hours=1)
_HINTS = {
    "Interval": "give the bins names: `pd.cut(…, labels=[…])`",
    "timedelta": "turn it into a number of days or hours, and say so in the name of the column",
    "Timedelta": "turn it into a number of days or hours, and say so in the name of the column",
    "list": "give each value its own row or column, or join them to one text",
    "dict": "give each value its own column",
}
_OTHER_HINT = "turn it into a text or a number"


def cell_of(value: Any, missing: bool) -> Cell:
    """Return a value of a frame as a value of Python; None where it is missing: null, NaN, NaT, an empty text."""
    if missing:
        return None
    if getattr(value, "ndim", None) == 0 and hasattr(value, "item"):  # a scalar of numpy
        # 61.72 in 32 bits becomes 61.720001 in Python's 64 bits, unless it is converted through a text.
        value = float(str(value)) if isinstance(value, Real) and not isinstance(value, Integral) else value.item()
    match value:
        case float():
            return None if isnan(value) else value
        case Decimal():
            return None if value.is_nan() else value
        case str():
            return value if value.strip() else None
    return value


def plain(value: Cell) -> str:
    """Return how scripts and files write a value: "2024-04-01", "2024-04/2024-06", "1204". Raises ModelError."""
    match value:
        case str():
            if value.strip() in _MISSING_IN_WORDS:
                hint = "keep missing values as they are: turn a column into texts only where it has values"
                raise ModelError(Code.NOT_A_CELL, f'the text "{value}" is how Python writes a missing value', hint)
            return value
        case bool():
            return "yes" if value else "no"
        case int() | float() | Decimal():
            return f"{number_of(value):f}"
        case datetime():
            return value.date().isoformat() if not _has_time(value) else f"{value.date()} {_clock(value)}"
        case date():
            return value.isoformat()
        case time():
            return _clock(value)
    if _is_period(value):
        if _is_short(value):
            return f"{value.start_time.date()} {_clock(_moment(value))}"
        return _span(value.start_time.date(), value.end_time.date())
    kind = type(value).__name__
    raise ModelError(Code.NOT_A_CELL, f"{a(kind)} cannot be printed", _HINTS.get(kind, _OTHER_HINT))


def words(value: Cell, *, timed: bool = False) -> str:
    """Return text that prints a value in the words of the document, numbers as plain digits. Raises ModelError.

    A day is printed with its time if it has one, or if it is ``timed``, and an hour as the time when it begins.
    """
    if _is_period(value) and _is_short(value):
        value, timed = _moment(value), True
    match value:
        case bool():
            return f'{{{{ term("{"yes" if value else "no"}") }}}}'
        case datetime() if timed or _has_time(value):
            return f"{_day(value.date().isoformat())}, {_clock(value)}"
        case str() | int() | float() | Decimal() | time():
            return in_one_line(plain(value))
    return _day(plain(value))


def number_of(value: float | Decimal, *, rounds: bool = False) -> Decimal:
    """Return a number; one with a floating point to six decimal places at most.

    Raises ModelError for one that is too small for them, unless it ``rounds`` to 0.
    """
    number = as_written(value, rounds=rounds) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        hint = "leave the value out: a missing number is printed as [x]"
        raise ModelError(Code.NOT_A_NUMBER, "infinity is not a number that can be printed", hint)
    if abs(number) >= _LARGEST:
        raise ModelError(Code.TOO_MANY_DIGITS, f'"{number:f}" has too many digits', "give it in thousands or millions")
    return number


def amount_of(value: Cell, decimals: int | None) -> Amount | None:
    """Return a number with ``decimals`` places at most, or none; a text is read as in YAML. Raises ModelError."""
    if value is None:
        return None
    if isinstance(value, bool):
        raise ModelError(Code.NOT_A_NUMBER, "a boolean is not a number", "count it, or choose another column")
    number = isinstance(value, int | float | Decimal)
    found = Amount.parse(f"{number_of(value, rounds=decimals is not None):f}" if number else plain(value))
    if decimals is None or found.value is None or is_whole(found.value.scaleb(decimals)):
        return found
    return Amount(rounded(found.value, decimals), found.unit)


def is_number(value: Cell) -> bool:
    """Tell whether a cell is a number; a boolean is not."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def figure(value: Decimal, style: str, places: int) -> str:
    """Return a number as a cell of a table prints it, with ``places`` decimal places."""
    number = value * (100 if style == "share" else 1)
    match style:
        case "plain":
            return f"{rounded(number, places):f}"
        case "money":
            return amount(number, "£", places)
        case "percent" | "share":
            return amount(number, "%", places)
    return amount(number, places=places)


def is_timed(cells: Iterable[Cell]) -> bool:
    """Tell whether a column has times: days with a time of day, or periods that are not of whole days."""
    return any(
        _is_short(cell) if _is_period(cell) else isinstance(cell, datetime) and _has_time(cell) for cell in cells
    )


def missing_or(value: Cell, written: str) -> str:
    """Return ``written``, or the mark of a figure that is not available where the value is missing."""
    return NOT_AVAILABLE if value is None else written


def _day(written: str) -> str:
    """Return an expression that prints a date or a period. Raises ModelError for one that documents do not have."""
    day_or_period(written)
    return f'{{{{ longdate("{written}") }}}}'


def _is_period(value: Cell) -> bool:
    return hasattr(value, "start_time") and hasattr(value, "end_time")


def _is_short(period: Cell) -> bool:
    """Tell whether a period is not of whole days."""
    return bool(period.start_time.time() != time() or period.end_time.time() != time.max)


def _moment(period: Cell) -> Cell:
    """Return when an hour or less begins. Raises ModelError for longer periods, such as 36 hours."""
    start, end = period.start_time, period.end_time
    if end - start > _HOUR:
        fact = f"the period from {start} to {end} is neither of whole days nor an hour or less"
        raise ModelError(Code.NOT_A_CELL, fact, "turn it into a time, `.to_timestamp()`, or into a text")
    return start


def _has_time(value: datetime) -> bool:
    return value.time() != time()


def _clock(value: datetime | time) -> str:
    """Return a time of day, with seconds if it has any, and with its zone if that is not London's."""
    clock = f"{value:%H:%M:%S}" if value.second or value.microsecond else f"{value:%H:%M}"
    clock += f".{value.microsecond:06}".rstrip("0") if value.microsecond else ""
    return clock if value.tzinfo is None or str(value.tzinfo) == "Europe/London" else f"{clock} {value.tzname()}"


def _span(first: date, last: date) -> str:
    """Return a period of days as ``day_or_period`` reads it: a day, a month, a year, or from one to another."""
    if first == last:
        return first.isoformat()
    after = date.fromordinal(last.toordinal() + 1)
    if first.day != 1 or after.day != 1:
        return f"{first}/{last}"
    if (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year}-{last.year}"
    if (first.month, after.month, after.year - first.year) == (4, 4, 1):
        return f"{first.year}/{after.year % 100:02}"
    return f"{first:%Y-%m}" if first.month == last.month and first.year == last.year else f"{first:%Y-%m}/{last:%Y-%m}"
