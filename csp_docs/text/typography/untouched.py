"""The characters of a text that are never replaced: those of addresses and of names of files."""

from __future__ import annotations

import re

_END = r"(?:[^\s<>\"“”]|\"(?=[\w%+]|-\w))*[^\s<>\"“”'‘’.,;:!?()\[\]]"
_UNTOUCHED = re.compile(
    rf"""(?:https?://|www\.|mailto:){_END}                      # web addresses
    | [\w.!#$%&*+/=?^`{{|}}~-][\w.!#$%&'’*+/=?^`{{|}}~-]*@[\w-]+(?:\.[\w-]+)+  # email addresses
    | \b[\w-]+(?:\.[\w-]+)+/{_END}                              # web addresses without https://
    | \b[\w.-]+\.(?:csv|docx?|geojson|gif|jpe?g|json|odt|pdf|png|pptx?|svg|txt|xlsx?|xml|ya?ml|zip)\b  # names of files
    """,
    re.VERBOSE | re.IGNORECASE,
)


_MAY_HAVE_SOME = re.compile(r"[.]\S|@|://|mailto:", re.IGNORECASE)


def untouched(text: str) -> frozenset[int]:
    """Return the places of the characters that stay as they are typed."""
    if not _MAY_HAVE_SOME.search(text):  # most texts have none, and this is quick to tell
        return frozenset()
    return frozenset(place for found in _UNTOUCHED.finditer(text) for place in range(found.start(), _end(text, found)))


def _end(text: str, found: re.Match[str]) -> int:
    """Return where an address ends: with the mark after it if that closes one in the address, as in a.uk/?q="b"."""
    start, end = found.span()
    mark = text[end : end + 1]
    is_closed = mark in ("'", '"') and text.count(mark, start, end) % 2 == 1 and text[start - 1 : start] != mark
    return end + 1 if is_closed else end
