"""Values that the format writes as short texts: numbers with their units, dates and periods."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

from csp_docs.model import Amount, Month, Period, Year
from csp_docs.model.dates import Day, to_day
from csp_docs.model.measures import NOT_AVAILABLE
from csp_docs.model.values import ModelError


class AsItIs(str):
    """A number, a date or a period as text: it has no quotes that say that it is words."""


def short(value: Amount | Day | Period | float | Decimal) -> AsItIs | None:
    """Return the text that is read as an equal value; None if the format has none."""
    reading: Callable[[str], Any]
    match value:
        case Amount():
            forms, reading = iter([_amount(value)]), Amount.parse
        case Period():
            forms, reading = _periods(value), Period.parse
        case float() | Decimal():
            return AsItIs(f"{Decimal(str(value)):f}".removesuffix(".0"))
        case _:
            forms, reading = iter([_day(value)]), to_day
    for form in forms:
        with suppress(ModelError):
            if reading(form) == value:
                return AsItIs(form)
    return None


def _amount(amount: Amount) -> str:
    if amount.value is None:
        return NOT_AVAILABLE
    figures = f"{abs(amount.value):f}"
    return ("-" if amount.value < 0 else "") + (f"£{figures}" if amount.unit == "£" else f"{figures}{amount.unit}")


def _day(day: Day) -> str:
    match day:
        case Year():
            return str(day.year)
        case Month():
            return f"{day.year}-{day.month:02}"
    return day.isoformat()


def _periods(period: Period) -> Iterator[str]:
    """Yield the texts that may be read as a period, the shortest first."""
    start, end = period.start, period.end
    if isinstance(start, date):
        yield f"{start.year}/{(start.year + 1) % 100:02}"
    if start == end:
        yield _day(start)
    if isinstance(start, Year):
        yield f"{_day(start)}-{_day(end)}"
    yield f"{_day(start)}/{_day(end)}"
