"""Charts whose values run to the right: bars."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from csp_docs.drawing.bars import areas, bars, is_stacked, part_labels, thickness
from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Anchor, Graph, Label, Mark
from csp_docs.drawing.legend import stroke
from csp_docs.drawing.palette import TARGET
from csp_docs.drawing.plot import GAP, Plot

_NAMES = 0.4
"""The share of the width that the names of categories have at most."""
_NEAR = 4.0
"""Between a bar and its number."""
_CLEAR = 3.0
"""Between a number and the line of a target: less than ``_NEAR``."""
_THICKEST = 40.0
"""Of a bar."""
_NARROWEST = 70.0
"""A plane that is narrower leaves the numbers of its bars out."""
_LONGER = 1.4
"""A chart may be so many times as high as it would be, if the numbers of its bars have room then."""


@frozen
class _Rows:
    """How near rows stand: lines of a name at most, what is between two names, and the thickness of a bar at least."""

    lines: int
    between: float = 4
    thinnest: float = 8


_TRIES = _Rows(3), _Rows(2), _Rows(1), _Rows(1, between=1, thinnest=6)
"""Nearer where the chart would be too high."""


def draw_across(canvas: Canvas) -> Graph:
    """Return the drawing of bars; the first category stands at the top."""
    for rows in _TRIES:
        graph = _drawn(canvas, rows)
        if graph.height <= canvas.tallest:
            break
    return graph


def shows_numbers(canvas: Canvas, band: float) -> bool:
    """Tell whether the values stand at the ends of bars: all do, or none."""
    thick = band if len(canvas.chart.series) == 1 else band * thickness(canvas.chart, canvas.theme)
    return not is_stacked(canvas.chart) and thick >= canvas.type.leading


def _drawn(canvas: Canvas, rows: _Rows) -> Graph:
    type_, chart = canvas.type, canvas.chart
    head, legend = canvas.head
    names = [type_.lines(name, canvas.width * _NAMES, rows.lines) for name in chart.categories]
    target = canvas.target_lines(canvas.width)
    top = head + (type_.height(len(target)) + GAP / 2 if target else 0)
    below = GAP / 2 + type_.height(1 + len(canvas.title))
    band = _band(canvas, top + below, max(map(len, names)), rows)
    numbered, bottom = shows_numbers(canvas, band), top + band * len(names)
    plot = _plane(canvas, names, top, bottom, numbered)
    if plot.width < _NARROWEST:
        numbered, plot = False, _plane(canvas, names, top, bottom, numbered=False)
    height = plot.bottom + below
    title = canvas.title_mark(canvas.width - type_.width(*canvas.title), height - type_.leading)
    behind = [*legend, *title, *plot.grid(canvas.theme), *plot.numbers(canvas.ticks, type_)]
    marks = *behind, *_values(canvas, plot, numbered), *_placed(canvas, plot, names)
    return canvas.graph(marks, height, plot.edges)


def _band(canvas: Canvas, around: float, lines: int, rows: _Rows) -> float:
    """Return the room of a category: as high as its name and its bars need it, no higher than looks well.

    ``around`` is the height of what stands above and below the plane.
    """
    thick, count = thickness(canvas.chart, canvas.theme), len(canvas.chart.categories)
    wanted = (canvas.least - around) / count
    needed = max(canvas.type.height(lines) + rows.between, rows.thinnest / thick)
    numbered = canvas.type.leading / thick
    if numbered <= wanted * _LONGER:
        needed = max(needed, numbered)
    return max(needed, min(wanted, _THICKEST / thick))


def _plane(canvas: Canvas, names: list[tuple[str, ...]], top: float, bottom: float, numbered: bool) -> Plot:
    type_, given = canvas.type, canvas.given
    tick = type_.width(*canvas.ticks) / 2
    beside = _NEAR + type_.width(*map(canvas.printed, given)) if numbered else 0
    left = type_.width(*(line for name in names for line in name)) + GAP
    left = max(left + (beside if min(given) < 0 else 0), tick)
    last = max(tick, beside if max(given) >= 0 else 0)
    return Plot(left, top, canvas.width - last, bottom, canvas.scale, len(names), across=True)


def _placed(canvas: Canvas, plot: Plot, names: list[tuple[str, ...]]) -> Iterator[Mark]:
    """Yield the names of the categories; they end beside the plane, and numbers of bars to the left stand between."""
    x = canvas.type.width(*(line for name in names for line in name))
    for place, lines in enumerate(names):
        _, y = plot.at(place + 0.5, canvas.scale.base)
        yield Label(x, y - canvas.type.height(len(lines)) / 2, lines, Anchor.END)


def _values(canvas: Canvas, plot: Plot, numbered: bool) -> Iterator[Mark]:
    """Yield bars between the grid and the words; the line of a target makes way for numbers."""
    labels = list(part_labels(canvas, plot) if is_stacked(canvas.chart) else _tips(canvas, plot) if numbered else ())
    yield from areas(canvas.chart, plot, canvas.theme)
    yield plot.axis(canvas.theme)
    if canvas.chart.target:
        (x, y), end = plot.level(canvas.chart.target.value)
        line = (x, y - GAP / 2), end
        yield stroke(line, TARGET, canvas.theme)
        words = canvas.target_lines(canvas.width)
        half = canvas.type.width(*words) / 2
        middle = min(max(x, half), canvas.width - half)
        yield Label(middle, y - GAP / 2 - canvas.type.height(len(words)), words, Anchor.MIDDLE)
        if numbered:
            yield from (ground for label in labels for ground in canvas.ground(label, line, _CLEAR))
    yield from labels


def _tips(canvas: Canvas, plot: Plot) -> Iterator[Label]:
    for bar in bars(canvas.chart, canvas.theme):
        x, y = plot.at(bar.middle, bar.tip)
        anchor, x = (Anchor.END, x - _NEAR) if bar.value < 0 else (Anchor.START, x + _NEAR)
        yield Label(
            x, y - canvas.type.leading / 2, (canvas.printed(bar.value),), anchor, value=(bar.series, bar.category)
        )
