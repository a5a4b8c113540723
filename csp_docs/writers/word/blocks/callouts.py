"""The box of a callout: paragraphs with one border, which Word joins if border and left edge are the same."""

from __future__ import annotations

from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import rule
from csp_docs.writers.word.file.paragraphs import Paragraph, Written, kept_with_next
from csp_docs.writers.word.pages.flow import Flow


def begin_box(flow: Flow, theme: Theme, *styles: str) -> Flow:
    """Return a flow for the content of a box after ``flow``, separated from a box right above it with ``styles``."""
    begins = flow.turn()
    above = flow.elements[-1] if flow.elements else None
    if isinstance(above, Paragraph) and above.style in styles:
        flow.separate(above)
        return Flow(new_page=flow.new_page)
    return Flow(new_page=flow.new_page, gap=0 if begins else max(flow.gap, theme.apart))


def close_box(flow: Flow, theme: Theme, *, whole: bool) -> list[Written]:
    """Return the elements of a callout, on one page if it is ``whole``; the last has the space below it."""
    flow.end_with(theme.apart)
    elements = flow.finish()
    if whole:
        elements[:-1] = map(kept_with_next, elements[:-1])
        flow.end_in_paragraph().properties.append(w("keepLines"))
    return elements


def box(theme: Theme) -> Xml:
    """Return the border of a callout: rules in the colour of the shade extend the shade up to them."""
    padding = theme.callout_padding
    return w(
        "pBdr",
        rule("top", theme, "shade", space=padding),
        rule("left", theme, "accent", theme.callout_bar, padding),
        rule("bottom", theme, "shade", space=padding),
        rule("right", theme, "shade", space=padding),
    )
