"""Pies with the share of each slice next to it, and a list with their names: to the right, or below a narrow pie."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from attrs import evolve

from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Anchor, Area, Graph, Label, Line, Mark, Plane, Point
from csp_docs.drawing.palette import SERIES
from csp_docs.drawing.slices import Pie, Slice, direction

_SHARE = 0.48
"""The share of the width for the pie with its shares, if the list is to its right."""
_NARROWEST = 150.0
"""The least width of a list to the right."""
_APART = 20.0
"""The space between the pie with its shares and the list, in points."""
_SAMPLE, _NEAR = 10.0, 6.0
"""The size of the square with a slice's colour, and its distance from the name."""
_BETWEEN = 4.0
"""The space between names, and between the shares of neighbouring slices."""
_SPARE = 12.0
"""Room at the right of the names, in points, because other fonts are a little wider."""
_MOST_LINES = 3
_OUT = 3.0
"""The space between a slice and its share."""
_FURTHER = 8.0
"""The further space if a line leads to the share."""
_CORNER = 0.125
"""The part of their other side by which shares may be further out at an angle than at the top or the side of a pie."""
_BEND = 0.6
"""The part of this space that the line goes straight out of the slice."""
_LED = 4.0
"""Shares that are turned by more than this from the middle of their slice have a line, in degrees."""
_CLOSE = 0.01
"""Shares that are closer to each other by less than this, in degrees, are not moved further."""
_TURNS = 200
"""The most steps in which shares are moved apart."""


def draw_listed(canvas: Canvas, slices: Sequence[Slice]) -> Graph:
    """Return the drawing of a pie with shares at its slices and names in a list."""
    wide, high = canvas.type.width(*(one.share for one in slices)), canvas.type.leading
    further = _OUT + _FURTHER
    around = wide + further + _CORNER * high, high + further + _CORNER * wide
    room = canvas.width * (1 - _SHARE) - _APART
    is_right = room >= _NARROWEST
    radius = (canvas.width * (_SHARE if is_right else 1)) / 2 - around[0]
    radius = max(math.hypot(wide, high), min(radius, canvas.least / 2 - around[1]))
    across, down = 2 * (radius + around[0]), 2 * (radius + around[1])
    left, top = (across + _APART, 0.0) if is_right else (0.0, down + _APART / 2)
    names = _names(canvas, slices, canvas.width - left)
    listed = sum(canvas.type.height(len(lines)) + _BETWEEN for lines in names) - _BETWEEN
    height = max(down, listed) if is_right else top + listed
    top = (height - listed) / 2 if is_right else top
    pie = Pie((across / 2 if is_right else canvas.width / 2, (height if is_right else down) / 2), radius)
    areas = (pie.slice(one) for one in slices if one.is_seen)
    marks = *areas, *_shares(canvas, slices, pie, wide), *_list(canvas, names, left, top)
    return evolve(canvas.graph(marks, height, pie.edges), legend=_edges(canvas, names, left, top, listed))


def _names(canvas: Canvas, slices: Sequence[Slice], width: float) -> list[tuple[str, ...]]:
    return [canvas.type.lines(one.name, width - _SAMPLE - _NEAR, _MOST_LINES) for one in slices]


def _list(canvas: Canvas, names: list[tuple[str, ...]], left: float, top: float) -> Iterator[Mark]:
    for look, lines in zip(SERIES, names, strict=False):
        y = top + (canvas.type.leading - _SAMPLE) / 2
        corners = ((left, y), (left + _SAMPLE, y), (left + _SAMPLE, y + _SAMPLE), (left, y + _SAMPLE))
        yield Area(corners, look.colour)
        yield Label(left + _SAMPLE + _NEAR, top, lines)
        top += canvas.type.height(len(lines)) + _BETWEEN


def _edges(canvas: Canvas, names: list[tuple[str, ...]], left: float, top: float, height: float) -> Plane:
    """Return the place of the list: no wider than its names need, or Word would make two columns of it."""
    widest = canvas.type.width(*(line for lines in names for line in lines))
    return left, top, min(left + _SAMPLE + _NEAR + widest + _SPARE, canvas.width), top + height


def _shares(canvas: Canvas, slices: Sequence[Slice], pie: Pie, wide: float) -> Iterator[Mark]:
    """Yield the share of each slice; those of narrow neighbours are moved apart, and lines lead to them."""
    high = canvas.type.leading
    least = 2 * math.degrees(math.asin(min(1.0, math.hypot(wide, high) / 2 / (pie.radius + _OUT + high / 2))))
    middles = [one.middle for one in slices]
    for one, turn in zip(slices, _apart(middles, least), strict=True):
        size = canvas.type.width(one.share), high
        own, is_led = _beside(pie, one.middle, size, _OUT), abs(turn - one.middle) > _LED
        x, y = _beside(pie, turn, size, _OUT + _FURTHER) if is_led else _beside(pie, turn, size, _OUT)
        if is_led:
            points = pie.at(one.middle), pie.at(one.middle, _FURTHER * _BEND), pie.at(turn, _FURTHER)
            yield Line(points, "rule", canvas.theme.chart.axis)
        away = (x - own[0], y - own[1]) if is_led else (0.0, 0.0)
        yield Label(x, y - high / 2, (one.share,), Anchor.MIDDLE, value=(0, one.number), away=away)


def _beside(pie: Pie, turn: float, size: tuple[float, float], out: float) -> Point:
    """Return the middle of a box of this ``size`` that is ``out`` from the edge of the pie."""
    x, y = direction(turn)
    return pie.at(turn, out + abs(x) * size[0] / 2 + abs(y) * size[1] / 2)


def _apart(turns: list[float], least: float) -> list[float]:
    """Return ``turns``, angles in their order around a circle, moved until each is ``least`` from the next."""
    found, count = list(turns), len(turns)
    for _ in range(_TURNS if count > 1 else 0):
        moved = False
        for one in range(count):
            other, around = (one + 1) % count, 360 if one + 1 == count else 0
            lacking = min(least, 360 / count) - (found[other] + around - found[one])
            if lacking > _CLOSE:
                found[one], found[other], moved = found[one] - lacking / 2, found[other] + lacking / 2, True
        if not moved:
            break
    return found
