"""Native Word charts: an officer can change their numbers, type and look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from attrs import evolve

from csp_docs.blocks import Chart, ChartKind, Figure
from csp_docs.drawing.bars import gap
from csp_docs.drawing.charts import draw_chart
from csp_docs.drawing.intervals import has_band
from csp_docs.drawing.scale import STACKED
from csp_docs.writers.word.drawings.chart_axes import axes, axis_ids
from csp_docs.writers.word.drawings.chart_drawn import drawn_shapes
from csp_docs.writers.word.drawings.chart_look import ChartSetting, c, no_fill, placed, standing, v
from csp_docs.writers.word.drawings.chart_series import band, bars, lines, slices, target_line
from csp_docs.writers.word.drawings.drawings import d, inline, part_root
from csp_docs.writers.word.drawings.workbook import Workbook
from csp_docs.writers.word.file.elements import Xml, related, to_bytes
from csp_docs.writers.word.file.package import SHAPES_ID, WORKBOOK_ID, ChartPart

if TYPE_CHECKING:
    from csp_docs.drawing.graph import Graph
    from csp_docs.theme.theme import Theme
    from csp_docs.writers.word.story import Story


def chart_run(story: Story, theme: Theme, figure: Figure, chart: Chart, width: float) -> Xml:
    """Return the run that shows ``chart``, ``width`` points wide and as high as in the PDF, on a page of ``theme``.

    Small charts are native charts in rows, each with its description: as many fit in a line as are in a row of the PDF.
    """
    graph = draw_chart(chart, width, theme)
    if graph.small:
        said = zip(graph.small, chart.spoken, strict=True)
        return Xml("".join(_run(story, theme, evolve(figure, alt=alt), one) for one, alt in said))
    return _run(story, theme, figure, graph)


def _run(story: Story, theme: Theme, figure: Figure, graph: Graph) -> Xml:
    setting = ChartSetting.of(graph, theme, story.document.language)
    shapes = to_bytes(drawn_shapes(setting)) if setting.has_shapes else None
    part = ChartPart(to_bytes(chart_space(setting)), workbook(setting).to_bytes(), shapes)
    content = related(d("c:chart"), story.media.chart(part))
    size = setting.graph.width, setting.graph.height
    return d("w:r", inline(figure, size, story.media.number(), "Chart", content))


def workbook(setting: ChartSetting) -> Workbook:
    """Return the workbook for editing: a column for each series, for a target that is a series, and for intervals."""
    rows = zip(setting.chart.categories, *(column.values for column in setting.columns), strict=True)
    names = (column.name for column in setting.columns)
    return Workbook(("", *names), tuple(rows), setting.value_format, setting.theme.fonts.word)


def chart_space(setting: ChartSetting) -> Xml:
    """Return the root of a chart's part (ISO/IEC 29500-1, 21.2.2.29).

    Its title is the caption of the figure; only small charts have their own.
    """
    is_pie = setting.chart.kind is ChartKind.PIE
    plot = c("plotArea", _place(setting), *_groups(setting), *(() if is_pie else axes(setting)), no_fill())
    title = _title(setting)
    shown = c(
        "chart",
        *title,
        v("autoTitleDeleted", int(not title)),
        plot,
        *_legend(setting),
        v("plotVisOnly", 1),
        v("dispBlanksAs", "gap"),
    )
    data = related(c("externalData", v("autoUpdate", 0)), WORKBOOK_ID)
    shapes = [related(c("userShapes"), SHAPES_ID)] if setting.has_shapes else []
    about = v("date1904", 0), v("lang", setting.language), v("roundedCorners", 0), v("style", 2)
    return part_root("c:chartSpace", *about, shown, no_fill(), setting.words(), data, *shapes)


def _title(setting: ChartSetting) -> list[Xml]:
    if not setting.chart.title:
        return []
    rich = c("rich", *standing(), d("a:p", d("a:pPr", algn="l"), setting.run(setting.chart.title, bold=True)))
    top = min(label.y for label in setting.labels if label not in setting.graph.key)
    return [c("title", c("tx", rich), placed(0, top / setting.graph.height), v("overlay", 0))]


def _place(setting: ChartSetting) -> Xml:
    """Return the place of the plane, the same as in the PDF."""
    if not setting.plane:
        return c("layout")
    left, top, right, bottom = setting.plane
    return placed(left, top, v("w", right - left), v("h", bottom - top), inner=True)


def _groups(setting: ChartSetting) -> Iterator[Xml]:
    """Return groups of series that are drawn alike; a target is a line across columns."""
    kind = setting.chart.kind
    match kind:
        case ChartKind.PIE:
            yield c("pieChart", v("varyColors", 1), *slices(setting), v("firstSliceAng", 0))
        case ChartKind.LINE:
            if has_band(setting.chart):
                yield _area_group(*band(setting))
            yield _line_group(*lines(setting), *target_line(setting))
        case ChartKind.BAR | ChartKind.STACKED_BAR:
            yield _bar_group(setting, "bar")
        case ChartKind.COLUMN | ChartKind.STACKED_COLUMN:
            yield _bar_group(setting, "col")
            if setting.has_line:
                yield _line_group(*target_line(setting))
        case _:
            assert_never(kind)


def _bar_group(setting: ChartSetting, direction: str) -> Xml:
    is_stacked = setting.chart.kind in STACKED
    return c(
        "barChart",
        v("barDir", direction),
        v("grouping", "stacked" if is_stacked else "clustered"),
        v("varyColors", 0),
        *bars(setting),
        v("gapWidth", round(gap(setting.chart, setting.band / setting.shrunk, setting.theme) * 100)),
        v("overlap", 100 if is_stacked else 0),
        *axis_ids(),
    )


def _area_group(*series: Xml) -> Xml:
    return c("areaChart", v("grouping", "stacked"), v("varyColors", 0), *series, *axis_ids())


def _line_group(*series: Xml) -> Xml:
    return c("lineChart", v("grouping", "standard"), v("varyColors", 0), *series, v("marker", 1), *axis_ids())


def _legend(setting: ChartSetting) -> Iterator[Xml]:
    """Yield the names of the series above the chart, or of slices next to it; the name of a target is at its line."""
    chart = setting.chart
    if setting.graph.legend and chart.kind is ChartKind.PIE:
        side = "r" if setting.graph.legend[0] else "b"
        yield c("legend", v("legendPos", side), _legend_place(setting), v("overlay", 0), setting.words())
    elif setting.graph.legend:
        count = 2 + len(setting.halos[:1])  # the series, then its trend lines
        entries = range(len(chart.series), len(chart.series) + count) if setting.has_line else ()
        target = [c("legendEntry", v("idx", at), v("delete", 1)) for at in entries]
        yield c("legend", v("legendPos", "t"), *target, _legend_place(setting), v("overlay", 0), setting.words())


def _legend_place(setting: ChartSetting) -> Xml:
    """Return the place of the legend; it has a size if it takes several lines, which would otherwise overlap."""
    graph = setting.graph
    left, top, right, bottom = graph.legend or (0, 0, graph.width, 0)
    start = left / graph.width, top / graph.height
    if bottom - top <= graph.leading:
        return placed(*start)
    return placed(*start, v("w", (right - left) / graph.width), v("h", (bottom - top) / graph.height))
