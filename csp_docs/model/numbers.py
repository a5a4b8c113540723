"""The form of numbers in all inputs: ``2778``, ``2,778``, ``-1.5``, ``88%``, ``£12,000``."""

from __future__ import annotations

import math
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from csp_docs.errors import Code
from csp_docs.model.values import ModelError
from csp_docs.records import record

PLACES = 6
"""The most digits after the decimal point."""
_LEAST = 1e-9
"""What is nearer to 0 is left by arithmetic with floating points."""
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


Cell: TypeAlias = str | float | Decimal | date
"""What a cell of a table may be given as: a number is printed as in a measure, and a day in the council's form."""


def as_cell(value: Any) -> Any:
    """Return a number as its text, without rounding errors, and a day as an expression; anything else unchanged."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return f'{{{{ longdate("{value.isoformat()}") }}}}'
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal) or not math.isfinite(value):
        return value
    return f"{as_written(value) if isinstance(value, float) else value:f}" if not isinstance(value, int) else str(value)


def as_written(value: float, *, rounds: bool = False) -> Decimal:
    """Return a floating point number to six decimal places; a whole number has no ``.0``.

    The digits after them are only rounding errors of the arithmetic. Raises ModelError for a number that is not, but
    too small for them, unless it ``rounds`` to 0.
    """
    if not rounds and _LEAST <= abs(value) < Decimal(5).scaleb(-PLACES - 1):
        hint = "give it in other units, such as for each 100,000 people"
        raise ModelError(Code.TOO_MANY_DIGITS, f"{value} has too many decimal places, and would be printed as 0", hint)
    return Decimal(str(round(value, PLACES)).removesuffix(".0"))
