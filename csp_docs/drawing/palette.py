"""The look of the series of a chart: the same colours, dashes and markers for all writers."""

from __future__ import annotations

from enum import Enum

from csp_docs.blocks import Chart, ChartKind
from csp_docs.records import record
from csp_docs.theme.colours import contrast_to_white
from csp_docs.theme.theme import Theme

_READABLE = 4.5
"""The contrast that words need with their background (WCAG 2.2, 1.4.3)."""


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
TARGET = SeriesLook("text", Dash.DASH, Marker.CIRCLE)
"""The line of a target; it has no markers."""


def needs_legend(chart: Chart) -> bool:
    """Return whether a legend above the chart names its series: a single series and a pie do not need one."""
    return len(chart.series) > 1 and chart.kind is not ChartKind.PIE


def ink(colour: str, theme: Theme) -> str:
    """Return the name of the colour of words on ``colour`` of the theme."""
    return "white" if contrast_to_white(theme.colour(colour)) >= _READABLE else "text"
