"""Figures with their units, as tables and charts print them in any language."""

from __future__ import annotations

from decimal import Decimal

from csp_docs.measures.rounding import is_whole, rounded

LONG = 10_000
"""From here on numbers have commas. Smaller numbers next to them may have commas too."""


def amount(value: Decimal, unit: str = "", *, thousands: bool = False) -> str:
    """Return a figure with its unit as it is printed: "2778", "12,345", "£2,778", "−5%".

    A count of four digits has no comma, unless ``thousands`` is set because longer numbers are next to it (SI brochure,
    5.4.4). The minus is a true minus sign (U+2212), which is as wide as a digit. Pounds have pence, rounded half away
    from zero, or no decimal places: "£12.50", "£12".
    """
    if unit == "£":
        pence = rounded(value, 2)
        return pounds(pence, 0 if is_whole(pence) else 2)
    return _minus(value) + _figures(value, thousands or abs(value) >= LONG) + unit


def pounds(value: Decimal, places: int) -> str:
    """Return pounds with ``places`` decimal places: "£12.50", "−£1,234"."""
    kept = rounded(value, places)
    return f"{_minus(kept)}£{_figures(kept, grouped=True)}"


def _minus(value: Decimal) -> str:
    return "−" if value < 0 else ""


def _figures(value: Decimal, grouped: bool) -> str:
    return f"{value.copy_abs():,f}" if grouped else f"{value.copy_abs():f}"
