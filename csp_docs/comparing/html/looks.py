"""What style attributes and elements of a web page do to words: they hide them, change their case, strike them out."""

from __future__ import annotations

import re

from lxml import etree

from csp_docs.comparing.words import ENDS, OVERRIDE
from csp_docs.records import record

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*\+?0*\.?0*%?\s*(?:;|!|$)", re.IGNORECASE
)
_CASE = re.compile(r"text-transform\s*:\s*(uppercase|lowercase|capitalize|none)", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_TURNED = re.compile(r"unicode-bidi\s*:\s*(?:bidi|isolate)-override", re.IGNORECASE)
_FROM_RIGHT = re.compile(r"direction\s*:\s*rtl", re.IGNORECASE)
_FIRST_LETTER = re.compile(r"(?<!\w)[^\W\d_]")


@record
class Look:
    """How words are shown: in which ``case``, and whether they are ``struck`` through."""

    case: str = ""
    struck: bool = False

    def cased(self, text: str) -> str:
        """Return words as they are shown.

        >>> Look("uppercase").cased("Lock the doors")
        'LOCK THE DOORS'
        """
        match self.case:
            case "uppercase":
                return text.upper()
            case "lowercase":
                return text.lower()
            case "capitalize":
                return _FIRST_LETTER.sub(lambda letter: letter[0].upper(), text)
            case _:
                return text

    def inside(self, element: etree._Element, tag: str) -> Look:
        """Return how the words in an element are shown that is among words of this look."""
        style = str(element.get("style") or "")
        case = _CASE.search(style) if style else None
        struck = tag in ("s", "strike") or bool(style and _STRUCK.search(style))
        return Look(case[1].lower() if case else self.case, self.struck or struck) if case or struck else self


def is_hidden(element: etree._Element) -> bool:
    """Tell whether an element is not shown."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(str(element.get("style") or "")))


def around(element: etree._Element, tag: str) -> tuple[str, str]:
    """Return the signs that are shown before and after the words of an element, or that turn them round."""
    style = str(element.get("style") or "")
    from_right = str(element.get("dir")).lower() == "rtl" or bool(_FROM_RIGHT.search(style))
    if from_right and (tag == "bdo" or _TURNED.search(style)):
        return OVERRIDE, ENDS
    return ("\u201c", "\u201d") if tag == "q" else ("", "")
