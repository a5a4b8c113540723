"""Cells side by side in two columns, read row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from csp_docs.blocks import Grid, GridCell
from csp_docs.typesetting.heights import spaces_above
from csp_docs.writers.word.blocks.grid import row
from csp_docs.writers.word.blocks.layout_tables import layout_cell, layout_table
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import twips
from csp_docs.writers.word.file.paragraphs import first_unkept
from csp_docs.writers.word.pages.flow import Flow

if TYPE_CHECKING:
    from csp_docs.writers.word.blocks.writer import BodyWriter

_NOTHING = GridCell(())


def write_grid(writer: BodyWriter, grid: Grid) -> None:
    """Write a grid; if the number of cells is odd, the last cell is empty."""
    if not grid.rows:
        return
    theme = writer.story.theme
    above, *others = spaces_above(grid, writer.heading_level + 1, theme)
    cells = [_cells(writer, pair, below) for pair, below in zip(grid.rows, (*others, 0.0), strict=True)]
    rows = [row(pair, keep) for pair, keep in zip(cells, grid.keeps, strict=True)]
    table = layout_table([twips(_width(writer) / 2)] * 2, rows, writer.zone.indent)
    writer.flow.table(table, theme.apart, above)


def _width(writer: BodyWriter) -> float:
    """Return the width of a grid: its cells hold text, so it begins where text does."""
    return writer.measure - writer.zone.indent


def _cells(writer: BodyWriter, pair: tuple[GridCell, ...], below: float) -> Iterator[Xml]:
    """Yield the two cells of a row with ``below`` points of space below them."""
    gutter = writer.story.theme.grid_gutter / 2
    left, right = (*pair, _NOTHING)[:2]
    for cell, side in ((left, "right"), (right, "left")):
        margin = w("tcMar", w(side, w=twips(gutter), type="dxa"))
        yield layout_cell(twips(_width(writer) / 2), _content(writer, cell, below), margin)


def _content(writer: BodyWriter, cell: GridCell, below: float) -> list[Xml]:
    room = (_width(writer) - writer.story.theme.grid_gutter) / 2
    inside = writer._replace(flow=Flow(in_cell=True), zone=writer.story.zones.page, measure=room)
    if cell.title:
        inside.flow.paragraph("GridHeading", writer.inlines(cell.title))
    inside.blocks(cell.blocks)
    inside.flow.end_with(below)
    first, *others = inside.flow.finish_cell()
    return [first if cell.title else first_unkept(first), *others]
