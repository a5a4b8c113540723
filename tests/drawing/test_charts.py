"""Charts as a reader sees them: true to their numbers, with words that are whole, on the canvas and apart."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs.blocks import Chart, ChartKind, Series, Target
from csp_docs.drawing import Graph, draw_chart
from csp_docs.drawing.ends import spread
from csp_docs.drawing.graph import Anchor, Area, Label, Line, Plane
from csp_docs.drawing.palette import SERIES, TARGET, looks
from csp_docs.drawing.plot import tick_labels
from csp_docs.drawing.scale import figures, places, scale
from csp_docs.drawing.shares import shares
from csp_docs.drawing.targets import strikes
from csp_docs.drawing.words import Type
from csp_docs.theme.colours import contrast_to_white
from csp_docs.theme.theme import Theme
from tests.chart_sample import EVERY_KIND, LIMITS

THEME = Theme()
WIDTH = THEME.page.text_width
SLACK = 0.01
YEARS = tuple(f"{year}/{year % 100 + 1:02}" for year in range(1961, 2021))

UPRIGHT = (ChartKind.COLUMN, ChartKind.STACKED_COLUMN, ChartKind.LINE)
NAMES = st.text(st.sampled_from("aeiouWm ilst–-£%"), min_size=1, max_size=50).filter(str.strip)
SMALL = st.decimals(-1000, 1000, places=1)
NUMBERS = SMALL | st.integers(-(10**15) + 1, 10**15 - 1).map(Decimal) | st.just(Decimal(0))
WITH_LIMITS = (ChartKind.COLUMN, ChartKind.BAR, ChartKind.LINE)
MOST = {ChartKind.PIE: 6, ChartKind.LINE: 60}


@st.composite
def charts(draw: st.DrawFn, *kinds: ChartKind) -> Chart:
    """Any chart that a document may hold."""
    kind = draw(st.sampled_from(kinds or tuple(ChartKind)))
    count = draw(st.integers(1, MOST.get(kind, 24)))
    numbers: Any = SMALL.map(abs) if kind is ChartKind.PIE else st.none() | draw(st.sampled_from([SMALL, NUMBERS]))
    series = draw(
        st.lists(
            st.builds(Series, NAMES, st.lists(numbers, min_size=count, max_size=count).map(tuple)),
            min_size=1,
            max_size=1 if kind is ChartKind.PIE else 6,
        ).filter(lambda found: any(value for one in found for value in one.values))
    )
    names = draw(st.lists(NAMES, min_size=count, max_size=count))
    target = None if kind is ChartKind.PIE else draw(st.none() | st.builds(Target, NAMES, SMALL))
    interval = draw(st.just("") | NAMES) if kind in WITH_LIMITS else ""
    if interval:
        series = [evolve(one, limits=tuple(map(draw, map(limits_of, one.values)))) for one in series]
    unit = draw(st.sampled_from(["", "%", "£", "offences"]))
    return Chart(kind, tuple(names), tuple(series), unit, target, interval=interval)


def limits_of(value: Decimal | None) -> st.SearchStrategy[tuple[Decimal, Decimal] | None]:
    """Limits around a value, or none."""
    if value is None:
        return st.none()
    return st.none() | st.tuples(SMALL, SMALL).map(lambda pair: (value - abs(pair[0]), value + abs(pair[1])))


def column(*values: float | str | None, kind: ChartKind = ChartKind.COLUMN, **changes: Any) -> Chart:
    numbers = tuple(None if value is None else Decimal(str(value)) for value in values)
    names = tuple(f"Area {place + 1}" for place in range(len(values)))
    return evolve(Chart(kind, names, (Series("Crimes", numbers),)), **changes)


def drawn(chart: Chart) -> Graph:
    return draw_chart(chart, WIDTH, THEME)


def labels(graph: Graph) -> list[Label]:
    return [mark for mark in graph.marks if isinstance(mark, Label)]


def words(graph: Graph) -> list[str]:
    return [" ".join(label.lines) for label in labels(graph)]


def areas(graph: Graph, colour: str = "series_1") -> list[Area]:
    return [mark for mark in graph.marks if isinstance(mark, Area) and mark.fill == colour]


def lines(graph: Graph, colour: str = "series_1") -> list[Line]:
    return [mark for mark in graph.marks if isinstance(mark, Line) and mark.colour == colour]


def height(area: Area) -> float:
    return max(y for _, y in area.points) - min(y for _, y in area.points)


def width(area: Area) -> float:
    return max(x for x, _ in area.points) - min(x for x, _ in area.points)


def apart(one: Plane, other: Plane) -> bool:
    across, down = (min(one[at + 2], other[at + 2]) - max(one[at], other[at]) for at in (0, 1))
    return across <= SLACK or down <= SLACK


@settings(deadline=None, max_examples=300)
@given(charts(), st.floats(60, 700))
def test_everything_stands_on_the_canvas_and_no_words_on_others(chart: Chart, wide: float) -> None:
    graph = draw_chart(chart, wide, THEME)
    assert graph.width == wide
    assert graph.height <= THEME.tallest_figure + SLACK
    extents = [Type(graph.size, graph.leading).extent(label) for label in labels(graph)]
    for left, top, right, bottom in extents:
        assert left >= -SLACK
        assert top >= -SLACK
        assert right <= graph.width + SLACK
        assert bottom <= graph.height + SLACK
    for one, other in combinations(extents, 2):
        assert apart(one, other), (one, other)
    for x, y in (point for mark in graph.marks if not isinstance(mark, Label) for point in mark.points):
        assert -5 <= x <= graph.width + 5
        assert -5 <= y <= graph.height + 5


@settings(deadline=None, max_examples=200)
@given(charts(*(kind for kind in ChartKind if kind is not ChartKind.PIE)))
def test_the_axis_holds_all_values_in_few_even_steps(chart: Chart) -> None:
    axis = scale(chart)
    assert 2 <= len(axis.ticks) <= 7
    assert {later - earlier for earlier, later in pairwise(axis.ticks)} == {axis.step}
    assert str(axis.step.normalize().scaleb(-axis.step.adjusted())).strip("0.") in {"1", "2", "5"}
    reached = [chart.target.value] if chart.target else []
    if chart.kind in (ChartKind.COLUMN, ChartKind.BAR, ChartKind.LINE):
        reached += [value for series in chart.series for value in series.values if value is not None]
        reached += [limit for series in chart.series for pair in series.limits if pair for limit in pair]
    assert all(axis.minimum <= value <= axis.maximum for value in reached)
    assert chart.kind is ChartKind.LINE or axis.minimum <= 0 <= axis.maximum


@pytest.mark.parametrize(
    ("chart", "ticks"),
    [
        (column(153, 253), ["0", "50", "100", "150", "200", "250", "300"]),
        (column(1, 0, 1), ["0", "1"]),
        (column(7), ["0", "2", "4", "6", "8"]),
        (column("-12.5", 3), ["−15", "−10", "−5", "0", "5"]),
        (column(-4, -1), ["−5", "−4", "−3", "−2", "−1", "0"]),
        (column(0, 0), ["0", "1"]),
        (column(None, None), ["0", "1"]),
        (column("0.15", "0.2"), ["0.00", "0.05", "0.10", "0.15", "0.20"]),
        (column(85, 92, unit="%"), ["0%", "20%", "40%", "60%", "80%", "100%"]),
        (column(85, 92, kind=ChartKind.LINE, unit="%"), ["84%", "86%", "88%", "90%", "92%"]),
        (column(12000, 48000, unit="£"), ["£0", "£10,000", "£20,000", "£30,000", "£40,000", "£50,000"]),
        (column(10, 20, target=Target("Goal", Decimal(95))), ["0", "20", "40", "60", "80", "100"]),
    ],
)
def test_ticks_are_numbers_that_people_count_in(chart: Chart, ticks: list[str]) -> None:
    axis = scale(chart)
    assert tick_labels(axis, figures(chart)) == ticks


def test_columns_are_as_high_as_their_numbers_and_say_them() -> None:
    graph = drawn(column(100, 300, -50))
    low, high, below = (height(area) for area in areas(graph))
    assert (high / low, below / low) == pytest.approx((3, 0.5))
    assert {"100", "300", "−50"} <= set(words(graph))


def test_a_column_below_zero_hangs_from_the_axis() -> None:
    above, below = areas(drawn(column(5, -5)))
    assert max(y for _, y in above.points) == pytest.approx(min(y for _, y in below.points))


def test_bars_are_as_long_as_their_numbers_the_first_at_the_top() -> None:
    first, second = areas(drawn(column(10, 40, kind=ChartKind.BAR)))
    assert width(second) / width(first) == pytest.approx(4)
    assert first.points[0][1] < second.points[0][1]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 13, 20])
@pytest.mark.parametrize("kind", [ChartKind.BAR, ChartKind.STACKED_BAR])
def test_bars_are_about_as_thick_in_charts_of_few_and_of_many(kind: ChartKind, count: int) -> None:
    """So a chart of three bars is low, and one of twenty is high."""
    graph = drawn(column(*range(1, count + 1), kind=kind))
    assert all(11 <= height(area) <= 28 + SLACK for area in areas(graph))


@pytest.mark.parametrize("count", [2, 3, 5, 8, 13, 20])
@pytest.mark.parametrize("kind", [ChartKind.COLUMN, ChartKind.STACKED_COLUMN])
def test_columns_are_no_blocks_in_charts_of_few(kind: ChartKind, count: int) -> None:
    graph = drawn(column(*range(1, count + 1), kind=kind, categories=tuple("ABCDEFGHIJKLMNOPQRST"[:count])))
    assert len(areas(graph)) == count
    assert all(10 <= width(area) <= 60 + SLACK for area in areas(graph))


@pytest.mark.parametrize("count", [1, 5, 13, 20])
def test_a_unit_has_space_to_the_first_bar(count: int) -> None:
    graph = drawn(column(*range(1, count + 1), kind=ChartKind.BAR, unit="offences"))
    [unit] = [label for label in labels(graph) if label.lines == ("offences",)]
    assert min(y for area in areas(graph) for _, y in area.points) >= unit.y + graph.leading + 6


@pytest.mark.parametrize("kind", [ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR])
def test_stacked_parts_stand_on_each_other_and_losses_below_zero(kind: ChartKind) -> None:
    series = tuple(Series(name, (Decimal(value),)) for name, value in {"A": 10, "B": 30, "C": -10}.items())
    graph = drawn(Chart(kind, ("Now",), series))
    along = 0 if kind is ChartKind.STACKED_BAR else 1
    ranges = [sorted({round(point[along], 3) for point in areas(graph, f"series_{n}")[-1].points}) for n in (1, 2, 3)]
    first, second, below = ranges if kind is ChartKind.STACKED_BAR else [[-y for y in part[::-1]] for part in ranges]
    assert first[1] == pytest.approx(second[0])
    assert below[1] == pytest.approx(first[0])
    assert {"10", "30", "−10"} <= set(words(graph))


def test_words_on_a_stack_are_read_on_their_colour() -> None:
    for look in SERIES:
        colour = contrast_to_white(THEME.colour(look.colour))
        on_it = (
            colour
            if THEME.colours.plain(f"on_{look.colour}") == "white"
            else contrast_to_white(THEME.colours.text) / colour
        )
        assert on_it >= 4.5


def test_a_missing_value_is_a_gap_in_a_line() -> None:
    graph = drawn(column(1, 2, None, 3, 4, kind=ChartKind.LINE))
    assert [len(line.points) for line in lines(graph)] == [2, 2]
    assert len(areas(graph)) == 4


def test_a_value_between_gaps_is_seen() -> None:
    graph = drawn(column(None, 2, None, kind=ChartKind.LINE))
    assert lines(graph) == []
    assert len(areas(graph)) == 1


def test_long_names_of_series_take_several_lines() -> None:
    names = (
        f"Offences in Harborough that the police recorded in the year from April to March {n}" for n in (2023, 2024)
    )
    found = drawn(Chart(ChartKind.COLUMN, ("A",), tuple(Series(name, (Decimal(1),)) for name in names)))
    legend = [label for label in labels(found) if len(label.lines) == 2]
    assert [label.lines[1].split()[-1] for label in legend] == ["2023", "2024"]
    assert legend[1].y - legend[0].y == 2 * found.leading


def test_a_short_name_beside_one_of_several_lines_leaves_these_their_room() -> None:
    names = ("Incidents" * 5 + " " + "incidents" * 5, "Short", "Next row " * 4)
    found = drawn(Chart(ChartKind.COLUMN, ("A",), tuple(Series(name, (Decimal(1),)) for name in names)))
    tall, short, following = labels(found)[:3]
    assert (len(tall.lines), short.y, following.y) == (2, tall.y, 2 * found.leading)


def test_lines_rise_with_their_numbers() -> None:
    [line] = lines(drawn(column(10, 30, 20, kind=ChartKind.LINE)))
    low, high, middle = (y for _, y in line.points)
    assert low - high == pytest.approx(2 * (low - middle))


@pytest.mark.parametrize("numbers", [(0, 9), (5, 0, 5)])
def test_the_number_of_a_point_on_the_axis_is_above_it(numbers: tuple[int, ...]) -> None:
    marks = drawn(column(*numbers, kind=ChartKind.LINE)).marks
    [lowest] = [mark for mark in marks if isinstance(mark, Label) and mark.value and mark.lines == (str(min(numbers)),)]
    axis = max(y for mark in marks if isinstance(mark, Line) for _, y in mark.points)
    assert lowest.y < axis - THEME.body.size


FREE = {
    "last point below the target": ((70, 5, 57, 57), 60),
    "rising to the target": ((5, 57, 70), 60),
    "falling to the target": ((70, 57, 5), 60),
    "level after it rose": ((5, 57, 57), 60),
}


@pytest.mark.parametrize("name", FREE)
def test_a_number_is_on_the_side_of_its_point_that_the_target_leaves_free(name: str) -> None:
    values, level = FREE[name]
    graph = drawn(column(*values, kind=ChartKind.LINE, target=Target("Target", Decimal(level))))
    [y] = {end for one in lines(graph, TARGET.colour) if one.dash for _, end in one.points}
    numbers = [label for label in labels(graph) if label.value]
    assert [label.lines for label in numbers] == [(str(value),) for value in values]
    assert [label for label in numbers if strikes(y, label, Type(graph.size, graph.leading))] == []
    assert len([one for one in lines(graph, TARGET.colour) if one.dash]) == 1


def test_lines_differ_in_colour_dash_and_marker() -> None:
    assert len({look.dash for look in SERIES}) == len({look.colour for look in SERIES}) == len(SERIES)
    assert len({(look.marker, look.hollow) for look in SERIES}) == len(SERIES)
    chart = column(1, 2, kind=ChartKind.LINE)
    graph = drawn(evolve(chart, series=tuple(Series(str(n), (Decimal(n), Decimal(n))) for n in range(6))))
    assert len({line.dash for look in SERIES for line in lines(graph, look.colour)}) == len(SERIES)


def test_the_slices_of_a_pie_go_clockwise_from_twelve() -> None:
    graph = drawn(column(25, 75, kind=ChartKind.PIE))
    quarter, rest = areas(graph)[0], areas(graph, "series_2")[0]
    middle = quarter.points[0]
    assert quarter.points[1][0] == pytest.approx(middle[0])
    assert all(x >= middle[0] - SLACK and y <= middle[1] + SLACK for x, y in quarter.points)
    assert min(x for x, _ in rest.points) < middle[0]
    assert words(graph) == ["Area 1 25%", "Area 2 75%"]


def test_a_slice_that_is_everything_is_a_whole_circle() -> None:
    [circle] = areas(drawn(column(5, 0, kind=ChartKind.PIE)))
    assert width(circle) == pytest.approx(height(circle), abs=0.1)


def test_the_names_of_thin_slices_are_in_a_list_and_lines_lead_to_their_shares() -> None:
    graph = drawn(column(96, 1, 1, 1, 1, kind=ChartKind.PIE))
    names = [label for label in labels(graph) if not label.value]
    assert len({label.x for label in names}) == 1
    assert [*words(graph)] == ["96%", *["1%"] * 4, *(f"Area {number}" for number in range(1, 6))]
    led = [label for label in labels(graph) if any(label.away)]
    assert len(lines(graph, "rule")) == len(led) > 1
    assert "96%" not in {label.lines[0] for label in led}


def test_a_narrow_pie_has_its_names_below_it() -> None:
    names = ("Violence against the person", "Burglary of homes", "Anti-social behaviour")
    graph = draw_chart(column(1, 5, 2, kind=ChartKind.PIE, categories=names), 216, THEME)
    assert words(graph)[3:] == [*names]
    assert not graph.cut
    assert graph.plane
    assert graph.legend
    assert graph.legend[1] > graph.plane[3]


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        ([300, 100], "75% 25%"),
        ([0, 4], "0% 100%"),
        ([5, 3], "62.5% 37.5%"),
        ([1, 1, 3, 3], "12.5% 12.5% 37.5% 37.5%"),
        ([1, 1, 1], "33% 33% 33%"),
        ([1000, 1, 1, 1, 0, 2], "99.5% 0.1% 0.1% 0.1% 0.0% 0.2%"),
    ],
)
def test_shares_add_up_where_they_can_and_what_is_there_is_not_nothing(values: list[int], printed: str) -> None:
    assert " ".join(shares([Decimal(value) for value in values])) == printed
    graph = drawn(column(*values, kind=ChartKind.PIE))
    assert [label.lines[-1].split()[-1] for label in labels(graph) if label.value] == printed.split()


@settings(deadline=None)
@given(charts(ChartKind.PIE), st.floats(60, 700))
def test_no_share_of_a_pie_is_cut(chart: Chart, wide: float) -> None:
    ends = [label.lines[-1].split()[-1] for label in labels(draw_chart(chart, wide, THEME)) if label.value]
    assert sorted(ends) == sorted(shares(chart.series[0].values))


def test_a_name_that_has_no_room_in_a_list_is_cut_but_its_share_is_not() -> None:
    names = "Violence against the person", "Burglary of homes", "Anti-social behaviour of any kind in parks " * 9
    graph = draw_chart(column(1, 5, 2, kind=ChartKind.PIE, categories=names), 216, THEME)
    *whole, cut = words(graph)
    assert whole == ["12.5%", "62.5%", "25.0%", *names[:2]]
    assert cut.startswith("Anti-social behaviour of any kind")
    assert cut.endswith("…")


def test_the_number_of_a_target_is_never_cut() -> None:
    target = Target("What the partnership wants to reach in the year to come " * 9, Decimal(200))
    for kind in (ChartKind.COLUMN, ChartKind.BAR):
        assert [text for text in words(drawn(column(1, 300, kind=kind, target=target))) if text.endswith("… 200")]


def test_a_target_is_a_dashed_line_with_its_name_and_number() -> None:
    graph = drawn(column(100, 300, target=Target("Target 2025", Decimal(200))))
    [line] = [line for line in lines(graph, TARGET.colour) if line.dash]
    assert line.points[0][1] == line.points[1][1]
    first, second = areas(graph)
    assert min(y for _, y in second.points) < line.points[0][1] < min(y for _, y in first.points)
    assert "Target 2025 200" in words(graph)


def test_the_line_of_a_target_keeps_clear_of_numbers() -> None:
    goal = Target("Goal", Decimal(-4))
    across = drawn(column(-3, 5, 8, kind=ChartKind.BAR, target=goal))
    near = drawn(column(64, 66, 65, 80, kind=ChartKind.BAR, target=Target("Mean", Decimal(65))))
    for graph, whole in ((across, False), (near, True)):
        pieces = [one for one in lines(graph, "text") if one.dash]
        assert (len(pieces) == 1) == whole
        for number in (label for label in labels(graph) if label.value):
            left, top, right, bottom = Type(graph.size, graph.leading).extent(number)
            for (x, y), (end_x, end_y) in (piece.points for piece in pieces):
                assert end_x <= left - 3 or x >= right + 3 or end_y <= top - 3 or y >= bottom + 3


@pytest.mark.parametrize("kind", [ChartKind.COLUMN, ChartKind.BAR])
@pytest.mark.parametrize("level", range(35, 100, 5))
def test_the_line_of_a_target_is_whole_in_front_of_columns_and_bars_and_numbers_do_not_cross_it(
    kind: ChartKind, level: int
) -> None:
    three = tuple(
        Series(name, tuple(map(Decimal, values)))
        for name, values in {"A": (61, 52, 40, 33), "B": (44, 49, 28, 35), "C": (41, 39, 25, 30)}.items()
    )
    graph = drawn(column(1, 2, 3, 4, kind=kind, series=three, target=Target("Goal", Decimal(level))))
    [line], [edge] = ([one for one in lines(graph, name) if one.dash or name == "white"] for name in ("text", "white"))
    assert edge.points == line.points
    assert edge.width > line.width
    painted = [graph.marks.index(mark) for mark in areas(graph) if mark.fill.startswith("series") and mark.outline]
    assert max(painted) < graph.marks.index(edge) < graph.marks.index(line)
    [x, y], _ = line.points
    numbers = [label for label in labels(graph) if label.value]
    assert len(numbers) == 12
    for number in numbers:
        left, top, right, bottom = Type(graph.size, graph.leading).extent(number)
        start, end, at = (left, right, x) if kind is ChartKind.BAR else (-bottom, -top, -y)
        is_past = Decimal(number.lines[0]) >= level
        assert at <= start - 6 + SLACK if is_past else at >= end + 6 - SLACK


def test_a_number_in_a_stack_has_the_ground_of_its_part_over_the_line_of_a_target() -> None:
    two = tuple(Series(name, (Decimal(80), Decimal(180))) for name in "AB")
    graph = drawn(column(1, 2, kind=ChartKind.STACKED_COLUMN, series=two, target=Target("Goal", Decimal(40))))
    [line] = [one for one in lines(graph, "text") if one.dash]
    above = graph.marks[graph.marks.index(line) + 1 :]
    [ground] = [mark for mark in above if isinstance(mark, Area)]
    assert ground.fill == "series_1"
    number = next(label for label in labels(graph) if label.value == (0, 0))
    left, top, right, bottom = Type(graph.size, graph.leading).extent(number)
    assert min(ground.points) <= (left, top)
    assert max(ground.points) >= (right, bottom)


@pytest.mark.parametrize("names", [("Burglary of homes", "Theft from vehicles", "Violence with injury"), YEARS[:3]])
@pytest.mark.parametrize("kind", [ChartKind.COLUMN, ChartKind.LINE])
@pytest.mark.parametrize("wide", range(230, 500, 15))
def test_names_of_categories_side_by_side_do_not_look_like_one(
    names: tuple[str, ...], kind: ChartKind, wide: int
) -> None:
    graph = draw_chart(column(4, 5, 6, kind=kind, categories=names), wide, THEME)
    type_ = Type(graph.size, graph.leading)
    found = [type_.extent(label) for label in labels(graph) if label.category is not None]
    if graph.chart.kind is kind:
        assert all(one[2] + 6 * graph.size / 12 <= other[0] + SLACK for one, other in pairwise(found))


@settings(deadline=None, max_examples=200)
@given(charts(*(kind for kind in ChartKind if kind is not ChartKind.PIE)), st.floats(200, 700))
def test_values_are_read_from_their_numbers_or_from_an_axis_with_a_grid(chart: Chart, wide: float) -> None:
    graph = draw_chart(chart, wide, THEME)
    printed = {label.value for label in labels(graph) if label.value}
    assert graph.has_axis is not bool(printed)
    assert graph.has_axis or not lines(graph, "grid")
    given_ = {
        (place, at)
        for place, one in enumerate(graph.chart.series)
        for at, value in enumerate(one.values)
        if value or (value is not None and not graph.chart.kind.value.startswith("stacked"))
    }
    assert printed in (given_, set())


def test_the_unit_and_the_names_of_the_series_share_a_line() -> None:
    two = tuple(Series(name, (Decimal(1), Decimal(3))) for name in ("2023", "2024"))
    for kind in (ChartKind.COLUMN, ChartKind.BAR, ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR):
        graph = drawn(column(1, 3, kind=kind, series=two, unit="offences"))
        unit, first, second, *_ = labels(graph)
        assert [unit.lines, first.lines, second.lines] == [("offences",), ("2023",), ("2024",)]
        assert unit.x == unit.y == first.y == second.y == 0
        assert graph.legend
        assert graph.legend[0] > Type(graph.size, graph.leading).extent(unit)[2]


def test_a_unit_is_below_names_of_series_that_need_the_line() -> None:
    two = tuple(Series(f"{name} " + "recorded offences " * 3, (Decimal(1),)) for name in ("2023", "2024"))
    graph = drawn(column(1, series=two, unit="offences"))
    unit = next(label for label in labels(graph) if label.lines == ("offences",))
    assert graph.legend
    assert unit.y > graph.legend[3]


def test_several_series_are_named_above_and_one_is_not() -> None:
    one = column(1, 2)
    two = evolve(one, series=(Series("2022/23", one.series[0].values), Series("2023/24", one.series[0].values)))
    assert {"2022/23", "2023/24"} <= set(words(drawn(two)))
    assert "Crimes" not in words(drawn(one))


def test_columns_with_long_names_become_bars() -> None:
    chart = column(*range(8), categories=tuple(f"Theft from the person in ward number {n}" for n in range(8)))
    assert drawn(chart).chart.kind is ChartKind.BAR
    assert drawn(column(1, 2)).chart.kind is ChartKind.COLUMN
    assert {name for name in words(drawn(chart)) if "Theft" in name} == set(chart.categories)


def two_lines(first: tuple[int, ...], second: tuple[int, ...], **changes: Any) -> Graph:
    series = tuple(
        Series(name, tuple(map(Decimal, found))) for name, found in {"Blaby": first, "Melton": second}.items()
    )
    return drawn(column(*first, kind=ChartKind.LINE, series=series, **changes))


def small(count: int, kind: ChartKind = ChartKind.LINE, **changes: Any) -> Graph:
    series = tuple(Series(f"Ward {n}", (Decimal(n), Decimal(10 * n), Decimal(5))) for n in range(1, count + 1))
    return drawn(column(1, 2, 3, kind=kind, series=series, by="ward", **changes))


@pytest.mark.parametrize("kind", [ChartKind.LINE, ChartKind.COLUMN, ChartKind.BAR])
def test_small_charts_have_the_same_axes_and_size_and_their_own_name(kind: ChartKind) -> None:
    graph = small(5, kind, unit="offences")
    assert len(graph.small) == 5
    assert len({scale(one.chart) for one in graph.small}) == 1
    planes = [one.plane or (0, 0, 0, 0) for one in graph.small]
    assert len({(round(right - left, 3), round(bottom - top, 3)) for left, top, right, bottom in planes}) == 1
    assert [words(one)[0] for one in graph.small] == ["offences", *(f"Ward {n}" for n in range(2, 6))]
    assert words(graph).count("offences") == 1
    assert all(one.has_axis for one in graph.small)
    assert graph.size >= 9 - SLACK


def test_a_long_name_of_a_small_chart_does_not_make_its_plane_lower() -> None:
    names = ("Blaby", "A district with a very long name that takes two lines", "Melton")
    shown = tuple(Series(name, (Decimal(1), Decimal(2), Decimal(3))) for name in names)
    graph = drawn(column(1, 2, 3, kind=ChartKind.LINE, series=shown, by="ward"))
    planes = [one.plane or (0, 0, 0, 0) for one in graph.small]
    assert len({(round(top, 3), round(bottom, 3)) for _, top, _, bottom in planes}) == 1


@pytest.mark.parametrize(
    ("count", "rows"),
    [(2, [2]), (3, [3]), (4, [2, 2]), (5, [2, 2, 1]), (6, [2, 2, 2]), (7, [2, 2, 2, 1]), (12, [3] * 4)],
)
def test_two_or_three_small_charts_are_in_a_row_on_the_page(count: int, rows: list[int]) -> None:
    graph = small(count)
    tops = [label.y for label in labels(graph) if label.lines[0].startswith("Ward")]
    assert [tops.count(top) for top in sorted({*tops})] == rows
    assert graph.width == WIDTH
    assert graph.height <= THEME.tallest_figure


@pytest.mark.parametrize("kind", [ChartKind.LINE, ChartKind.COLUMN, ChartKind.BAR])
@pytest.mark.parametrize("count", range(2, 13))
def test_the_last_small_chart_of_a_row_ends_at_the_margin_and_word_has_room_for_the_row(
    count: int, kind: ChartKind
) -> None:
    graph = small(count, kind)
    first = [one.y for one in labels(graph) if one.lines[0].startswith("Ward")]
    beside = first.count(first[0])
    assert WIDTH - 1.5 <= sum(one.width for one in graph.small[:beside]) < WIDTH
    grid = max(x for line in lines(graph, "grid") for x, _ in line.points)
    assert kind is ChartKind.BAR or grid == pytest.approx(WIDTH, abs=1.5)


@pytest.mark.parametrize("kind", [ChartKind.LINE, ChartKind.COLUMN, ChartKind.BAR])
@pytest.mark.parametrize("count", range(2, 9))
def test_words_of_small_charts_are_smaller_only_where_that_fills_a_row_or_they_would_be_in_one_column(
    count: int, kind: ChartKind
) -> None:
    is_smaller = kind is ChartKind.BAR or count == 3
    assert small(count, kind).size == pytest.approx(10 if is_smaller else 12, abs=SLACK)


def test_the_title_of_a_small_chart_is_bold_and_has_space_below_it() -> None:
    for one in small(5, unit="offences").small:
        [title] = [label for label in labels(one) if label.bold]
        numbers = [label.y for label in labels(one) if label.anchor is Anchor.END]
        assert title.lines == (one.chart.title,)
        assert min(numbers) - Type(one.size, one.leading).extent(title)[3] >= 4 * one.size / 12 - SLACK


@pytest.mark.parametrize("kind", [ChartKind.LINE, ChartKind.COLUMN, ChartKind.BAR])
@pytest.mark.parametrize("count", [6, 9, 12])
def test_a_page_has_room_for_twelve_small_charts_with_few_categories(count: int, kind: ChartKind) -> None:
    graph = small(count, kind, unit="offences", broken="The axis does not start at 0")
    assert graph.size >= 9 - SLACK
    assert graph.height <= THEME.tallest_figure + SLACK
    assert not graph.cut
    tops = [label.y for label in labels(graph) if label.lines[0] == "0"]
    assert len(tops) == count


def test_the_small_chart_that_is_highlighted_has_the_accent() -> None:
    for kind in (ChartKind.LINE, ChartKind.BAR):
        graph = small(3, kind, highlight="Ward 2")
        colours = [{mark.fill for mark in one.marks if isinstance(mark, Area)} for one in graph.small]
        assert colours == [{"quiet"}, {"series_1"}, {"quiet"}]


@settings(deadline=None, max_examples=60)
@given(charts(ChartKind.LINE, ChartKind.COLUMN, ChartKind.BAR), st.floats(200, 700))
def test_small_charts_are_on_the_canvas_and_their_words_apart(chart: Chart, wide: float) -> None:
    graph = draw_chart(evolve(chart, by="ward", target=None), wide, THEME)
    assert graph.height <= THEME.tallest_figure + SLACK
    extents = [Type(graph.size, graph.leading).extent(label) for label in labels(graph)]
    assert all(left >= -SLACK and right <= wide + SLACK for left, _, right, _ in extents)
    for one, other in combinations(extents, 2):
        across, down = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
        assert min(across, down) <= SLACK, (one, other)


def test_lines_have_their_names_at_their_ends_in_place_of_a_legend() -> None:
    graph = two_lines((5, 9), (2, 3))
    assert graph.legend is None
    names = {label.names: label for label in labels(graph) if label.names is not None}
    assert {place: label.lines for place, label in names.items()} == {0: ("Blaby",), 1: ("Melton",)}
    for place, label in names.items():
        [line] = lines(graph, f"series_{place + 1}")
        x, y = line.points[-1]
        assert x < label.x < x + 2 * THEME.chart.marker
        assert label.y + graph.leading / 2 == pytest.approx(y)


CLOSE: dict[str, dict[str, Any]] = {
    "ends that are equal": {"second": (2, 9)},
    "ends that are close": {"first": (5, 90), "second": (2, 88)},
    "a target at an end": {"target": Target("Goal", Decimal(9))},
    "an end at the axis, over the name of the category": {"first": (5, 0)},
    "both ends at the axis": {"first": (5, 0), "second": (9, 0)},
    "both ends at a target": {"second": (2, 9), "target": Target("Goal", Decimal(9))},
}


@pytest.mark.parametrize("name", CLOSE)
def test_names_that_would_overlap_other_words_are_moved_and_lines_lead_to_them(name: str) -> None:
    graph = two_lines(**{"first": (5, 9), "second": (2, 3), **CLOSE[name]})
    assert graph.legend is None
    names = {label.names: label for label in labels(graph) if label.names is not None}
    assert names.keys() == {0, 1}
    type_ = Type(graph.size, graph.leading)
    assert all(apart(type_.extent(one), type_.extent(other)) for one, other in combinations(labels(graph), 2))
    for place, label in names.items():
        [line] = lines(graph, f"series_{place + 1}")
        middle = label.y + graph.leading / 2
        [leader] = [one for one in lines(graph, "rule") if one.points[-1] == (label.x - 3, middle)]
        assert leader.points[0][1] == line.points[-1][1]


@pytest.mark.parametrize("count", [2, 3, 5, 12, 40])
@pytest.mark.parametrize("name", ["Goal", "A goal with a name that takes several lines"])
def test_the_names_of_lines_and_of_the_target_begin_at_one_edge(count: int, name: str) -> None:
    graph = two_lines((5,) * count, (60,) * count, target=Target(name, Decimal(80)))
    named = [label for label in labels(graph) if label.names is not None]
    [goal] = [label for label in labels(graph) if " ".join(label.lines) == f"{name} 80"]
    assert {label.x for label in named} == {goal.x}
    assert goal.x >= (graph.plane or (0, 0, 0, 0))[2]


def test_names_that_cannot_be_apart_are_in_a_legend() -> None:
    """Six names need more room than there is above and below the name of the target."""
    series = tuple(Series(f"Line {place}", (Decimal(place), Decimal(place))) for place in range(4, 10))
    chart = column(1, 2, kind=ChartKind.LINE, series=series, target=Target("A goal for every ward of ours", Decimal(5)))
    graph = draw_chart(chart, WIDTH, evolve(THEME, chart_shape=0.2))
    assert graph.legend is not None
    assert not any(label.names is not None for label in labels(graph))


@given(st.lists(st.floats(-50, 150), max_size=9).map(sorted), st.floats(1, 30))
def test_names_are_moved_no_further_than_they_must(wanted: list[float], distance: float) -> None:
    found = spread(wanted, distance, 0, 100)
    if distance * (len(wanted) - 1) > 100:
        assert found == []
        return
    assert all(later - one >= distance - SLACK for one, later in pairwise(found))
    assert all(-SLACK <= one <= 100 + SLACK for one in found)
    inside = all(0 <= one <= 100 for one in wanted)
    if inside and all(later - one >= distance for one, later in pairwise(wanted)):
        assert found == pytest.approx(wanted)


def test_lines_without_a_last_number_have_a_legend() -> None:
    series = Series("Blaby", (Decimal(5), Decimal(9))), Series("Melton", (Decimal(2), None))
    assert drawn(column(5, 9, kind=ChartKind.LINE, series=series)).legend is not None


@pytest.mark.parametrize("kind", [ChartKind.COLUMN, ChartKind.BAR])
def test_the_bar_that_is_highlighted_has_the_accent_and_the_others_are_quiet(kind: ChartKind) -> None:
    graph = drawn(column(1, 3, 2, kind=kind, highlight="Area 2"))
    [loud] = areas(graph)
    quiet = areas(graph, "quiet")
    assert len(quiet) == 2
    assert all(max(height(loud), width(loud)) > max(height(one), width(one)) for one in quiet)


def test_the_line_that_is_highlighted_has_the_accent_and_the_others_are_quiet() -> None:
    three = tuple(Series(name, (Decimal(at), Decimal(at))) for at, name in enumerate(("Blaby", "Melton", "Oadby")))
    graph = drawn(column(1, 2, kind=ChartKind.LINE, series=three, highlight="Melton"))
    [loud] = {line.dash for line in lines(graph)}
    assert loud == ()
    dashes = {line.dash for line in lines(graph, "quiet")}
    assert len(dashes) == 2
    assert () not in dashes


@pytest.mark.parametrize("kind", [ChartKind.COLUMN, ChartKind.BAR, ChartKind.STACKED_COLUMN, ChartKind.LINE])
@pytest.mark.parametrize(
    ("names", "colours"),
    [
        (("2024/25", "2025/26"), ("earlier_1", "series_1")),
        (("2023", "2024", "2025"), ("earlier_1", "earlier_2", "series_1")),
        (("Q1 2025", "Q2 2025", "Q3 2025", "Q4 2025"), ("earlier_1", "earlier_2", "earlier_3", "series_1")),
        (("May 2025", "April 2024"), ("series_1", "earlier_1")),
        (("2021", "2022", "2023", "2024", "2025"), tuple(look.colour for look in SERIES[:5])),
        (("Blaby", "Melton"), ("series_1", "series_2")),
        (("Target 2024", "Result 2025"), ("series_1", "series_2")),
        (("2024", "2023", "2025"), ("series_1", "series_2", "series_3")),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else None,
)
def test_the_newest_of_a_few_years_has_the_accent(
    kind: ChartKind, names: tuple[str, ...], colours: tuple[str, ...]
) -> None:
    shown = tuple(Series(name, (Decimal(5 + at), Decimal(9 + at))) for at, name in enumerate(names))
    chart = column(1, 2, kind=kind, series=shown)
    assert tuple(look.colour for look in looks(chart)) == colours
    painted = [mark.fill if isinstance(mark, Area) else mark.colour for mark in drawn(chart).marks]
    assert {one for one in painted if "_" in one and not one.startswith("on_")} == {*colours}


def test_many_points_of_a_line_have_names_for_some() -> None:
    months = tuple(f"{month} {year}" for year in range(2020, 2025) for month in ("January", *(["Month"] * 11)))
    graph = drawn(column(*range(60), kind=ChartKind.LINE, categories=months))
    assert [name for name in words(graph) if "January" in name] == [f"January {year}" for year in range(2020, 2025)]
    assert words(graph).count("Month 2024") == 1
    assert not any("Month" in name for name in words(graph) if name != "Month 2024")
    assert areas(graph) == []


@pytest.mark.parametrize("small", [False, True])
@pytest.mark.parametrize("count", range(2, 61))
def test_the_last_period_of_a_line_has_its_name(count: int, small: bool) -> None:
    chart = column(*range(count), kind=ChartKind.LINE, categories=YEARS[:count])
    graph = drawn(evolve(chart, series=chart.series * 4, by="ward") if small else chart)
    for one in graph.small or [graph]:
        named = [label.category for label in labels(one) if label.category is not None]
        assert named[0] == 0
        assert named[-1] == count - 1
        assert len({other - first for first, other in pairwise(named[:-1])}) <= 1
        assert len(named) > 2 or count <= 14 or small


def test_four_years_without_room_for_all_have_the_first_and_the_last() -> None:
    chart = column(1000, 2000, 3000, 4000, kind=ChartKind.LINE, categories=YEARS[:4])
    for one in drawn(evolve(chart, series=chart.series * 4, by="ward")).small:
        assert [label.category for label in labels(one) if label.category is not None] == [0, 3]


def test_a_value_between_gaps_is_seen_among_many_points_too() -> None:
    values = [*range(20), None, 20, None, *range(37)]
    assert len(areas(drawn(column(*values, kind=ChartKind.LINE)))) == 1


def test_signs_that_nobody_sees_are_left_out() -> None:
    assert "Burglary" in words(drawn(column(1, categories=("Bur\u00adgla\u200bry",))))


def test_values_are_printed_with_the_places_that_they_have() -> None:
    assert places(column(1, 2)) == 0
    assert places(column("1.5", 2)) == 1
    assert places(column("1.123456", 2)) == 2
    assert places(column("0.0015", "0.001")) == 4
    assert places(column("0.0042", "0.0031", 3)) == 4
    assert places(column("0.004", 0, 3)) == 3
    assert "0.0042" in words(drawn(column("0.0042", 3)))


def test_pounds_have_pence_or_none() -> None:
    assert [figures(column("12.5", 3, unit="£")).printed(Decimal(value)) for value in ("12.5", "-3")] == [
        "£12.50",
        "−£3.00",
    ]
    assert figures(column(1200, 3, unit="£")).printed(Decimal(1200)) == "£1,200"
    assert "£1.50" in words(drawn(column("1.5", "2.5", unit="£")))


def test_words_of_many_rows_have_the_size_of_the_text() -> None:
    wards = column(
        *range(24), categories=tuple(f"Ward number {n}" for n in range(24)), target=Target("Goal", Decimal(9))
    )
    two = Series("2023", wards.series[0].values), Series("2024", wards.series[0].values)
    for chart in (wards, evolve(wards, series=two, unit="offences")):
        assert drawn(chart).chart.kind is ChartKind.BAR
        assert drawn(chart).size == THEME.body.size


@pytest.mark.parametrize("chart", [*(figure.content for figure in EVERY_KIND.values()), *LIMITS.values()])
def test_words_have_the_size_of_the_text_unless_the_page_is_too_small(chart: Chart) -> None:
    graph = drawn(chart)
    assert graph.size == THEME.body.size or len(chart.categories) > 24
    assert graph == drawn(chart)
