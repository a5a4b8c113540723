"""The names of lines at their ends, which readers find faster than in a legend."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from csp_docs.blocks import ChartKind
from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Area, Label
from csp_docs.drawing.plot import GAP, Plot

_NEAR = 3.0
"""The space between a marker and the name of its line, in points."""
_WIDEST = 0.3
"""The largest share of the width for the names."""


def has_ends(canvas: Canvas) -> bool:
    """Return whether the names of several lines may be at their ends: all have one there, and the names are short."""
    chart = canvas.chart
    if chart.kind is not ChartKind.LINE or len(chart.series) < 2 or len(chart.categories) < 2:
        return False
    room = canvas.width * _WIDEST
    return all(series.values[-1] is not None and canvas.type.holds(series.name, room, 1) for series in chart.series)


def right_edge(canvas: Canvas, left: float) -> float:
    """Return the right edge of a plane that begins at ``left``, with room for the names after the last points."""
    half = 0.5 / len(canvas.chart.categories)
    names = canvas.type.width(
        *(line for series in canvas.chart.series for line in canvas.type.lines(series.name, canvas.width, 1))
    )
    return (canvas.width - _offset(canvas) - names - left * half) / (1 - half)


def end_labels(canvas: Canvas, plot: Plot) -> list[Label]:
    """Return the names of all lines next to their last points; none if one would overlap other words or the target."""
    x, _ = plot.at(plot.count - 0.5, canvas.scale.base)
    labels = [
        Label(x + _offset(canvas), y - canvas.type.leading / 2, canvas.type.lines(name, canvas.width, 1), names=place)
        for place, name, y in _ends(canvas, plot)
    ]
    tops = sorted(label.y for label in labels)
    has_room = all(lower - upper >= canvas.type.leading for upper, lower in pairwise(tops))
    is_above = tops[-1] + canvas.type.leading <= plot.bottom + GAP
    return labels if has_room and is_above and _keeps_off_target(canvas, plot, tops) else []


def under(canvas: Canvas, labels: list[Label]) -> Iterator[Area]:
    """Yield the white ground of each name, so that no line of the grid crosses it."""
    for label in labels:
        left, top, right, bottom = canvas.type.extent(label)
        yield Area(((left, top), (right, top), (right, bottom), (left, bottom)), "white")


def _ends(canvas: Canvas, plot: Plot) -> Iterator[tuple[int, str, float]]:
    for place, series in enumerate(canvas.chart.series):
        value = series.values[-1]
        if value is not None:
            yield place, series.name, plot.at(plot.count - 0.5, value)[1]


def _keeps_off_target(canvas: Canvas, plot: Plot, tops: list[float]) -> bool:
    """Return whether the names keep off the line of the target and its name, which is at the end of the line."""
    if not canvas.chart.target:
        return True
    _, (_, level) = plot.level(canvas.chart.target.value)
    lines = len(canvas.target_lines(canvas.width)) + 1
    half = canvas.type.leading / 2
    return all(abs(top + half - level) >= half * lines + GAP for top in tops)


def _offset(canvas: Canvas) -> float:
    return canvas.theme.chart.marker / 2 + _NEAR
