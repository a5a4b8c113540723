"""Grids: cells side by side in two columns, a Div each, read row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Grid, GridCell
from csp_docs.render.pdf.type.rows import page_rows
from csp_docs.render.pdf.type.shapes import AnyBox, Row, keep_together, stack, stack_height

if TYPE_CHECKING:
    from csp_docs.render.pdf.blocks.box_maker import Builder, Place

_COLUMNS = 2


def grid_boxes(builder: Builder, place: Place, grid: Grid) -> list[AnyBox]:
    """Return the rows of a grid; one is parted only when no page can hold it."""
    theme = builder.setting.theme
    boxes: list[AnyBox] = []
    for first in range(0, len(grid.cells), _COLUMNS):
        rows = page_rows(_row(builder, place, grid.cells[first : first + _COLUMNS]), builder.page_style.room)
        rows[-1].after = theme.grid_gutter
        boxes += rows
    if boxes:
        boxes[-1].after = theme.below_table
    return boxes


def _row(builder: Builder, place: Place, cells: tuple[GridCell, ...]) -> Row:
    gutter = builder.setting.theme.grid_gutter
    width = (place.width - (_COLUMNS - 1) * gutter) / _COLUMNS
    columns = [
        _cell(builder, place.narrowed(at * (width + gutter), place.width - width - at * (width + gutter)), cell)
        for at, cell in enumerate(cells)
    ]
    return Row(
        height=max(map(stack_height, columns)),
        cells=[stack(boxes) for boxes in columns],
        left=place.left,
        width=place.width,
        notes=tuple(note for boxes in columns for box in boxes for note in box.notes),
    )


def _cell(builder: Builder, place: Place, cell: GridCell) -> list[AnyBox]:
    inside = place.below(place.parent.child("Div"))
    theme = builder.setting.theme
    title = builder.line_boxes(inside, cell.title, inside.parent.child("P"), theme.label) if cell.title else []
    keep_together([*title])
    return [*title, *builder.flow(inside, cell.blocks)]
