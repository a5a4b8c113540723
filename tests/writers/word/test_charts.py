"""Charts as Word has them: series and numbers to be edited, in the looks that the PDF has too."""

from collections.abc import Callable
from decimal import Decimal
from itertools import chain
from pathlib import Path

import pytest
from attrs import evolve
from lxml import etree

from csp_docs.blocks import Chart, ChartKind, Grid, GridCell, Landscape, Series, Target
from csp_docs.drawing import draw_chart
from csp_docs.drawing.graph import Area, Label
from csp_docs.drawing.palette import SERIES
from csp_docs.drawing.scale import scale
from csp_docs.theme.colours import Colours, hls, of_hls
from csp_docs.theme.theme import Theme
from tests.chart_file import cached, chart_root, found_values, opened, series_in, workbook_of
from tests.chart_sample import BAR, COLUMN, EVERY_KIND, LIMITS, LINE, PIE, STACKED_COLUMN, figure, series
from tests.docx_file import WordFile, find_all, strings
from tests.figure_sample import figures_document
from tests.printing import render_docx

EMU = 12700


@pytest.mark.parametrize("kind", ChartKind)
def test_series_and_categories_are_those_of_the_chart(kind: ChartKind) -> None:
    chart = EVERY_KIND[kind].content
    assert isinstance(chart, Chart)
    root = chart_root(chart)
    found = [one for one in series_in(root) if not chart.target or one.name != chart.target.name]
    assert tuple(found) == chart.series
    assert {tuple(cached(one)) for one in find_all(root, "//c:cat")} == {chart.categories}


@pytest.mark.parametrize(
    ("kind", "group", "direction", "grouping"),
    [
        (ChartKind.COLUMN, "barChart", ["col"], ["clustered"]),
        (ChartKind.BAR, "barChart", ["bar"], ["clustered"]),
        (ChartKind.STACKED_COLUMN, "barChart", ["col"], ["stacked"]),
        (ChartKind.STACKED_BAR, "barChart", ["bar"], ["stacked"]),
        (ChartKind.LINE, "lineChart", [], ["standard"]),
        (ChartKind.PIE, "pieChart", [], []),
    ],
)
def test_each_kind_is_one_that_word_has(kind: ChartKind, group: str, direction: list[str], grouping: list[str]) -> None:
    root = chart_root(Chart(kind, ("A", "B"), (series("One", 1, 2),)))
    assert [etree.QName(one).localname for one in find_all(root, "//c:plotArea/*[c:ser]")] == [group]
    assert [found_values(root, "barDir"), found_values(root, "grouping")] == [direction, grouping]


def test_a_chart_on_a_turned_page_is_no_higher_than_a_figure_may_be_there() -> None:
    document = figures_document(Landscape((figure(COLUMN, "A chart"),)))
    word_file = WordFile(render_docx(document, Theme()))
    [height] = strings(word_file.body, "//wp:inline/wp:extent/@cy")
    turned = evolve(Theme(), page=Theme().page.turned())
    assert int(height) / EMU <= turned.tallest_figure + 0.1


def test_what_is_missing_is_a_gap() -> None:
    chart = Chart(ChartKind.LINE, ("A", "B", "C"), (series("One", 1, None, 3),))
    root = chart_root(chart)
    assert strings(root, "//c:val//c:pt/@idx") == ["0", "2"]
    assert found_values(root, "dispBlanksAs") == ["gap"]
    assert "B3" not in workbook_of(chart).cells


@pytest.mark.parametrize("chart", [COLUMN, BAR, LINE, STACKED_COLUMN, LIMITS["below zero"], LIMITS["near by"]])
def test_ticks_are_those_of_all_writers(chart: Chart) -> None:
    root, axis = chart_root(chart), scale(chart)
    found = [Decimal(one) for name in ("min", "max", "majorUnit") for one in found_values(root, f"valAx//c:{name}")]
    assert found == [axis.minimum, axis.maximum, axis.step]


def test_columns_below_zero_keep_their_colour() -> None:
    assert set(found_values(chart_root(LIMITS["below zero"]), "invertIfNegative")) == {"0"}


@pytest.mark.parametrize(
    ("unit", "number", "code"),
    [
        ("%", "12.5", '#,##0.0"%";"−"#,##0.0"%"'),
        ("£", "1200", '"£"#,##0;"−£"#,##0'),
        ("crimes", "7", '#,##0;"−"#,##0'),
        ("crimes", "12000", '#,##0;"−"#,##0'),
        ("", "0.25", '#,##0.00;"−"#,##0.00'),
    ],
)
def test_numbers_are_printed_with_their_unit(unit: str, number: str, code: str) -> None:
    chart = Chart(ChartKind.COLUMN, ("A", "B"), (series("One", number, 1),), unit)
    root = chart_root(chart)
    assert set(strings(root, "//c:val//c:formatCode/text()|//c:dLbls/c:numFmt/@formatCode")) == {code}


def test_an_axis_with_a_grid_is_there_only_if_values_have_no_numbers() -> None:
    for chart in (COLUMN, BAR, LINE, STACKED_COLUMN):
        root = chart_root(chart)
        has_numbers = bool(find_all(root, "//c:ser/c:dLbls[c:showVal/@val='1']"))
        assert found_values(root, "valAx/c:tickLblPos") == ["none" if has_numbers else "nextTo"]
        assert bool(find_all(root, "//c:majorGridlines")) is not has_numbers


def test_a_unit_that_is_at_no_number_is_above_the_plane() -> None:
    assert strings(chart_root(LINE), "//c:valAx/c:title//a:t/text()") == ["offences"]
    assert strings(chart_root(PIE), "//a:t/text()") == []


@pytest.mark.parametrize("count", [1, 2, 3, 12])
@pytest.mark.parametrize("kind", [ChartKind.COLUMN, ChartKind.BAR])
def test_columns_and_bars_are_as_thick_as_in_the_pdf(kind: ChartKind, count: int) -> None:
    chart = Chart(kind, tuple("ABCDEFGHIJKL"[:count]), (series("Crimes", *range(1, count + 1)),))
    drawn = draw_chart(chart, Theme().page.text_width, Theme())
    left, top, right, bottom = drawn.plane or (0, 0, 0, 0)
    corners = next(mark.points for mark in drawn.marks if isinstance(mark, Area) and mark.fill == "series_1")
    thick = max(point[kind is ChartKind.BAR] for point in corners) - min(
        point[kind is ChartKind.BAR] for point in corners
    )
    [between] = found_values(chart_root(chart), "gapWidth")
    room = (bottom - top if kind is ChartKind.BAR else right - left) / count
    assert int(between) <= 500  # Word has no more
    assert room / (1 + int(between) / 100) == pytest.approx(thick, abs=0.5)


def test_the_plane_is_where_the_pdf_has_it() -> None:
    drawn = draw_chart(LINE, Theme().page.text_width, Theme())
    assert drawn.plane
    left, top, right, bottom = drawn.plane
    [layout] = find_all(chart_root(LINE), "//c:plotArea/c:layout/c:manualLayout")
    found = [float(*strings(layout, f"c:{side}/@val")) for side in "xywh"]
    expected = [left / drawn.width, top / drawn.height, (right - left) / drawn.width, (bottom - top) / drawn.height]
    assert found == pytest.approx(expected)


def test_series_have_the_colours_dashes_and_markers_of_the_palette() -> None:
    root = chart_root(LINE)
    lines = find_all(root, "//c:ser/c:spPr/a:ln")[: len(LINE.series)]
    assert [strings(line, "a:solidFill/a:schemeClr/@val") for line in lines] == [["accent1"], ["accent2"], ["accent3"]]
    assert [strings(line, "a:prstDash/@val")[0] for line in lines] == [one.dash.value for one in SERIES[:3]]
    assert found_values(root, "marker/c:symbol")[:3] == [one.marker.value for one in SERIES[:3]]


def test_many_points_have_no_markers_as_in_the_pdf_but_one_between_gaps_has() -> None:
    values = series("Homes", *range(58), None, 7), series("Cars", *range(20), None, 20, None, *range(37))
    root = chart_root(Chart(ChartKind.LINE, tuple(f"Month {n}" for n in range(60)), values))
    assert found_values(root, "ser/c:marker/c:symbol") == ["none"] * 2
    assert found_values(root, "dPt/c:idx") == ["59", "21"]
    assert found_values(root, "dPt/c:marker/c:symbol") == [one.marker.value for one in SERIES[:2]]


def test_markers_shrink_with_the_chart() -> None:
    root = opened_in_a_cell(LINE)
    assert set(found_values(root, "ser/c:marker/c:size")) == {"6"}
    assert set(found_values(chart_root(LINE), "ser/c:marker/c:size")) == {"7"}


def opened_in_a_cell(chart: Chart) -> etree._Element:
    grid = Grid((GridCell((figure(chart, "A chart"),)), GridCell((figure(PIE, "Money"),))))
    return WordFile(render_docx(figures_document(grid), Theme())).root("word/charts/chart1.xml")


BY_PLACE = evolve(COLUMN, series=(evolve(COLUMN.series[0], name="Homes"), evolve(COLUMN.series[1], name="Shops")))


def test_colours_and_font_come_from_the_theme() -> None:
    root = chart_root(BY_PLACE, Theme(colours=Colours(series_1="00573F")))
    assert strings(root, "//c:ser[1]/c:spPr/a:solidFill/a:srgbClr/@val") == ["00573F"]
    assert set(strings(root, "//a:latin/@typeface")) == {"+mn-lt"}
    assert set(strings(root, "//@sz")) == {"1200"}


def test_series_follow_the_colours_of_the_theme() -> None:
    """Who changes the colours in Word's Design tab changes the charts."""
    fills = strings(chart_root(BY_PLACE), "//c:ser/c:spPr/a:solidFill/a:schemeClr/@val")
    assert fills == ["accent1", "accent2"]
    own = Theme(colours=Colours(series_1="5B2A86"))
    assert strings(chart_root(BY_PLACE, own), "//c:ser[1]/c:spPr/a:solidFill/a:srgbClr/@val") == ["5B2A86"]


def test_all_bars_but_the_highlighted_one_are_quiet() -> None:
    root, theme = chart_root(evolve(BAR, highlight="Harborough")), Theme()
    assert strings(root, "//c:ser/c:spPr/a:solidFill/a:schemeClr/@val") == ["accent1"]
    assert strings(root, "//c:ser/c:dPt/c:idx/@val") == ["0", "1", "3", "4"]
    assert set(strings(root, "//c:dPt/c:spPr/a:solidFill/a:schemeClr/@val")) == {"accent6"}
    [by] = {int(one) / 100_000 for one in strings(root, "//c:dPt/c:spPr/a:solidFill/a:schemeClr/a:lumMod/@val")}
    hue, light, saturation = hls(theme.colour("rule"))
    assert of_hls(hue, light * by, saturation) == theme.colour("quiet")


def test_all_lines_but_the_highlighted_one_are_quiet() -> None:
    root = chart_root(evolve(LINE, highlight="Melton"))
    colours = strings(root, "//c:ser/c:spPr/a:ln/a:solidFill/*/@val")
    assert colours[:3] == ["accent6", "accent1", "accent6"]


def test_each_slice_has_its_colour_its_name_and_its_share() -> None:
    root = chart_root(PIE)
    fills = strings(root, "//c:dPt/c:spPr/a:solidFill/a:schemeClr/@val")
    assert fills == ["accent1", "accent2", "accent3", "accent4"]
    assert [found_values(root, f"dLbls/c:show{part}") for part in ("CatName", "Percent", "Val")] == [
        ["1"],
        ["1"],
        ["0"],
    ]


THIN = Chart(
    ChartKind.PIE,
    ("Violence", "Burglary", "Vehicle crime", "Robbery", "Arson", "Drugs"),
    (series("Crimes", 900, 20, 15, 12, 10, 300),),
)


def test_a_pie_with_thin_slices_has_the_shares_and_the_list_of_the_pdf() -> None:
    root, graph = chart_root(THIN), draw_chart(THIN, Theme().page.text_width, Theme())
    assert found_values(root, "ser/c:dLbls/c:showCatName") == ["0"]
    led = [label for label in graph.marks if isinstance(label, Label) and any(label.away)]
    assert strings(root, "//c:dLbl/c:idx/@val") == [str(label.value[1]) for label in led if label.value]
    for side, whole in enumerate((graph.width, graph.height)):
        found = [float(one) for one in strings(root, f"//c:dLbl//c:manualLayout/c:{'xy'[side]}/@val")]
        assert found == pytest.approx([label.away[side] / whole for label in led])
    assert found_values(root, "dLbls/c:showLeaderLines") == ["1"]
    left, top, *_ = graph.legend or (0, 0)
    places = [float(*strings(root, f"//c:legend//c:manualLayout/c:{axis}/@val")) for axis in "xy"]
    assert places == pytest.approx([left / graph.width, top / graph.height])


def test_words_next_to_their_slices_have_no_list_and_no_lines() -> None:
    root = chart_root(PIE)
    assert not find_all(root, "//c:legend")
    assert not find_all(root, "//c:dLbl")
    assert found_values(root, "dLbls/c:showLeaderLines") == ["0"]


def test_shares_have_a_decimal_place_where_they_do_not_add_up_without_it() -> None:
    def formats(*values: int) -> set[str]:
        root = chart_root(Chart(ChartKind.PIE, tuple("ABCDEF"[: len(values)]), (series("Crimes", *values),)))
        return set(strings(root, "//c:dLbls//c:numFmt/@formatCode"))

    assert formats(3, 1) == {"0%"}
    assert formats(5, 3) == formats(1000, 1, 1, 1, 0, 2) == {"0.0%"}


def test_names_at_the_ends_of_lines_are_labels_of_their_last_points() -> None:
    chart = Chart(ChartKind.LINE, ("2023", "2024"), (series("Blaby", 5, 9), series("Melton", 2, 3)))
    root = chart_root(chart)
    assert not find_all(root, "//c:legend")
    assert strings(root, "//c:dLbl[c:showSerName/@val='1' and c:showVal/@val='0']/c:idx/@val") == ["1", "1"]
    assert set(strings(root, "//c:dLbl/c:dLblPos/@val")) == {"r"}


def test_small_charts_are_native_charts_in_one_paragraph_each_with_its_description() -> None:
    names = ("Blaby", "Melton", "Oadby")
    chart = Chart(ChartKind.LINE, ("2023", "2024"), tuple(series(name, 5, at) for at, name in enumerate(names)))
    word_file = opened(evolve(chart, by="district", spoken=("First", "Second", "Third")))
    [paragraph] = find_all(word_file.body, "//w:p[.//w:drawing]")
    assert strings(paragraph, ".//wp:docPr/@descr") == ["First", "Second", "Third"]
    roots = [word_file.root(f"word/charts/chart{number}.xml") for number in (1, 2, 3)]
    assert ["".join(strings(root, "//c:chart/c:title//a:t/text()")) for root in roots] == list(names)
    assert len({tuple(strings(root, "//c:valAx//c:max/@val")) for root in roots}) == 1
    widths = [int(one) / EMU for one in strings(paragraph, ".//wp:extent/@cx")]
    assert sum(widths) <= Theme().page.text_width < sum(widths) + 2


def test_a_legend_names_series_where_there_are_several() -> None:
    without_ends = evolve(LINE, series=tuple(evolve(one, values=(*one.values[:-1], None)) for one in LINE.series))
    assert len(find_all(chart_root(without_ends), "//c:legend")) == 1
    assert len(find_all(chart_root(COLUMN), "//c:legend")) == 1
    assert len(find_all(chart_root(evolve(LINE, series=LINE.series[:1])), "//c:legend")) == 0


def test_a_legend_whose_names_take_several_lines_has_its_size() -> None:
    def size(name: str) -> list[str]:
        return strings(chart_root(evolve(LINE, series=(series(name, 1, 2), series("B", 2, 3)), categories=("1", "2"))),
                       "//c:legend//c:w/@val|//c:legend//c:h/@val")  # fmt: skip

    assert size("A short name") == []
    width, height = map(float, size("A name of many words " * 5))
    assert width == 1
    assert 0.1 < height < 0.3


def test_a_target_over_columns_and_lines_is_a_series_with_its_name_at_the_end() -> None:
    for chart in (COLUMN, STACKED_COLUMN, LINE):
        assert chart.target
        root = chart_root(chart)
        *_, last = series_in(root)
        assert last == Series(chart.target.name, (chart.target.value,) * len(chart.categories))
        label = find_all(root, "//c:lineChart/c:ser[last()]/c:dLbls/c:dLbl")[-1]
        assert strings(label, "c:idx/@val|c:showSerName/@val|c:showVal/@val") == [str(len(chart.categories) - 1), "1", "1"]  # fmt: skip # noqa: E501
        entries = [str(len(chart.series) + place) for place in range(3)] if chart is not LINE else []
        assert strings(root, "//c:legendEntry/c:idx/@val") == entries


def test_names_at_the_ends_of_lines_are_moved_apart_with_lines_that_lead_to_them() -> None:
    root = chart_root(LINE)
    moves = find_all(root, "//c:lineChart/c:ser/c:dLbls/c:dLbl[c:showSerName/@val='1'][c:showVal/@val='0']/c:layout")
    assert len(moves) == len(LINE.series)
    assert all(float(*strings(one, ".//c:x/@val")) > 0 for one in moves)
    assert strings(root, "//c:ser[1]//c15:showLeaderLines/@val") == ["1"]


def test_the_line_of_a_target_is_as_wide_as_the_plane() -> None:
    """Word draws a series between the middles of categories, and its trend line half a category further."""
    for chart in (COLUMN, STACKED_COLUMN, LINE):
        root = chart_root(chart)
        *edges, trend = find_all(root, "//c:lineChart/c:ser[last()]/c:trendline")
        for one in (*edges, trend):
            reach = [strings(one, f"c:{name}/@val") for name in ("trendlineType", "forward", "backward", "dispEq")]
            assert reach == [["linear"], ["0.5"], ["0.5"], ["0"]]
        assert [strings(one, ".//a:schemeClr/@val") for one in edges] == ([] if chart is LINE else [["bg1"]])
        assert strings(trend, ".//a:prstDash/@val") == ["dash"]
        assert find_all(root, "//c:lineChart/c:ser[last()]/c:spPr/a:ln/a:noFill")


def test_a_target_over_bars_is_a_line_drawn_at_its_value() -> None:
    word_file = opened(BAR)
    [chart] = find_all(word_file.root("word/charts/chart1.xml"), "//c:manualLayout[c:layoutTarget]")
    left, width = (float(*strings(chart, f"c:{side}/@val")) for side in "xw")
    shapes = word_file.root("word/drawings/drawing1.xml")
    pieces = find_all(shapes, "//cdr:relSizeAnchor[cdr:cxnSp]")
    assert BAR.target
    expected = left + width * scale(BAR).share(BAR.target.value)
    assert pieces
    for line in pieces:
        assert [float(x) for x in strings(line, ".//cdr:x/text()")] == pytest.approx([expected] * 2)
    assert strings(shapes, "//a:t/text()") == ["County 5.0%"]
    assert [one.name for one in series_in(word_file.root("word/charts/chart1.xml"))] == ["Change"]


@pytest.mark.parametrize(("level", "moved"), [(10, ["0"]), (11, []), (20, [])])
@pytest.mark.parametrize(("kind", "axis"), [(ChartKind.COLUMN, "y"), (ChartKind.BAR, "x")])
def test_numbers_of_columns_and_bars_that_reach_the_line_of_a_target_are_past_it(
    level: int, moved: list[str], kind: ChartKind, axis: str
) -> None:
    root = chart_root(Chart(kind, ("A", "B"), (series("S", 10, 25),), "", Target("Goal", Decimal(level))))
    found = find_all(root, "//c:barChart/c:ser/c:dLbls/c:dLbl[c:layout]")
    assert [str(*strings(one, "c:idx/@val")) for one in found] == moved
    for one in found:
        away = float(*strings(one, f".//c:{axis}/@val"))
        assert away < 0 if axis == "y" else away > 0


@pytest.mark.parametrize(("level", "inside"), [(10, []), (11, ["0"]), (20, [])])
@pytest.mark.parametrize("kind", [ChartKind.COLUMN, ChartKind.BAR])
def test_numbers_of_columns_and_bars_that_end_before_the_line_of_a_target_are_inside_them(
    level: int, inside: list[str], kind: ChartKind
) -> None:
    root = chart_root(Chart(kind, ("A", "B"), (series("S", 10, 25),), "", Target("Goal", Decimal(level))))
    found = find_all(root, "//c:barChart/c:ser/c:dLbls/c:dLbl[c:dLblPos/@val='inEnd']")
    assert [str(*strings(one, "c:idx/@val")) for one in found] == inside
    for one in found:
        assert strings(one, ".//a:solidFill/a:schemeClr/@val") == ["bg1"]


def test_numbers_in_stacks_have_the_ground_of_their_part_over_the_line_of_a_target() -> None:
    two = (series("A", 80, 60), series("B", 80, 60))
    root = chart_root(Chart(ChartKind.STACKED_COLUMN, ("A", "B"), two, "", Target("Goal", Decimal(40))))
    for number in find_all(root, "//c:barChart/c:ser"):
        ground = strings(number, "c:dLbls/c:spPr/a:solidFill/a:schemeClr/@val")
        assert ground == strings(number, "c:spPr/a:solidFill/a:schemeClr/@val")


@pytest.mark.parametrize(("numbers", "level", "struck"), [((5, 25, 10), 27, True), ((5, 25, 10), 15, False)])
def test_numbers_at_points_have_a_white_ground_only_where_the_line_of_a_target_strikes(
    numbers: tuple[int, ...], level: int, struck: bool
) -> None:
    root = chart_root(Chart(ChartKind.LINE, ("A", "B", "C"), (series("S", *numbers),), "", Target("T", Decimal(level))))
    grounds = find_all(root, "//c:lineChart/c:ser[1]//c:dLbl/c:spPr/a:solidFill")
    assert bool(grounds) == struck


def test_a_target_over_one_category_is_a_line_too() -> None:
    word_file = opened(LIMITS["one category"])
    assert strings(word_file.root("word/drawings/drawing1.xml"), "//a:t/text()") == ["Target 6"]


def test_numbers_stand_where_the_pdf_has_them() -> None:
    root = chart_root(STACKED_COLUMN)
    labels = {
        one.value for one in draw_chart(STACKED_COLUMN, Theme().page.text_width, Theme()).marks if hasattr(one, "value")
    }
    for place, one in enumerate(STACKED_COLUMN.series):
        hidden = {int(idx) for idx in strings(root, f"//c:barChart/c:ser[{place + 1}]//c:dLbl[c:delete/@val='1']/c:idx/@val")}  # fmt: skip # noqa: E501
        has_any = bool(find_all(root, f"//c:barChart/c:ser[{place + 1}]/c:dLbls"))
        shown = {at for at, value in enumerate(one.values) if value is not None and at not in hidden and has_any}
        assert shown == {value[1] for value in labels if value and value[0] == place}


def test_names_make_way_for_numbers_at_the_axis() -> None:
    beside = Chart(ChartKind.BAR, ("Blaby", "Melton"), (series("Change", "-4.5", 8),), "%")
    valley = Chart(ChartKind.LINE, ("A", "B", "C"), (series("Share", 9, 1, 9),), "%")
    charts = LINE, valley, evolve(BAR, series=(series("Change", *range(5)),)), beside
    offsets = [int(*found_values(chart_root(chart), "catAx/c:lblOffset")) for chart in charts]
    assert [offset > 100 for offset in offsets] == [False, True, False, True]


def test_names_that_find_no_room_are_left_out_as_in_the_pdf() -> None:
    assert found_values(chart_root(STACKED_COLUMN), "catAx/c:tickLblSkip") == ["1"]
    for count in range(2, 61):
        names = tuple(f"{year}/{year % 100 + 1:02}" for year in range(1961, 1961 + count))
        chart = Chart(ChartKind.LINE, names, (series("Share", *range(count)),))
        graph = draw_chart(chart, Theme().page.text_width, Theme())
        printed = [mark.category for mark in graph.marks if isinstance(mark, Label) and mark.category is not None]
        [every] = map(int, found_values(chart_root(chart), "catAx/c:tickLblSkip"))
        drawn = [count - 1] if (count - 1) % every else []
        assert [*range(0, count, every), *drawn] == printed


def test_columns_whose_names_have_no_room_are_bars_as_in_the_pdf() -> None:
    chart = LIMITS["thirty categories"]
    assert draw_chart(chart, Theme().page.text_width, Theme()).chart.kind is ChartKind.BAR
    root = chart_root(chart)
    assert found_values(root, "barDir") == ["bar"]
    assert found_values(root, "catAx//c:orientation") == ["maxMin"]


def test_a_chart_is_in_its_line_with_words_for_those_who_cannot_see_it() -> None:
    word_file = WordFile(render_docx(figures_document(figure(LINE, "Crimes", "Burglary rose")), Theme()))
    assert strings(word_file.body, "//w:p/w:r/w:drawing/wp:inline/wp:docPr/@descr") == ["Burglary rose"]
    drawn = draw_chart(LINE, Theme().page.text_width, Theme())
    [size] = find_all(word_file.body, "//wp:extent")
    assert [int(size.get(side, "")) for side in ("cx", "cy")] == [
        round(one * EMU) for one in (drawn.width, drawn.height)
    ]


def test_a_chart_is_as_wide_as_its_place_allows() -> None:
    theme = Theme()
    grid = Grid((GridCell((figure(PIE, "Money"),)), GridCell((figure(LINE, "Crimes"),))))
    word_file = WordFile(render_docx(figures_document(grid), theme))
    room = (theme.page.text_width - theme.grid_gutter) / 2
    widths = [int(width) / EMU for width in strings(word_file.body, "//wp:inline/wp:extent/@cx")]
    assert widths == pytest.approx([room] * 2, abs=0.1)


def test_every_chart_has_a_part_and_a_workbook_of_its_own() -> None:
    word_file = opened(LINE, LINE)
    assert len({name for name in word_file.parts if name.startswith("word/charts/chart")}) == 2
    assert len({name for name in word_file.parts if name.endswith(".xlsx")}) == 2
    assert len(set(strings(word_file.body, "//c:chart/@r:id"))) == 2


def test_libreoffice_draws_every_kind(
    tmp_path: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    path = tmp_path / "charts.docx"
    path.write_bytes(render_docx(figures_document(*EVERY_KIND.values()), Theme()))
    found = " ".join(pdf_text(soffice_pdf(path)).split())
    charts = [one.content for one in EVERY_KIND.values() if isinstance(one.content, Chart)]
    words = chain.from_iterable(chart.categories for chart in charts if chart is not LINE)
    assert [word for word in words if word not in found] == []
    assert all(word in found for word in ("Goal 400", "County 5.0%", "Ceiling 350", "Target 120", "Police 48.0%"))


def test_an_axis_without_zero_has_its_numbers_and_says_so() -> None:
    word_file = opened(evolve(LIMITS["near by"], broken="The axis does not start at 0"))
    root = word_file.root("word/charts/chart1.xml")
    assert found_values(root, "valAx/c:tickLblPos") == ["nextTo"]
    assert strings(word_file.root("word/drawings/drawing1.xml"), "//a:t/text()") == ["The axis does not start at 0"]


def test_the_unit_of_small_charts_is_drawn_once_above_the_first() -> None:
    shown = evolve(COLUMN, by="year", target=None, spoken=("One", "Two"))
    word_file = opened(shown)
    drawn = [name for name in word_file.parts if name.startswith("word/drawings/drawing")]
    assert [strings(word_file.root(name), "//a:t/text()") for name in drawn] == [["offences"]]
    for place, title in enumerate(("2023", "2024"), 1):
        assert strings(
            word_file.root(f"word/charts/chart{place}.xml"), "/c:chartSpace/c:chart/c:title//a:t/text()"
        ) == [title]


def test_a_low_axis_has_as_many_numbers_as_the_pdf() -> None:
    shown = tuple(series(f"Ward {n}", n, 500) for n in range(12))
    chart = Chart(ChartKind.LINE, ("A", "B"), shown, by="ward", spoken=("Said",) * 12)
    [first, *_] = draw_chart(chart, Theme().page.text_width, Theme()).small
    printed = [int(mark.lines[0]) for mark in first.marks if isinstance(mark, Label) and mark.lines[0].isdigit()]
    assert found_values(chart_root(chart), "valAx/c:majorUnit") == [str(printed[1] - printed[0])]
    assert printed[1] - printed[0] > scale(chart).step
