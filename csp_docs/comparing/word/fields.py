"""Fields of a Word file: the text has their result, not their code (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

import re

from attrs import define
from lxml import etree

from csp_docs.comparing.counters import whole
from csp_docs.comparing.word.markup import children, first, is_on, value

_PAGES = ("PAGE", "NUMPAGES", "SECTIONPAGES")


_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))(?:.*?\\l\s+"([^"]*)")?', re.IGNORECASE | re.DOTALL)


def address_in(code: str) -> str:
    r"""Return where a field leads, if it is a link out of the file; otherwise nothing.

    >>> address_in('HYPERLINK "https://www.gov.uk" \\l "top"')
    'https://www.gov.uk#top'
    """
    found = _LINK.match(code)
    address = (found[1] or found[2] or "") if found else ""
    return f"{address}#{found[3]}" if found and address and found[3] else address


def entered(begins: etree._Element) -> str:
    """Return what a box or a list of an old form shows, which is kept with the mark at which its field begins."""
    box, chosen = first(begins, "ffData", "checkBox"), first(begins, "ffData", "ddList")
    if box is not None:
        ticked = first(box, "checked")
        return " \u2612 " if is_on(first(box, "default") if ticked is None else ticked) else " \u2610 "
    if chosen is None:
        return ""
    number = value(chosen, "result") or value(chosen, "default") or "0"
    entries = [value(one, None) for one in children(chosen, "listEntry")]
    return entries[at] if 0 <= (at := whole(number, -1)) < len(entries) else ""


@define
class _Field:
    code: str = ""
    begun: int = 0
    """How many pieces of words there were when its result began."""
    shown: bool = False
    """Whether what follows is the result, until the field ends."""

    @property
    def name(self) -> str:
        """The first word of the code."""
        return next(iter(self.code.split()), "").upper()


class Fields:
    """The fields that the current place is in, the outermost first; contents are one field of many paragraphs.

    ``in_entry`` says whether the current paragraph has the style of an entry of contents.
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self.in_entry = False

    def turn(self, kind: str, words: int) -> tuple[str, int]:
        """Go past one of the marks of a field: where it begins, where its result begins, where it ends.

        ``words`` is how many pieces of words there are. At its end, return its code, and how many there were when its
        result began.
        """
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].shown, self._open[-1].begun = True, words
        elif self._open and kind == "end":
            ended = self._open.pop()
            return ended.code, min(ended.begun, words)
        return "", words

    def code(self, text: str) -> None:
        """Add to the code of the current field."""
        if self._open:
            self._open[-1].code += text

    @property
    def shown(self) -> bool:
        """Tell whether words here are printed, and are not a number of a page that is left out."""
        return all(field.shown and not self._is_page(field) for field in self._open)

    @property
    def is_mark(self) -> bool:
        """Tell whether words here are the mark of an earlier note."""
        return any(field.name == "NOTEREF" for field in self._open)

    def _is_page(self, field: _Field) -> bool:
        return field.name in _PAGES or (field.name == "PAGEREF" and self._in_contents)

    @property
    def _in_contents(self) -> bool:
        return self.in_entry or any(field.name == "TOC" for field in self._open)
