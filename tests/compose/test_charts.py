"""Charts of a document: their numbers, the words for those who cannot see them, and what is wrong with them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from csp_docs import Chart, ChartTarget, ModelError
from csp_docs import blocks as b
from csp_docs.api import loads, numbered
from csp_docs.drawing import draw_chart
from csp_docs.drawing.graph import Label
from csp_docs.errors import CspDocsError, DocumentWarning
from csp_docs.theme.theme import Theme
from tests.uncoded import uncoded

HEAD = """\
kind: plan
council: {council: {name: Anytown Borough Council}}
title: Safer together
sections:
  - title: S
    content:
      - chart: """
CRIMES = (
    "{type: column, categories: [Burglary, Robbery, Arson], series: {2022/23: [153, 40, 10], 2023/24: [253, 30, 9]}}"
)


def figure(yaml: str, language: str = "en-GB") -> b.Figure:
    document, _ = numbered(loads(f"{HEAD}{yaml}\nlanguage: {language}", "plan.yaml"))
    *_, section = document.blocks
    assert isinstance(section, b.Section)
    [found] = section.blocks
    assert isinstance(found, b.Figure)
    return found


def told(yaml: str) -> str:
    with pytest.raises(CspDocsError) as error:
        numbered(loads(HEAD + yaml, "plan.yaml"))
    return uncoded(error.value)


def test_a_chart_is_its_numbers() -> None:
    found = figure(
        '{type: line, id: safe, caption: Feeling safe, source: Survey, unit: "%", categories: [2021, 2022, 2023], '
        'series: {Day: [85%, [x], "91.5"], Night: ["[x]", -1, "1,200"]}, target: {value: 95%, name: Goal}, '
        "highlight: Night}"
    )
    assert found.content == b.Chart(
        b.ChartKind.LINE,
        ("2021", "2022", "2023"),
        (
            b.Series("Day", (Decimal(85), None, Decimal("91.5"))),
            b.Series("Night", (None, Decimal(-1), Decimal(1200))),
        ),
        "%",
        b.Target("Goal", Decimal(95)),
        "Night",
        without="No figure: Day, 2022; Night, 2021",
    )
    assert (found.id, found.caption is None, found.size[0] > 400) == ("safe", False, True)


def test_a_target_without_a_name_has_the_councils_word() -> None:
    for target in ("5", "{value: 5}"):
        chart = figure(f"{{type: bar, categories: [A], series: {{S: [1]}}, target: {target}}}").content
        assert isinstance(chart, b.Chart)
        assert chart.target == b.Target("Target", Decimal(5))


@pytest.mark.parametrize(
    ("yaml", "is_broken"),
    [
        ("{type: line, categories: [2022, 2023], series: {S: [60, 62]}}", True),
        ("{type: line, by: ward, categories: [2022, 2023], series: {S: [60, 62], T: [61, 63]}}", True),
        ("{type: line, by: ward, categories: [2022, 2023], series: {S: [60, 62], T: [1, 3]}}", False),
        ("{type: line, categories: [2022, 2023], series: {S: [60, 62]}, target: 5}", False),
        ("{type: column, categories: [2022, 2023], series: {S: [60, 62]}}", False),
    ],
)
def test_an_axis_without_zero_is_described_once(yaml: str, is_broken: bool) -> None:
    assert figure(yaml).alt.count("The axis does not start at 0.") == is_broken
    assert figure(yaml, "cy-GB").alt.count("Nid yw’r echel yn dechrau ar 0.") == is_broken


def test_each_small_chart_is_described() -> None:
    found = figure(
        "{type: line, by: district, categories: [2023, 2024], unit: crimes, highlight: A, "
        "series: {A: [1, 2], B: [3, [x]]}}"
    )
    assert isinstance(found.content, b.Chart)
    assert found.content.spoken == (
        "2 small line charts of crimes, by district, with the same axes. No figure: B, 2024. "
        "Line chart of crimes. A is highlighted. A rose from 1 (2023) to 2 (2024). 2023, 1; 2024, 2.",
        "Line chart of B (crimes). 2023, 3; 2024, not available.",
    )
    assert found.alt == " ".join(found.content.spoken)
    welsh = figure("{type: bar, by: ward, categories: [A, B], series: {S: [1, 2], T: [2, 1]}}", "cy-GB").alt
    assert welsh.startswith("2 siart bar bach, fesul ward, â'r un echelinau. Siart bar. S: uchaf B, 2; isaf A, 1.")


def test_an_average_without_a_name_is_that_of_similar_areas() -> None:
    found = figure("{type: bar, categories: [A, B], series: {S: [1, 2]}, average: 1.5}")
    assert isinstance(found.content, b.Chart)
    assert found.content.target == b.Target("Average of similar areas", Decimal("1.5"))
    assert found.alt.endswith("A, 1; B, 2. Average of similar areas: 1.5.")
    named = figure("{type: bar, categories: [A], series: {S: [1]}, average: {value: 2, name: County}}", "cy-GB").content
    assert isinstance(named, b.Chart)
    assert named.target == b.Target("County", Decimal(2))


def test_scripts_and_files_make_the_same_chart() -> None:
    made = Chart("bar", ["A", "B"], {"S": [1, None]}, unit="£", target=5)
    assert made == Chart("bar", ("A", "B"), {"S": ("1", "[x]")}, unit="£", target=ChartTarget(Decimal(5)))
    amounts = Chart("bar", ["A", "B", "C", "D"], {"S": [1 / 3, 5.0, 0.00001, 2e15 / 10]}).series["S"]
    assert [str(amount.value) for amount in amounts] == ["0.333333", "5", "0.00001", "200000000000000"]


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        (CRIMES, "Column chart of 2022/23 and 2023/24. Burglary rose from 153 to 253, the largest rise of the three. "
                 "Robbery fell from 40 to 30, the largest fall of the three. "),
        ("{type: bar, categories: [A, B], unit: offences, series: {2024: [5, 2], 2023: [2, 2]}}",
         "Bar chart of 2024 and 2023 (offences). A rose from 2 to 5, the largest rise of the two. "),
        ("{type: bar, categories: [A, B], series: {2023: [1, 2], 2024: [2, 3]}}",
         "Bar chart of 2023 and 2024. 2023: A, 1; B, 2. "),
        ("{type: column, categories: [A, B], series: {Men: [5, 2], Women: [2, 2]}}",
         "Column chart of Men and Women. Men: highest A, 5; lowest B, 2. Men: A, 5; B, 2. "),
        ("{type: column, categories: [2021, 2022], series: {Thefts: [£5, £2]}}",
         "Column chart. Thefts fell from £5 (2021) to £2 (2022). "),
        ("{type: line, categories: [2023, 2022, 2021], "
         "series: {Men: [5, 2, 1], Women: [[x], 2, 2], None: [[x], 1, [x]]}}",
         "Line chart of Men, Women and None. No figure: Women, 2023; None, 2023, 2021. "
         "Men rose from 1 (2021) to 5 (2023), the largest rise of the two. "
         "Women stayed at 2 (2022). "),
        ('{type: line, categories: ["2021", "2022", "2023"], series: {Burglary: [100, 500, 100]}}',
         "Line chart. Burglary was 100 (2021) and again 100 (2023); highest 500 (2022). 2021, 100; "),
        ("{type: line, categories: [2021, 2022, 2023], series: {S: [5%, 3%, 5%], T: [5%, 5%, 5%]}}",
         "Line chart. S was 5% (2021) and again 5% (2023); lowest 3% (2022). T stayed at 5% (2023). "),
        ("{type: line, categories: [2024, 2023, 2022, 2021, 2020], series: {S: [7, [x], 9, 6, 7], T: [7, 9, 9, 8, 7]}}",
         "Line chart. No figure: S, 2023. S was 7 (2020) and again 7 (2024); highest 9 (2022); lowest 6 (2021). "
         "T was 7 (2020) and again 7 (2024); highest 9. S: "),
        ("{type: pie, categories: [Police, Council], series: {Money: [300, 100]}, unit: £}",
         "Pie chart of Money. The largest part is Police, £300 (75%). Police, £300 (75%); Council, £100 (25%)."),
        ("{type: pie, categories: [A, B], series: {S: [5, 3]}}",
         "Pie chart of S. The largest part is A, 5 (62.5%). A, 5 (62.5%); B, 3 (37.5%)."),
        ("{type: pie, categories: [A, B], series: {S: [5, 5]}}", "Pie chart of S. A, 5 (50%); B, 5 (50%)."),
        ("{type: column, categories: [A, B, C], series: {S: [5, 5, 1]}}", "Column chart. S: lowest C, 1. A, 5; B"),
        ("{type: column, categories: [A, B, C], series: {S: [5, 1, 1]}}", "Column chart. S: highest A, 5. A, 5; B"),
        ("{type: column, categories: [A, B, C, D], series: {S: [5, 5, 1, 1]}}", "Column chart of S. A, 5; B"),
        ("{type: line, categories: [Mar 2024, Jan 2024], series: {S: [9, 5]}}",
         "Line chart. S rose from 5 (Jan 2024) to 9 (Mar 2024). "),
        ("{type: line, categories: [Mar 2024, Jan 2024, Feb 2024], series: {S: [9, 7, 5]}}",
         "Line chart. S: highest Mar 2024, 9; lowest Feb 2024, 5. "),
        ("{type: column, categories: [November 2023, January 2024, March 2024], series: {S: [9, 7, 5]}}",
         "Column chart. S fell from 9 (November 2023) to 5 (March 2024). "),
        ("{type: column, categories: [2022/23, 2023/24, 2021/22], series: {S: [9, 7, 5]}}",
         "Column chart. S: highest 2022/23, 9; lowest 2021/22, 5. "),
        ("{type: column, categories: [2023-11, 2023-12, 2024-01], series: {S: [9, 7, 5]}}",
         "Column chart. S fell from 9 (2023-11) to 5 (2024-01). "),
        ("{type: column, categories: [2010-11, 2011-12, 2012-13], series: {S: [9, 7, 5]}}",
         "Column chart. S fell from 9 (2010–11) to 5 (2012–13). "),
        ("{type: column, categories: [2023 Q3, 2023 Q4, 2024 Q1], series: {S: [9, 7, 5]}}",
         "Column chart. S fell from 9 (2023 Q3) to 5 (2024 Q1). "),
        ("{type: column, categories: [Q1 2024/25, Q4 2023/24], series: {S: [9, 7]}}",
         "Column chart. S rose from 7 (Q4 2023/24) to 9 (Q1 2024/25). "),
        ("{type: line, categories: [2024 Q1, 2024 Q3, 2024 Q2], series: {S: [9, 7, 5]}}",
         "Line chart. S: highest 2024 Q1, 9; lowest 2024 Q2, 5. "),
        ("{type: column, categories: [2024 Q1, March 2024], series: {S: [9, 7]}}",
         "Column chart. S: highest 2024 Q1, 9; lowest March 2024, 7. "),
        ("{type: column, categories: [Target 2023, Actual 2024], series: {S: [9, 7]}}",
         "Column chart. S: highest Target 2023, 9; lowest Actual 2024, 7. "),
        ("{type: column, categories: [A, B], series: {Target 2023: [9, 7], Actual 2024: [3, 4]}}",
         "Column chart. Target 2023: highest A, 9; lowest B, 7. Actual 2024: highest B"),
        ("{type: column, categories: [A, B], series: {Year to March 2024: [9, 7], Year to March 2023: [3, 4]}}",
         "Column chart of Year to March 2024 and Year to March 2023. A rose from 3 to 9, the largest rise of the "),
        ("{type: line, categories: [2021, 2022, 2023, 2024], unit: offences, series: {S: [2024, 2100, 1500, 1719]}}",
         "Line chart of offences. S fell from 2,024 (2021) to 1,719 (2024); highest 2,100 (2022); lowest 1,500 (2023). "
         "2021, 2,024; "),
        ("{type: bar, categories: [A, B, C], series: {S: [5, 4, 1]}, highlight: B}",
         "Bar chart. B is highlighted. S: highest A, 5; lowest C, 1. A, 5; "),
        ("{type: line, categories: [2021, 2022], series: {S: [5, 4], T: [1, 2]}, highlight: T}",
         "Line chart. T is highlighted. S fell from 5 (2021) to 4 (2022), the largest fall of the two. T rose "),
        ("{type: stacked_bar, categories: [A, B], series: {S: [1, 2]}, alt: What I say.}",
         "What I say. S: A, 1; B, 2."),
    ],
)  # fmt: skip
def test_the_words_say_what_stands_out_then_all_numbers(yaml: str, said: str) -> None:
    assert figure(yaml).alt.startswith(said)


def test_the_words_end_with_all_numbers_and_the_target() -> None:
    alt = figure("{type: column, categories: [A, B], series: {S: [1200, [x]]}, target: 900}").alt
    assert alt.endswith("Column chart of S. A, 1,200; B, not available. Target: 900.")


def test_the_words_say_numbers_with_all_their_decimal_places() -> None:
    alt = figure("{type: column, categories: [A, B], series: {S: [1.123456, 0.0042]}, target: 900}").alt
    assert alt.endswith("lowest B, 0.004200. A, 1.123456; B, 0.004200. Target: 900.")
    assert "A, £12.50; B, £9.00." in figure("{type: column, categories: [A, B], series: {S: [£12.5, £9]}}").alt


def test_welsh_charts_are_described_in_welsh() -> None:
    alt = figure(CRIMES, "cy-GB").alt
    assert alt.startswith("Siart colofnau: 2022/23, 2023/24. Cododd Burglary o 153 i 253, y cynnydd mwyaf o'r tri. ")
    assert "Gostyngodd Robbery o 40 i 30, y gostyngiad mwyaf o'r tri." in alt
    line = figure("{type: line, categories: [2021, 2022], series: {S: [1, [x]], T: [2, 2]}}", "cy-GB").alt
    assert line.startswith(
        "Siart llinell: S, T. Dim ffigur: S, 2022. Arhosodd T ar 2 (2022). S: 2021, 1; 2022, ddim ar gael."
    )
    back = figure("{type: line, categories: [2021, 2022, 2023], series: {S: [1, 3, 1]}}", "cy-GB").alt
    assert back.startswith("Siart llinell. Roedd S yn 1 (2021) ac eto yn 1 (2023); uchaf 3 (2022). ")


def test_a_chart_of_very_many_numbers_asks_for_a_table() -> None:
    months, numbers = ", ".join(f"M{n}" for n in range(100)), ", ".join(map(str, range(100)))
    chart = f"{{type: line, categories: [{months}], series: {{S: [{numbers}], T: [0, 9, {numbers[6:]}]}}}}"
    with pytest.warns(DocumentWarning, match="add a table of its numbers"):
        alt = figure(chart).alt
    assert alt == "Line chart. S rose from 0 (M0) to 99 (M99). T rose from 0 (M0) to 99 (M99)."


def test_an_author_may_say_what_very_many_numbers_show() -> None:
    months, numbers = ", ".join(f"M{n}" for n in range(100)), ", ".join(map(str, range(100)))
    chart = (
        f"{{type: line, categories: [{months}], series: {{S: [{numbers}], T: [9, {numbers[3:]}]}}, alt: Both rise.}}"
    )
    assert figure(chart).alt == "Both rise."


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        ("{type: bar, categories: [A], series: {S: [NaN]}}",
         'plan.yaml:7:58: sections[0].content[0].chart.series.S[0]: "NaN" is no'),
        ("{type: bar, categories: [A], series: {S: [12 000]}}", '"12 000" is not a number'),
        ('{type: bar, categories: [A], series: {S: ["1,2"]}}', '"1,2" is not a number'),
        ("{type: bar, categories: [A], series: {S: [1e9]}}", '"1e9" is not a number'),
        ("{type: bar, categories: [A], series: {}}", "series: the list is empty"),
        ("{type: bar, categories: [], series: {S: []}}", "categories: the list is empty"),
        ("{type: bar, categories: [A, B, A], series: {S: [1, 2, 3]}}",
         'chart.categories[2]: two categories are called "A"'),
        ("{type: bar, categories: [A], series: {S: [1,200]}}",
         "[x] is one that is missing; put a number with a comma in quotes"),
        ("{type: bar, categories: [A], series: {S: []}}", 'the series "S" has 0 numbers, but the chart has 1 category'),
        ("{type: bar, categories: [A, B], series: {S: [1]}}", "plan.yaml:7:60"),
        ("{type: bar, categories: [A], series: {S: 5}}", 'this must be a list, not the text "5"'),
        ("{type: bar, categories: [A], series: {S: [[x]]}}", "a chart has no numbers"),
        ("{type: donut, categories: [A], series: {S: [1]}}", 'the value "donut" is not known'),
        ("{type: bar, categories: [A], unit: £, series: {S: [3%]}}", "a number is written in %, but the chart is in £"),
        ("{type: bar, categories: [A], series: {S: [£3]}, target: 3%}", "the target is written in %, but the chart is"),
        ("{type: bar, categories: [A, B], series: {offences: [153, 31]}, target: 85%}",
         "plan.yaml:7:87: sections[0].content[0].chart.target: the target is written in %, but the chart is without"),
        ("{type: bar, categories: [A], series: {S: [80%]}, target: {value: 5}}",
         "chart.target.value: the target is written without a unit, but the chart is in %"),
        ("{type: bar, categories: [A, B, C], series: {S: [[x], 1%, 2]}}",
         "chart.series.S[2]: a number is written without a unit, but the chart is in %"),
        ("{type: bar, categories: [A], series: {S: [3]}, target: {value: [x]}}", "a line across a chart has no number"),
        ("{type: bar, categories: [A], series: {S: [3]}, target: [x]}",
         "plan.yaml:7:71: sections[0].content[0].chart.target: a line across a chart has no number"),
        ("{type: bar, categories: [A], series: {S: [3]}, width: 5}",
         "known keys: alt, average, by, caption, categories, confidence, data, highlight, id"),
        ("{type: pie, categories: [A], series: {S: [1], T: [2]}}", "a pie chart has 2 series"),
        ("{type: pie, categories: [A, B], series: {S: [1, -2]}}",
         "plan.yaml:7:64: sections[0].content[0].chart.series.S[1]"),
        ("{type: pie, categories: [A, B], series: {S: [1, [x]]}}", "a pie chart has a missing number"),
        ("{type: pie, categories: [A], series: {S: [0]}}", "all numbers of a pie chart are 0"),
        ("{type: pie, categories: [A], series: {S: [1]}, target: 1}", "a pie chart cannot have a target"),
        ("{type: bar, categories: [Blaby, Harborough], series: {S: [1, 2]}, highlight: Harboro}",
         'chart.highlight: "Harboro" is highlighted, but is not a category of the chart\n'
         '  hint: did you mean "Harborough"? its categories: Blaby, Harborough'),
        ("{type: line, categories: [2021], series: {Blaby: [1], Melton: [2]}, highlight: 2021}",
         '"2021" is highlighted, but is not a series of the chart\n  hint: its series: Blaby, Melton'),
        ("{type: bar, categories: [A], series: {S: [1], T: [2]}, highlight: S}",
         "a bar chart with 2 series has a highlight\n  hint: highlight a category of columns or bars with one series"),
        ("{type: line, categories: [A], series: {S: [1]}, highlight: S}", "a line chart with 1 series has a highlight"),
        ("{type: pie, categories: [A, B], series: {S: [1, 2]}, highlight: A}", "a pie chart with 1 series has a"),
        ("{type: pie, by: ward, categories: [A], series: {S: [1]}}", "a pie chart cannot be divided into small charts"),
        ("{type: bar, by: ward, categories: [A], series: {S: [1]}, target: 1}", "small charts cannot have a target"),
        (f"{{type: bar, by: ward, categories: [A], series: {{{', '.join(f'S{n}: [1]' for n in range(13))}}}}}",
         "a chart has 13 series\n  hint: there is room for 12 small charts"),
        ("{type: bar, categories: [A], series: {S: [1]}, target: 1, average: 2}",
         "chart.average: a chart has a target and an average\n  hint: give just one of `target` and `average`"),
        ("{type: bar, categories: [A], series: {S: [1%]}, average: 2}", "the average is written without a unit"),
        ("{type: pie, categories: [A], series: {S: [1]}, average: 2}", "a pie chart cannot have an average"),
        ("{type: bar, categories: [A], series: {A: [1], B: [1], C: [1], D: [1], E: [1], F: [1], G: [1]}}",
         "a chart has 7 series"),
        (f"{{type: pie, categories: [{', '.join('ABCDEFG')}], series: {{S: [1, 1, 1, 1, 1, 1, 1]}}}}",
         "a pie chart has 7 categories\n  hint: there is room for 6"),
    ],
)  # fmt: skip
def test_wrong_numbers_are_told_with_their_place(yaml: str, said: str) -> None:
    assert said in told(yaml)


def test_all_wrong_numbers_are_told_at_once() -> None:
    message = told("{type: bar, categories: [A, B], series: {S: [NaN, 1], T: [1, 2 000]}}")
    assert message.count("is not a number") == 2


def test_a_series_without_a_name_is_told_once() -> None:
    assert told('{type: bar, categories: [A], series: {"": [1]}}').count("hint:") == 1


def test_scripts_are_told_where_the_wrong_number_is() -> None:
    with pytest.raises(ModelError) as error:
        Chart("bar", ["A", "B"], {"S": [1, float("nan")]})
    assert error.value.at == ("S", 1)
    with pytest.raises(ModelError, match='series "S" is not a list'):
        Chart("bar", ["A", "B"], {"S": "12"})


LINES = "{type: line, categories: [2020, 2021, 2022, 2023, 2024], series: {%s, C: [0, 9, 9, 9, 9]}%s}"


@pytest.mark.parametrize(
    ("series", "further", "named"),
    [
        ("A: [1, 2, 3, 4, 5]", "", ""),
        ('A: [1, "[x]", 3, 4, 5]', "", "No figure: A, 2021"),
        ('A: [1, "[x]", 3, "[x]", 5]', "", "No figure: A, 2021, 2023"),
        ('A: ["[x]", "[x]", "[x]", 4, 5]', "", "No figure: A, 2020 – 2022"),
        ('A: [1, 2, 3, 4, 5], B: [1, 2, 3, "[x]", "[x]"]', "", "No figure: B, 2023 – 2024"),
        ('A: [1, "[x]", 3, 4, 5], B: ["[x]", 2, 3, 4, 5]', ", by: ward", "No figure: A, 2021; B, 2020"),
    ],
    ids=["none", "one", "two", "a run", "one of two lines", "small charts"],
)
def test_gaps_in_lines_are_named_in_the_drawing_and_for_those_who_listen(series: str, further: str, named: str) -> None:
    found = figure(LINES % (series, further))
    assert isinstance(found.content, b.Chart)
    graph = draw_chart(found.content, 450, Theme())
    first, *_ = graph.small or (graph,)
    printed = " ".join(line for mark in first.key if isinstance(mark, Label) for line in mark.lines)
    assert printed == named
    assert found.alt.count("No figure") == (1 if named else 0)
    assert named in found.alt


def test_a_gap_in_the_only_line_is_named_by_its_period() -> None:
    shown = figure('{type: line, categories: [2020, 2021, 2022], series: {A: [0, "[x]", 9]}}').content
    assert isinstance(shown, b.Chart)
    assert shown.without == "No figure: 2021"


def test_gaps_are_named_in_the_language_of_the_document() -> None:
    assert "Dim ffigur: A, 2021" in figure(LINES % ('A: [1, "[x]", 3, 4, 5]', ""), "cy-GB").alt
