"""Rows of tables: cells of boxes side by side, under rules, cut only when no page can hold them."""

from __future__ import annotations

from attrs import frozen

from csp_docs.render.pdf.type.shapes import AnyBox, Row, stack, stack_height
from csp_docs.theme.theme import Theme

THIN_RULE, STRONG_RULE = 0.5, 1.2
_STRIP = 60.0
"""About how high the strips are into which a row is cut that is taller than a page."""


@frozen
class Grid:
    """The measures of one table; ``columns`` are the widths of its columns."""

    theme: Theme
    left: float
    columns: tuple[float, ...]

    @property
    def width(self) -> float:
        """The width of the whole table."""
        return sum(self.columns)

    @property
    def padding(self) -> tuple[float, float]:
        """The space between a cell's sides (its top and bottom) and its text."""
        return self.theme.cell_padding

    def inset(self, column: int, span: int = 1) -> tuple[float, float]:
        """Return how far into the table's sides the text of a cell stands, left and right."""
        side = self.padding[0]
        return sum(self.columns[:column]) + side, sum(self.columns[column + span :]) + side

    def row(self, cells: list[list[AnyBox]], shade: str = "", rule_above: float = THIN_RULE) -> Row:
        """Return the row of ``cells``, as high as the highest."""
        inner = max(self.theme.cell.leading, *map(stack_height, cells))
        return Row(
            height=inner + 2 * self.padding[1],
            cells=[stack(boxes, self.padding[1]) for boxes in cells],
            left=self.left,
            width=self.width,
            shade=shade,
            rule_above=rule_above,
            rule_below=THIN_RULE,
            notes=tuple(note for boxes in cells for box in boxes for note in box.notes),
        )


def page_rows(row: Row, room: float) -> list[Row]:
    """Return ``row``, or the strips it is cut into when it is taller than ``room``."""
    if row.height <= room:
        return [row]
    padding = min(cell[0].top for cell in row.cells if cell)
    columns = [[placed.box for placed in cell] for cell in row.cells]
    strips: list[Row] = []
    while any(columns):
        strips.append(_strip(row, [_take(boxes) for boxes in columns], 0 if strips else padding))
    strips[0].rule_above, strips[-1].rule_below = row.rule_above, row.rule_below
    strips[-1].height += padding
    return strips


def _take(boxes: list[AnyBox]) -> list[AnyBox]:
    """Take from the front of ``boxes`` what fills a strip, at least one box."""
    taken: list[AnyBox] = []
    while boxes and (not taken or stack_height([*taken, boxes[0]]) <= _STRIP):
        taken.append(boxes.pop(0))
    return taken


def _strip(row: Row, cells: list[list[AnyBox]], padding: float) -> Row:
    top = padding or max((cell[0].before for cell in cells if cell), default=0)
    bottom = max(stack_height(cell) + (cell[-1].after if cell else 0) for cell in cells)
    return Row(
        height=top + bottom,
        cells=[stack(cell, top) for cell in cells],
        left=row.left,
        width=row.width,
        shade=row.shade,
        notes=tuple(note for cell in cells for box in cell for note in box.notes),
    )
