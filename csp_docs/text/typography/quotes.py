"""Quotation marks, apostrophes and primes in place of the straight signs of a keyboard."""

from __future__ import annotations

import re
from collections.abc import Set

_OPENERS = "([{“‘–—/=<-"
_CURLED = {"‘": "'", "“": '"', "”": '"'}
_ELISION = re.compile(r"'(?:\d\ds|n|(?:tis|twas|twere|twould|twill|til|em)(?!['’]))(?!\w)", re.IGNORECASE)
"""Words and decades that an apostrophe begins: '90s, 'tis. With a mark after them they are quoted, but for 'n'."""
_CLOSING = re.compile(r"(?<=[^\s'‘])['’](?!\w)")


def with_quotes(text: str, kept: Set[int]) -> str:
    """Return ``text`` with its straight quotation marks curled, but for the places that are ``kept``."""
    if "'" not in text and '"' not in text:
        return text
    signs, opened = list(text), {"'": 0, '"': 0}
    for place, sign in enumerate(text):
        if sign in _CURLED:
            opened[_CURLED[sign]] = max(0, opened[_CURLED[sign]] + (1 if sign in "‘“" else -1))
        if sign in opened and place not in kept:
            signs[place] = _curled(text, place, signs[place - 1] if place else " ", opened)
    return "".join(signs)


def _curled(text: str, place: int, before: str, opened: dict[str, int]) -> str:
    """Return what a straight sign is printed as; ``opened`` counts the quotations that are open there."""
    sign, after = text[place], text[place + 1 : place + 2] or " "
    if before.isdigit() and not opened[sign] and not after.isalpha():
        return "′" if sign == "'" else "″"
    if before.isalnum() and after.isalnum() and not (sign == '"' and opened[sign] and before.isalpha()):
        return "’" if sign == "'" else sign
    opens = before.isspace() or before in _OPENERS or (before == ":" and after.isalnum() and not opened[sign])
    if opens and not after.isspace():
        if sign == "'" and _is_apostrophe(text, place):
            return "’"
        opened[sign] += 1
        return "‘" if sign == "'" else "“"
    if before.isspace():
        return sign
    opened[sign] = max(0, opened[sign] - 1)
    return "’" if sign == "'" else "”"


def _is_apostrophe(text: str, place: int) -> bool:
    """Tell whether a sign at the head of a word leaves something out, and does not open a quotation."""
    if _ELISION.match(text, place):
        return True
    return not _CLOSING.search(text, place + 2)
