"""Charts with values that increase upwards: columns and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve

from csp_docs.blocks import ChartKind
from csp_docs.drawing.bars import areas, bars, gap, intervals, is_stacked, part_labels
from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.ends import LEADER, end_labels, has_ends, leaders, names_edge, right_edge, under
from csp_docs.drawing.graph import Anchor, Graph, Label, Mark
from csp_docs.drawing.intervals import behind_lines
from csp_docs.drawing.lines import curves, holds_numbers, point_labels, thinned
from csp_docs.drawing.plot import GAP, Plot
from csp_docs.drawing.scale import highest
from csp_docs.drawing.targets import clear, grounds, in_front, is_seen, target_lines, target_name, target_words

_NEAR = 3.0
"""The space between a column and its number."""
_TOUCHING, _SIDE_BY_SIDE = 1.0, 4.0
"""The least space between two numbers of columns; a target may bring all of them to one height."""
_BELOW_TITLE = 4.0
"""The space between the title of a small chart and the highest number of its axis, in points."""
_MOST_LINES = 3
"""The most lines for the name of a category."""


def fits_upright(canvas: Canvas) -> bool:
    """Return whether the names of all categories fit below their columns, without cutting a word."""
    room = _plane(canvas, has_axis=not shows_numbers(canvas)).room
    return all(canvas.type.holds(name, room, _MOST_LINES) for name in canvas.chart.categories)


def shows_numbers(canvas: Canvas) -> bool:
    """Return whether the values of columns or points are printed next to them: all are, or none.

    Parts of stacks are as high as their values, so that their height decides too. Small charts have the same axis, and
    an interval is read at an axis, which also shows that it begins above zero.
    """
    if not canvas.given or is_stacked(canvas.chart) or canvas.chart.title or canvas.chart.interval:
        return False
    if canvas.chart.kind is ChartKind.LINE:
        return canvas.scale.minimum <= 0 and holds_numbers(canvas, _plane(canvas, has_axis=False).band)
    return _spare(canvas) >= (_SIDE_BY_SIDE if canvas.chart.target else _TOUCHING)


def _spare(canvas: Canvas) -> float:
    """Return the room that the widest number leaves, above its column or at its point."""
    chart, band = canvas.chart, _plane(canvas, has_axis=False).band
    several = len(chart.series)
    room = band if several == 1 else band / (several + gap(chart, band, canvas.theme))
    return room - canvas.type.width(*map(canvas.printed, canvas.given))


def draw_upright(canvas: Canvas) -> Graph:
    """Return the drawing of columns or lines."""
    if is_stacked(canvas.chart):
        graph = _drawn(canvas, numbered=True)
        has_numbers = any(isinstance(mark, Label) and mark.value for mark in graph.marks)
        return graph if has_numbers else _drawn(canvas, numbered=False)
    for room in (0, LEADER) if has_ends(canvas) else ():
        graph = _drawn(evolve(canvas, names_at_ends=True, leaders=room), numbered=False)
        if any(isinstance(mark, Label) and mark.names is not None for mark in graph.marks):
            return graph
    graph = _drawn(canvas, shows_numbers(canvas))
    return graph if graph.has_axis or is_seen(graph) else _drawn(canvas, numbered=False)


def _drawn(canvas: Canvas, numbered: bool) -> Graph:
    """Return the drawing with numbers at all values or, if it is not ``numbered``, with an axis and a grid."""
    type_, names = canvas.type, _names(canvas, not numbered)
    names_height = max(type_.height(len(name.lines)) for name in names)
    beyond = numbered and not is_stacked(canvas.chart)
    number = type_.leading + _NEAR + canvas.theme.chart.marker / 2
    title = _BELOW_TITLE if canvas.chart.title else 0
    above = canvas.head.height + title + (number if beyond else type_.leading / 2)
    below = GAP + names_height + (number if beyond and _low(canvas, number) else 0)
    height = max(canvas.least, above + canvas.lowest + below)
    plot = _plane(canvas, not numbered, _top(canvas, above, height - below) if numbered else above, height - below)
    behind = [] if numbered else [*plot.grid(canvas.theme), *plot.numbers(canvas.ticks, type_)]
    placed = [evolve(name, y=height - names_height) for name in names]
    return canvas.graph([*behind, *_values(canvas, plot, numbered), *placed], height, plot.edges, has_axis=not numbered)


def _top(canvas: Canvas, least: float, bottom: float) -> float:
    """Return the top of a plane without an axis: its highest column, point or target is at ``least``.

    Nothing is drawn above that. A plane that had its own top there would leave empty space below the key.
    """
    share = canvas.scale.share(highest(canvas.chart))
    return max(0.0, bottom - (bottom - least) / share) if share > 0 else least


def _low(canvas: Canvas, number: float) -> bool:
    """Return whether a number below its point or column may need more room than the plane has there."""
    least = Decimal("Infinity") if canvas.chart.kind is ChartKind.LINE else Decimal(0)
    shares = (canvas.scale.share(value) for value in canvas.given if value < least)
    return any(share * canvas.lowest < number for share in shares)


def _plane(canvas: Canvas, has_axis: bool, top: float = 0, bottom: float = 0) -> Plot:
    left = canvas.type.width(*canvas.ticks) + GAP if has_axis else 0
    target = target_words(canvas)
    beside = canvas.type.width(*target) + GAP if target else 0
    right = canvas.width - beside
    if canvas.names_at_ends:
        right = min(right, right_edge(canvas, left))
    return Plot(left, top, right, bottom, canvas.scale, len(canvas.chart.categories))


def _names(canvas: Canvas, has_axis: bool) -> list[Label]:
    plot = _plane(canvas, has_axis)
    if canvas.chart.kind is ChartKind.LINE:
        return thinned(canvas, plot)
    return [
        Label(
            plot.at(place + 0.5, canvas.scale.base)[0],
            0,
            canvas.type.lines(name, plot.room, _MOST_LINES),
            Anchor.MIDDLE,
            category=place,
        )
        for place, name in enumerate(canvas.chart.categories)
    ]


def _values(canvas: Canvas, plot: Plot, numbered: bool) -> Iterator[Mark]:
    """Yield columns or lines between the grid and the words."""
    is_line = canvas.chart.kind is ChartKind.LINE
    labels = list(_numbers(canvas, plot)) if numbered else []
    yield from _columns(canvas, plot, labels) if not is_line else _target(canvas, plot, labels)
    if is_line:
        yield from behind_lines(canvas.chart, plot, canvas.theme)
        yield from curves(canvas, plot)
    if canvas.names_at_ends:
        names = end_labels(canvas, plot)
        yield from under(canvas, names)
        yield from leaders(canvas, plot, names)
        yield from names
    yield from labels


def _columns(canvas: Canvas, plot: Plot, labels: list[Label]) -> Iterator[Mark]:
    """Yield columns, and the line of the target in front of them."""
    yield from areas(canvas.chart, plot, canvas.theme)
    yield from intervals(canvas.chart, plot, canvas.theme)
    yield plot.axis(canvas.theme)
    if not canvas.chart.target:
        return
    line, stacked = plot.level(canvas.chart.target.value), is_stacked(canvas.chart)
    yield from in_front(target_lines(line, () if stacked else labels, canvas.type, canvas.theme))
    yield target_name(canvas, plot)
    yield from grounds(line, labels, canvas.type) if stacked else ()


def _target(canvas: Canvas, plot: Plot, labels: list[Label]) -> Iterator[Mark]:
    """Yield the axis, and the line of the target, which stops at numbers."""
    yield plot.axis(canvas.theme)
    if canvas.chart.target:
        yield from target_lines(plot.level(canvas.chart.target.value), labels, canvas.type, canvas.theme)
        yield target_name(canvas, plot, names_edge(canvas, plot))


def _numbers(canvas: Canvas, plot: Plot) -> Iterable[Label]:
    if is_stacked(canvas.chart):
        return part_labels(canvas, plot)
    return point_labels(canvas, plot) if canvas.chart.kind is ChartKind.LINE else _tips(canvas, plot)


def _tips(canvas: Canvas, plot: Plot) -> Iterator[Label]:
    """Yield the numbers above columns, and below those of negative values: a target may move those above."""
    for bar in bars(canvas.chart, plot, canvas.theme):
        x, y = plot.at(bar.middle, bar.tip)
        top = y + _NEAR if bar.value < 0 else y - _NEAR - canvas.type.leading
        label = Label(x, top, (canvas.printed(bar.value),), Anchor.MIDDLE, value=(bar.series, bar.category))
        yield label if bar.value < 0 else clear(canvas, plot, bar, label)
