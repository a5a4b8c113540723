"""The characters of a text that are never replaced: those of addresses and of names of files."""

from __future__ import annotations

import re

_END = r"[^\s<>\"“”]*[^\s<>\"“”'‘’.,;:!?()\[\]]"
_UNTOUCHED = re.compile(
    rf"""(?:https?://|www\.|mailto:){_END}                      # web addresses
    | [\w.!#$%&'*+/=?^`{{|}}~-]+@[\w-]+(?:\.[\w-]+)+            # email addresses
    | \b[\w-]+(?:\.[\w-]+)+/{_END}                              # web addresses without https://
    | \b[\w.-]+\.(?:csv|docx?|geojson|gif|jpe?g|json|odt|pdf|png|pptx?|svg|txt|xlsx?|xml|ya?ml|zip)\b  # names of files
    """,
    re.VERBOSE | re.IGNORECASE,
)


def untouched(text: str) -> frozenset[int]:
    """Return the places of the characters that stay as they are typed."""
    return frozenset(place for found in _UNTOUCHED.finditer(text) for place in range(*found.span()))
