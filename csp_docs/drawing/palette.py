"""The look of the series of a chart: the same colours, dashes and markers for all writers."""

from __future__ import annotations

from enum import Enum

from attrs import evolve

from csp_docs.blocks import Chart, ChartKind
from csp_docs.measures.years import newest
from csp_docs.records import record
from csp_docs.theme.colours import TINT


class Dash(Enum):
    """Dashes of lines, named as in DrawingML (ECMA-376-1, 20.1.10.49)."""

    SOLID = "solid"
    DASH = "dash"
    SHORT = "sysDash"
    DASH_DOT = "dashDot"
    LONG = "lgDash"
    LONG_DOT = "lgDashDot"

    @property
    def pattern(self) -> tuple[int, ...]:
        """The lengths of dashes and gaps in turn, as multiples of the line's width; empty for a solid line."""
        return _PATTERNS[self]


class Marker(Enum):
    """Signs at the values of a line, named as in DrawingML (ECMA-376-1, 21.2.3.27)."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


@record
class SeriesLook:
    """The look of one series: ``colour`` is the name of a colour of the theme; a ``hollow`` marker is white inside."""

    colour: str
    dash: Dash
    marker: Marker
    hollow: bool = False


_PATTERNS = {
    Dash.SOLID: (),
    Dash.DASH: (4, 3),
    Dash.SHORT: (3, 1),
    Dash.DASH_DOT: (4, 3, 1, 3),
    Dash.LONG: (8, 3),
    Dash.LONG_DOT: (8, 3, 1, 3),
}
SERIES = (
    SeriesLook("series_1", Dash.SOLID, Marker.CIRCLE),
    SeriesLook("series_2", Dash.DASH, Marker.SQUARE),
    SeriesLook("series_3", Dash.SHORT, Marker.TRIANGLE),
    SeriesLook("series_4", Dash.DASH_DOT, Marker.DIAMOND),
    SeriesLook("series_5", Dash.LONG, Marker.CIRCLE, hollow=True),
    SeriesLook("series_6", Dash.LONG_DOT, Marker.SQUARE, hollow=True),
)
"""The looks of the first series, the second and so on (for a pie, of its slices). No chart has more."""
_QUIET = "quiet"
"""The colour of what is not highlighted."""
_EARLIER = ("earlier_1", "earlier_2", "earlier_3")
"""The colours of the years before the newest, the oldest first."""
TARGET = SeriesLook("text", Dash.DASH, Marker.CIRCLE)
"""The line of a target; it has no markers."""


def looks(chart: Chart) -> tuple[SeriesLook, ...]:
    """Return the look of each series.

    A highlighted line has the first look, and the others are quiet; so has the newest of some years, and the earlier
    ones are grey.
    """
    if not (chart.highlight and chart.kind is ChartKind.LINE):
        return _of_periods(chart) or SERIES[: len(chart.series)]
    first, *others = SERIES
    if len(chart.series) == 1:
        return (evolve(first, colour=_QUIET),)
    quiet = iter(evolve(look, colour=_QUIET) for look in others)
    return tuple(first if series.name == chart.highlight else next(quiet) for series in chart.series)


def _of_periods(chart: Chart) -> tuple[SeriesLook, ...]:
    """Return the looks of series that are a few periods, the darker the newer; empty if they are not."""
    at = newest([series.name for series in chart.series])
    if at is None or chart.highlight or len(chart.series) > len(_EARLIER) + 1:
        return ()
    first, *others = SERIES
    grey = [
        evolve(look, colour=colour) for look, colour in zip(others, _EARLIER[: len(chart.series) - 1], strict=False)
    ]
    return (*grey, first) if at else (first, *reversed(grey))


def bar_colour(chart: Chart, series: int, category: str) -> str:
    """Return the name of the colour of a column or bar: that of its series, or quiet next to a highlighted one."""
    return _QUIET if chart.highlight and category != chart.highlight else looks(chart)[series].colour


def of_bars(chart: Chart, colour: str) -> tuple[str, str]:
    """Return the fill and the outline of columns and bars: lines over a tint show where an interval begins."""
    if chart.interval:
        return f"{colour}{TINT}", colour
    return colour, ""


def needs_legend(chart: Chart) -> bool:
    """Return whether a legend above the chart names its series: a single series and a pie do not need one."""
    return len(chart.series) > 1 and chart.kind is not ChartKind.PIE
