"""The room of columns whose words need several lines: the rows are as low, in all, as can be.

A row is as high as its highest cell, and a cell about as high as the length of its words, divided by its width. So the
room goes, step by step, to the column that makes all rows lower by most. Tables of web pages share it by the length of
the longest cells alone (CSS 2.1, 17.5.2.2): so a column with one long cell takes it from one where all cells are long.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import pow as power
from typing import NamedTuple, TypeAlias

from attrs import field

from csp_docs.records import record

Paragraphs: TypeAlias = tuple[float, ...]
"""The widths of the paragraphs of a cell, each on one line."""
_Measure: TypeAlias = Callable[[float], list[float]]
"""How many lines the cells of a column have in a room, as powers."""

_STEPS = 60
"""The room is shared in about so many steps."""
_POWER = 8
"""A row is as high as its highest cell: so high a power of all heights is nearly that, and knows the next one."""
_ENDS = 4
"""So many of the next rooms are tried in which one more of the cells is on one line."""

_TOLERANCE = 0.01
"""Less room than this is none, because sums of widths differ in their last digits."""


@record
class Column:
    """A column: the ``least`` room that it can have, of which its words do not have ``sides``; its ``cells`` by row."""

    least: float
    sides: float
    cells: tuple[Paragraphs, ...]
    ends: tuple[float, ...] = field(init=False)
    """The rooms from the least on in which one more cell is on one line."""

    @ends.default
    def _in_order(self) -> tuple[float, ...]:
        wide = {width + self.sides for cell in self.cells for width in cell}
        return tuple(sorted(room for room in wide if room > self.least))

    def heights(self, room: float) -> list[float]:
        """Return about how many lines each cell has in this ``room``, as powers."""
        inner = max(room - self.sides, 1.0)
        return [sum(_lines(width, inner) for width in cell) ** _POWER for cell in self.cells]

    def wider(self, room: float, step: float) -> Iterator[float]:
        """Yield rooms to try next that are larger than ``room``."""
        yield room + step
        first = bisect_right(self.ends, room)
        yield from self.ends[first : first + _ENDS]


def _lines(width: float, inner: float) -> float:
    return 1.0 if width <= inner else max(width / inner, 2.0)


class _Move(NamedTuple):
    """More room for a column: by how much it makes all rows lower for each point, and the new heights of its cells."""

    gain: float
    column: int
    room: float
    heights: list[float]


def lowest(columns: Sequence[Column], room: float) -> list[float]:
    """Return the room of each of ``columns``: all of the ``room``, or less if no row is lower with more.

    >>> words = Column(50, 10, ((100.0,), (900.0,)))
    >>> [round(each) for each in lowest((words, Column(50, 10, ((40.0,), (40.0,)))), 300)]
    [250, 50]
    """
    rooms = [column.least for column in columns]
    step = (room - sum(rooms)) / _STEPS
    measured = [cache(column.heights) for column in columns]  # most rooms are tried again in the next steps
    heights = [measure(least) for measure, least in zip(measured, rooms, strict=True)]
    while (left := room - sum(rooms)) > max(step / 2, _TOLERANCE):
        best = max(_moves(columns, measured, rooms, heights, min(step, left), left), key=lambda move: move.gain)
        if best.gain <= 0:
            break
        rooms[best.column], heights[best.column] = best.room, best.heights
    return rooms


def _moves(
    columns: Sequence[Column],
    measured: Sequence[_Measure],
    rooms: list[float],
    heights: list[list[float]],
    step: float,
    left: float,
) -> Iterator[_Move]:
    totals = [sum(row) for row in zip(*heights, strict=True)]
    for place, column in enumerate(columns):
        for room in column.wider(rooms[place], step):
            if room <= rooms[place] + left:
                higher = measured[place](room)
                saved = sum(map(_saved, totals, heights[place], higher))
                yield _Move(saved / (room - rooms[place]), place, room, higher)


def _saved(total: float, before: float, after: float) -> float:
    """Return by how much a row is lower whose powers add up to ``total``, when one of them changes."""
    if before == after:
        return 0.0
    return power(total, 1 / _POWER) - power(total - before + after, 1 / _POWER)
