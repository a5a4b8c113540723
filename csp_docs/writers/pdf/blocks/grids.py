"""Grids: cells side by side in two columns, a Div each, read row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Grid, GridCell
from csp_docs.writers.pdf.type.rows import set_row
from csp_docs.writers.pdf.type.shapes import AnyBox, Row, keep_together

if TYPE_CHECKING:
    from csp_docs.writers.pdf.blocks.box_maker import Builder, Place

_COLUMNS = 2


def grid_boxes(builder: Builder, place: Place, grid: Grid) -> list[AnyBox]:
    """Return the rows of a grid."""
    theme = builder.setting.theme
    boxes: list[AnyBox] = []
    for cells, keep in zip(grid.rows, grid.keeps, strict=True):
        row = _row(builder, place, cells)
        row.height += theme.grid_gutter  # the space below a row is a part of it, as in Word
        row.keep, row.breaks = keep.keep, keep.breaks
        boxes.append(row)
    for last in boxes[-1:]:
        last.height -= theme.grid_gutter
        last.after = theme.below_table
    return boxes


def _row(builder: Builder, place: Place, cells: tuple[GridCell, ...]) -> Row:
    gutter = builder.setting.theme.grid_gutter
    width = (place.width - (_COLUMNS - 1) * gutter) / _COLUMNS
    columns = [
        _cell(builder, place.narrowed(at * (width + gutter), place.width - width - at * (width + gutter)), cell)
        for at, cell in enumerate(cells)
    ]
    return set_row(columns, place.left, place.width)


def _cell(builder: Builder, place: Place, cell: GridCell) -> list[AnyBox]:
    inside = place.below(place.parent.child("Div"))
    theme = builder.setting.theme
    title = builder.line_boxes(inside, cell.title, inside.parent.child("P"), theme.label) if cell.title else []
    keep_together([*title])
    return [*title, *builder.flow(inside, cell.blocks)]
