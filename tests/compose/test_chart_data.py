"""The data of charts as tables in a last appendix, where the house style asks for it."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from csp_docs import (
    Access,
    Appendix,
    CabinetReport,
    Chart,
    Contact,
    Grid,
    GridCell,
    HighlightReport,
    Meeting,
    Plan,
    ScrutinyReport,
    Section,
)
from csp_docs.api import loads, numbered
from csp_docs.errors import CspDocsError
from csp_docs.model import CouncilDocument
from csp_docs.model.content import ContentItem
from csp_docs.writers.text import render_text

HOUSE = {"council": {"name": "Anytown", "name_cy": "Unrhyw"}, "charts": {"data": "appendix"}}
MEETING = Meeting("Cabinet", date(2014, 5, 15))
SAFE = Chart(
    "line",
    ["2022", "2023"],
    {"By day": ["91.5%", "[x]"], "At night": ["62%", "70%"]},
    target="75%",
    caption="Who feels *safe*[^1]\n\n[^1]: A note.",
    source="Survey",
)
THEFTS = Chart("column", ["Homes", "Cars"], {"2022": [1200, 3], "2023": [1100, 5]}, unit="offences", caption="Thefts")
MONEY = Chart("pie", ["Police", "Council"], {"Money": ["£300", "£100"]})


def plan(*content: ContentItem, language: str = "en-GB", **keys: object) -> Plan:
    return Plan("A plan", council=HOUSE, sections=[Section("S", content)], language=language, **keys)  # type: ignore[arg-type]


def printed(document: CouncilDocument) -> str:
    return render_text(numbered(document)[0]).replace("\xa0", " ")


def behind(text: str, heading: str) -> str:
    """Return what is printed after a heading that appears once, without the widths of columns."""
    assert text.count(f"{heading}\n") == 1
    lines = text.partition(f"{heading}\n")[2].splitlines(keepends=True)
    return "".join(line for line in lines if not line.strip().startswith("columns: "))


def test_the_appendix_holds_a_table_for_each_chart_in_order() -> None:
    boxed = Grid([GridCell("Left", [THEFTS])])
    assert behind(printed(plan(SAFE, boxed, MONEY)), "appendix Appendix A – Data of the charts") == (
        "  table\n"
        "    caption: Table 1: Who feels *safe* – [Figure 1](#chart #1)\n"
        "    head: Category | By day | At night\n"
        "    row: p 2022 | p 91.5% | p 62.0%\n"
        "    row: p 2023 | p [x] | p 70.0%\n"
        "    note: Target: 75%\n"
        "    note: [x]: the figure is not available\n"
        "    source: Source: Survey\n"
        "  table\n"
        "    caption: Table 2: Thefts (offences) – [Figure 2](#chart #2)\n"
        "    head: Category | 2022 | 2023\n"
        "    row: p Homes | p 1,200 | p 1,100\n"
        "    row: p Cars | p 3 | p 5\n"
        "  table\n"
        "    caption: Table 3: Pie chart of Money\n"
        "    head: Category | Money\n"
        "    row: p Police | p £300 (75%)\n"
        "    row: p Council | p £100 (25%)\n"
    )


def test_the_alternative_text_says_where_the_table_is() -> None:
    alt = next(line for line in printed(plan(THEFTS)).splitlines() if "alt: " in line)
    assert alt.endswith(
        'Cars rose from 3 to 5, the largest rise of the two. Its numbers are in a table under "Data of the charts".'
    )
    many = Chart(
        "line", [f"M{n}" for n in range(100)], {"A": list(range(100)), "B": list(range(1, 101))}, alt="Both rise."
    )
    assert 'alt: Both rise. Its numbers are in a table under "Data of the charts".\n' in printed(plan(many))


def test_a_welsh_edition_has_welsh_words() -> None:
    text = printed(plan(THEFTS, language="cy-GB"))
    assert 'Mae ei rifau mewn tabl o dan "Data’r siartiau".\n' in text
    assert "head: Categori | 2022 | 2023\n" in behind(text, "appendix Atodiad A – Data’r siartiau")


def test_nothing_changes_without_a_chart_or_where_the_house_style_does_not_ask_for_it() -> None:
    assert "appendix" not in printed(plan("A text."))
    alone = printed(Plan("A plan", council={"council": HOUSE["council"]}, sections=[Section("S", [THEFTS])]))
    assert "appendix" not in alone
    assert "2023: Homes, 1,100; Cars, 5." in alone


def test_it_stands_behind_the_other_appendices_and_before_what_ends_a_plan() -> None:
    given = plan("See {{ ref('chart_data') }}.", SAFE, appendices=[Appendix("More", content=["Words."])],
                 contact=Contact(name="A. Example"))  # fmt: skip
    text = printed(given)
    places = [text.index(part) for part in ("Appendix A – More", "Appendix B – Data of the charts", "section Contact")]
    assert places == sorted(places)
    assert "p See [Appendix B](#chart_data).\n" in text


def report(*appendices: Appendix, content: tuple[ContentItem, ...] = ()) -> str:
    house = {
        **HOUSE,
        "layouts": {"cabinet_report": {"cover": ["title", "appendices"], "parts": ["recommendations", "sections"]}},
    }
    sections = (Section("S", ["Words.", *content]),)
    given = CabinetReport("R", council=house, meeting=MEETING, sections=sections, appendices=appendices)
    return printed(evolve(given, recommendations=["Note it"]))


def test_lists_of_appendices_name_it() -> None:
    linked = "[Appendix B](#chart_data) – Data of the charts\n"
    assert f"• p {linked}" in report(Appendix("More", content=["Words."]), content=(MONEY,))
    assert "chart_data" not in report(Appendix("More", content=["Words."]))


def test_what_is_exempt_stays_in_its_part() -> None:
    text = report(Appendix("Secret", access=Access((3,), "Names."), content=[THEFTS]))
    assert "2023: Homes, 1,100; Cars, 5.\n" in text
    assert "Data of the charts" not in text


def test_a_document_in_an_appendix_has_an_appendix_of_its_own() -> None:
    inner = ScrutinyReport("Inner", council=HOUSE, meeting=MEETING, sections=[Section("S", [THEFTS])])
    text = report(Appendix("Whole", document=inner))
    assert "chart_data" not in text.partition("appendix Appendix A – Whole\n")[0]
    assert "    appendix Appendix A – Data of the charts\n      table\n" in text.partition("embedded")[2]
    assert "– [Figure 1](#1/chart #1)\n" in text


def test_highlight_reports_have_their_tables_at_the_end_of_their_appendix() -> None:
    inside = [
        HighlightReport("Burglary", council="", position=[THEFTS]),
        HighlightReport("Secret", council="", position=[MONEY], access=Access((3,))),
        HighlightReport("Safety", council="", position=[SAFE]),
    ]
    given = ScrutinyReport("R", council=HOUSE, meeting=MEETING, sections=[Section("S", [MONEY])],
                           highlight_reports=inside)  # fmt: skip
    text = printed(given)
    tables = behind(text, "    page break\n    section Data of the charts")
    assert [line.strip() for line in tables.splitlines() if "caption: " in line] == [
        "caption: Table 1: Thefts (offences) – [Figure 1](#1/chart #1)",
        "caption: Table 2: Who feels *safe* – [Figure 2](#1/chart #2)",
        "caption: Table 1: Pie chart of Money",
    ]
    assert "Police, £300 (75%); Council, £100 (25%).\n" in text.partition("section b. Secret")[2]
    assert tables.index("appendix Appendix B – Data of the charts") < tables.index("Pie chart of Money")


def test_charts_of_highlight_reports_alone_make_no_appendix_of_the_report() -> None:
    layouts = {"scrutiny_report": {"cover": ["title", "appendices"]}}
    given = ScrutinyReport("R", council={**HOUSE, "layouts": layouts}, meeting=MEETING,
                           highlight_reports=[HighlightReport("Burglary", council="", position=[THEFTS])])  # fmt: skip
    assert "chart_data" not in printed(given)


def test_a_section_that_has_the_id_of_the_appendix_is_told_with_its_line() -> None:
    yaml = (
        "kind: plan\ncouncil: {council: {name: A}, charts: {data: appendix}}\ntitle: T\nsections:\n"
        "  - {title: S, id: chart_data, content: [{chart: {type: bar, categories: [A], series: {N: [1]}}}]}\n"
    )
    with pytest.raises(CspDocsError, match=r'plan\.yaml:5:13: sections\[0\]\.title: the id "chart_data" is used twice'):
        numbered(loads(yaml, "plan.yaml"))


def test_a_slip_is_told_with_its_line() -> None:
    yaml = "kind: plan\ncouncil: {council: {name: A}, charts: {data: apendix}}\ntitle: T\n"
    with pytest.raises(CspDocsError, match=r'plan\.yaml:2:46: council\.charts\.data: the value "apendix" is not known'):
        numbered(loads(yaml, "plan.yaml"))
