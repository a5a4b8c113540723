"""Charts laid out: columns, bars, lines and pies, with their axes and words."""

from __future__ import annotations

from typing import assert_never

from attrs import evolve

from csp_docs.blocks import Chart, ChartKind
from csp_docs.drawing.across import draw_across
from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Graph
from csp_docs.drawing.pie import draw_pie
from csp_docs.drawing.upright import draw_upright, fits_upright
from csp_docs.theme.theme import Theme

_NARROWEST = 260.0
"""The least width that has room for words of 12 pt."""
_GROWTH = 1.2
_TURNED = {ChartKind.COLUMN: ChartKind.BAR, ChartKind.STACKED_COLUMN: ChartKind.STACKED_BAR}


def draw_chart(chart: Chart, width: float, theme: Theme) -> Graph:
    """Return the drawing of ``chart``, ``width`` points wide; all its words are on the canvas and do not overlap.

    It is no higher than a figure may be. A chart is shrunk only if a page cannot hold it with words of the theme's
    size.
    """
    factor = max(1.0, _NARROWEST / width)
    graph = _drawn(chart, width * factor, factor, theme)
    while graph.height > theme.tallest_figure * factor:
        factor *= _GROWTH
        graph = _drawn(chart, width * factor, factor, theme)
    return evolve(graph.times(1 / factor), width=width) if factor > 1 else graph


def fitted(chart: Chart, width: float, theme: Theme) -> Chart:
    """Return ``chart`` as it is drawn: bars replace columns if there is no room for the names below them."""
    kind = _TURNED.get(chart.kind)
    factor = max(1.0, _NARROWEST / width)
    return (
        chart
        if kind is None or fits_upright(_canvas(chart, width * factor, factor, theme))
        else evolve(chart, kind=kind)
    )


def _drawn(chart: Chart, width: float, factor: float, theme: Theme) -> Graph:
    canvas = _canvas(fitted(chart, width, theme), width, factor, theme)
    match canvas.chart.kind:
        case ChartKind.COLUMN | ChartKind.STACKED_COLUMN | ChartKind.LINE:
            return draw_upright(canvas)
        case ChartKind.BAR | ChartKind.STACKED_BAR:
            return draw_across(canvas)
        case ChartKind.PIE:
            return draw_pie(canvas)
        case _:
            assert_never(canvas.chart.kind)


def _canvas(chart: Chart, width: float, factor: float, theme: Theme) -> Canvas:
    tallest = theme.tallest_figure * factor
    return Canvas(chart, width, min(theme.chart_shape * width, tallest), tallest, theme)
