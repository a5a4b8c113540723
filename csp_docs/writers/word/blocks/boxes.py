"""Callouts, and what all boxes share: paragraphs with the same border, or a table of one cell.

Word joins the borders of paragraphs where their indents are the same. The items of a list have other indents than
text, and Word makes several boxes of them. A cell is one box, whatever is in it: a box is a table if it holds more than
plain paragraphs, or begins elsewhere than the styles of boxes say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Blocks, Callout, RowKeep
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.keeps import are_plain
from csp_docs.writers.word.blocks.grid import row
from csp_docs.writers.word.blocks.layout_tables import layout_cell, layout_table
from csp_docs.writers.word.file.elements import w
from csp_docs.writers.word.file.measures import twips
from csp_docs.writers.word.file.paragraphs import Paragraph, Written, kept_with_next
from csp_docs.writers.word.pages.flow import Flow
from csp_docs.writers.word.styles.box_styles import CALLOUT_BOX_HEADING, BoxLook, callout_look
from csp_docs.writers.word.styles.zones import Zone

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


def in_paragraphs(writer: BodyWriter, blocks: Blocks) -> bool:
    """Return whether a box of ``blocks`` can be paragraphs: its styles have the indent of text in sections."""
    return are_plain(blocks) and writer.zone.indent == writer.story.zones.section.indent


def in_box(writer: BodyWriter, look: BoxLook, zone: Zone) -> BodyWriter:
    """Return a writer of the content of a box of this ``look``, in the styles of ``zone``."""
    room = _width(writer) - look.left - look.padding
    return writer._replace(flow=Flow(in_cell=True), zone=zone, measure=room)


def write_box(writer: BodyWriter, look: BoxLook, content: Flow, *, whole: bool) -> None:
    """Write a box of this ``look`` around ``content``, on one page if it is ``whole``."""
    apart = writer.story.theme.apart
    content.end_with(0)
    wide = twips(_width(writer) - look.outside)
    cell = layout_cell(wide, content.finish_cell())
    table = layout_table([wide], [row([cell], RowKeep(breaks=not whole))], writer.zone.indent, look.id)
    writer.flow.table(table, apart, apart)


def _width(writer: BodyWriter) -> float:
    """Return the width of a box, with its rule: it begins where text does."""
    return writer.measure - writer.zone.indent
