"""The line above a chart that says what is counted and names the series, and the samples of their looks."""

from __future__ import annotations

import math
from collections.abc import Iterator

from attrs import evolve

from csp_docs.blocks import Chart, ChartKind
from csp_docs.drawing.graph import Area, Label, Line, Mark, Plane, Point
from csp_docs.drawing.palette import TARGET, Marker, SeriesLook, looks, of_bars
from csp_docs.drawing.words import Type
from csp_docs.records import record
from csp_docs.theme.theme import Theme

_SAMPLE = 28.0
"""The width of the sample of a line, in points."""
_SQUARE = 10.0
NEAR, APART = 6.0, 20.0
"""The space between a sample and its name, and between a name and the next sample."""
BELOW = 8.0
_MOST_LINES = 3
"""The most lines for the name of a series."""
_ROUND = 24
"""The number of corners of a shape that looks round."""


@record
class Head:
    """What is above a chart: its ``height`` with the space below it, its marks, and the place of the legend in it.

    ``key`` has those of its marks that say what its intervals are.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    legend: Plane | None = None
    key: tuple[Mark, ...] = ()


def head(chart: Chart, unit: tuple[str, ...], width: float, type_: Type, theme: Theme, *, has_legend: bool) -> Head:
    """Return the unit with the legend on the same line, or above it if the names of the series need more room."""
    words = [Label(0, type_.height(place), (line,)) for place, line in enumerate(unit)]
    if not has_legend:
        return Head(type_.height(len(unit)), tuple(words))
    left = type_.width(*unit) + APART if unit else 0.0
    found = _legend(chart, left, width, type_, theme)
    if found.height <= type_.leading + BELOW or not unit:
        return evolve(found, marks=(*words, *found.marks))
    above = _legend(chart, 0, width, type_, theme)
    return evolve(above, height=above.height + type_.leading, marks=(*above.marks, Label(0, above.height, unit)))


def _legend(chart: Chart, left: float, width: float, type_: Type, theme: Theme) -> Head:
    """Return the names of the series with their samples, in rows from ``left`` on."""
    marks: list[Mark] = []
    is_line = chart.kind is ChartKind.LINE
    sample = _SAMPLE if is_line else _SQUARE
    x, y, row = left, 0.0, 0.0
    for series, look in zip(chart.series, looks(chart), strict=True):
        lines = type_.lines(series.name, width - left - sample - NEAR, _MOST_LINES)
        if x > left and x + sample + NEAR + type_.width(*lines) > width:
            x, y, row = left, y + row, 0.0
        marks += _sample(x, y + type_.leading / 2, chart, look, theme)
        marks.append(Label(x + sample + NEAR, y, lines))
        x += sample + NEAR + type_.width(*lines) + APART
        row = max(row, type_.height(len(lines)))
    return Head(y + row + BELOW, tuple(marks), (left, 0, width, y + row))


def _sample(x: float, y: float, chart: Chart, look: SeriesLook, theme: Theme) -> Iterator[Mark]:
    if chart.kind is not ChartKind.LINE:
        half = _SQUARE / 2
        corners = ((x, y - half), (x + _SQUARE, y - half), (x + _SQUARE, y + half), (x, y + half))
        yield Area(corners, *of_bars(chart, look.colour))
        return
    yield stroke(((x, y), (x + _SAMPLE, y)), look, theme)
    yield marker((x + _SAMPLE / 2, y), look, theme)


def stroke(points: tuple[Point, ...], look: SeriesLook, theme: Theme) -> Line:
    """Return the line of a series, or of a target, through ``points``."""
    width = theme.chart.target if look is TARGET else theme.chart.line
    return Line(points, look.colour, width, tuple(part * width for part in look.dash.pattern))


def marker(at: Point, look: SeriesLook, theme: Theme) -> Area:
    """Return the sign of a series with its middle at ``at``."""
    points = tuple(
        (at[0] + x * theme.chart.marker / 2, at[1] + y * theme.chart.marker / 2) for x, y in _OUTLINES[look.marker]
    )
    return Area(points, "white" if look.hollow else look.colour, look.colour, theme.chart.line / 2)


_OUTLINES: dict[Marker, tuple[Point, ...]] = {
    Marker.CIRCLE: tuple(
        (math.cos(2 * math.pi * part / _ROUND), math.sin(2 * math.pi * part / _ROUND)) for part in range(_ROUND)
    ),
    Marker.SQUARE: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    Marker.TRIANGLE: ((0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
    Marker.DIAMOND: ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
}
