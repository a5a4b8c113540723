"""Printed figures to numbers: what Excel shows is what the document prints."""

from __future__ import annotations

import re
from decimal import Decimal

from csp_docs.writers.workbook.sheet import Cell, Number

_DIGITS = 15
"""The most digits that Excel keeps of a number."""
_UNGROUPED = 3
"""Numbers of so many digits have no comma in any format."""
_FIGURE = re.compile(
    r"(?P<before>(?:(?P<arrow>[↑↓]) (?:[^\W\d]+ ){1,2})?(?P<sign>[-+−]?)(?P<pound>£?)(?P<inner>[-−]?))"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(?:\.(?P<decimals>\d+))?"
    r"(?P<after>(?: ?(?P<unit>%|pp))?)"
)
"""A number with its sign, its arrow in words and its unit: "1,204", "−£12.50", "88%", "↓ down 8.7", "1.2 pp"."""


def number_or_words(printed: str) -> Cell:
    """Return a figure as a number; all other words, and numbers that Excel would change, as they are.

    >>> [number_or_words(words) for words in ("007", "2023/24", "[x]")]
    ['007', '2023/24', '[x]']
    >>> str(number_or_words("−£1,204.50").value), number_or_words("88%").format
    ('-1204.50', '0%')
    """
    found = _FIGURE.fullmatch(printed)
    if not found or (found["sign"] and found["inner"]):
        return printed
    whole, decimals = found["whole"].replace(",", ""), found["decimals"] or ""
    if len(whole + decimals) > _DIGITS:
        return printed
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    unit = found["unit"] or found["pound"]
    return Number(printed, -value if _is_less(found) else value, unit, _format(found, whole, decimals))


def _is_less(found: re.Match[str]) -> bool:
    return found["arrow"] == "↓" or bool({*found["before"]} & {"-", "−"})


def _format(found: re.Match[str], whole: str, decimals: str) -> str:
    """Return the format of a number: that of positive numbers and, after ; that of negative ones and of zero."""
    grouped = "," in found["whole"] or (len(whole) <= _UNGROUPED and found["unit"] != "%")
    core = ("#,##0" if grouped else "0") + ("." + "0" * len(decimals) if decimals else "") + _unit(found["after"])
    plain, own = _said(found["pound"]) + core, _said(found["before"]) + core
    if found["before"] == found["pound"] or not (whole + decimals).strip("0"):
        return own
    return f"{plain};{own}" if _is_less(found) else f"{own};{_said('−' + found['pound'])}{core};{plain}"


def _unit(after: str) -> str:
    """Return a unit in a format: % multiplies by 100, and everything else is only said."""
    return _said(after.removesuffix("%")) + "%" if after.endswith("%") else _said(after)


def _said(words: str) -> str:
    return f'"{words}"' if words else ""
