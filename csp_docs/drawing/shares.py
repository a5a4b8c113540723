"""The shares of a pie's slices, for drawings and descriptions: percentages that add up to 100 if possible."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from csp_docs.measures.amounts import amount
from csp_docs.measures.rounding import rounded


def shares(values: Sequence[Decimal | None]) -> list[str]:
    """Return the share of each of ``values`` in their sum, with ``share_places`` decimal places: "23%"."""
    return [amount(part, "%") for part in _rounded(values, share_places(values))]


def share_places(values: Sequence[Decimal | None]) -> int:
    """Return the number of decimal places of the shares of ``values``: 0 or 1.

    They are whole numbers if these add up to 100. They have one place if they only add up with it, or if a slice would
    otherwise be 0%. If they add up with neither, they are whole numbers.
    """
    whole, tenths = _rounded(values, 0), _rounded(values, 1)
    if any(value and not part for value, part in zip(values, whole, strict=True)):
        return 1
    return int(sum(whole) != 100 == sum(tenths))


def _rounded(values: Sequence[Decimal | None], places: int) -> list[Decimal]:
    """Return the percentages with this number of decimal places, rounded half away from zero."""
    parts = [value or Decimal(0) for value in values]
    return [rounded(part / sum(parts) * 100, places) for part in parts]
