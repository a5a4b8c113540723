"""Charts in both files: of the same kind, order and size, with words that can be read; or a finding."""

from __future__ import annotations

import io
from decimal import Decimal
from itertools import combinations
from typing import Any

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from csp_docs.api import check, numbered, render
from csp_docs.blocks import Chart as Shown
from csp_docs.blocks import ChartKind, Figure, walk
from csp_docs.drawing import draw_chart
from csp_docs.drawing.graph import Graph, Label
from csp_docs.drawing.words import Type
from csp_docs.errors import Code, Severity
from csp_docs.model import Chart, ChartTarget, ChartType, Grid, GridCell, Landscape, Plan, Section
from csp_docs.model.content import ContentItem
from tests.chart_file import cached, found_values
from tests.docx_file import WordFile, find_all, strings

EMU = 12700
SMALLEST = 9.0
SLACK = 0.02
DIRECTION = {
    ChartKind.COLUMN: ("barChart", ["col"]),
    ChartKind.STACKED_COLUMN: ("barChart", ["col"]),
    ChartKind.BAR: ("barChart", ["bar"]),
    ChartKind.STACKED_BAR: ("barChart", ["bar"]),
    ChartKind.LINE: ("lineChart", []),
    ChartKind.PIE: ("pieChart", []),
}
IN_WORDS = {
    ChartKind.COLUMN: "Column chart", ChartKind.STACKED_COLUMN: "Stacked column chart", ChartKind.BAR: "Bar chart",
    ChartKind.STACKED_BAR: "Stacked bar chart", ChartKind.LINE: "Line chart", ChartKind.PIE: "Pie chart",
}  # fmt: skip
NAMES = st.text(st.sampled_from("abegiotWm  "), min_size=1, max_size=40).filter(str.strip)
NUMBERS = st.integers(-5_000, 90_000) | st.decimals(-100, 100, places=2).map(str) | st.just("[x]")


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Any chart of the format, at its limits too."""
    kind = draw(st.sampled_from(ChartType))
    most = {ChartType.PIE: 6, ChartType.LINE: 30}.get(kind, 24)
    count = draw(st.integers(1, most))
    names = [f"{draw(NAMES).strip()} {place}" for place in range(count)]
    numbers: Any = st.integers(1, 90_000) if kind is ChartType.PIE else NUMBERS
    series = {
        f"{draw(NAMES).strip()} {place}": [1, *draw(st.lists(numbers, min_size=count - 1, max_size=count - 1))]
        for place in range(1 if kind is ChartType.PIE else draw(st.integers(1, 6)))
    }
    target = None if kind is ChartType.PIE else draw(st.none() | st.builds(ChartTarget, st.integers(-9, 9_000), NAMES))
    return Chart(kind, names, series, unit=draw(st.sampled_from(["", "%", "£", "offences"])), target=target)


def placed(chart: Chart, place: str) -> ContentItem:
    found: dict[str, ContentItem] = {
        "page": chart,
        "column": Grid([GridCell("Cell", [chart])]),
        "turned": Landscape([chart]),
    }
    return found[place]


def plan(*content: ContentItem) -> Plan:
    return Plan("A plan", council={"council": {"name": "Anytown"}}, sections=[Section("S", content)])


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(charts(), st.sampled_from(["page", "column", "turned"]))
@pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
def test_a_chart_is_the_same_in_both_files_and_can_be_read(chart: Chart, place: str) -> None:
    document = plan(placed(chart, place))
    findings = check(document)
    if errors := [one.code for one in findings if one.severity is Severity.ERROR]:
        assert errors == [Code.WORDS_TOO_SMALL]
        return
    blocks, theme = numbered(document)
    [figure] = [one for one in walk.every_block(blocks.blocks) if isinstance(one, Figure)]
    shown = figure.content
    assert isinstance(shown, Shown)
    turned = theme.page.turned() if place == "turned" else theme.page
    graph = draw_chart(shown, figure.size[0], type(theme)(page=turned))
    assert figure.alt.startswith(IN_WORDS[shown.kind])
    assert [one.name for one in shown.series] == [*chart.series]
    assert_words_apart(graph)
    whole = not any(one.code is Code.WORDS_CUT for one in findings)
    assert whole is not bool(graph.cut)
    assert_word_has(WordFile(render(document, "docx")), shown, figure.size, graph)
    assert_pdf_has(render(document, "pdf"), graph, turned.text_width)


def assert_words_apart(graph: Graph) -> None:
    assert graph.size >= SMALLEST - SLACK
    extents = [Type(graph.size, graph.leading).extent(mark) for mark in graph.marks if isinstance(mark, Label)]
    for left, top, right, bottom in extents:
        assert min(left, top) >= -SLACK
        assert right <= graph.width + SLACK
        assert bottom <= graph.height + SLACK
    for one, other in combinations(extents, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        assert min(across, down) <= SLACK, (one, other)


def assert_word_has(file: WordFile, shown: Shown, size: tuple[float, float], graph: Graph) -> None:
    root = file.root("word/charts/chart1.xml")
    group, direction = DIRECTION[shown.kind]
    first, *_ = [etree.QName(one).localname for one in find_all(root, "//c:plotArea/*[c:ser]")]
    assert (first, found_values(root, "barDir")) == (group, direction)
    names = ["".join(filter(None, cached(one))) for one in find_all(root, "//c:ser/c:tx")]
    assert names[: len(shown.series)] == [series.name for series in shown.series]
    assert strings(root, "//c:order/@val") == [str(place) for place, _ in enumerate(names)]
    assert {tuple(cached(one)) for one in find_all(root, "//c:cat")} == {shown.categories}
    extent = [int(*strings(file.body, f"//wp:inline/wp:extent/@{side}")) / EMU for side in ("cx", "cy")]
    assert extent == pytest.approx(size, abs=SLACK)
    sizes = {int(one) / 100 for one in strings(root, "//a:defRPr/@sz|//a:rPr/@sz")}
    assert sizes == {round(graph.size, 2)}


def assert_pdf_has(data: bytes, graph: Graph, width: float) -> None:
    """The words of the drawing are in the PDF in their order and size, inside the text of the page."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[-1]
        painted = [one for one in page.chars if one["text"].strip()]
    labels = ["".join("".join(mark.lines).split()) for mark in graph.marks if isinstance(mark, Label)]
    text = "".join(one["text"] for one in painted)
    start = text.index("".join(labels))
    words = painted[start : start + len("".join(labels))]
    assert {round(one["size"], 2) for one in words} == {round(graph.size, 2)}
    left = min(one["x0"] for one in painted)
    assert max(one["x1"] for one in words) <= left + width + 1


@pytest.mark.parametrize(
    ("chart", "place", "hint"),
    [
        (
            Chart("bar", [f"Ward {n}" for n in range(24)], {f"Year {n}": [1] * 24 for n in range(6)}),
            "page",
            "make a table of the numbers, or show fewer series or categories",
        ),
        (
            Chart("column", [str(n) for n in range(101, 125)], {f"Year {n}": [1] * 24 for n in range(6)}),
            "page",
            "put it on a landscape page; or make a table of the numbers, or show fewer series or categories",
        ),
        (
            Chart("bar", [f"Ward {n}" for n in range(18)], {f"Year {n}": [1] * 18 for n in range(6)}),
            "turned",
            "put it on an upright page; or make a table of the numbers, or show fewer series or categories",
        ),
    ],
)
def test_a_chart_that_no_page_can_hold_is_an_error_that_says_what_to_do(chart: Chart, place: str, hint: str) -> None:
    [finding] = [one for one in check(plan(placed(chart, place))) if one.severity is Severity.ERROR]
    assert finding.code is Code.WORDS_TOO_SMALL
    assert "people cannot read words smaller than 9 point" in finding.fact
    assert finding.hint == hint


def test_columns_of_many_wards_are_bars_in_both_files_and_in_words() -> None:
    wards, years = [f"Ward {n}" for n in range(1, 15)], range(2020, 2025)
    chart = Chart("column", wards, {str(year): [n + year for n in range(14)] for year in years}, caption="Five years")
    blocks, theme = numbered(plan(chart))
    [figure] = [one for one in walk.every_block(blocks.blocks) if isinstance(one, Figure)]
    assert isinstance(figure.content, Shown)
    assert figure.content.kind is ChartKind.BAR
    assert figure.alt.startswith("Bar chart. 2020: highest Ward 14")
    assert draw_chart(figure.content, figure.size[0], theme).size == theme.body.size
    assert found_values(WordFile(render(plan(chart), "docx")).root("word/charts/chart1.xml"), "barDir") == ["bar"]


def test_a_name_that_is_cut_is_warned_of() -> None:
    chart = Chart("bar", ["Theft from the person " * 12], {"Crimes": [Decimal(3)]})
    [finding] = [one for one in check(plan(Grid([GridCell("Cell", [chart])]))) if one.code is Code.WORDS_CUT]
    assert finding.severity is Severity.WARNING
    assert finding.fact.startswith('words in the chart are too long, so their end is not printed: "Theft from the')


def test_every_name_that_is_cut_is_warned_of() -> None:
    names = ["Theft from the person " * 12, "Llanfairpwllgwyngyll" * 6, "Town"]
    chart = Chart("bar", names, {"Crimes": [Decimal(3)] * 3})
    cut = [one.fact for one in check(plan(Grid([GridCell("Cell", [chart])]))) if one.code is Code.WORDS_CUT]
    assert [fact.partition(': "')[2][:6] for fact in cut] == ["Theft ", "Llanfa"]


def test_names_take_more_lines_before_they_are_cut() -> None:
    long = "The parishes of Ashby-de-la-Zouch, Measham, Moira and Oakthorpe and Donisthorpe and all of their villages"
    chart = Chart("bar", [long, "Llanfairpwllgwyngyllgogerychwyrndrobwll", "Town"], {"Crimes": [Decimal(3)] * 3})
    assert not [one for one in check(plan(chart)) if one.code is Code.WORDS_CUT]
