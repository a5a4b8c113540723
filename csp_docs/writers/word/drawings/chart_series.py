"""The series of a chart: its numbers, their cells in the workbook, and their look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from csp_docs.blocks import Series
from csp_docs.drawing.palette import SERIES, TARGET, SeriesLook, bar_colour, ink, looks
from csp_docs.drawing.scale import STACKED
from csp_docs.writers.word.drawings.chart_labels import end_of_target, numbers_at, words_of_slices
from csp_docs.writers.word.drawings.chart_look import ChartSetting, c, v
from csp_docs.writers.word.drawings.workbook import cells, escaped, plain
from csp_docs.writers.word.file.elements import Xml, worded

_EDGE, _BETWEEN_SLICES = 0.75, 1.5
"""The width of the white lines between columns and between slices, in points."""
_LEAST_MARKER = 2
"""The least size of a marker, in points (ISO/IEC 29500-1, ST_MarkerSize)."""


def bars(setting: ChartSetting) -> Iterator[Xml]:
    """Return the series as columns or bars."""
    chart = setting.chart
    many, stacked = len(chart.series) > 1, chart.kind in STACKED
    for place, (series, look) in enumerate(zip(chart.series, looks(chart), strict=True)):
        edge = [setting.line("white", _EDGE)] if many else []
        paint = c("spPr", setting.fill(look.colour), *edge), v("invertIfNegative", 0), *_quiet_bars(setting, place)
        colour, position = (ink(look.colour, setting.theme), "ctr") if stacked else ("text", "outEnd")
        yield _series(setting, place, series, *paint, *numbers_at(setting, place, series, position, colour))


def _quiet_bars(setting: ChartSetting, place: int) -> Iterator[Xml]:
    """Yield the look of each column or bar that is not highlighted, if one is."""
    for at, category in enumerate(setting.chart.categories if setting.chart.highlight else ()):
        if category != setting.chart.highlight:
            fill = setting.fill(bar_colour(setting.chart, place, category))
            yield c("dPt", v("idx", at), v("invertIfNegative", 0), v("bubble3D", 0), c("spPr", fill))


def lines(setting: ChartSetting) -> Iterator[Xml]:
    """Return the series as lines."""
    for place, (series, look) in enumerate(zip(setting.chart.series, looks(setting.chart), strict=True)):
        paint = (
            c("spPr", setting.line(look.colour, setting.theme.chart.line, look.dash)),
            *_markers(setting, series, look),
        )
        numbers = numbers_at(setting, place, series, "t", "text")
        yield _series(setting, place, series, *paint, *numbers, end=[v("smooth", 0)])


def slices(setting: ChartSetting) -> Iterator[Xml]:
    """Return the only series of a pie."""
    for place, series in enumerate(setting.chart.series):
        slices = (_slice(setting, at, look) for at, look in zip(range(len(series.values)), SERIES, strict=False))
        yield _series(setting, place, series, *slices, words_of_slices(setting))


def target_line(setting: ChartSetting) -> Iterator[Xml]:
    """Return the target as a series, the same number for each category, if it can be a series."""
    chart, place = setting.chart, len(setting.chart.series)
    if chart.target and setting.has_line:
        series = Series(chart.target.name, (chart.target.value,) * len(chart.categories))
        line = setting.line(TARGET.colour, setting.theme.chart.target, TARGET.dash)
        paint = c("spPr", line), c("marker", v("symbol", "none")), end_of_target(setting)
        yield _series(setting, place, series, *paint, end=[v("smooth", 0)])


def _series(setting: ChartSetting, place: int, series: Series, *paint: Xml, end: Sequence[Xml] = ()) -> Xml:
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


def _texts(address: str, texts: Sequence[str]) -> Xml:
    points = (_point(place, escaped(text)) for place, text in enumerate(texts))
    return c("strRef", worded("c:f", address), c("strCache", v("ptCount", len(texts)), *points))


def _numbers(address: str, numbers: Sequence[Decimal | None], format_: str) -> Xml:
    """Return the numbers. A missing value has no point, so that the chart has a gap there."""
    points = (_point(place, plain(number)) for place, number in enumerate(numbers) if number is not None)
    cache = c("numCache", worded("c:formatCode", format_), v("ptCount", len(numbers)), *points)
    return c("numRef", worded("c:f", address), cache)


def _point(place: int, value: str) -> Xml:
    return c("pt", worded("c:v", value), idx=place)


def _markers(setting: ChartSetting, series: Series, look: SeriesLook) -> Iterator[Xml]:
    """Yield the marker of all points of a line, or no marker and those of some points."""
    signed = setting.marked(series)
    if len(signed) == sum(value is not None for value in series.values):
        yield _marker(setting, look)
    else:
        yield c("marker", v("symbol", "none"))
        for place in sorted(signed):
            yield c("dPt", v("idx", place), _marker(setting, look), v("bubble3D", 0))


def _marker(setting: ChartSetting, look: SeriesLook) -> Xml:
    size = max(_LEAST_MARKER, round(setting.theme.chart.marker * setting.shrunk))
    inside = setting.fill("white" if look.hollow else look.colour)
    paint = c("spPr", inside, setting.line(look.colour, setting.theme.chart.line / 2))
    return c("marker", v("symbol", look.marker.value), v("size", size), paint)


def _slice(setting: ChartSetting, place: int, look: SeriesLook) -> Xml:
    paint = c("spPr", setting.fill(look.colour), setting.line("white", _BETWEEN_SLICES))
    return c("dPt", v("idx", place), v("bubble3D", 0), paint)
