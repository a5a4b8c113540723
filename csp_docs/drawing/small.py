"""Small charts side by side, one for each series, with the same axes: readers compare their shapes at a glance."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import chain, takewhile

from attrs import evolve

from csp_docs.blocks import Chart, ChartKind
from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Graph, Label, Mark, moved
from csp_docs.drawing.legend import BELOW
from csp_docs.drawing.readable import beyond, factors
from csp_docs.drawing.scale import axis_title
from csp_docs.drawing.upright import fits_upright
from csp_docs.drawing.words import Type
from csp_docs.theme.theme import Theme

_NARROWEST = 170.0
"""The least width of a small chart with words of 12 pt, in points; bars need more, for the names next to them."""
_NARROWEST_BARS = 260.0
_MOST_BESIDE = 3
_READABLE = 10.0
"""The least size of words, in points, that readers accept in order to have charts side by side."""
_BETWEEN = 16.0
"""The space between two small charts, in points."""
_SPARE = 1.0
"""The room that a row leaves, in points, so that Word has all its charts in one line."""
_SHAPE = 0.62
"""The height of a small chart, as a share of its width."""
_LOWEST = 50.0
"""The least height of the plane of a small chart among many, in points; readers still see whether a line goes up."""
_UNIT_LINES = 2
"""The most lines of the unit, which is above the first chart."""
_MOST_SMALLER = 6.0
"""How many times smaller words may become: those of this size are refused, since nobody can read them."""


def panels(chart: Chart) -> tuple[Chart, ...]:
    """Return the small charts: each has one series, and the values of all are on its axis."""
    reach = tuple(value for series in chart.series for value in series.values if value is not None)
    return tuple(
        evolve(
            chart,
            series=(series,),
            by="",
            title=series.name,
            reach=reach,
            spoken=(),
            broken="",
            without="",
            highlight=_quiet(chart, place),
        )
        for place, series in enumerate(chart.series)
    )


def _quiet(chart: Chart, place: int) -> str:
    """Return a name that nothing in a small chart has, so that all of it is quiet; empty for what stands out."""
    name = chart.series[place].name
    return "" if chart.highlight in ("", name) else chart.highlight


def draw_small(chart: Chart, width: float, theme: Theme, drawn: Callable[[Canvas], Graph]) -> Graph:
    """Return the drawing of all small charts in rows; ``drawn`` draws one of them.

    Words become a little smaller than those of the text if all rows are then full, or if charts would otherwise be in a
    single column; charts that are too high for a page have still smaller words.
    """
    tries = chain(_sizes(chart, width, theme), beyond(theme.body.size))
    for factor in takewhile(lambda one: one < _MOST_SMALLER, tries):
        shown = _decided(chart, width, theme, factor)
        for low in (False, True):
            graph = _rows(shown, width, theme, factor, drawn, low=low)
            if graph.height <= theme.tallest_figure:
                return graph
    return graph


def _sizes(chart: Chart, width: float, theme: Theme) -> list[float]:
    """Return the factors by which words may be smaller, those first that leave room for charts in full rows.

    Those come next that leave room for charts side by side.
    """
    size, count = theme.body.size, len(chart.series)

    def good(factor: float) -> tuple[bool, bool]:
        beside = _beside(_decided(chart, width, theme, factor), width, factor)
        side_by_side = size / factor >= _READABLE and beside > 1
        return side_by_side and count % beside == 0, side_by_side

    return sorted(factors(size), key=good, reverse=True)


def _decided(chart: Chart, width: float, theme: Theme, factor: float) -> Chart:
    """Return ``chart`` as it is drawn: all have bars if columns of one have no room for the names below them."""
    inner = _inner(chart, width, factor)
    canvases = (Canvas(one, inner, inner * _SHAPE, theme.tallest_figure * factor, theme) for one in panels(chart))
    if chart.kind is ChartKind.COLUMN and not all(map(fits_upright, canvases)):
        return evolve(chart, kind=ChartKind.BAR)
    return chart


def _inner(chart: Chart, width: float, factor: float) -> float:
    """Return the width of one small chart whose words are smaller by ``factor``, in points of its own."""
    beside = _beside(chart, width, factor)
    return (width - _SPARE - (beside - 1) * _BETWEEN) / beside * factor


def _beside(chart: Chart, width: float, factor: float) -> int:
    """Return the number of charts in a row; four are in two rows of two."""
    narrowest = _NARROWEST_BARS if chart.kind is ChartKind.BAR else _NARROWEST
    most = max(1, min(_MOST_BESIDE, len(chart.series), int(width * factor // narrowest)))
    rows = math.ceil(len(chart.series) / most)
    return math.ceil(len(chart.series) / rows)


def _rows(
    chart: Chart, width: float, theme: Theme, factor: float, drawn: Callable[[Canvas], Graph], *, low: bool
) -> Graph:
    """Return the drawing of all charts; they are ``low`` if they would be too high for a page in their usual shape."""
    beside, inner = _beside(chart, width, factor), _inner(chart, width, factor)
    canvases = [Canvas(one, inner, inner * _SHAPE, theme.tallest_figure * factor, theme) for one in panels(chart)]
    above = max(canvas.head.height for canvas in canvases)
    rows = math.ceil(len(canvases) / beside)
    canvases = [evolve(_low(one, rows, factor) if low else one, above=above) for one in canvases]
    highest = max(drawn(canvas).height for canvas in canvases)
    graphs = [drawn(evolve(canvas, least=highest)).times(1 / factor) for canvas in canvases]
    small = _in_rows([_spaced(one, at, beside) for at, one in enumerate(graphs)], beside, _said(chart))
    whole = sum(graph.height for graph in small[::beside])
    placed = tuple(_placed(small, beside, inner / factor + _BETWEEN))
    return Graph(chart, width, whole, placed, small[0].size, small[0].leading, has_axis=True, small=small)


def _spaced(graph: Graph, at: int, beside: int) -> Graph:
    """Return a chart with the space after it, unless it is the last of its row: that ends at the margin."""
    return graph if at % beside == beside - 1 else evolve(graph, width=graph.width + _BETWEEN)


def _said(chart: Chart) -> tuple[str, ...]:
    """Return what is above the first of all charts."""
    return axis_title(chart), chart.without, chart.broken


def _low(canvas: Canvas, rows: int, factor: float) -> Canvas:
    """Return a canvas that is at most as high as an equal share of the page for each of the ``rows`` of charts."""
    said = canvas.type.height(2 * _UNIT_LINES) + BELOW * factor
    share = (canvas.tallest - said) / rows - _BETWEEN * factor
    return evolve(canvas, least=min(canvas.least, share), tallest=share, lowest=_LOWEST)


def _in_rows(graphs: list[Graph], beside: int, said: tuple[str, ...]) -> tuple[Graph, ...]:
    """Return charts of one height with the space below their rows; the first of all has what is ``said`` above it."""
    height = max(graph.height for graph in graphs)
    last = (math.ceil(len(graphs) / beside) - 1) * beside
    spaced = [evolve(one, height=height + (_BETWEEN if at < last else 0)) for at, one in enumerate(graphs)]
    if not any(said):
        return tuple(spaced)
    type_ = Type(graphs[0].size, graphs[0].leading)
    lines = chain.from_iterable(type_.lines(words, graphs[0].width, _UNIT_LINES) for words in said if words)
    words = Label(0, 0, tuple(lines))
    first, *others = (graph.lowered(type_.height(len(words.lines)) + BELOW) for graph in spaced[:beside])
    return (evolve(first, marks=(words, *first.marks), key=(words,)), *others, *spaced[beside:])


def _placed(small: tuple[Graph, ...], beside: int, room: float) -> Iterator[Mark]:
    top = 0.0
    for row in range(0, len(small), beside):
        for column, graph in enumerate(small[row : row + beside]):
            yield from (moved(mark, column * room, top) for mark in graph.marks)
        top += small[row].height
