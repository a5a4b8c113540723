"""Cells side by side in two columns, read row by row."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from attrs import evolve
from lxml import etree

from csp_docs.blocks import Grid, GridCell
from csp_docs.render.word.blocks.flow import Flow, let_go
from csp_docs.render.word.blocks.grid import row
from csp_docs.render.word.blocks.layout_tables import layout_cell, layout_table
from csp_docs.render.word.file.elements import w
from csp_docs.render.word.file.measures import twips

if TYPE_CHECKING:
    from csp_docs.render.word.blocks.writer import BodyWriter

_NOTHING = GridCell(())


def write_grid(writer: BodyWriter, grid: Grid) -> None:
    """Write a grid; where the number of cells is odd, the last one stays empty."""
    pairs = list(zip_longest(grid.cells[::2], grid.cells[1::2], fillvalue=_NOTHING))
    if not pairs:
        return
    *above, last = pairs
    theme = writer.story.theme
    rows = [*(_row(writer, pair, theme.grid_gutter) for pair in above), _row(writer, last, 0)]
    writer.flow.table(layout_table([twips(writer.measure / 2)] * 2, rows), theme.below_table)


def _row(writer: BodyWriter, pair: tuple[GridCell, GridCell], below: float) -> etree._Element:
    """Return a row of two cells with ``below`` points of space below them."""
    gutter = writer.story.theme.grid_gutter / 2
    return row(
        layout_cell(
            twips(writer.measure / 2), _content(writer, cell, below), w("tcMar", w(side, w=twips(gutter), type="dxa"))
        )
        for cell, side in zip(pair, ("right", "left"), strict=True)
    )


def _content(writer: BodyWriter, cell: GridCell, below: float) -> list[etree._Element]:
    room = (writer.measure - writer.story.theme.grid_gutter) / 2
    inside = evolve(writer, flow=Flow(in_cell=True), zone=writer.story.zones.page, measure=room)
    if cell.title:
        inside.flow.paragraph("GridHeading", writer.inlines(cell.title))
    inside.blocks(cell.blocks)
    inside.flow.end_with(below)
    return let_go(inside.flow.finish())
