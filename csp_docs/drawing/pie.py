"""Pies: slices clockwise from twelve o'clock, each with its name and share next to it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal

from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Anchor, Area, Graph, Label, Line, Mark, Plane, Point
from csp_docs.drawing.palette import SERIES
from csp_docs.drawing.shares import shares
from csp_docs.records import record

_STEP = 3
"""The angle of the straight parts of a slice's edge, in degrees."""
_ROUND = 359.999
"""The angle of a slice that is the complete pie, in degrees."""
_MOVED = 0.75
"""The greatest distance that words are moved from their slice, as a share of a line."""
_SAMPLE = 10.0
"""The size of the square with a slice's colour in a list, in points."""
_SHARE = 0.4
"""The largest share of the width for the pie."""
_OUT = 14.0
"""The space between a slice and its words, in points."""
_NEAR = 6.0
"""The least length of the end of the line that leads to the words."""
_MOST_LINES = 3
_BETWEEN = 4.0
_EDGE = 1.5
"""The width of the white lines between slices, in points."""


@record
class _Slice:
    """A slice from one angle to another, in degrees clockwise from the top, with the lines of its words."""

    number: int
    start: float
    end: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def is_right(self) -> bool:
        return self.middle <= 180


@record
class _Pie:
    """A circle, by its middle and radius."""

    middle: Point
    radius: float

    def at(self, turn: float, out: float = 0) -> Point:
        """Return the point at an angle, ``out`` from the edge."""
        angle = math.radians(turn - 90)
        radius = self.radius + out
        return self.middle[0] + radius * math.cos(angle), self.middle[1] + radius * math.sin(angle)

    @property
    def edges(self) -> Plane:
        """Left, top, right and bottom."""
        (x, y), radius = self.middle, self.radius
        return x - radius, y - radius, x + radius, y + radius

    def slice(self, one: _Slice) -> Area:
        """Return a slice; one that is the complete pie has no edge inside."""
        count = max(2, math.ceil((one.end - one.start) / _STEP))
        arc = tuple(self.at(one.start + (one.end - one.start) * part / count) for part in range(count + 1))
        whole = one.end - one.start >= _ROUND
        return Area(arc if whole else (self.middle, *arc), SERIES[one.number].colour, "white", _EDGE)


def draw_pie(canvas: Canvas) -> Graph:
    """Return the drawing of a pie; if there is no room for the words next to their slices, they are in a list."""
    room = canvas.width * (1 - _SHARE) / 2 - _OUT
    if not all(canvas.type.holds(f"{name} {share}", room, _MOST_LINES) for name, share in _words(canvas)):
        return _listed(canvas)
    slices = _slices(canvas, room)
    sides = [[one for one in slices if one.is_right], [one for one in reversed(slices) if not one.is_right]]
    height = max(canvas.least, *(_stacked(canvas, side) for side in sides))
    pie = _Pie((canvas.width / 2, height / 2), _radius(canvas, height))
    tops = [top for side in sides for top in _tops(canvas, side, pie, height)]
    placed = list(zip(sides[0] + sides[1], tops, strict=True))
    if any(abs(top - _own_top(canvas, one, pie)) > canvas.type.leading * _MOVED for one, top in placed):
        return _listed(canvas)
    words = (mark for one, top in placed for mark in _label(canvas, one, pie, top))
    return canvas.graph([*map(pie.slice, filter(_seen, slices)), *words], height, pie.edges)


def _listed(canvas: Canvas) -> Graph:
    """Return the drawing of a pie with a list of its slices to the right."""
    left = canvas.width * _SHARE + 2 * _OUT
    slices = _slices(canvas, canvas.width - left - _SAMPLE - _NEAR)
    height = max(canvas.least, _stacked(canvas, slices))
    radius = _radius(canvas, height)
    marks: list[Mark] = [_Pie((radius, height / 2), radius).slice(one) for one in slices if _seen(one)]
    top = (height - _stacked(canvas, slices) + _BETWEEN) / 2
    for one in slices:
        y = top + (canvas.type.leading - _SAMPLE) / 2
        corners = ((left, y), (left + _SAMPLE, y), (left + _SAMPLE, y + _SAMPLE), (left, y + _SAMPLE))
        marks += [Area(corners, SERIES[one.number].colour), Label(left + _SAMPLE + _NEAR, top, one.lines)]
        top += canvas.type.height(len(one.lines)) + _BETWEEN
    return canvas.graph(marks, height)


def _radius(canvas: Canvas, height: float) -> float:
    return min(height - 2 * _BETWEEN, canvas.width * _SHARE) / 2


def _seen(one: _Slice) -> bool:
    return one.end > one.start


def _words(canvas: Canvas) -> list[tuple[str, str]]:
    """Return the name and the share of each slice."""
    [series] = canvas.chart.series
    return list(zip(canvas.chart.categories, shares(series.values), strict=True))


def _slices(canvas: Canvas, room: float) -> list[_Slice]:
    [series] = canvas.chart.series
    values = [value or Decimal(0) for value in series.values]
    whole = sum(values, Decimal(0))
    slices, turn = list[_Slice](), 0.0
    for number, ((name, share), value) in enumerate(zip(_words(canvas), values, strict=True)):
        end = turn + float(value / whole) * 360
        slices.append(_Slice(number, turn, end, canvas.type.lines_up_to(name, share, room, _MOST_LINES)))
        turn = end
    return slices


def _stacked(canvas: Canvas, side: list[_Slice]) -> float:
    return sum(canvas.type.height(len(one.lines)) + _BETWEEN for one in side)


def _tops(canvas: Canvas, side: list[_Slice], pie: _Pie, height: float) -> Iterator[float]:
    """Yield the tops of the words of one side: next to their slices, or moved as far as they need room."""
    left = height - _stacked(canvas, side)
    top = 0.0
    for one in side:
        found = min(max(_own_top(canvas, one, pie), top), top + left)
        left -= found - top
        yield found
        top = found + canvas.type.height(len(one.lines)) + _BETWEEN


def _own_top(canvas: Canvas, one: _Slice, pie: _Pie) -> float:
    """Return the top of the words of a slice when they are next to it."""
    _, y = pie.at(one.middle, _OUT / 2)
    return y - canvas.type.height(len(one.lines)) / 2


def _label(canvas: Canvas, one: _Slice, pie: _Pie, top: float) -> Iterator[Mark]:
    """Yield the words of a slice, as close to the pie as possible, and the line that leads to them."""
    half, side = canvas.type.height(len(one.lines)) / 2, 1 if one.is_right else -1
    edge, bend = pie.at(one.middle), pie.at(one.middle, _OUT / 2)
    (middle_x, middle_y), y = pie.middle, top + half
    level = max(0.0, abs(y - middle_y) - half)
    beside = math.sqrt(max(0.0, pie.radius**2 - level**2)) + _OUT
    x = middle_x + side * max(beside, abs(bend[0] - middle_x) + _NEAR)
    yield Line((edge, bend, (x - side * _NEAR / 2, y)), "rule", canvas.theme.chart.axis)
    yield Label(x, top, one.lines, Anchor.START if one.is_right else Anchor.END)
