"""Charts whose values run to the right: bars."""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.drawing.bars import areas, bars, intervals, is_stacked, part_labels, thickness
from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Anchor, Graph, Label, Mark
from csp_docs.drawing.plot import GAP, Plot
from csp_docs.drawing.targets import clear, in_front, target_lines
from csp_docs.records import record

_NEAR = 4.0
"""The space between a bar and its number, in points."""
_THICKEST = 28.0
"""The greatest thickness of a bar, in points: a chart of few bars is low, and its bars look like those of others."""
_NARROWEST = 70.0
"""The least width of a plane that shows the numbers of its bars."""
_LONGER = 1.4
"""The factor by which a chart may be higher if that makes room for the numbers of its bars."""


@record
class _Rows:
    """The distance of rows: the most lines of a name, the space between names, and the least thickness of a bar.

    ``names`` is the largest share of the width for the names of categories.
    """

    lines: int
    between: float = 4
    thinnest: float = 8
    names: float = 0.4


_TRIES = (
    _Rows(3),
    _Rows(5),
    _Rows(5, names=0.55),
    _Rows(2),
    _Rows(1),
    _Rows(3, between=1, thinnest=4),
    _Rows(1, between=1, thinnest=4),
)
"""Names have more lines and more width before they are cut, and rows are closer together if a chart is too high."""


def draw_across(canvas: Canvas) -> Graph:
    """Return the drawing of bars, the first category at the top. Words are cut only if a page has no room for them."""
    held = None
    for rows in _TRIES:
        graph = _drawn(canvas, rows)
        if graph.height <= canvas.tallest and not graph.cut:
            return graph
        held = held or (graph if graph.height <= canvas.tallest else None)
    return held or graph


def _drawn(canvas: Canvas, rows: _Rows) -> Graph:
    type_, chart = canvas.type, canvas.chart
    names = [type_.lines(name, canvas.width * rows.names, rows.lines) for name in chart.categories]
    target = canvas.target_lines(canvas.width)
    head = canvas.head
    alone = head.marks and not (head.legend or head.key or chart.title)  # the others have space below them
    unit = GAP if alone else 0
    top = head.height + (type_.height(len(target)) + GAP / 2 if target else unit)
    below = GAP / 2 + type_.leading
    bottom = top + _band(canvas, top + below, max(map(len, names)), rows) * len(names)
    plot = _plane(canvas, names, top, bottom, has_axis=False)
    labels = _labels(canvas, plot) if plot.width >= _NARROWEST else []
    behind = list[Mark]()
    if not labels:
        plot = _plane(canvas, names, top, bottom, has_axis=True)
        behind = [*plot.grid(canvas.theme), *plot.numbers(canvas.ticks, type_)]
    marks = *behind, *_values(canvas, plot, labels), *_placed(canvas, plot, names)
    return canvas.graph(marks, bottom if labels else bottom + below, plot.edges, has_axis=not labels)


def _labels(canvas: Canvas, plot: Plot) -> list[Label]:
    """Return the numbers of the bars: all of them, or none if they do not fit or there are intervals."""
    chart = canvas.chart
    if chart.title or chart.interval:  # small charts have the same axis, and an interval is read at an axis
        return []
    if is_stacked(chart):
        return part_labels(canvas, plot)
    thick = plot.band if len(chart.series) == 1 else plot.band * thickness(chart, canvas.theme)
    return list(_tips(canvas, plot)) if thick >= canvas.type.leading else []


def _band(canvas: Canvas, around: float, lines: int, rows: _Rows) -> float:
    """Return the height of a category: as much as its name and its bars need, but not so much that it looks wrong.

    ``around`` is the height of everything above and below the plane.
    """
    thick, count = thickness(canvas.chart, canvas.theme), len(canvas.chart.categories)
    wanted = (canvas.least - around) / count
    needed = max(canvas.type.height(lines) + rows.between, rows.thinnest / thick)
    numbered = canvas.type.leading / thick
    if numbered <= wanted * _LONGER and not canvas.chart.title:  # small charts have an axis in place of numbers
        needed = max(needed, numbered)
    return max(needed, min(wanted, _THICKEST / thick))


def _plane(canvas: Canvas, names: list[tuple[str, ...]], top: float, bottom: float, has_axis: bool) -> Plot:
    type_, given = canvas.type, canvas.given
    tick = type_.width(*canvas.ticks) / 2 if has_axis else 0
    has_tips = not (has_axis or is_stacked(canvas.chart))
    beside = _NEAR + type_.width(*map(canvas.printed, given)) if has_tips else 0
    left = type_.width(*(line for name in names for line in name)) + GAP
    left = max(left + (beside if min(given, default=0) < 0 else 0), tick)
    last = max(tick, beside if max(given, default=0) >= 0 else 0)
    return Plot(left, top, canvas.width - last, bottom, canvas.scale, len(names), across=True)


def _placed(canvas: Canvas, plot: Plot, names: list[tuple[str, ...]]) -> Iterator[Mark]:
    """Yield the names of the categories; they end next to the plane, or next to the numbers of bars to the left."""
    x = canvas.type.width(*(line for name in names for line in name))
    for place, lines in enumerate(names):
        _, y = plot.at(place + 0.5, canvas.scale.base)
        yield Label(x, y - canvas.type.height(len(lines)) / 2, lines, Anchor.END, category=place)


def _values(canvas: Canvas, plot: Plot, labels: list[Label]) -> Iterator[Mark]:
    """Yield bars between the grid and the words; the line of a target stops at numbers."""
    yield from areas(canvas.chart, plot, canvas.theme)
    yield from intervals(canvas.chart, plot, canvas.theme)
    yield plot.axis(canvas.theme)
    if canvas.chart.target:
        (x, y), end = plot.level(canvas.chart.target.value)
        line = (x, y - GAP / 2), end
        yield from in_front(target_lines(line, labels, canvas.type, canvas.theme))
        words = canvas.target_lines(canvas.width)
        half = canvas.type.width(*words) / 2
        middle = min(max(x, half), canvas.width - half)
        yield Label(middle, y - GAP / 2 - canvas.type.height(len(words)), words, Anchor.MIDDLE)
    yield from labels


def _tips(canvas: Canvas, plot: Plot) -> Iterator[Label]:
    """Yield the numbers after bars, and before those of negative values: a target may move those after bars."""
    for bar in bars(canvas.chart, plot, canvas.theme):
        x, y = plot.at(bar.middle, bar.tip)
        anchor, x = (Anchor.END, x - _NEAR) if bar.value < 0 else (Anchor.START, x + _NEAR)
        printed = (canvas.printed(bar.value),)
        label = Label(x, y - canvas.type.leading / 2, printed, anchor, value=(bar.series, bar.category))
        yield label if bar.value < 0 else clear(canvas, plot, bar, label)
