"""Months in a row: the latest year of them, how much of it has a year before, and how sentences name them."""

from __future__ import annotations

from csp_docs.measures import formats
from csp_docs.model import Month, Period

YEAR = 12
LANGUAGE = "en-GB"
_NAMED = 6
"""Missing months that a message lists."""


def to_month(text: str) -> Month:
    """Return the month that ``2019-01`` writes."""
    year, month = text.split("-")
    return Month(int(year), int(month))


def latest_year(months: tuple[Month, ...]) -> tuple[Month, ...]:
    """Return the last twelve months, or all if there are fewer."""
    return months[-YEAR:]


def compared(months: tuple[Month, ...]) -> int:
    """Return how many of the latest year's months have the same month of the year before, counted from the last."""
    return min(max(len(months) - YEAR, 0), YEAR)


def missing(months: tuple[Month, ...]) -> list[str]:
    """Return the missing months between the first and the last, as they are printed; of many, the first ones."""
    held = set(map(_place, months))
    gaps = [at for at in range(min(held), max(held)) if at not in held]
    said = [name(_month(at)) for at in gaps[:_NAMED]]
    return said + (["…"] if len(gaps) > _NAMED else [])


def during(months: tuple[Month, ...]) -> str:
    """Return "in January 2019", "from October 2018 to February 2019" or "in the 12 months to January 2019"."""
    if len(months) == YEAR:
        return f"in the 12 months to {name(months[-1])}"
    return f"from {span(months)}" if len(months) > 1 else f"in {name(months[0])}"


def span(months: tuple[Month, ...]) -> str:
    """Return "January 2019" or "October 2018 to February 2019"."""
    return formats.period(Period(months[0], months[-1]), LANGUAGE)


def name(month: Month) -> str:
    """Return "January 2019"."""
    return formats.longdate(month, LANGUAGE)


def name_alone(month: Month) -> str:
    """Return "January", the name without the year."""
    return name(month).partition(" ")[0]


def _place(month: Month) -> int:
    return month.year * YEAR + month.month - 1


def _month(place: int) -> Month:
    return Month(place // YEAR, place % YEAR + 1)
