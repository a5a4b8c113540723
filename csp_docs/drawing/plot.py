"""The plane that a chart's values are drawn on, with its grid and the words at its axes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from csp_docs.drawing.graph import Anchor, Label, Line, Mark, Plane, Point
from csp_docs.drawing.scale import Figures, Scale
from csp_docs.drawing.words import Type
from csp_docs.records import record
from csp_docs.theme.theme import Theme

GAP = 6.0
"""The space between the plane and the words next to it, in points."""
NAMED = 0.85
"""The share of the room of a category that its name below it may take: with more, neighbours look like one name."""
_APART = 10.0
"""The space between two numbers side by side, in points."""


@record
class Plot:
    """A plane with ``count`` categories; values increase upwards or, ``across``, to the right."""

    left: float
    top: float
    right: float
    bottom: float
    scale: Scale
    count: int
    across: bool = False

    def at(self, place: float, value: Decimal) -> Point:
        """Return the point of a value; 1.5 is the place in the middle of the second category."""
        along, share = place / self.count, self.scale.share(value)
        if self.across:
            return self.left + share * self.width, self.top + along * self.height
        return self.left + along * self.width, self.bottom - share * self.height

    @property
    def width(self) -> float:
        """The width of the plane."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height of the plane."""
        return self.bottom - self.top

    @property
    def band(self) -> float:
        """The room of one category."""
        return (self.height if self.across else self.width) / self.count

    @property
    def room(self) -> float:
        """The room for the name of a category below it."""
        return self.band * NAMED

    @property
    def edges(self) -> Plane:
        """Left, top, right and bottom."""
        return self.left, self.top, self.right, self.bottom

    def level(self, value: Decimal) -> tuple[Point, Point]:
        """Return the ends of the line over all categories at ``value``."""
        return self.at(0, value), self.at(self.count, value)

    def rectangle(self, start: float, end: float, low: Decimal, high: Decimal) -> tuple[Point, ...]:
        """Return the corners of the rectangle between two places and two values."""
        return self.at(start, low), self.at(start, high), self.at(end, high), self.at(end, low)

    def grid(self, theme: Theme) -> Iterator[Mark]:
        """Yield the lines at the ticks, and the axis of the categories."""
        for tick in self.scale.ticks:
            if tick != self.scale.base:
                yield Line(self.level(tick), "grid", theme.chart.axis)

    def axis(self, theme: Theme) -> Mark:
        """Return the axis of the categories, where columns and bars begin."""
        return Line(self.level(self.scale.base), "rule", theme.chart.axis)

    def numbers(self, labels: list[str], type_: Type) -> Iterator[Mark]:
        """Yield the numbers at the ticks; only some of them if there is no room for all."""
        every = printed_every(self.width if self.across else self.height, labels, type_, across=self.across)
        for tick, label in list(zip(self.scale.ticks, labels, strict=True))[::every]:
            x, y = self.at(0, tick)
            if self.across:
                yield Label(x, self.bottom + GAP / 2, (label,), Anchor.MIDDLE)
            else:
                yield Label(self.left - GAP, y - type_.leading / 2, (label,), Anchor.END)


def printed_every(length: float, labels: list[str], type_: Type, *, across: bool) -> int:
    """Return the number of ticks for each printed number of an axis of this ``length``: 1 if all have room."""
    needed = type_.width(*labels) + _APART if across else type_.leading
    return max(1, -int(-needed * max(1, len(labels) - 1) // length))


def tick_labels(scale: Scale, figures: Figures) -> list[str]:
    """Return the numbers at the ticks of an axis."""
    return [figures.with_places(scale.places).printed(tick) for tick in scale.ticks]
