"""The shares of a pie's slices: in all writers, and in words, percentages that add up to 100 where they can."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from csp_docs.measures.amounts import amount
from csp_docs.measures.rounding import rounded


def shares(values: Sequence[Decimal | None]) -> list[str]:
    """Return which part of all each of ``values`` is, with so many decimal places as ``share_places``: "23%"."""
    return [amount(part, "%") for part in _rounded(values, share_places(values))]


def share_places(values: Sequence[Decimal | None]) -> int:
    """Return with how many decimal places the shares of ``values`` are printed: 0 or 1.

    They are whole where they then add up to 100. They have one place where they add up with that, and where a slice
    that is there would be 0%. What adds up with neither is whole.
    """
    whole, tenths = _rounded(values, 0), _rounded(values, 1)
    if any(value and not part for value, part in zip(values, whole, strict=True)):
        return 1
    return int(sum(whole) != 100 == sum(tenths))


def _rounded(values: Sequence[Decimal | None], places: int) -> list[Decimal]:
    """Return the percentages with so many decimal places, half away from zero."""
    parts = [value or Decimal(0) for value in values]
    return [rounded(part / sum(parts) * 100, places) for part in parts]
