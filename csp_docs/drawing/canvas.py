"""The canvas for charts of all kinds: their room, and everything above the plane."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from attrs import evolve

from csp_docs.blocks import Chart, ChartKind
from csp_docs.drawing.graph import Graph, Label, Mark, Plane
from csp_docs.drawing.intervals import with_key
from csp_docs.drawing.legend import APART, Head, head
from csp_docs.drawing.palette import needs_legend
from csp_docs.drawing.plot import tick_labels
from csp_docs.drawing.scale import Figures, Scale, axis_title, figures, scale
from csp_docs.drawing.words import Type
from csp_docs.records import record
from csp_docs.theme.theme import Theme

_MOST_LINES = 3
"""The most lines for the name of a target."""
_TITLE_LINES = 3
"""The most lines for the title of a small chart."""


@record
class Canvas:
    """A canvas for ``chart`` with ``width``; its height is ``least``, or more if words need it.

    With ``names_at_ends``, the names of lines are at their ends, instead of in a legend; ``leaders`` is the room of the
    lines that lead to them.
    """

    chart: Chart
    width: float
    least: float
    tallest: float
    theme: Theme
    names_at_ends: bool = False
    leaders: float = 0
    above: float = 0
    """The least height above the plane, so that small charts in a row have planes of the same height."""
    lowest: float = 120.0
    """The least height of the plane of columns and lines, in points."""

    @cached_property
    def type(self) -> Type:
        """The type of all words."""
        return Type.of(self.theme)

    @cached_property
    def scale(self) -> Scale:
        """The axis of values."""
        return scale(self.chart)

    @cached_property
    def head(self) -> Head:
        """The line above the plane: what is counted, unless each number says it, and the legend; or the title."""
        if self.chart.title:
            return self._title
        words = axis_title(self.chart)
        unit = self.type.lines(words, self.width, 1) if words else ()
        has_legend = needs_legend(self.chart) and not self.names_at_ends
        found = head(self.chart, unit, self.width, self.type, self.theme, has_legend=has_legend)
        left = self.type.width(*unit) + APART if unit else 0.0
        found = with_key(found, self.chart, left, self.width, self.type, self.theme)
        return evolve(found, height=max(found.height, self.above))

    @property
    def _title(self) -> Head:
        lines = self.type.lines(self.chart.title, self.width, _TITLE_LINES, bold=True)
        words = (Label(0, self.type.height(place), (line,), bold=True) for place, line in enumerate(lines))
        return Head(max(self.type.height(len(lines)), self.above), tuple(words))

    @cached_property
    def ticks(self) -> list[str]:
        """The numbers at the axis."""
        return tick_labels(self.scale, self.figures)

    def target_lines(self, room: float) -> tuple[str, ...]:
        """Return the name of the target with its number, no wider than ``room``; empty if there is no target."""
        target = self.chart.target
        return self.type.lines_up_to(target.name, self.printed(target.value), room, _MOST_LINES) if target else ()

    @cached_property
    def figures(self) -> Figures:
        """The format of the values."""
        return figures(self.chart)

    def printed(self, value: Decimal) -> str:
        """Return the printed form of a value."""
        return self.figures.printed(value)

    @property
    def given(self) -> list[Decimal]:
        """All values of the series that are given."""
        return [value for series in self.chart.series for value in series.values if value is not None]

    def graph(self, marks: Iterable[Mark], height: float, plane: Plane | None = None, has_axis: bool = False) -> Graph:
        """Return the drawing of ``marks`` over the full width; what has a plane has the head above it."""
        head = self.head if plane and self.chart.kind is not ChartKind.PIE else Head(0)
        return Graph(
            self.chart,
            self.width,
            height,
            (*head.marks, *marks),
            self.type.size,
            self.type.leading,
            plane,
            head.legend,
            has_axis,
            key=head.key,
        )
