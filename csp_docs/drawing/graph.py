"""The parts of the drawing of a chart. Lengths are points from its top left corner; y increases downwards."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import TypeAlias

from attrs import evolve

from csp_docs.blocks import Chart
from csp_docs.records import record

Point: TypeAlias = tuple[float, float]
Plane: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom of the area that values are drawn on."""


CUT = "…"
"""The end of words of which only the beginning is printed."""


class Anchor(Enum):
    """The point of its lines that the place of a label refers to."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@record
class Area:
    """A filled shape with straight edges, three or more. Colours are named as in the theme; an outline can be empty."""

    points: tuple[Point, ...]
    fill: str
    outline: str = ""
    edge: float = 1
    """The thickness of the outline."""


@record
class Line:
    """A line through points; ``dash`` has the lengths of dashes and gaps in turn, in points."""

    points: tuple[Point, ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()


@record
class Label:
    """Words in one or more lines; ``y`` is the top of the first, ``x`` is their start, middle or end."""

    x: float
    y: float
    lines: tuple[str, ...]
    anchor: Anchor = Anchor.START
    colour: str = "text"
    value: tuple[int, int] | None = None
    """The series and the category of the value that it prints."""
    names: int | None = None
    """The series that it names, at the end of its line."""
    category: int | None = None
    """The category that it names."""
    bold: bool = False
    away: Point = (0, 0)
    """How far it is moved to the right and down: from its slice, with a line to it, or past the line of a target."""


Mark: TypeAlias = Area | Line | Label


@record
class Graph:
    """The drawing of a chart: marks on a canvas, from back to front. ``size`` and ``leading`` apply to all words.

    ``plane`` is the square around the circle for a pie. ``legend`` is the place of the legend, if there is one; for a
    pie, of the list of names. ``has_axis`` says whether numbers at an axis with a grid show the
    values; without it, each value has its number. ``chart`` is the chart as it is drawn, and ``cut`` has the words of
    which only the beginning is printed.
    """

    chart: Chart
    width: float
    height: float
    marks: tuple[Mark, ...]
    size: float
    leading: float
    plane: Plane | None = None
    legend: Plane | None = None
    has_axis: bool = False
    key: tuple[Mark, ...] = ()
    """Those of its marks that say what its intervals and its axis are, or the unit of small charts.

    Word's legends cannot name these.
    """
    small: tuple[Graph, ...] = ()
    """The small charts that it has in its rows, for writers that show each of them."""

    @property
    def cut(self) -> tuple[str, ...]:
        """The printed beginnings of words that are too long."""
        labels = (" ".join(mark.lines) for mark in self.marks if isinstance(mark, Label))
        return tuple(words for words in labels if CUT in words and not any(CUT in name for name in _names(self.chart)))

    def lowered(self, down: float) -> Graph:
        """Return the drawing with room above it."""
        marks = tuple(moved(mark, 0, down) for mark in self.marks)
        left, top, right, bottom = self.plane or (0, 0, 0, 0)
        return evolve(self, height=self.height + down, marks=marks, plane=(left, top + down, right, bottom + down))

    def times(self, factor: float) -> Graph:
        """Return the drawing with all its lengths, and the size of its words, multiplied by ``factor``."""
        marks = tuple(_times(mark, factor) for mark in self.marks)
        size, leading = self.size * factor, self.leading * factor
        return evolve(
            self,
            width=self.width * factor,
            height=self.height * factor,
            marks=marks,
            size=size,
            leading=leading,
            plane=_larger(self.plane, factor),
            legend=_larger(self.legend, factor),
            key=tuple(_times(mark, factor) for mark in self.key),
        )


def moved(mark: Mark, x: float, y: float) -> Mark:
    """Return ``mark`` moved to the right and down."""
    if isinstance(mark, Label):
        return evolve(mark, x=mark.x + x, y=mark.y + y)
    return evolve(mark, points=tuple((left + x, top + y) for left, top in mark.points))


def _names(chart: Chart) -> Iterator[str]:
    yield from (*chart.categories, *(series.name for series in chart.series), chart.unit, chart.title)
    if chart.target:
        yield chart.target.name


def _larger(plane: Plane | None, factor: float) -> Plane | None:
    if not plane:
        return None
    left, top, right, bottom = (side * factor for side in plane)
    return left, top, right, bottom


def _times(mark: Mark, factor: float) -> Mark:
    if isinstance(mark, Label):
        away = mark.away[0] * factor, mark.away[1] * factor
        return evolve(mark, x=mark.x * factor, y=mark.y * factor, away=away)
    points = tuple((x * factor, y * factor) for x, y in mark.points)
    if isinstance(mark, Area):
        return evolve(mark, points=points, edge=mark.edge * factor)
    return evolve(mark, points=points, width=mark.width * factor, dash=tuple(part * factor for part in mark.dash))
