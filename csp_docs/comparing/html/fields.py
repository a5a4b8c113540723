"""Fields of a form on a web page: what is entered, ticked and chosen in them when the page is opened (HTML, 4.10)."""

from __future__ import annotations

from lxml import etree

_NO_WORDS = frozenset({"hidden", "password", "color", "range", "file", "image"})
"""Kinds of fields the value of which is not shown as words."""
_TICKED, _OPEN = " \u2612 ", " \u2610 "
"""The signs that fields of Word print for the same."""


def entered(field: etree._Element) -> str:
    """Return what a field shows: its value, or whether it is ticked.

    >>> entered(etree.fromstring('<input type="checkbox" checked=""/>')).strip()
    '☒'
    """
    kind = str(field.get("type") or "").lower()
    if kind in ("checkbox", "radio"):
        return _TICKED if field.get("checked") is not None else _OPEN
    return "" if kind in _NO_WORDS else str(field.get("value") or "")


def is_shown(option: etree._Element) -> bool:
    """Tell whether an option can be seen: of a list that opens only the last one that is chosen, or else the first."""
    around = next(option.iterancestors("select"), None)
    if around is None or around.get("multiple") is not None or around.get("size", "1") not in ("", "0", "1"):
        return True
    options = list(around.iter("option"))
    return option is next((one for one in reversed(options) if one.get("selected") is not None), options[0])
