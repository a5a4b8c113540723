"""The box of a callout: paragraphs with one border, which Word joins if border and left edge are the same."""

from __future__ import annotations

from lxml import etree

from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import paragraph_properties, w, w_name
from csp_docs.writers.word.file.measures import rule
from csp_docs.writers.word.pages.flow import Flow, keep_with_next

_STYLE, _VALUE = f"{w_name('pPr')}/{w_name('pStyle')}", w_name("val")


def begin_box(flow: Flow, theme: Theme, *styles: str) -> Flow:
    """Return a flow for the content of a box after ``flow``, separated from a box right above it with ``styles``."""
    begins = flow.turn()
    above = flow.elements[-1].find(_STYLE) if flow.elements else None
    if above is not None and above.get(_VALUE) in styles:
        flow.separate()
        return Flow(new_page=flow.new_page)
    return Flow(new_page=flow.new_page, gap=0 if begins else max(flow.gap, theme.body.after))


def close_box(flow: Flow, theme: Theme, *, whole: bool) -> list[etree._Element]:
    """Return the elements of a callout, on one page if it is ``whole``; the last has the space below it."""
    flow.end_with(theme.body.after + theme.list_item.after)
    elements = flow.finish()
    if whole:
        for element in elements[:-1]:
            keep_with_next(element)
        last = elements[-1]
        last[0] = paragraph_properties([*last[0], w("keepLines")])
    return elements


def box(theme: Theme) -> etree._Element:
    """Return the border of a callout: rules in the colour of the shade extend the shade up to them."""
    shade, padding = theme.colours.shade, theme.callout_padding
    return w(
        "pBdr",
        rule("top", shade, space=padding),
        rule("left", theme.colours.accent, theme.callout_bar, padding),
        rule("bottom", shade, space=padding),
        rule("right", shade, space=padding),
    )
