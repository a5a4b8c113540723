"""Rows of tables: cells of boxes side by side, below rules, and split between pages if they are tall."""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.blocks import Blocks, RowKeep
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.cells import rating_of
from csp_docs.writers.pdf.type.shapes import AnyBox, Placed, Row, Tint, stack, stack_height


class Grid:
    """The measures of one table; ``columns`` are the widths of its columns, ``width`` that of the complete table.

    ``gaps`` has the space at the right of each column, besides that at the sides of all cells.
    """

    def __init__(
        self, theme: Theme, left: float, columns: tuple[float, ...], gaps: tuple[float, ...] | None = None
    ) -> None:
        self.theme, self.left, self.columns = theme, left, columns
        self.width, self.gaps = sum(columns), gaps or (0.0,) * len(columns)

    def inset(self, column: int, span: int = 1) -> tuple[float, float]:
        """Return the distances of the text of a cell from the left and the right side of the table."""
        left, end = self.theme.cell_padding[0], column + span
        return sum(self.columns[:column]) + left, sum(self.columns[end:]) + self.theme.cell_right + self.gaps[end - 1]

    def tint(self, blocks: Blocks, column: int, span: int = 1) -> Iterator[Tint]:
        """Yield the tint of a cell that says a rating."""
        if level := rating_of(blocks):
            left, width = self.left + sum(self.columns[:column]), sum(self.columns[column : column + span])
            yield Tint(left, width, self.theme.colour(level.value))

    def row(self, cells: list[list[AnyBox]], keep: RowKeep, *, shade: str = "", rule: float = 0) -> Row:
        """Return the row of ``cells``, as high as the highest; ``rule`` is the thickness of a rule that is not thin.

        A row of empty cells is as high as one line.
        """
        theme, ends, above = self.theme, self.theme.cell_padding[1], rule or self.theme.rule
        row = set_row(cells, self.left, self.width, ends, above)
        row.height = max(row.height, above + theme.cell.leading + 2 * ends)
        row.keep, row.breaks, row.shade, row.rule_below = keep.keep, keep.breaks, shade, theme.rule
        return row


def set_row(cells: list[list[AnyBox]], left: float, width: float, padding: float = 0, rule: float = 0) -> Row:
    """Return a row as high as its highest cell, with ``padding`` above and below it and the ``rule`` above."""
    top = rule + padding
    height = max(map(stack_height, cells)) + top + padding
    row = Row(height, [stack(boxes, top) for boxes in cells], left, width, padding, rule)
    row.notes = tuple(note for boxes in cells for box in boxes for note in box.notes)
    return row


def split_row(row: Row, room: float, *, must: bool) -> tuple[Row, Row] | None:
    """Return the part of a row that ``room`` points can hold, and the rest; None if a cell would begin empty.

    Each cell keeps the distances of its lines, and lines that are kept together stay together, as in Word. A row that
    ``must`` be split, because no page can hold it, is split between any lines if there is no better place.
    """
    counts = [_fitting(cell, room - row.padding, must) for cell in row.cells]
    cells = list(zip(row.cells, counts, strict=True))
    if any(cell and not count for cell, count in cells) or all(count >= len(cell) for cell, count in cells):
        return None
    above = _part(row, [cell[:count] for cell, count in cells])
    below = _part(row, [cell[count:] for cell, count in cells])
    above.anchors, above.before, below.after, below.keep = row.anchors, row.before, row.after, row.keep
    below.repeat, above.repeat = row.repeat, row.repeat
    return above, below


def _fitting(cell: list[Placed], limit: float, must: bool) -> int:
    """Return the number of boxes of ``cell`` that end above ``limit``, without those kept with one below it."""
    fit = sum(placed.top + placed.box.height <= limit for placed in cell)
    count = fit
    while 0 < count < len(cell) and (cell[count - 1].box.keep or cell[count - 1].box.keep_lines):
        count -= 1
    return max(count, fit, 1) if must and not count else count


def _part(row: Row, cells: list[list[Placed]]) -> Row:
    boxes = [[placed.box for placed in cell] for cell in cells]
    part = set_row(boxes, row.left, row.width, row.padding, row.rule_above)
    part.shade, part.rule_below, part.breaks, part.frames = row.shade, row.rule_below, row.breaks, row.frames
    part.tints = row.tints
    return part
