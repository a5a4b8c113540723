"""The axes of a chart: categories, and values with the ticks that all writers draw."""

from __future__ import annotations

from lxml import etree

from csp_docs.blocks import ChartKind
from csp_docs.drawing.scale import axis_title
from csp_docs.render.word.chart_look import ChartSetting, c, v
from csp_docs.render.word.drawings import d
from csp_docs.render.word.workbook import plain

HORIZONTAL = (ChartKind.BAR, ChartKind.STACKED_BAR)
CATEGORIES, VALUES = 1, 2
"""The ids of the axes."""


def axes(setting: ChartSetting) -> tuple[etree._Element, etree._Element]:
    """Return the axis of categories and that of values. Bars begin with the first category at the top."""
    return _categories(setting), _values(setting)


def axis_ids() -> tuple[etree._Element, etree._Element]:
    """Return the references of a group of series to its axes."""
    return v("axId", CATEGORIES), v("axId", VALUES)


def _categories(setting: ChartSetting) -> etree._Element:
    across = setting.chart.kind in HORIZONTAL
    return c(
        "catAx",
        v("axId", CATEGORIES),
        c("scaling", v("orientation", "maxMin" if across else "minMax")),
        v("delete", 0),
        v("axPos", "l" if across else "b"),
        c("numFmt", formatCode="General", sourceLinked=0),
        *_ticks("low"),
        c("spPr", setting.line("text", setting.theme.chart.axis)),
        setting.words(),
        v("crossAx", VALUES),
        v("crosses", "autoZero"),
        v("auto", 0),
        v("lblAlgn", "ctr"),
        v("lblOffset", 100),
        v("noMultiLvlLbl", 1),
    )


def _values(setting: ChartSetting) -> etree._Element:
    across, scale = setting.chart.kind in HORIZONTAL, setting.scale
    limits = v("max", plain(scale.maximum)), v("min", plain(scale.minimum))
    return c(
        "valAx",
        v("axId", VALUES),
        c("scaling", v("orientation", "minMax"), *limits),
        v("delete", 0),
        v("axPos", "b" if across else "l"),
        c("majorGridlines", c("spPr", setting.line("grid", setting.theme.chart.axis))),
        *_title(setting, across),
        c("numFmt", formatCode=setting.tick_format, sourceLinked=0),
        *_ticks("nextTo"),
        c("spPr", d("a:ln", d("a:noFill"))),
        setting.words(),
        v("crossAx", CATEGORIES),
        v("crosses", "max" if across else "autoZero"),
        v("crossBetween", "between"),
        v("majorUnit", plain(scale.step)),
    )


def _ticks(labels: str) -> tuple[etree._Element, ...]:
    return v("majorTickMark", "none"), v("minorTickMark", "none"), v("tickLblPos", labels)


def _title(setting: ChartSetting, across: bool) -> list[etree._Element]:
    """Return the unit at the axis, where it does not stand at the numbers."""
    words = axis_title(setting.chart)
    if not words:
        return []
    return [setting.title(words, rot=0 if across else -5400000, vert="horz")]
