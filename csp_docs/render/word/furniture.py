"""What stands on pages besides the text: running head, access marking, page label."""

from __future__ import annotations

import textwrap

from lxml import etree

from csp_docs.blocks import Document
from csp_docs.render.word.elements import run, text_content, w
from csp_docs.render.word.fields import page_label
from csp_docs.render.word.flow import Flow
from csp_docs.theme import Theme

_HEAD, _MARKING = 34.0, 52.0
"""How far above the text the running head begins, and the marking above it, in points."""

_LETTER, _BOLD_LETTER = 0.5, 0.55
"""How wide a letter is, as a share of the size of type."""

FIRST_HEADER, HEADER, FOOTER = "rIdFirstHeader", "rIdHeader", "rIdFooter"


def header_height(document: Document, theme: Theme) -> float:
    """Return how far above the text the header begins, in points: higher for each line of the marking."""
    if not document.marking:
        return _HEAD
    lines = textwrap.wrap(document.marking, _letters(theme, _BOLD_LETTER))
    return _MARKING + theme.furniture.leading * (len(lines) - 1)


def header(document: Document, theme: Theme, *, first: bool) -> etree._Element:
    """Return the root of a header part; the first page has the marking alone."""
    flow = Flow()
    if document.marking:
        flow.paragraph("Marking", [run((), *text_content(document.marking))])
    if document.running_head and not first:
        flow.paragraph("RunningHead", [run((), *text_content(_shortened(document.running_head, theme)))])
    if not flow.elements:
        flow.paragraph("Header", [])
    return w("hdr", *flow.elements)


def _shortened(text: str, theme: Theme) -> str:
    """Return ``text``, cut at a word when it would need a second line, by the usual width of Arial's letters."""
    return textwrap.shorten(text, _letters(theme, _LETTER), placeholder="…")


def _letters(theme: Theme, width: float) -> int:
    return int(theme.page.text_width / (theme.furniture.size * width))


def footer(document: Document) -> etree._Element:
    """Return the root of the footer part."""
    flow = Flow()
    flow.paragraph("Footer", [*page_label(document.page_label)], w("jc", val="right"))
    return w("ftr", *flow.elements)
