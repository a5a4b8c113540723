"""The one way in which figures are rounded: half away from zero, in Decimal."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

EXACT = 100
"""Figures that are kept of products and shares, whose parts have 21 at most: rounding is left to ``rounded``."""


def rounded(value: Decimal, places: int) -> Decimal:
    """Return a number with so many decimal places, half away from zero; nothing is ever −0.

    >>> rounded(Decimal("-0.25"), 1)
    Decimal('-0.3')
    """
    with localcontext(prec=EXACT):
        return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0


def is_whole(value: Decimal) -> bool:
    """Tell whether a number has nothing after the point but zeros."""
    return value == value.to_integral_value()
