"""The only way in which figures are rounded: half away from zero, in Decimal."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

EXACT = 100
"""The digits that products and shares keep. Their parts have 21 at most, so only ``rounded`` rounds them."""


def rounded(value: Decimal, places: int) -> Decimal:
    """Return a number with ``places`` decimal places, rounded half away from zero; the result is never −0.

    >>> rounded(Decimal("-0.25"), 1)
    Decimal('-0.3')
    """
    with localcontext(prec=EXACT):
        return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0


def is_whole(value: Decimal) -> bool:
    """Tell whether a number has only zeros after the decimal point."""
    return value == value.to_integral_value()
