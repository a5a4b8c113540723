"""The parts of line charts: gaps, markers, the numbers at their points, and names for some categories only."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise

from attrs import evolve

from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Anchor, Label, Mark, Point
from csp_docs.drawing.legend import marker, stroke
from csp_docs.drawing.palette import looks
from csp_docs.drawing.plot import GAP, Plot
from csp_docs.drawing.targets import strikes
from csp_docs.theme.theme import Theme

_NEAR = 3.0
"""The space between a marker and its number, and half of the least space between two names."""
_BESIDE = 5.0
"""The distance that a number reaches back over its point if the line leaves room on one side only."""
_MOST_LINES = 2
"""The most lines for the name of a category."""
_STEPS = (1, 2, 3, 4, 6, 12, 24, 36, 48, 60)
"""The steps between categories with a name: they keep months and quarters at the same place in the year."""
_EVEN, _MOST_EVEN = 2, 12
"""How many times farther apart names may be, and how far, to have the last one as far from its neighbour as all are."""
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
    """Yield the numbers at the points of the only series, on the side that its line and the target leave free."""
    [series] = canvas.chart.series
    target = canvas.chart.target
    level = plot.level(target.value)[0][1] if target else -math.inf
    points = _points(series.values, plot)
    for place, (point, value) in enumerate(zip(points, series.values, strict=True)):
        if point and value is not None:
            around = points[place - 1] if place else None, points[place + 1] if place + 1 < len(points) else None
            sides = list(_sides(point, around, canvas.printed(value), canvas, plot.bottom))
            label = next((side for side in sides if not strikes(level, side, canvas.type)), sides[0])
            yield evolve(label, value=(0, place))


def _sides(
    point: Point, around: tuple[Point | None, Point | None], text: str, canvas: Canvas, bottom: float
) -> Iterator[Label]:
    """Yield the places of a number that its line leaves free, the usual one first.

    That is below its point if the line goes up on both sides, or above it; at one side if the line would cross it. A
    number below a point at the ``bottom`` would be over the name of its category.
    """
    x, y = point
    near, room = canvas.theme.chart.marker / 2 + _NEAR, canvas.type.width(text)
    above, below = y - near - canvas.type.leading, y + near
    left = Label(min(x + _BESIDE, x + room / 2), 0, (text,), Anchor.END)
    right = Label(max(x - _BESIDE, x - room / 2), 0, (text,))
    middle = Label(x, 0, (text,), Anchor.MIDDLE)
    over, under = middle, middle if all(other[1] <= y for other in around if other) else None
    before, after = around
    if before and after and before[1] >= y >= after[1]:
        over, under = left if before[1] > y > after[1] else middle, right
    elif before and after and before[1] <= y <= after[1]:
        over, under = right if before[1] < y < after[1] else middle, left
    if under and below + canvas.type.leading <= bottom:
        found = evolve(over, y=above), evolve(under, y=below)
        is_valley = any(around) and all(other[1] < y for other in around if other)
        yield from reversed(found) if is_valley else found
    else:
        yield evolve(over, y=above)


def holds_numbers(canvas: Canvas, band: float) -> bool:
    """Return whether the numbers of one line do not overlap and are few; ``band`` is the room of a category."""
    width = canvas.type.width(*map(canvas.printed, canvas.given))
    few = len(canvas.chart.series) == 1 and len(canvas.given) <= _MOST_NUMBERS
    return few and max(width, 1.5 * width - _BESIDE) <= band - 1


def thinned(canvas: Canvas, plot: Plot) -> list[Label]:
    """Return the names of as many categories as fit side by side on the canvas, always with the first and the last.

    Readers look for the newest figure: they must not count ticks to know what it is of. Only if the page has no room
    for both is there the first alone.
    """
    last = max(1, len(canvas.chart.categories) - 1)
    steps = sorted({step for step in _STEPS if step < last} | {step for step in range(1, last + 1) if not last % step})
    fitting = ((every, _named(canvas, plot, every)) for every in steps)
    every, found = next(((every, names) for every, names in fitting if names), (last + 1, []))
    even = (step for step in range(every + 1, _EVEN * every + 1) if not last % step)
    if 0 < 2 * (last % every) <= every and (step := next(even, last)) <= _MOST_EVEN:
        found = _named(canvas, plot, step) or found
    return found or [label for label in _every(canvas, plot, last + 1, 1.0) if label]


def _named(canvas: Canvas, plot: Plot, every: int) -> list[Label]:
    """Return the names of each ``every``-th category and the last, if they fit side by side."""
    for share in _SHARES:
        labels = list(_every(canvas, plot, every, share))
        found = [label for label in labels if label]
        if len(found) == len(labels) and all(_apart(canvas, one, other) for one, other in pairwise(found)):
            return found
    return []


def _every(canvas: Canvas, plot: Plot, every: int, share: float) -> Iterator[Label | None]:
    """Yield the names of each ``every``-th category and the last, in a ``share`` of the room; None if one is too long.

    ``every`` is the number of categories if there is room for one name only.
    """
    left, count = max(0.0, plot.left - GAP), len(canvas.chart.categories)
    room = min(every * plot.room * share, canvas.width - left)
    for place in sorted({*range(0, count, every), count - 1 if every < count else 0}):
        name = canvas.chart.categories[place]
        if every < count and not canvas.type.holds(name, room, _MOST_LINES):
            yield None
            return
        lines = canvas.type.lines(name, room, _MOST_LINES)
        half = canvas.type.width(*lines) / 2
        x, _ = plot.at(place + 0.5, canvas.scale.base)
        yield Label(min(max(x, left + half), canvas.width - half), 0, lines, Anchor.MIDDLE, category=place)


def _apart(canvas: Canvas, one: Label, other: Label) -> bool:
    halves = (canvas.type.width(*one.lines) + canvas.type.width(*other.lines)) / 2
    return other.x - one.x >= halves + 2 * _NEAR


def _points(values: tuple[Decimal | None, ...], plot: Plot) -> list[Point | None]:
    return [None if value is None else plot.at(place + 0.5, value) for place, value in enumerate(values)]
