"""The series of a chart: its numbers, their cells in the workbook, and their look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from csp_docs.blocks import ChartKind, Series
from csp_docs.drawing.intervals import has_band
from csp_docs.drawing.palette import SERIES, TARGET, SeriesLook, bar_colour, looks, of_bars
from csp_docs.drawing.scale import STACKED
from csp_docs.theme.colours import ON, TINT
from csp_docs.writers.word.drawings.chart_labels import end_of_target, numbers_at, words_of_slices
from csp_docs.writers.word.drawings.chart_look import ChartSetting, c, no_fill, v
from csp_docs.writers.word.drawings.drawings import d
from csp_docs.writers.word.drawings.workbook import cells, escaped, plain
from csp_docs.writers.word.file.elements import Xml, worded

_EDGE, _BETWEEN_SLICES = 0.75, 1.5
"""The width of the white lines between columns and between slices, in points."""
_HALF = 0.5
"""Half the room of a category, in periods."""
_LEAST_MARKER = 2
"""The least size of a marker, in points (ISO/IEC 29500-1, ST_MarkerSize)."""


def bars(setting: ChartSetting) -> Iterator[Xml]:
    """Return the series as columns or bars."""
    chart = setting.chart
    stacked = chart.kind in STACKED
    for place, (series, look) in enumerate(zip(chart.series, looks(chart), strict=True)):
        paint = c("spPr", *_bar(setting, look.colour)), v("invertIfNegative", 0), *_quiet_bars(setting, place)
        colour, position = (f"{ON}{look.colour}", "ctr") if stacked else ("text", "outEnd")
        numbers = numbers_at(setting, place, series, position, colour)
        yield _series(setting, place, series, *paint, *numbers, *_intervals(setting, series, "text"))


def _bar(setting: ChartSetting, colour: str) -> Iterator[Xml]:
    """Yield the fill of a column or bar, and its outline if it has one."""
    fill, outline = of_bars(setting.chart, colour)
    yield setting.fill(fill)
    if outline or len(setting.chart.series) > 1:
        yield setting.line(outline or "white", _EDGE)


def _quiet_bars(setting: ChartSetting, place: int) -> Iterator[Xml]:
    """Yield the look of each column or bar that is not highlighted, if one is."""
    for at, category in enumerate(setting.chart.categories if setting.chart.highlight else ()):
        if category != setting.chart.highlight:
            paint = _bar(setting, bar_colour(setting.chart, place, category))
            yield c("dPt", v("idx", at), v("invertIfNegative", 0), v("bubble3D", 0), c("spPr", *paint))


def lines(setting: ChartSetting) -> Iterator[Xml]:
    """Return the series as lines."""
    for place, (series, look) in enumerate(zip(setting.chart.series, looks(setting.chart), strict=True)):
        paint = (
            c("spPr", setting.line(look.colour, setting.theme.chart.line, look.dash)),
            *_markers(setting, series, look),
        )
        numbers = numbers_at(setting, place, series, "t", "text")
        whiskers = () if has_band(setting.chart) else _intervals(setting, series, look.colour)
        yield _series(setting, place, series, *paint, *numbers, *whiskers, end=[v("smooth", 0)])


def band(setting: ChartSetting) -> Iterator[Xml]:
    """Return the band around a single line: an area that is not painted, and one on it."""
    [look] = looks(setting.chart)
    paint = c("spPr", setting.fill(look.colour + TINT), setting.line(look.colour, setting.theme.chart.axis))
    first = len(setting.columns) - 2
    yield _series(setting, first, setting.columns[first], no_fill())
    yield _series(setting, first + 1, setting.columns[first + 1], paint)


def _intervals(setting: ChartSetting, series: Series, colour: str) -> Iterator[Xml]:
    """Yield the confidence intervals of a series, which Word calls error bars (ISO/IEC 29500-1, 21.2.2.55)."""
    if series.limits:
        chart, last = setting.chart, len(setting.chart.categories) + 1
        before = [one for one in chart.series[: chart.series.index(series)] if one.limits]
        first = len(chart.series) + len(setting.target) + 2 * len(before)
        minus, plus = (
            _numbers(cells(place + 1, 2, last), setting.columns[place].values, setting.value_format)
            for place in (first, first + 1)
        )
        is_line = [v("errDir", "y")] if chart.kind is ChartKind.LINE else []
        kind = *is_line, v("errBarType", "both"), v("errValType", "cust"), v("noEndCap", 0)
        paint = c("spPr", setting.line(colour, setting.theme.chart.interval))
        yield c("errBars", *kind, c("plus", plus), c("minus", minus), paint)


def slices(setting: ChartSetting) -> Iterator[Xml]:
    """Return the only series of a pie."""
    for place, series in enumerate(setting.chart.series):
        slices = (_slice(setting, at, look) for at, look in zip(range(len(series.values)), SERIES, strict=False))
        yield _series(setting, place, series, *slices, words_of_slices(setting))


def target_line(setting: ChartSetting) -> Iterator[Xml]:
    """Return the target as a series, the same number for each category, if it can be a series.

    Word draws a series from the middle of the first category to that of the last, and a trend line half a category
    further at both ends (ISO/IEC 29500-1, 21.2.2.211): over the whole width, as in the PDF. In front of columns there
    are two trend lines, and the first is a white one that is wider.
    """
    place = len(setting.chart.series)
    for series in setting.target:
        line = setting.line(TARGET.colour, setting.theme.chart.target, TARGET.dash)
        edges = (setting.line(halo.colour, halo.width) for halo in setting.halos[:1])
        trends = (_trend(paint) for paint in (*edges, line))
        unseen = c("spPr", d("a:ln", d("a:noFill"))), c("marker", v("symbol", "none"))
        yield _series(setting, place, series, *unseen, end_of_target(setting), *trends, end=[v("smooth", 0)])


def _trend(paint: Xml) -> Xml:
    further = v("forward", _HALF), v("backward", _HALF), v("dispRSqr", 0), v("dispEq", 0)
    return c("trendline", c("spPr", paint), v("trendlineType", "linear"), *further)


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
