"""Charts laid out: columns, bars, lines and pies, with their axes and words.

What all readers of a chart must see alike is decided here, in this order: names are wrapped; bars replace columns if
there is no room for the names below these; the chart grows as high as a figure may be; its words become smaller, down
to 9 point; and then names that are too long are cut.
"""

from __future__ import annotations

from typing import assert_never

from attrs import evolve

from csp_docs.blocks import Chart, ChartKind
from csp_docs.drawing.across import draw_across
from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Graph
from csp_docs.drawing.readable import chosen
from csp_docs.drawing.upright import draw_upright, fits_upright
from csp_docs.theme.theme import Theme

_NARROWEST = 260.0
"""The least width that has room for words of 12 pt."""
_TURNED = {ChartKind.COLUMN: ChartKind.BAR, ChartKind.STACKED_COLUMN: ChartKind.STACKED_BAR}


def draw_chart(chart: Chart, width: float, theme: Theme) -> Graph:
    """Return the drawing of ``chart``, ``width`` points wide; all its words are on the canvas and do not overlap.

    It is no higher than a figure may be. Its ``chart`` is the chart as it is drawn, and ``cut`` has the words that are
    not printed whole. Words are smaller than 9 point only if a page cannot hold the chart with larger ones:
    ``is_small`` says so, and such a drawing must not be printed.
    """
    if chart.by:
        from csp_docs.drawing.small import draw_small

        return draw_small(chart, width, theme, _drawn)
    wanted = _decided(chart, width, theme)
    return chosen(lambda factor: _held(wanted, width, factor, theme), theme.body.size, _NARROWEST / width)


def _decided(chart: Chart, width: float, theme: Theme) -> Chart:
    """Return ``chart`` as it is drawn: bars replace columns if there is no room for the names below them."""
    kind = _TURNED.get(chart.kind)
    factor = max(1.0, _NARROWEST / width)
    if kind is None or fits_upright(_canvas(chart, width, factor, theme)):
        return chart
    return evolve(chart, kind=kind)


def _held(chart: Chart, width: float, factor: float, theme: Theme) -> Graph | None:
    """Return the drawing whose words are smaller by ``factor``, if it is no higher than a figure may be."""
    graph = _drawn(_canvas(chart, width, factor, theme))
    if graph.height > theme.tallest_figure * factor:
        return None
    return evolve(graph.times(1 / factor), width=width) if factor > 1 else graph


def _drawn(canvas: Canvas) -> Graph:
    match canvas.chart.kind:
        case ChartKind.COLUMN | ChartKind.STACKED_COLUMN | ChartKind.LINE:
            return draw_upright(canvas)
        case ChartKind.BAR | ChartKind.STACKED_BAR:
            return draw_across(canvas)
        case ChartKind.PIE:
            from csp_docs.drawing.pie import draw_pie

            return draw_pie(canvas)
        case _:
            assert_never(canvas.chart.kind)


def _canvas(chart: Chart, width: float, factor: float, theme: Theme) -> Canvas:
    """Return a canvas that is larger by ``factor``, for words of the theme's size."""
    tallest, wide = theme.tallest_figure * factor, width * factor
    return Canvas(chart, wide, min(theme.chart_shape * wide, tallest), tallest, theme)
