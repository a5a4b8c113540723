"""What stands on pages besides the text: running head, access marking, page label."""

from __future__ import annotations

from lxml import etree

from csp_docs.arial import shortened, wrapped
from csp_docs.blocks import Document
from csp_docs.render.word.elements import run, text_content, w
from csp_docs.render.word.fields import page_label
from csp_docs.render.word.flow import Flow
from csp_docs.theme import Theme

_HEAD, _MARKING = 34.0, 52.0
"""How far above the text the running head begins, and the marking above it, in points."""

FIRST_HEADER, HEADER, FOOTER = "rIdFirstHeader", "rIdHeader", "rIdFooter"


def header_height(document: Document, theme: Theme) -> float:
    """Return how far above the text the header begins, in points: higher for each line of the marking."""
    if not document.marking:
        return _HEAD
    lines = wrapped(document.marking, _room(theme), bold=True)
    return _MARKING + theme.furniture.leading * (len(lines) - 1)


def header(document: Document, theme: Theme, *, first: bool) -> etree._Element:
    """Return the root of a header part; the first page has the marking alone."""
    flow = Flow()
    if document.marking:
        flow.paragraph("Marking", [run((), *text_content(document.marking))])
    if document.running_head and not first:
        flow.paragraph("RunningHead", [run((), *text_content(shortened(document.running_head, _room(theme))))])
    if not flow.elements:
        flow.paragraph("Header", [])
    return w("hdr", *flow.elements)


def _room(theme: Theme) -> float:
    """Return how wide a line of furniture may be, at size 1."""
    return theme.page.text_width / theme.furniture.size


def footer(document: Document) -> etree._Element:
    """Return the root of the footer part."""
    flow = Flow()
    flow.paragraph("Footer", [*page_label(document.page_label)], w("jc", val="right"))
    return w("ftr", *flow.elements)
