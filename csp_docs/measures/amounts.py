"""Figures with their units, as texts, tables and charts print them in any language.

Every number that the library prints goes through ``amount``: so there is one rule for commas, signs and decimal places.
Years are not amounts: they are dates, or the names of columns, categories and series, which are texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from csp_docs.measures.rounding import is_whole, rounded

_RATE = re.compile(r"(?:per|fesul|y|yr)\s", re.IGNORECASE)
"""Words that begin a rate: per 1,000 residents, fesul 1,000."""
_TIME = re.compile(
    r"(?:second|minute|hour|day|week|month|year|eiliad|munud|awr|diwrnod|wythnos|mis|blwyddyn)\w*|oriau|dyddiau|blynyddoedd"
    r"|(?:working|calendar)\sdays?",
    re.IGNORECASE,
)
PENCE = 2
"""The decimal places of pounds that have any."""


def amount(value: Decimal, unit: str = "", places: int | None = None) -> str:
    """Return a figure with its unit as it is printed: "2,778", "£2,778", "−5%".

    Numbers have commas from 1,000 on. The minus is a true minus sign (U+2212), which is as wide as a digit. The figure
    is rounded half away from zero to ``places`` decimal places; without them it keeps its own. Pounds have pence or no
    decimal places: "£12.50", "£12".
    """
    if places is None and unit == "£":
        places = common_places([value], unit)
    kept = value if places is None else rounded(value, places)
    figures, minus = f"{kept.copy_abs():,f}", "−" if kept < 0 else ""
    return f"{minus}£{figures}" if unit == "£" else f"{minus}{figures}{unit}"


def signed(value: Decimal, unit: str = "", places: int | None = None) -> str:
    """Return a figure with a plus sign before a rise: "+5", "−1", "0"; one that is printed as 0 has no sign.

    >>> signed(Decimal("3.14"), "%", 1), signed(Decimal("0.04"), "%", 1)
    ('+3.1%', '0.0%')
    """
    printed = value if places is None else rounded(value, places)
    return f"{'+' if printed > 0 else ''}{amount(value, unit, places)}"


def common_places(values: Iterable[Decimal], unit: str) -> int:
    """Return the number of decimal places of figures next to each other: as many as the most exact of them has.

    Pounds have pence if any of them has, and otherwise none.
    """
    if unit == "£":
        return 0 if all(is_whole(rounded(value, PENCE)) for value in values) else PENCE
    return max((decimals(value) for value in values), default=0)


def column_places(values: Sequence[Decimal], unit: str = "") -> int | None:
    """Return the number of decimal places of the figures of a column that have one unit; None if each keeps its own.

    Figures of one kind have as many as the most exact of them. They are of one kind if they have a unit, or if most of
    them have decimal places, the largest too: 12.4, 7.0, 31.5. Other columns mix rates and counts, and nobody counts
    2,024.00 offences.
    """
    exact = [value for value in values if decimals(value)]
    if unit or (2 * len(exact) > len(values) and decimals(max(values, key=abs))):
        return common_places(values, unit)
    return None if exact else 0


def decimals(value: Decimal) -> int:
    """Return the number of decimal places that a number is given with: 1 for "5.0"."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def is_rate(unit: str) -> bool:
    """Tell whether a unit is that of a share or a rate, which nobody can add up.

    >>> [is_rate(unit) for unit in ("%", "per 1,000", "incidents", "")]
    [True, True, False, False]
    """
    return unit == "%" or bool(_RATE.match(unit))


def is_count(unit: str) -> bool:
    """Tell whether figures in a unit are counts of things, not money, shares, rates or times.

    >>> [is_count(unit) for unit in ("", "incidents", "days", "per 1,000", "£")]
    [True, True, False, False, False]
    """
    return unit != "£" and not is_rate(unit) and not _TIME.fullmatch(unit)
