"""Grids: cells side by side in columns, a Div each, read row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Grid, GridCell
from csp_docs.typesetting.heights import spaces_above
from csp_docs.writers.pdf.type.rows import set_row
from csp_docs.writers.pdf.type.shapes import AnyBox, Row, keep_together

if TYPE_CHECKING:
    from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place


def grid_boxes(maker: BoxMaker, place: Place, grid: Grid) -> list[AnyBox]:
    """Return the rows of a grid."""
    theme = maker.setting.theme
    boxes: list[AnyBox] = []
    for cells, keep, above in zip(grid.rows, grid.keeps, spaces_above(grid, place.level, theme), strict=True):
        row = _row(maker, place, cells, grid.columns)
        row.keep, row.breaks = keep.keep, keep.breaks
        if boxes:
            boxes[-1].height += above  # the space below a row is part of the row, as in Word
        else:
            row.before = above
        boxes.append(row)
    for last in boxes[-1:]:
        last.after = theme.apart
    return boxes


def _row(maker: BoxMaker, place: Place, cells: tuple[GridCell, ...], columns: int) -> Row:
    gutter = maker.setting.theme.grid_gutter
    width = (place.width - (columns - 1) * gutter) / columns
    boxes = [
        _cell(maker, place.narrowed(at * (width + gutter), place.width - width - at * (width + gutter)), cell)
        for at, cell in enumerate(cells)
    ]
    return set_row(boxes, place.left, place.width)


def _cell(maker: BoxMaker, place: Place, cell: GridCell) -> list[AnyBox]:
    inside = place.below(place.parent.child("Div"))
    theme = maker.setting.theme
    title = maker.line_boxes(inside, cell.title, inside.parent.child("P"), theme.label) if cell.title else []
    keep_together([*title])
    return [*title, *maker.flow(inside, cell.blocks)]
