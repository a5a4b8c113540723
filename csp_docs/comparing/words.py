"""The words of a text in one form, whatever the format prints, and their fingerprint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from unicodedata import normalize

PROPERTY = "csp_docs words"
"""The name of the property of a Word file that holds the fingerprint of its words."""
META = "csp-docs-words"
"""The name of the ``meta`` element of a web page that does."""
NAMESPACE = "urn:csp-docs:words:"
"""The namespace of the property ``fingerprint`` in the XMP metadata of a PDF that does."""
LINE_END_HYPHEN = "\ue010"
"""A hyphen at the end of a line: it may be part of the word, or only divide it."""

_UNSEEN = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u202a\u202b\u202c"
OVERRIDE, ENDS = "\u202e", "\u202c"
"""What makes letters and figures run from right to left, whatever they are: 407 is printed as 704. It is compared."""
_SHAPES = (
    dict.fromkeys(_UNSEEN + "\u2066\u2067\u2068\u2069", "")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212" + LINE_END_HYPHEN, "-")
    | {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
    | {"\u2026": "..."}
)
_BULLET = re.compile("(?<!\\S)[•◦○▪▫‣⁃∙·\ue000-\ue00f\ue011-\uf8ff]+(?!\\S)")
"""Signs, and characters for private use, where fonts have such signs; but not the hyphen at the end of a line."""
_BETWEEN_DIGITS = re.compile(r"\s(?<=\d\s)\s*(?=\d)")
_KEPT = "\0"
_LENGTH = 32


def canonical(text: str) -> str:
    """Return ``text`` as it is compared: without spacing, but for that between two digits.

    Quotation marks, hyphens and short dashes have one shape, ligatures are letters, and bullets are left out.

    >>> canonical("The partnership’s  2011 – 14 plan")
    "Thepartnership's2011-14plan"
    >>> canonical("1 12") == canonical("11 2")
    False
    """
    text = text.replace(_KEPT, "")
    if not text.isascii():
        text = _shaped(text)
    return "".join(_BETWEEN_DIGITS.sub(_KEPT, text).split()).replace(_KEPT, " ")


def _shaped(text: str) -> str:
    """Return ``text`` with one shape for signs that differ only in their shapes."""
    text = normalize("NFC", text)
    signs = set(text)
    for sign in signs & _SHAPES.keys():
        text = text.replace(sign, _SHAPES[sign])
    return _BULLET.sub("", text)


def fingerprint(parts: Iterable[str]) -> str:
    """Return the fingerprint of the words of a document: of its text, its notes and its descriptions of pictures.

    It is the beginning of a SHA-256 of the words as they are compared.
    """
    return sha256("\n".join(map(canonical, parts)).encode("utf-8", "replace")).hexdigest()[:_LENGTH]
