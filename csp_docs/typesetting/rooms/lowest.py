"""The room of columns whose words need several lines: the rows are as low, in all, as can be.

A row is as high as its highest cell, and a cell about as high as the length of its words, divided by its width. So the
room goes, step by step, to the column that makes all rows lower by most. Tables of web pages share it by the length of
the longest cells alone (CSS 2.1, 17.5.2.2): so a column with one long cell takes it from one where all cells are long.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from csp_docs.records import record

Paragraphs: TypeAlias = tuple[float, ...]
"""The widths of the paragraphs of a cell, each on one line."""

_STEPS = 60
"""The room is shared in so many steps."""
_POWER = 8
"""A row is as high as its highest cell: so high a power of all heights is nearly that, and knows the next one."""


@record
class Column:
    """A column: the ``least`` room that it can have, of which its words do not have ``sides``; its ``cells`` by row."""

    least: float
    sides: float
    cells: tuple[Paragraphs, ...]

    def heights(self, room: float) -> list[tuple[float, float]]:
        """Return about how many lines each cell has in this ``room``, and how many fewer with a point more of it."""
        inner = max(room - self.sides, 1.0)
        return [_height(cell, inner) for cell in self.cells]


def _height(cell: Paragraphs, inner: float) -> tuple[float, float]:
    over = [width for width in cell if width > inner]
    return len(cell) - len(over) + sum(max(width / inner, 2.0) for width in over), sum(over) / inner**2


def lowest(columns: Sequence[Column], room: float) -> list[float]:
    """Return the room of each of ``columns``: all of the ``room``, or less if all words are on one line then.

    >>> words = Column(50, 10, ((100.0,), (900.0,)))
    >>> [round(each) for each in lowest((words, Column(50, 10, ((40.0,), (40.0,)))), 300)]
    [250, 50]
    """
    rooms = [column.least for column in columns]
    step = (room - sum(rooms)) / _STEPS
    heights = [column.heights(least) for column, least in zip(columns, rooms, strict=True)]
    for _ in range(_STEPS):
        gains = _gains(heights)
        best = max(range(len(columns)), key=gains.__getitem__)
        if not gains[best]:
            break
        rooms[best] += step
        heights[best] = columns[best].heights(rooms[best])
    return rooms


def _gains(heights: Sequence[Sequence[tuple[float, float]]]) -> list[float]:
    """Return by how much all rows together are lower with a point more for each column."""
    totals = [sum(lines**_POWER for lines, _ in row) ** (1 / _POWER - 1) for row in zip(*heights, strict=True)]
    return [
        sum(
            total * lines ** (_POWER - 1) * fewer for total, (lines, fewer) in zip(totals, column, strict=True) if fewer
        )
        for column in heights
    ]
