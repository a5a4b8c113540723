"""Figures with their units, as tables and charts print them in any language."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

LONG = 10_000
"""From here on figures have commas, and so may all that stand beside them."""
_EXACT = 100
"""Figures that are kept of pounds."""


def amount(value: Decimal, unit: str = "", *, thousands: bool = False) -> str:
    """Return a figure with its unit as it is printed: "2778", "12,345", "£2,778", "−5%".

    Four figures of a count stand without a comma, unless ``thousands`` asks for it beside longer ones (SI brochure,
    5.4.4). The minus is a true one (U+2212), which is as wide as a figure. Pounds have pence, half away from zero, or
    no decimal places: "£12.50", "£12".
    """
    if unit == "£":
        value = _pounds(value)
    grouped = thousands or unit == "£" or abs(value) >= LONG
    figures = f"{abs(value):,f}" if grouped else f"{abs(value):f}"
    return ("−" if value < 0 else "") + (f"£{figures}" if unit == "£" else f"{figures}{unit}")


def _pounds(value: Decimal) -> Decimal:
    with localcontext(prec=_EXACT):
        pence = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
        return pence.to_integral_value() if pence == pence.to_integral_value() else pence
