"""Charts as Word's own: an officer can change their numbers, their type and their looks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, assert_never

from lxml import etree

from csp_docs.blocks import Chart, ChartKind, Figure
from csp_docs.drawing.palette import needs_legend
from csp_docs.drawing.scale import STACKED
from csp_docs.render.word.chart_axes import HORIZONTAL, axes, axis_ids
from csp_docs.render.word.chart_look import ChartSetting, c, no_fill, v
from csp_docs.render.word.chart_series import bars, lines, slices, target_line
from csp_docs.render.word.drawings import Size, d, inline, part_root
from csp_docs.render.word.elements import related, run
from csp_docs.render.word.package import ChartPart
from csp_docs.render.word.workbook import Workbook

if TYPE_CHECKING:
    from csp_docs.render.word.story import Story


def chart_run(story: Story, figure: Figure, chart: Chart, size: Size) -> etree._Element:
    """Return the run that shows ``chart``, ``size`` large."""
    setting = ChartSetting(chart, story.theme, story.document.language)
    part = ChartPart(chart_space(setting), workbook(setting).to_bytes())
    content = related(d("c:chart"), story.media.chart(part))
    return run((), inline(figure, size, story.media.number(), "Chart", content))


def workbook(setting: ChartSetting) -> Workbook:
    """Return what somebody edits: a column for each series, and one for the target."""
    chart = setting.chart
    columns = [(series.name, series.values) for series in chart.series]
    if chart.target:
        columns.append((chart.target.name, (chart.target.value,) * len(chart.categories)))
    names, values = zip(*columns, strict=True)
    rows = zip(chart.categories, *values, strict=True)
    return Workbook(("", *names), tuple(rows), setting.value_format, setting.theme.fonts.word)


def chart_space(setting: ChartSetting) -> etree._Element:
    """Return the root of a chart's part (ISO/IEC 29500-1, 21.2.2.29). Its title is the caption of the figure."""
    pie = setting.chart.kind is ChartKind.PIE
    plot = c("plotArea", c("layout"), *_groups(setting), *(() if pie else axes(setting)), no_fill())
    legend = [_legend(setting)] if needs_legend(setting.chart) else []
    shown = c("chart", v("autoTitleDeleted", 1), plot, *legend, v("plotVisOnly", 1), v("dispBlanksAs", "gap"))
    data = related(c("externalData", v("autoUpdate", 0)), "rId1")
    about = v("date1904", 0), v("lang", setting.language), v("roundedCorners", 0), v("style", 2)
    return part_root("c:chartSpace", *about, shown, no_fill(), setting.words(), data)


def _groups(setting: ChartSetting) -> Iterator[etree._Element]:
    """Return the series by how they are drawn; a target is a line across columns and bars."""
    kind = setting.chart.kind
    match kind:
        case ChartKind.PIE:
            yield c("pieChart", v("varyColors", 1), *slices(setting), v("firstSliceAng", 0))
        case ChartKind.LINE:
            yield _line_group(*lines(setting), *target_line(setting))
        case ChartKind.COLUMN | ChartKind.BAR | ChartKind.STACKED_COLUMN | ChartKind.STACKED_BAR:
            yield _bar_group(setting)
            if setting.chart.target:
                yield _line_group(*target_line(setting))
        case _:
            assert_never(kind)


def _bar_group(setting: ChartSetting) -> etree._Element:
    kind = setting.chart.kind
    direction, stacked = "bar" if kind in HORIZONTAL else "col", kind in STACKED
    return c(
        "barChart",
        v("barDir", direction),
        v("grouping", "stacked" if stacked else "clustered"),
        v("varyColors", 0),
        *bars(setting),
        v("gapWidth", round(setting.theme.chart.gap * 100)),
        v("overlap", 100 if stacked else 0),
        *axis_ids(),
    )


def _line_group(*series: etree._Element) -> etree._Element:
    return c("lineChart", v("grouping", "standard"), v("varyColors", 0), *series, v("marker", 1), *axis_ids())


def _legend(setting: ChartSetting) -> etree._Element:
    """Return the names of the series; that of the target stands at its line."""
    target = len(setting.chart.series)
    without = [c("legendEntry", v("idx", target), v("delete", 1))] if setting.chart.target else []
    return c("legend", v("legendPos", "t"), *without, v("overlay", 0), setting.words())
