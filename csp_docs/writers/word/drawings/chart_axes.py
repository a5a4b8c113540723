"""The axes of a chart: categories, and values with the ticks that all writers draw."""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.drawing.plot import GAP, printed_every, tick_labels
from csp_docs.drawing.scale import axis_title
from csp_docs.drawing.words import Type
from csp_docs.writers.word.drawings.chart_look import ChartSetting, c, placed, standing, v
from csp_docs.writers.word.drawings.drawings import d
from csp_docs.writers.word.drawings.workbook import plain
from csp_docs.writers.word.file.elements import Xml

_CATEGORIES, _VALUES = 1, 2
"""The ids of the axes."""
_USUAL, _FARTHEST = 100, 1000
"""The usual and the greatest distance of words from their axis, in per cent (ISO/IEC 29500-1, 21.2.3.24)."""
_FREE = -60_000_000
"""The value that lets Word turn words if they have no room; without it, LibreOffice breaks upright words."""


def axes(setting: ChartSetting) -> tuple[Xml, Xml]:
    """Return the axis of categories and the axis of values. The first category of bars is at the top."""
    return _categories(setting), _values(setting)


def axis_ids() -> tuple[Xml, Xml]:
    """Return the references of a group of series to its axes."""
    return v("axId", _CATEGORIES), v("axId", _VALUES)


def _categories(setting: ChartSetting) -> Xml:
    """Return the axis of categories. Their names are not dates, even if they look like dates."""
    every = setting.every
    return c(
        "catAx",
        v("axId", _CATEGORIES),
        c("scaling", v("orientation", "maxMin" if setting.is_across else "minMax")),
        v("delete", 0),
        v("axPos", "l" if setting.is_across else "b"),
        c("numFmt", formatCode="General", sourceLinked=0),
        *_ticks("low"),
        c("spPr", setting.line("rule", setting.theme.chart.axis)),
        setting.words(rotation=_FREE if every > 1 else 0),
        v("crossAx", _VALUES),
        v("crosses", "autoZero"),
        v("auto", 0),
        v("lblAlgn", "ctr"),
        v("lblOffset", _off(setting)),
        v("tickLblSkip", every),
        v("noMultiLvlLbl", 1),
    )


def _off(setting: ChartSetting) -> int:
    """Return the distance of names from the axis, in per cent of the usual gap: there may be numbers between."""
    left, _, _, bottom = setting.graph.plane or (0, 0, 0, 0)
    gaps = (left - name.x if setting.is_across else name.y - bottom for name in setting.names)
    return min(max(_USUAL, *(round(gap / GAP * _USUAL) for gap in gaps)), _FARTHEST)


def _values(setting: ChartSetting) -> Xml:
    scale = setting.scale
    limits = v("max", plain(scale.maximum)), v("min", plain(scale.minimum))
    return c(
        "valAx",
        v("axId", _VALUES),
        c("scaling", v("orientation", "minMax"), *limits),
        v("delete", 0),
        v("axPos", "b" if setting.is_across else "l"),
        *_grid(setting),
        *_title(setting),
        c("numFmt", formatCode=setting.tick_format, sourceLinked=0),
        *_ticks("nextTo" if setting.graph.has_axis else "none"),
        c("spPr", d("a:ln", d("a:noFill"))),
        setting.words(),
        v("crossAx", _CATEGORIES),
        v("crosses", "max" if setting.is_across else "autoZero"),
        v("crossBetween", "between"),
        v("majorUnit", plain(scale.step * _ticks_apart(setting))),
    )


def _ticks_apart(setting: ChartSetting) -> int:
    """Return the steps between two numbers of the axis, as in the graph: Word would print the others over them."""
    graph = setting.graph
    if not (graph.has_axis and graph.plane):
        return 1
    left, top, right, bottom = graph.plane
    length, type_ = right - left if setting.is_across else bottom - top, Type(graph.size, graph.leading)
    labels = tick_labels(setting.scale, setting.figures)
    return printed_every(length, labels, type_, across=setting.is_across)


def _grid(setting: ChartSetting) -> Iterator[Xml]:
    if setting.graph.has_axis:
        yield c("majorGridlines", c("spPr", setting.line("grid", setting.theme.chart.axis)))


def _ticks(labels: str) -> tuple[Xml, ...]:
    return v("majorTickMark", "none"), v("minorTickMark", "none"), v("tickLblPos", labels)


def _title(setting: ChartSetting) -> list[Xml]:
    """Return the unit above the plane, if the graph has it there and not at the numbers.

    It is the title of the axis, which has one even if its numbers are not printed. Small charts have the unit in their
    own title, because LibreOffice gives the title of an axis very little room.
    """
    words = axis_title(setting.chart)
    if not words or setting.chart.title:
        return []
    graph = setting.graph
    places = (
        placed(label.x / graph.width, label.y / graph.height) for label in setting.labels if label.lines == (words,)
    )
    rich = c("rich", *standing(), d("a:p", setting.run(words)))
    return [c("title", c("tx", rich), next(places, c("layout")), v("overlay", 0))]
