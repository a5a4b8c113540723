"""The series of a chart: its numbers, where the workbook holds them, and how they setting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lxml import etree

from csp_docs.blocks import Series
from csp_docs.drawing.palette import SERIES, TARGET, SeriesLook, ink
from csp_docs.drawing.scale import STACKED
from csp_docs.render.word.chart_look import ChartSetting, c, no_fill, v
from csp_docs.render.word.workbook import cells, escaped, plain

_BETWEEN_SLICES = 1.0
"""The width of the white between the slices of a pie, in points."""


def bars(setting: ChartSetting) -> Iterator[etree._Element]:
    """Return the series as columns or bars."""
    for place, (series, looks) in enumerate(zip(setting.chart.series, SERIES, strict=False)):
        paint = c("spPr", setting.fill(looks.colour)), v("invertIfNegative", 0)
        yield _series(setting, place, series, *paint, _bar_labels(setting, looks))


def lines(setting: ChartSetting) -> Iterator[etree._Element]:
    """Return the series as lines."""
    for place, (series, looks) in enumerate(zip(setting.chart.series, SERIES, strict=False)):
        paint = c("spPr", setting.line(looks.colour, setting.theme.chart.line, looks.dash)), _marker(setting, looks)
        yield _series(setting, place, series, *paint, end=(v("smooth", 0),))


def slices(setting: ChartSetting) -> Iterator[etree._Element]:
    """Return the one series of a pie."""
    for place, series in enumerate(setting.chart.series):
        slices = (_slice(setting, at, looks) for at, looks in zip(range(len(series.values)), SERIES, strict=False))
        yield _series(setting, place, series, *slices, _slice_labels(setting))


def target_line(setting: ChartSetting) -> Iterator[etree._Element]:
    """Return the target as a series: the same number for each category, and its name at the last of them."""
    chart, place = setting.chart, len(setting.chart.series)
    if chart.target:
        values = (chart.target.value,) * len(chart.categories)
        paint = (
            c("spPr", setting.line(TARGET.colour, setting.theme.chart.target, TARGET.dash)),
            c("marker", v("symbol", "none")),
        )
        named = c("dLbls", _name_at_end(setting, len(values) - 1), *_shown())
        yield _series(setting, place, Series(chart.target.name, values), *paint, named, end=(v("smooth", 0),))


def _series(
    setting: ChartSetting, place: int, series: Series, *paint: etree._Element, end: Sequence[etree._Element] = ()
) -> etree._Element:
    last, categories = len(setting.chart.categories) + 1, setting.chart.categories
    return c(
        "ser",
        v("idx", place),
        v("order", place),
        c("tx", _texts(cells(place + 1, 1, 1), [series.name])),
        *paint,
        c("cat", _texts(cells(0, 2, last), categories)),
        c("val", _numbers(cells(place + 1, 2, last), series.values, setting.value_format)),
        *end,
    )


def _texts(address: str, texts: Sequence[str]) -> etree._Element:
    points = (_point(place, escaped(text)) for place, text in enumerate(texts))
    return c("strRef", _text("f", address), c("strCache", v("ptCount", len(texts)), *points))


def _numbers(address: str, numbers: Sequence[Decimal | None], format_: str) -> etree._Element:
    """What is missing has no point, so that the chart has a gap there."""
    points = (_point(place, plain(number)) for place, number in enumerate(numbers) if number is not None)
    cache = c("numCache", _text("formatCode", format_), v("ptCount", len(numbers)), *points)
    return c("numRef", _text("f", address), cache)


def _point(place: int, value: str) -> etree._Element:
    return c("pt", _text("v", value), idx=place)


def _text(tag: str, text: str) -> etree._Element:
    element = c(tag)
    element.text = text
    return element


def _marker(setting: ChartSetting, looks: SeriesLook) -> etree._Element:
    inside = setting.fill("white" if looks.hollow else looks.colour)
    return c(
        "marker",
        v("symbol", looks.marker.value),
        v("size", round(setting.theme.chart.marker)),
        c("spPr", inside, setting.line(looks.colour, setting.theme.chart.target)),
    )


def _slice(setting: ChartSetting, place: int, looks: SeriesLook) -> etree._Element:
    return c(
        "dPt",
        v("idx", place),
        v("bubble3D", 0),
        c("spPr", setting.fill(looks.colour), setting.line("white", _BETWEEN_SLICES)),
    )


def _bar_labels(setting: ChartSetting, looks: SeriesLook) -> etree._Element:
    stacked = setting.chart.kind in STACKED
    words = setting.words(ink(looks.colour, setting.theme) if stacked else "text")
    number = c("numFmt", formatCode=setting.value_format, sourceLinked=0)
    return c("dLbls", number, no_fill(), words, v("dLblPos", "ctr" if stacked else "outEnd"), *_shown("Val"))


def _slice_labels(setting: ChartSetting) -> etree._Element:
    number = c("numFmt", formatCode="0%", sourceLinked=0)
    return c("dLbls", number, no_fill(), setting.words(), v("dLblPos", "outEnd"), *_shown("CatName", "Percent"))


def _name_at_end(setting: ChartSetting, last: int) -> etree._Element:
    return c("dLbl", v("idx", last), no_fill(), setting.words(), v("dLblPos", "t"), *_shown("SerName"))


def _shown(*parts: str) -> Iterator[etree._Element]:
    yield v("showLegendKey", 0)
    for part in ("Val", "CatName", "SerName", "Percent", "BubbleSize"):
        yield v(f"show{part}", int(part in parts))
