"""The form of numbers in all inputs: ``2778``, ``2,778``, ``-1.5``, ``88%``, ``£12,000``."""

from __future__ import annotations

import re
from decimal import Decimal

from csp_docs.records import record

_NUMBER = re.compile(
    r"(?:(?P<sign>[-+])?(?P<pound>£)?|£(?P<inner>-))"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<decimals>\d+))?(?P<percent>%)?",
    re.ASCII,
)
_TRUE_MINUS = "\N{MINUS SIGN}"


@record
class Written:
    """A number as it is written, with ``£``, ``%`` or both for ``unit``, and the number of its digits."""

    value: Decimal
    unit: str
    whole: int
    decimals: int
    grouped: bool

    def fits(self, whole: int, decimals: int) -> bool:
        """Tell whether it has no more digits than these, before and after the decimal point."""
        return self.whole <= whole and self.decimals <= decimals


def written(text: str) -> Written | None:
    """Return the number in a text, or None where the text is anything else. A true minus (U+2212) is a minus.

    Thousands may have commas, all of them or none. The sign is before the pound sign; a minus may also be after it.
    """
    if not (parts := _NUMBER.fullmatch(text.replace(_TRUE_MINUS, "-"))):
        return None
    whole, decimals = parts["whole"].replace(",", ""), parts["decimals"] or ""
    sign = parts["sign"] or parts["inner"] or ""
    pound = "£" if parts["pound"] or parts["inner"] else ""
    value = Decimal(f"{sign}{whole}" + (f".{decimals}" if decimals else ""))
    return Written(value, pound + (parts["percent"] or ""), len(whole), len(decimals), "," in parts["whole"])
