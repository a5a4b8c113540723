"""The slices of a pie: their angles and shapes."""

from __future__ import annotations

import math
from decimal import Decimal

from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Area, Plane, Point
from csp_docs.drawing.palette import SERIES
from csp_docs.drawing.shares import shares
from csp_docs.records import record

_STEP = 3
"""The angle of the straight parts of a slice's edge, in degrees."""
_ROUND = 359.999
"""The angle of a slice that is the complete pie, in degrees."""
_EDGE = 1.5
"""The width of the white lines between slices, in points."""


@record
class Slice:
    """A slice from one angle to another, in degrees clockwise from the top, with its name and its share."""

    number: int
    start: float
    end: float
    name: str
    share: str

    @property
    def middle(self) -> float:
        """The angle of its middle."""
        return (self.start + self.end) / 2

    @property
    def is_right(self) -> bool:
        """Whether its middle is in the right half of the pie."""
        return self.middle <= 180

    @property
    def is_seen(self) -> bool:
        """Whether it has an area."""
        return self.end > self.start


def slices(canvas: Canvas) -> list[Slice]:
    """Return the slices of the pie on ``canvas``, clockwise from twelve o'clock."""
    [series] = canvas.chart.series
    values = [value or Decimal(0) for value in series.values]
    whole = sum(values, Decimal(0))
    found, turn = list[Slice](), 0.0
    words = zip(canvas.chart.categories, shares(series.values), strict=True)
    for number, ((name, share), value) in enumerate(zip(words, values, strict=True)):
        end = turn + float(value / whole) * 360
        found.append(Slice(number, turn, end, name, share))
        turn = end
    return found


@record
class Pie:
    """A circle, by its middle and radius."""

    middle: Point
    radius: float

    def at(self, turn: float, out: float = 0) -> Point:
        """Return the point at an angle, ``out`` from the edge."""
        (x, y), radius = direction(turn), self.radius + out
        return self.middle[0] + radius * x, self.middle[1] + radius * y

    @property
    def edges(self) -> Plane:
        """Left, top, right and bottom."""
        (x, y), radius = self.middle, self.radius
        return x - radius, y - radius, x + radius, y + radius

    def slice(self, one: Slice) -> Area:
        """Return the shape of a slice; one that is the complete pie has no edge inside."""
        count = max(2, math.ceil((one.end - one.start) / _STEP))
        arc = tuple(self.at(one.start + (one.end - one.start) * part / count) for part in range(count + 1))
        whole = one.end - one.start >= _ROUND
        return Area(arc if whole else (self.middle, *arc), SERIES[one.number].colour, "white", _EDGE)


def direction(turn: float) -> Point:
    """Return the point of the circle with radius 1 at an angle in degrees, clockwise from the top."""
    angle = math.radians(turn - 90)
    return math.cos(angle), math.sin(angle)
