"""Boxes that hold more than plain paragraphs, such as lists, or begin elsewhere: each is a table of one cell.

Word joins the borders of paragraphs where their indents are the same. The items of a list have other indents than
text, and Word makes several boxes of them. A cell is one box, whatever is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Blocks, RowKeep
from csp_docs.typesetting.keeps import are_plain
from csp_docs.writers.word.blocks.grid import row
from csp_docs.writers.word.blocks.layout_tables import layout_cell, layout_table
from csp_docs.writers.word.file.measures import twips
from csp_docs.writers.word.pages.flow import Flow
from csp_docs.writers.word.styles.box_styles import BoxLook
from csp_docs.writers.word.styles.zones import Zone

if TYPE_CHECKING:
    from csp_docs.writers.word.blocks.writer import BodyWriter


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
