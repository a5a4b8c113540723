"""Shared tools for the parts of a chart: elements, texts, fills and lines in the style of the theme (DrawingML)."""

from __future__ import annotations

from typing import NamedTuple

from csp_docs.blocks import Chart, ChartKind, Series
from csp_docs.drawing.graph import Graph, Label, Line, Plane
from csp_docs.drawing.lines import marked
from csp_docs.drawing.palette import TARGET, Dash
from csp_docs.drawing.scale import Figures, Scale, figures, scale
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.drawings.chart_intervals import interval_columns
from csp_docs.writers.word.drawings.drawings import d, emu
from csp_docs.writers.word.file.elements import Xml, worded
from csp_docs.writers.word.file.measures import painted

_ACROSS = (ChartKind.BAR, ChartKind.STACKED_BAR)
_HUNDREDTHS = 100
"""The units of type size in DrawingML: hundredths of a point."""


class ChartSetting(NamedTuple):
    """A chart with everything that its parts need: looks, language, and the ``graph`` that the PDF shows.

    ``scale`` is the axis of values, ``figures`` their format.
    """

    chart: Chart
    graph: Graph
    theme: Theme
    language: str
    scale: Scale
    figures: Figures

    @classmethod
    def of(cls, graph: Graph, theme: Theme, language: str) -> ChartSetting:
        """Return the setting of the chart that ``graph`` shows."""
        return cls(graph.chart, graph, theme, language, scale(graph.chart), figures(graph.chart))

    @property
    def is_across(self) -> bool:
        """Whether values increase to the right."""
        return self.chart.kind in _ACROSS

    @property
    def has_line(self) -> bool:
        """Whether the target is a series: Word draws a series only from left to right, through two points or more."""
        return bool(self.chart.target) and not self.has_shape

    @property
    def has_shape(self) -> bool:
        """Whether the target is a line drawn on the chart."""
        return bool(self.chart.target) and (self.is_across or len(self.chart.categories) == 1)

    @property
    def has_shapes(self) -> bool:
        """Whether anything is drawn on the chart: a target, the key of its intervals, or the name of a last period."""
        return self.has_shape or bool(self.graph.key) or bool(self.last_name)

    @property
    def columns(self) -> tuple[Series, ...]:
        """The columns of the workbook: the series, a target that is a series, and what the intervals are drawn from."""
        return (*self.chart.series, *self.target, *interval_columns(self.chart))

    @property
    def target(self) -> tuple[Series, ...]:
        """The target as a series, the same number for each category, if it can be a series."""
        target = self.chart.target
        if not target or not self.has_line:
            return ()
        return (Series(target.name, (target.value,) * len(self.chart.categories)),)

    @property
    def target_lines(self) -> tuple[Line, ...]:
        """The pieces of the line of the target: it is broken at numbers."""
        dashed = (mark for mark in self.graph.marks if isinstance(mark, Line) and mark.dash)
        return tuple(line for line in dashed if line.colour == TARGET.colour)

    @property
    def halos(self) -> tuple[Line, ...]:
        """The white edges of the pieces of the line of the target, if it is in front of columns and bars."""
        lines = (mark for mark in self.graph.marks if isinstance(mark, Line))
        return tuple(line for line in lines if line.colour == "white")

    @property
    def labels(self) -> tuple[Label, ...]:
        """All labels of the graph."""
        return tuple(mark for mark in self.graph.marks if isinstance(mark, Label))

    def numbers(self, series: int) -> dict[int, Label]:
        """Return the numbers of a series that are printed, by category."""
        found = ((label.value, label) for label in self.labels)
        return {value[1]: label for value, label in found if value and value[0] == series}

    @property
    def names(self) -> list[Label]:
        """The names of categories in the graph."""
        return [label for label in self.labels if label.category is not None]

    @property
    def every(self) -> int:
        """The number of categories for each name, from the first: the graph has as many as there is room for."""
        places = [label.category or 0 for label in self.names]
        return places[1] if len(places) > 1 else max(1, len(self.chart.categories))

    @property
    def last_name(self) -> Label | None:
        """The name of the last category, if an axis that names each second or third would not have it."""
        last = self.names[-1] if self.names else None
        return last if last and last.category and last.category % self.every else None

    @property
    def plane(self) -> Plane | None:
        """Left, top, right and bottom of the area that values are drawn on, as shares of the complete chart."""
        if not self.graph.plane:
            return None
        (left, top, right, bottom), (width, height) = self.graph.plane, (self.graph.width, self.graph.height)
        return left / width, top / height, right / width, bottom / height

    @property
    def band(self) -> float:
        """The room of a category along its axis, in points."""
        left, top, right, bottom = self.graph.plane or (0, 0, 0, 0)
        return (bottom - top if self.is_across else right - left) / len(self.chart.categories)

    @property
    def shrunk(self) -> float:
        """The size of the drawing, as a share of a drawing with words in the size of the text."""
        return self.graph.size / self.theme.body.size

    def marked(self, series: Series) -> set[int]:
        """Return the places of the values of a line that have a marker, as in the graph."""
        left, _, right, _ = self.graph.plane or (0, 0, 0, 0)
        return marked(series.values, (right - left) / len(series.values) / self.shrunk, self.theme)

    @property
    def value_format(self) -> str:
        """The format of the values, as a number format of Excel (ISO/IEC 29500-1, 18.8.31)."""
        return number_format(self.figures)

    @property
    def tick_format(self) -> str:
        """The format of the numbers at the axis."""
        return number_format(self.figures.with_places(self.scale.places))

    def words(
        self,
        colour: str = "text",
        rotation: int = 0,
        wrap: str = "square",
        sides: float | None = None,
        align: str | None = None,
    ) -> Xml:
        """Return the look of words of a chart; they are not turned, unless ``rotation`` leaves that to Word."""
        aligned = {"algn": align} if align else {}
        look = d("a:pPr", d("a:defRPr", *self._face(colour), sz=self._size, b=0), **aligned)
        end = d("a:endParaRPr", lang=self.language)
        return c("txPr", *standing(rotation, wrap, sides), d("a:p", look, end))

    def run(self, words: str, *, bold: bool = False) -> Xml:
        """Return ``words`` as a run in the chart itself."""
        look = d("a:rPr", *self._face("text"), lang=self.language, sz=self._size, b=int(bold))
        return d("a:r", look, worded("a:t", words))

    def fill(self, colour: str) -> Xml:
        """Return the fill with a ``colour`` of the theme."""
        return d("a:solidFill", painted(self.theme, colour))

    def line(self, colour: str, width: float, dash: Dash = Dash.SOLID) -> Xml:
        """Return a line of this width in points."""
        return d("a:ln", self.fill(colour), v("a:prstDash", dash.value), d("a:round"), w=emu(width))

    @property
    def _size(self) -> int:
        return round(self.graph.size * _HUNDREDTHS)

    def _face(self, colour: str) -> tuple[Xml, Xml]:
        return self.fill(colour), d("a:latin", typeface="+mn-lt")


def c(tag: str, *children: Xml, **attributes: object) -> Xml:
    """Return ``c:tag``, an element of a chart."""
    return d(f"c:{tag}", *children, **attributes)


def v(name: str, value: object) -> Xml:
    """Return the element called ``name`` with only a ``value``; without a prefix it is an element of a chart."""
    return d(name if ":" in name else f"c:{name}", val=value)


def standing(rotation: int = 0, wrap: str = "square", sides: float | None = None) -> tuple[Xml, Xml]:
    """Return the area of a text; with the ``wrap`` "none" it is one line (ISO/IEC 29500-1, 20.1.10.84).

    With ``sides`` it has this space at its sides, in points, and none above and below it.
    """
    room = {} if sides is None else {"lIns": emu(sides), "tIns": 0, "rIns": emu(sides), "bIns": 0}
    return d("a:bodyPr", rot=rotation, vert="horz", wrap=wrap, **room), d("a:lstStyle")


def no_fill() -> Xml:
    """Return the look of a part that is not painted."""
    return c("spPr", d("a:noFill"), d("a:ln", d("a:noFill")))


def placed(x: float, y: float, *others: Xml, inner: bool = False) -> Xml:
    """Return the place of a part, in shares of the chart; ``inner`` is the place of a plane without its words."""
    target = [v("layoutTarget", "inner")] if inner else []
    return c(
        "layout", c("manualLayout", *target, v("xMode", "edge"), v("yMode", "edge"), v("x", x), v("y", y), *others)
    )


def number_format(figures: Figures) -> str:
    """Return the format of numbers for ``figures``; it has a true minus sign, as in tables."""
    plain = "#,##0" + ("." + "0" * figures.places if figures.places else "")
    if figures.unit == "£":
        return f'"£"{plain};"−£"{plain}'
    positive = f'{plain}"%"' if figures.unit == "%" else plain
    return f'{positive};"−"{positive}'
