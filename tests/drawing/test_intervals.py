"""Confidence intervals as a reader sees them: from one limit to the other, with a key that says what they are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from csp_docs.blocks import Chart, ChartKind, Series
from csp_docs.drawing import Graph, draw_chart
from csp_docs.drawing.graph import Area, Label, Line
from csp_docs.drawing.scale import scale
from csp_docs.theme.theme import Theme
from tests.chart_sample import limited

THEME = Theme()
WIDTH = THEME.page.text_width
SLACK = 0.01


def at(graph: Graph, value: Decimal) -> float:
    """The place of a value on the axis of a drawing."""
    left, top, right, bottom = graph.plane or (0, 0, 0, 0)
    share = scale(graph.chart).share(value)
    return left + share * (right - left) if graph.chart.kind is ChartKind.BAR else bottom - share * (bottom - top)


def drawn(chart: Chart) -> tuple[Graph, list[Line]]:
    """The drawing of a chart, and the lines that show its intervals, without those of its key."""
    graph = draw_chart(chart, WIDTH, THEME)
    lines = [mark for mark in graph.marks if isinstance(mark, Line) and mark.width == THEME.chart.interval]
    return graph, [line for line in lines if line not in graph.key]


@pytest.mark.parametrize(
    ("kind", "count"), [(ChartKind.COLUMN, 1), (ChartKind.COLUMN, 3), (ChartKind.BAR, 2), (ChartKind.LINE, 2)]
)
def test_an_interval_is_a_line_from_its_lower_to_its_upper_limit(kind: ChartKind, count: int) -> None:
    chart = limited(kind, count)
    graph, lines = drawn(chart)
    axis = 0 if kind is ChartKind.BAR else 1
    long = {tuple(round(point[axis], 1) for point in line.points) for line in lines[::3]}
    pairs = [pair for series in chart.series for pair in series.limits if pair]
    assert long == {(round(at(graph, low), 1), round(at(graph, high), 1)) for low, high in pairs}
    assert len(lines) == 3 * len(pairs)


def test_a_band_around_a_single_line_goes_through_all_limits() -> None:
    chart = limited(ChartKind.LINE, 1)
    graph, lines = drawn(chart)
    bands = [mark for mark in graph.marks if isinstance(mark, Area) and mark.fill == "series_1_tint"]
    [band] = [mark for mark in bands if mark not in graph.key]
    heights = [y for _, y in band.points]
    pairs = [pair for pair in chart.series[0].limits if pair]
    limits = [*(high for _, high in pairs), *(low for low, _ in reversed(pairs))]
    assert heights == pytest.approx([at(graph, limit) for limit in limits])
    assert not lines


def test_a_single_line_with_a_gap_has_lines_in_place_of_a_band() -> None:
    chart = limited(ChartKind.LINE, 1)
    [series] = chart.series
    gap = evolve(series, values=(*series.values[:-1], None), limits=(*series.limits[:-1], None))
    _, lines = drawn(evolve(chart, series=(gap,)))
    assert len(lines) == 3 * (len(series.values) - 1)


@pytest.mark.parametrize("unit", ["", "%", "offences", "a unit " * 14])
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("kind", [ChartKind.COLUMN, ChartKind.BAR, ChartKind.LINE])
def test_the_key_says_what_the_intervals_are(kind: ChartKind, count: int, unit: str) -> None:
    graph = draw_chart(evolve(limited(kind, count), unit=unit), WIDTH, THEME)
    words, *sample = graph.key
    assert isinstance(words, Label)
    assert words.lines == ("95% confidence interval",)
    assert sample
    assert set(graph.key) <= set(graph.marks)
    assert words.y + graph.leading <= (graph.plane or (0, 0, 0, 0))[1] + SLACK


@pytest.mark.parametrize("kind", [ChartKind.COLUMN, ChartKind.BAR, ChartKind.LINE])
def test_the_key_names_what_has_no_interval(kind: ChartKind) -> None:
    graph = draw_chart(evolve(limited(kind, 1), without="No interval: Melton"), WIDTH, THEME)
    words, *_ = graph.key
    assert isinstance(words, Label)
    assert " ".join(words.lines) == "95% confidence interval. No interval: Melton"


@pytest.mark.parametrize("unit", ["", "offences"])
@pytest.mark.parametrize("interval", ["", "95% confidence interval"])
def test_an_axis_without_zero_has_numbers_and_says_so(unit: str, interval: str) -> None:
    near = Series("S", (Decimal(60), Decimal(62)), ((Decimal(59), Decimal(61)),) * 2 if interval else ())
    said = "The axis does not start at 0"
    chart = Chart(ChartKind.LINE, ("2023", "2024"), (near,), unit, interval=interval, broken=said)
    graph = draw_chart(chart, WIDTH, THEME)
    assert graph.has_axis
    words, *_ = graph.key
    assert isinstance(words, Label)
    assert " ".join(words.lines).endswith(said)
    assert words.y + graph.leading <= (graph.plane or (0, 0, 0, 0))[1] + SLACK


def test_columns_with_intervals_have_an_axis_in_place_of_numbers_and_are_tinted() -> None:
    """A number would be over the line, and the lower half of a line would not be seen on a dark column."""
    graph = draw_chart(limited(ChartKind.COLUMN, 1), WIDTH, THEME)
    assert graph.has_axis
    columns = [mark for mark in graph.marks if isinstance(mark, Area)]
    assert {(column.fill, column.outline) for column in columns} == {("series_1_tint", "series_1")}


def test_the_axis_holds_the_limits() -> None:
    chart = Chart(ChartKind.COLUMN, ("A",), (Series("S", (Decimal(9),), ((Decimal(-20), Decimal(31)),)),), interval="x")
    assert scale(chart).minimum <= -20
    assert scale(chart).maximum >= 31
