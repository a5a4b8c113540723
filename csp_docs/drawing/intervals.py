"""Confidence intervals: lines with two ends at columns, bars and points, or a band around a single line."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from csp_docs.blocks import Chart, ChartKind
from csp_docs.drawing.graph import Area, Label, Line, Mark, Point
from csp_docs.drawing.legend import BELOW, NEAR, Head
from csp_docs.drawing.palette import looks
from csp_docs.drawing.plot import Plot
from csp_docs.drawing.words import Type
from csp_docs.theme.colours import TINT
from csp_docs.theme.theme import Theme

_END = 3.0
"""Half the length of the end of a line, in points: Word's are about as long."""
_SAMPLE, _TALL = 12.0, 10.0
"""The room of the sample in the key, and its height."""
_MOST_LINES = 4


def has_band(chart: Chart) -> bool:
    """Return whether a band shows the intervals: of a single line, if all its numbers have one.

    The bands of several lines would hide each other, and Word draws a band with a gap as if it fell to zero.
    """
    if chart.kind is not ChartKind.LINE or len(chart.series) > 1 or len(chart.categories) < 2:
        return False
    return bool(chart.series[0].limits) and all(chart.series[0].limits)


def behind_lines(chart: Chart, plot: Plot, theme: Theme) -> Iterator[Mark]:
    """Yield the band of a single line, or the intervals at the points of lines."""
    if has_band(chart):
        lower = [plot.at(place + 0.5, pair[0]) for place, pair in enumerate(chart.series[0].limits) if pair]
        upper = [plot.at(place + 0.5, pair[1]) for place, pair in enumerate(chart.series[0].limits) if pair]
        yield _band((*upper, *reversed(lower)), looks(chart)[0].colour, theme)
        return
    for series, look in zip(chart.series, looks(chart), strict=True):
        for place, pair in enumerate(series.limits):
            if pair:
                yield from interval(plot.at(place + 0.5, pair[0]), plot.at(place + 0.5, pair[1]), look.colour, theme)


def with_key(head: Head, chart: Chart, left: float, width: float, type_: Type, theme: Theme) -> Head:
    """Return the ``head`` of a chart with what its intervals are, and that its axis is without zero, if it is.

    This key is at ``left`` next to the unit, or in its own row.
    """
    said = key_words(chart)
    if not said:
        return head
    sample = _SAMPLE + NEAR if chart.interval else 0.0
    beside = not head.legend and left + sample + type_.width(said) <= width
    bottoms = (mark.y + type_.height(len(mark.lines)) for mark in head.marks if isinstance(mark, Label))
    above = 0.0 if beside else max(bottoms, default=0.0)
    x = left if beside else 0.0
    lines = type_.lines(said, width - x - sample, _MOST_LINES)
    words = Label(x + sample, above, lines)
    key = words, *(_sample(chart, (x + _SAMPLE / 2, above + type_.leading / 2), theme) if chart.interval else ())
    height = max(head.height, above + type_.height(len(lines)) + BELOW)
    return evolve(head, height=height, marks=(*head.marks, *key), key=key)


def key_words(chart: Chart) -> str:
    """Return what readers need to know of the intervals and the axis of a chart; empty if there is nothing."""
    return ". ".join(filter(None, (chart.key, chart.broken)))


def _sample(chart: Chart, at: Point, theme: Theme) -> Iterator[Mark]:
    (x, y), half = at, _TALL / 2
    colour = looks(chart)[0].colour if len(chart.series) == 1 and chart.kind is ChartKind.LINE else "text"
    if has_band(chart):
        yield _band(
            ((x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)), colour, theme
        )
    elif chart.kind is ChartKind.BAR:
        yield from interval((x - _SAMPLE / 2, y), (x + _SAMPLE / 2, y), colour, theme)
    else:
        yield from interval((x, y + half), (x, y - half), colour, theme)


def _band(points: tuple[Point, ...], colour: str, theme: Theme) -> Area:
    return Area(points, f"{colour}{TINT}", colour, theme.chart.axis)


def interval(low: Point, high: Point, colour: str, theme: Theme) -> Iterator[Line]:
    """Yield a line between two points, and its ends across it."""
    yield Line((low, high), colour, theme.chart.interval)
    across = (0, _END) if low[1] == high[1] else (_END, 0)
    for x, y in (low, high):
        ends = (x - across[0], y - across[1]), (x + across[0], y + across[1])
        yield Line(ends, colour, theme.chart.interval)
