"""Callouts: paragraphs with one border, which Word joins where border and indents are the same; others are tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Callout
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.blocks.boxes import in_box, in_paragraphs, write_box
from csp_docs.writers.word.file.elements import w
from csp_docs.writers.word.file.paragraphs import Paragraph, Written, kept_with_next
from csp_docs.writers.word.pages.flow import Flow
from csp_docs.writers.word.styles.box_styles import CALLOUT_BOX_HEADING, callout_look

if TYPE_CHECKING:
    from csp_docs.writers.word.blocks.writer import BodyWriter


def write_callout(writer: BodyWriter, callout: Callout) -> None:
    """Write a box, on one page if it is whole."""
    theme = writer.story.theme
    if in_paragraphs(writer, callout.blocks):
        zone = writer.story.zones.callout
        inside = writer._replace(flow=begin_box(writer.flow, theme, zone.text), zone=zone)
        _content(inside, callout, f"{zone.prefix}CalloutHeading")
        writer.flow.elements += _close(inside.flow, theme, whole=callout.whole)
        writer.flow.new_page, writer.flow.gap = False, 0
    else:
        inside = in_box(writer, callout_look(theme), writer.story.zones.page)
        _content(inside, callout, CALLOUT_BOX_HEADING)
        write_box(writer, callout_look(theme), inside.flow, whole=callout.whole)


def _content(inside: BodyWriter, callout: Callout, heading: str) -> None:
    if callout.title:
        inside.flow.paragraph(heading, inside.inlines(callout.title))
    inside.blocks(callout.blocks)


def begin_box(flow: Flow, theme: Theme, *styles: str) -> Flow:
    """Return a flow for the content of a box after ``flow``, separated from a box right above it with ``styles``."""
    begins = flow.turn()
    above = flow.elements[-1] if flow.elements else None
    if isinstance(above, Paragraph) and above.style in styles:
        flow.separate(above)
        return Flow(new_page=flow.new_page)
    return Flow(new_page=flow.new_page, gap=0 if begins else max(flow.gap, theme.apart))


def _close(flow: Flow, theme: Theme, *, whole: bool) -> list[Written]:
    """Return the elements of a callout, on one page if it is ``whole``; the last has the space below it."""
    flow.end_with(theme.apart)
    elements = flow.finish()
    if whole:
        elements[:-1] = map(kept_with_next, elements[:-1])
        flow.end_in_paragraph().properties.append(w("keepLines"))
    return elements
