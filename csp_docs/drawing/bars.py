"""Where the columns and bars of a chart begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from csp_docs.blocks import Chart
from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Anchor, Area, Label, Mark
from csp_docs.drawing.intervals import interval
from csp_docs.drawing.palette import bar_colour, of_bars
from csp_docs.drawing.plot import Plot
from csp_docs.drawing.scale import STACKED
from csp_docs.records import record
from csp_docs.theme.colours import ON
from csp_docs.theme.theme import Theme

_OUTLINE = 0.75
"""The width of the white lines between the parts of a stack and the columns of a category, in points."""
_INSIDE = 2.0
"""The space between the number of a part and its edges, in points."""
_WIDEST = 60.0
"""The greatest thickness of a column or bar, in points: a few columns are not blocks, but look like those of others."""
_MOST_GAP = 5.0
"""The most space between two categories, as a multiple of a column: Word's limit (ISO/IEC 29500-1, ST_GapAmount)."""


@record
class Bar:
    """One column or bar: its value, its place from start to end, and its length from ``base`` to ``tip``."""

    series: int
    category: int
    start: float
    end: float
    base: Decimal
    tip: Decimal
    value: Decimal
    colour: str

    @property
    def middle(self) -> float:
        """The middle of its thickness."""
        return (self.start + self.end) / 2


def is_stacked(chart: Chart) -> bool:
    """Return whether the series are stacked."""
    return chart.kind in STACKED


def thickness(chart: Chart, theme: Theme) -> float:
    """Return the greatest thickness of a column, as a share of the room of its category."""
    return 1 / (_beside(chart) + theme.chart.gap)


def gap(chart: Chart, band: float, theme: Theme) -> float:
    """Return the space between two categories, as a multiple of a column; ``band`` is the room of a category."""
    return min(max(theme.chart.gap, band / _WIDEST - _beside(chart)), _MOST_GAP)


def _beside(chart: Chart) -> int:
    """Return the number of columns that a category has side by side."""
    return 1 if is_stacked(chart) else len(chart.series)


def bars(chart: Chart, plot: Plot, theme: Theme) -> Iterator[Bar]:
    """Yield the bars of all series; a missing value has none."""
    between = gap(chart, plot.band, theme)
    thick = 1 / (_beside(chart) + between)
    for category in range(len(chart.categories)):
        ends = {True: Decimal(0), False: Decimal(0)}
        start = category + thick * between / 2
        for number, series in enumerate(chart.series):
            value, colour = series.values[category], bar_colour(chart, number, chart.categories[category])
            if value is not None and is_stacked(chart):
                base, ends[value > 0] = ends[value > 0], ends[value > 0] + value
                yield Bar(number, category, start, start + thick, base, ends[value > 0], value, colour)
            elif value is not None:
                first = start + number * thick
                yield Bar(number, category, first, first + thick, Decimal(0), value, value, colour)


def areas(chart: Chart, plot: Plot, theme: Theme) -> Iterator[Mark]:
    """Yield the rectangles of all bars."""
    for bar in bars(chart, plot, theme):
        if bar.value:
            corners = plot.rectangle(bar.start, bar.end, bar.base, bar.tip)
            fill, outline = of_bars(chart, bar.colour)
            yield Area(corners, fill, outline or ("white" if len(chart.series) > 1 else ""), _OUTLINE)


def intervals(chart: Chart, plot: Plot, theme: Theme) -> Iterator[Mark]:
    """Yield the confidence intervals of all bars."""
    for bar in bars(chart, plot, theme) if chart.interval else ():
        limits = chart.series[bar.series].limits
        if limits and (pair := limits[bar.category]):
            yield from interval(plot.at(bar.middle, pair[0]), plot.at(bar.middle, pair[1]), "text", theme)


def part_labels(canvas: Canvas, plot: Plot) -> list[Label]:
    """Return the numbers in the middle of the parts of stacks: all of them, or none if a part has no room."""
    labels, type_ = list[Label](), canvas.type
    for bar in (one for one in bars(canvas.chart, plot, canvas.theme) if one.value):
        text = canvas.printed(bar.value)
        (left, low), (right, high) = plot.at(bar.start, bar.base), plot.at(bar.end, bar.tip)
        if type_.width(text) + 2 * _INSIDE > abs(right - left) or type_.leading > abs(low - high):
            return []
        x, y = (left + right) / 2, (low + high - type_.leading) / 2
        labels.append(Label(x, y, (text,), Anchor.MIDDLE, f"{ON}{bar.colour}", (bar.series, bar.category)))
    return labels
