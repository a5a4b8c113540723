"""Names that say a time, such as "2023/24" or "March 2024", and whether they follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)(?:\s?[/–-]\s?(?:\d{4}|\d\d)(?!\d))?")
_ISO_MONTH = re.compile(r"((?:19|20)\d\d)[-–](0[1-9]|1[0-2])")
"""Two years (2003-04) look the same: it is a month if all names can be months, and both readings rise together."""
_QUARTER = re.compile(r"(?<![a-z])(?:q|ch)\s?([1-4])(?!\d)", re.IGNORECASE)
"""Q1, and in Welsh Ch1 (chwarter)."""
_WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_MONTHS = (
    "January February March April May June July August September October November December",
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
)
_NUMBERS = {
    name[:length].lower(): number
    for months in _MONTHS
    for number, name in enumerate(months.split(), 1)
    for length in range(3, len(name) + 1)
}
"""The months, by their names and short forms: March, Mar, Mawrth."""


def says_time(name: str) -> bool:
    """Tell whether a name holds a year."""
    return bool(_YEAR.search(name))


def times(names: Iterable[str]) -> list[tuple[int, int]]:
    """Return year and month (or quarter) of each name, 0 for none; nothing for names that differ in anything else."""
    names = list(names)
    months = [_ISO_MONTH.fullmatch(name) for name in names]
    if all(months):
        return [(int(month[1]), int(month[2])) for month in months if month]
    found = [_time(name) for name in names]
    rests = {rest for *_, rest in found}
    comparable = len(rests) == 1 and all(year for year, *_ in found)
    return [(year, month) for year, month, _ in found] if comparable else []


def is_rising(found: list[tuple[int, int]]) -> bool:
    """Tell whether each time is later than the one before it; False for no times."""
    return bool(found) and all(before < after for before, after in pairwise(found))


def _time(name: str) -> tuple[int, int, str]:
    """Return the year and the month, or quarter, that a name says first, and the name without them."""
    year, quarter = _YEAR.search(name), _QUARTER.search(name)
    month = next((word for word in _WORD.finditer(name) if word[0].lower() in _NUMBERS), None)
    rest = name
    for part, mark in ((quarter, "Q"), (month, "M"), (year, "Y" if year and len(year[0]) == 4 else "Y/Y")):
        rest = rest.replace(part[0], mark, 1) if part else rest
    within = int(quarter[1]) if quarter else _NUMBERS[month[0].lower()] if month else 0
    return int(year[1]) if year else 0, within, rest
