"""Rates for each 1,000 residents: exact for comparison, and rounded so that different ones look different."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from csp_docs.measures.rounding import rounded

_FEWEST_PLACES, _MOST_PLACES = 1, 3


def rate(count: int, people: int) -> Decimal | None:
    """Return a count for each 1,000 people; None if nobody lives there.

    It has 28 digits, so that two rates are equal only if the quotients are.
    """
    return Decimal(count * 1000) / people if people else None


def printed(rates: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Return rates as they are printed: with one decimal place, and two if one of them is below 1.

    If two that differ would still look alike, they have one more, up to three.
    """
    fewest = _FEWEST_PLACES + any(0 < found < 1 for found in rates.values())
    for places in range(fewest, _MOST_PLACES + 1):
        shown = {name: rounded(found, places) for name, found in rates.items()}
        if len(set(shown.values())) == len(set(rates.values())):
            break
    return shown
