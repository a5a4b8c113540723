"""What is a number, wherever somebody writes one: ``2778``, ``2,778``, ``-1.5``, ``88%``, ``£12,000``."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen

_NUMBER = re.compile(
    r"(?:(?P<sign>[-+])?(?P<pound>£)?|£(?P<inner>-))"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?(?P<percent>%)?",
    re.ASCII,
)
_TRUE_MINUS = "\N{MINUS SIGN}"


@frozen
class Written:
    """A number as it is written: with ``£``, ``%`` or both for ``unit``, and how many figures it has."""

    value: Decimal
    unit: str
    whole: int
    decimals: int
    grouped: bool

    def fits(self, whole: int, decimals: int) -> bool:
        """Tell whether it has no more figures than these, before and after the point."""
        return self.whole <= whole and self.decimals <= decimals


def written(text: str) -> Written | None:
    """Return the number that a text says, and nothing else; a true minus (U+2212) is a minus. None where it says none.

    Thousands may have commas, all of them or none. The sign is before the pounds; a minus may be after them.
    """
    if not (parts := _NUMBER.fullmatch(text.replace(_TRUE_MINUS, "-"))):
        return None
    whole, decimals = parts["whole"].replace(",", ""), parts["decimals"] or ""
    sign = parts["sign"] or parts["inner"] or ""
    pound = "£" if parts["pound"] or parts["inner"] else ""
    value = Decimal(f"{sign}{whole}" + (f".{decimals}" if decimals else ""))
    return Written(value, pound + (parts["percent"] or ""), len(whole), len(decimals), "," in parts["whole"])
