"""Cells side by side in columns, read row by row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
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
    """Write a grid; if the last row has too few cells, empty ones fill it."""
    if not grid.rows:
        return
    theme = writer.story.theme
    above, *others = spaces_above(grid, writer.heading_level + 1, theme)
    column = _column(writer, grid.columns)
    widths = _widths(column, theme.grid_gutter, grid.columns)
    cells = [_cells(writer, one, widths, column, below) for one, below in zip(grid.rows, (*others, 0.0), strict=True)]
    rows = [row(one, keep) for one, keep in zip(cells, grid.keeps, strict=True)]
    writer.flow.table(layout_table(widths, rows, writer.zone.indent), theme.apart, above)


def _column(writer: BodyWriter, columns: int) -> float:
    """Return the width of the content of a cell: cells hold text, so a grid begins where text does."""
    gutter = writer.story.theme.grid_gutter
    return (writer.measure - writer.zone.indent + gutter) / columns - gutter


def _widths(column: float, gutter: float, columns: int) -> list[int]:
    """Return the widths of cells, in twips; each edge is in the middle of a gutter."""
    inner = [twips(place * (column + gutter) - gutter / 2) for place in range(1, columns)]
    edges = [0, *inner, twips(columns * (column + gutter) - gutter)]
    return [right - left for left, right in pairwise(edges)]


def _cells(
    writer: BodyWriter, given: tuple[GridCell, ...], widths: list[int], column: float, below: float
) -> Iterator[Xml]:
    """Yield the cells of a row, with content as wide as a ``column`` and ``below`` points of space below it."""
    gutter = twips(writer.story.theme.grid_gutter / 2)
    last = len(widths) - 1
    cells = [*given, *[_NOTHING] * (len(widths) - len(given))]
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        sides = ["left"] * (place > 0) + ["right"] * (place < last)
        margin = w("tcMar", *(w(side, w=gutter, type="dxa") for side in sides))
        yield layout_cell(width, _content(writer, cell, column, below), margin)


def _content(writer: BodyWriter, cell: GridCell, column: float, below: float) -> list[Xml]:
    inside = writer._replace(flow=Flow(in_cell=True), zone=writer.story.zones.page, measure=column)
    if cell.title:
        inside.flow.paragraph("GridHeading", writer.inlines(cell.title))
    inside.blocks(cell.blocks)
    inside.flow.end_with(below)
    first, *others = inside.flow.finish_cell()
    return [first if cell.title else first_unkept(first), *others]
