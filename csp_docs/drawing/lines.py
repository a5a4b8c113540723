"""The parts of line charts: gaps, markers, the numbers at their points, and names for some categories only."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise

from attrs import evolve

from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Anchor, Label, Mark, Point
from csp_docs.drawing.legend import marker, stroke
from csp_docs.drawing.palette import looks
from csp_docs.drawing.plot import GAP, Plot
from csp_docs.theme.theme import Theme

_NEAR = 3.0
"""The space between a marker and its number, and half of the space between two names."""
_BESIDE = 5.0
"""The distance that a number reaches back over its point if the line leaves room on one side only."""
_MOST_LINES = 2
"""The most lines for the name of a category."""
_STEPS = (1, 2, 3, 4, 6, 12, 24, 36, 48, 60)
"""The steps between categories with a name: they keep months and quarters at the same place in the year."""
_SHARES = (1.0, 0.6)
"""The shares of the room for names: with less room a name takes two lines and keeps clear of the next name."""
_MOST_NUMBERS = 12
"""The most numbers at the points of a line: with more, readers look for its shape, which an axis with a grid shows."""
_ROOMY = 1.6
"""The room of a marker, as a multiple of its width."""


def curves(canvas: Canvas, plot: Plot) -> Iterator[Mark]:
    """Yield the lines of all series, and their markers above all of them; a missing value leaves a gap."""
    signs = []
    for series, look in zip(canvas.chart.series, looks(canvas.chart), strict=True):
        points = _points(series.values, plot)
        for there, part in groupby(points, lambda point: point is not None):
            found = [point for point in part if point]
            if there and len(found) > 1:
                yield stroke(tuple(found), look, canvas.theme)
        signed = marked(series.values, plot.band, canvas.theme)
        signs += [marker(point, look, canvas.theme) for place, point in enumerate(points) if point and place in signed]
    yield from signs


def marked(values: tuple[Decimal | None, ...], band: float, theme: Theme) -> set[int]:
    """Return the places of the values that have a marker; ``band`` is the room of a category.

    All values have a marker if they are far enough apart; if not, only values without a line to them.
    """
    there = {place for place, value in enumerate(values) if value is not None}
    if band >= _ROOMY * theme.chart.marker:
        return there
    return {place for place in there if not there & {place - 1, place + 1}}


def point_labels(canvas: Canvas, plot: Plot) -> Iterator[Label]:
    """Yield the numbers at the points of the only series, on the side that its line leaves free."""
    [series] = canvas.chart.series
    points = _points(series.values, plot)
    for place, (point, value) in enumerate(zip(points, series.values, strict=True)):
        if point and value is not None:
            before = points[place - 1] if place else None
            after = points[place + 1] if place + 1 < len(points) else None
            label = _point_label(point, before, after, canvas.printed(value), canvas, plot.bottom)
            yield evolve(label, value=(0, place))


def _point_label(
    point: Point, before: Point | None, after: Point | None, text: str, canvas: Canvas, bottom: float
) -> Label:
    """Return a number below its point if the line goes up, or above it; at one side if the line would cross it.

    A number below a point at the ``bottom`` would be over the name of its category.
    """
    x, y = point
    near, room = canvas.theme.chart.marker / 2 + _NEAR, canvas.type.width(text)
    neighbours = [other for other in (before, after) if other]
    is_valley = neighbours and all(other[1] < y for other in neighbours)
    if is_valley and y + near + canvas.type.leading <= bottom:
        return Label(x, y + near, (text,), Anchor.MIDDLE)
    top = y - near - canvas.type.leading
    if before and after and before[1] > y > after[1]:
        return Label(min(x + _BESIDE, x + room / 2), top, (text,), Anchor.END)
    if before and after and before[1] < y < after[1]:
        return Label(max(x - _BESIDE, x - room / 2), top, (text,))
    return Label(x, top, (text,), Anchor.MIDDLE)


def holds_numbers(canvas: Canvas, band: float) -> bool:
    """Return whether the numbers of one line do not overlap and are few; ``band`` is the room of a category."""
    width = canvas.type.width(*map(canvas.printed, canvas.given))
    few = len(canvas.chart.series) == 1 and len(canvas.given) <= _MOST_NUMBERS
    return few and max(width, 1.5 * width - _BESIDE) <= band - 1


def thinned(canvas: Canvas, plot: Plot) -> list[Label]:
    """Return the names of as many categories as fit side by side on the canvas, always with the first."""
    count = len(canvas.chart.categories)
    for every in (*(step for step in _STEPS if step < count), count):
        for share in _SHARES:
            labels = list(_every(canvas, plot, every, share))
            if all(labels) and all(_apart(canvas, one, other) for one, other in pairwise(labels) if one and other):
                return [label for label in labels if label]
    return [label for label in labels if label]


def _every(canvas: Canvas, plot: Plot, every: int, share: float) -> Iterator[Label | None]:
    """Yield the name of each ``every``-th category, in a ``share`` of the room, or None if it does not fit."""
    left = max(0.0, plot.left - GAP)
    room = min(every * plot.band * share - 2 * _NEAR, canvas.width - left)
    for place, name in list(enumerate(canvas.chart.categories))[::every]:
        if every < len(canvas.chart.categories) and not canvas.type.holds(name, room, _MOST_LINES):
            yield None
            return
        lines = canvas.type.lines(name, room, _MOST_LINES)
        half = canvas.type.width(*lines) / 2
        x, _ = plot.at(place + 0.5, canvas.scale.base)
        yield Label(min(max(x, left + half), canvas.width - half), 0, lines, Anchor.MIDDLE)


def _apart(canvas: Canvas, one: Label, other: Label) -> bool:
    halves = (canvas.type.width(*one.lines) + canvas.type.width(*other.lines)) / 2
    return other.x - one.x >= halves + _NEAR


def _points(values: tuple[Decimal | None, ...], plot: Plot) -> list[Point | None]:
    return [None if value is None else plot.at(place + 0.5, value) for place, value in enumerate(values)]
