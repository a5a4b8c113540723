"""What becomes of the parts of tables and charts: groups, headers that span, totals, notes, ratings, links."""

from __future__ import annotations

import pytest
from attrs import evolve

from csp_docs import blocks as b
from csp_docs.api import loads, numbered
from csp_docs.errors import RenderError
from csp_docs.writers.workbook import render_csv, render_xlsx
from tests import map_sample, sample
from tests.chart_sample import COLUMN, figure
from tests.sample import p, t
from tests.writers.workbook.making import book, document, table
from tests.writers.workbook.reading import ReadBook, csv_files


def test_groups_are_a_column_and_headers_that_span_are_joined_and_the_total_is_a_row() -> None:
    made = book(sample.TABLE)
    assert made.table("Table 1") == [
        ["Group", "Area", "Recorded crime: 2012/13", "Recorded crime: 2013/14"],
        ["Towns", "Coalville", 1204, 1180],
        ["Towns", "Ashby", 611, "[z]"],
        ["Villages", "Measham", 95, 88],
        ["[z]", "Total", 1910, 1268],
    ]
    assert made.above("Table 1")[2:] == ["Figures are provisional.", "Leicestershire Police"]


def test_the_sign_of_a_unit_alone_is_its_word() -> None:
    given = table(["Item", "Unit", "%"], ["Happy", " % ", "88%"], ["Cost", "£", "7%"], ["Gap", "% of all", "4%"])
    rows = [["Happy", "per cent"], ["Cost", "pounds"], ["Gap", "% of all"]]
    assert [row[:2] for row in book(given).table("Table 1")[1:]] == rows
    assert book(given).table("Table 1")[0] == ["Item", "Unit", "per cent"]
    assert csv_files(render_csv(document(given)))["table-1.csv"][0] == ["Item", "Unit", "per cent"]


def test_the_words_of_units_are_those_of_the_edition() -> None:
    content = "sections: [{title: C, content: [table: {columns: [D, E], rows: [[F, '%']]}]}]"
    text = f"kind: plan\ncouncil: {{council: {{name: A}}}}\ntitle: B\nlanguage: cy-GB\n{content}\n"
    found = csv_files(render_csv(numbered(loads(text))[0]))
    assert [row[-1] for rows in found.values() for row in rows if row[0] == "F"] == ["y cant"]


def test_a_header_above_all_columns_is_above_the_table() -> None:
    given = table(["Measure", "Number"], ["Burglary", "12"])
    whole = evolve(given, head=((b.HeaderCell(t("April to June"), 2),), *given.head))
    made = book(whole)
    assert made.table("Table 1")[0] == ["Measure", "Number"]
    assert "April to June" in made.above("Table 1")


def test_footnotes_of_cells_have_a_column_and_those_of_names_and_captions_follow_them() -> None:
    marked = (b.Text("12"), b.Note(t("Provisional."), 4))
    given = table(["Area", "Number"], ["Ashby", marked], ["Measham", "7"])
    head = (b.HeaderCell(t("Area")), b.HeaderCell((b.Text("Number"), b.Note(t("Of homes."), 5))))
    caption = b.Caption("Table", (b.Text("Burglary"), b.Note(t("See page 2."), 2)), 1)
    made = book(evolve(given, head=(head,), caption=caption))
    assert made.names == ["Cover", "Contents", "Notes", "Table 1"]
    assert made.above("Table 1")[:3] == [
        "Table 1: Burglary [note 2]",
        "This worksheet contains one table.",
        "Some cells refer to notes, which are on the worksheet Notes.",
    ]
    assert made.table("Table 1") == [
        ["Area", "Number [note 5]", "Notes"],
        ["Ashby", 12, "[note 4]"],
        ["Measham", 7, "[z]"],
    ]
    assert made.table("Notes")[1:4] == [
        ["note 2", "See page 2."],
        ["note 4", "Provisional."],
        ["note 5", "Of homes."],
    ]


def test_notes_outside_tables_are_not_in_the_workbook() -> None:
    made = book(b.Paragraph((b.Text("Words"), b.Note(t("A note."), 1))), table(["A"], ["1"]))
    assert made.names == ["Cover", "Contents", "Table 1"]


def test_marks_are_explained_in_the_words_of_the_table_if_it_has_some() -> None:
    words = b.Workbook(marks=("[x]: the figure is not available", "[u]: the figure has low reliability", "pp: points"))
    given = evolve(table(["A", "B"], ["1", "[u]"], ["[x]", "2 pp"], ["supple", "3"]), notes=(t("[u]: below 50"),))
    made = book(given, workbook=words)
    assert made.above("Table 1")[2:] == ["[u]: below 50", "[x]: the figure is not available", "pp: points"]
    assert made.table("Notes")[1:] == [["[u]", "below 50"], ["[x]", "the figure is not available"], ["pp", "points"]]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((b.Rating(b.RatingLevel.RED, "Red"),), "Red"),
        ((b.Strong(t("12")),), 12),
        ((b.Link(t("The strategy"), "https://a.uk/b"),), "The strategy (https://a.uk/b)"),
        ((b.Link(t("a@b.uk"), "mailto:a@b.uk"),), "a@b.uk"),
        ((b.Text("One"), b.LineBreak(), b.Text("two")), "One\ntwo"),
        ((b.InLanguage(t("Heddlu"), "cy-GB"), b.Text("\u00a0a")), "Heddlu a"),
        ((b.Pending("[awaited]", "c", "o", "w"),), "[awaited]"),
        ((b.Reference("x", text="Table 3"),), "Table 3"),
        ((b.Closed(t("closed"), t("open")),), "closed"),
    ],
)
def test_each_kind_of_words_is_in_its_cell(given: b.Inlines, expected: object) -> None:
    assert book(table(["A"], [given])).table("Table 1")[1] == [expected]


def test_a_cell_with_paragraphs_and_lists_has_lines() -> None:
    items = b.List(((p("one"),), (p("two"),)))
    given = evolve(table(["A"], ["x"]), groups=(b.RowGroup((((p("First"), items),),)),))
    assert book(given).table("Table 1")[1] == ["First\n• one\n• two"]


def test_a_chart_is_a_table_of_its_numbers() -> None:
    made = book(figure(COLUMN, "Burglaries by district"))
    assert made.above("Figure 0") == [
        "Figure 0: Burglaries by district (offences)",
        "This worksheet contains one table.",
        "Goal: 400",
        "Source: Office for National Statistics",
    ]
    assert made.table("Figure 0")[0] == ["Category", "2023", "2024"]
    assert [made.table("Figure 0")[place] for place in (1, 4)] == [["Blaby", 312, 298], ["Hinckley", 288, "[x]"]]


def test_a_map_is_a_table_of_its_areas_with_the_class_of_each() -> None:
    made = ReadBook(render_xlsx(map_sample.composed()[0]))
    rows = made.table("Figure 1")
    assert rows[0] == ["Area", "Offences", "Rank"]
    assert len(rows) == 13
    assert sum(str(row[1]).startswith("No figure") for row in rows) == 1


def test_pictures_and_diagrams_are_left_out() -> None:
    diagram = b.Figure(b.Diagram(b.DiagramKind.STEPS, (b.DiagramItem("A"), b.DiagramItem("B"))), "A to B")
    with pytest.raises(RenderError, match=r'"Safer Streets" has no table, chart or map for a workbook \[CSP817\]'):
        render_xlsx(document(diagram, title="Safer Streets"))


def test_tables_are_found_wherever_they_are_and_one_without_a_caption_has_the_heading_above() -> None:
    plain = table(["A"], ["1"], caption="")
    inner = evolve(sample.document(), blocks=(b.Section(t("Inside"), (plain,)), table(["A"], ["2"])), title="Report")
    made = book(
        b.Section(t("Where [and] when?"), (b.Callout((plain,)), b.Grid((b.GridCell((plain,)),)))),
        b.Landscape((table(["A"], ["3"]),)),
        b.Part((table(["A"], ["4"], number=2),), "NOT FOR PUBLICATION", ()),
        b.Appendix(t("Papers"), (b.Embedded(inner),), prefix="Appendix ", label="B"),
        title="Paper",
    )
    assert made.names[2:] == [
        "Where and when", "Where and when (2)", "Table 1", "Table 2", "Appendix B Report Inside", "Appendix B Table 1",
    ]  # fmt: skip
    assert made.above("Where and when")[0] == "Where [and] when?"
    assert made.above("Appendix B Report Inside")[0] == "Report: Inside"
    assert made.above("Table 2")[1] == "NOT FOR PUBLICATION"


def test_a_draft_is_marked_on_every_sheet_of_figures_and_on_the_cover() -> None:
    made = book(table(["A"], ["1"]), marking="DRAFT")
    assert made.above("Cover")[1] == made.above("Table 1")[1] == "DRAFT"


YAML = """\
kind: plan
council: {council: {name: Cyngor Sir Unrhyw}}
title: Mwy diogel
language: cy-GB
date: 2026-03-10
status: draft
contact: {name: Uned Diogelwch, email: uned@example.org}
sections:
  - title: Troseddau
    content:
      - table: {caption: Byrgleriaeth, columns: [Ardal, Nifer], rows: [[Gogledd, "12"], [De, "–"]]}
"""


def test_the_words_of_a_workbook_are_in_the_language_of_the_document() -> None:
    made = ReadBook(render_xlsx(numbered(loads(YAML))[0]))
    assert made.names == ["Clawr", "Cynnwys", "Nodiadau", "Tabl 1"]
    assert made.above("Clawr") == [
        "Mwy diogel",
        "DRAFFT",
        "Cyhoeddwr: Cyngor Sir Unrhyw",
        "Dyddiad: 10 Mawrth 2026",
        "Statws: Drafft",
        "Cyswllt: Uned Diogelwch, uned@example.org",
    ]
    assert made.book.properties.language == "cy-GB"
    assert made.table("Nodiadau")[1:] == [["[z]", "amherthnasol, neu nid oes un"]]


def test_a_contact_that_is_printed_only_where_it_is_not_for_the_public_is_not_on_the_cover() -> None:
    closed = "  - {title: Who, access: {exempt: [3]}, generate: contact}\n"
    document, _ = numbered(loads(YAML.replace("cy-GB", "en-GB") + closed), public=True)
    assert not any(line.startswith("Contact") for line in ReadBook(render_xlsx(document)).above("Cover"))


def test_the_same_bytes_each_time() -> None:
    given = document(sample.TABLE, figure(COLUMN, "C"))
    assert render_xlsx(given) == render_xlsx(given)


def test_numbers_keep_all_their_digits() -> None:
    data = book(table(["A"], ["−8.7"])).parts["xl/worksheets/sheet3.xml"]
    assert b"<v>-8.7</v>" in data


CHARTS = """
kind: plan
council: {council: {name: Anytown Borough Council}, charts: {data: appendix}}
title: Crime
date: 2026-03-10
status: final
sections:
  - title: Burglary
    content:
      - chart: {type: bar, caption: Burglary, categories: [Mill, Park], series: {"2024": [11, 12]}, unit: offences}
      - table: {caption: Areas, columns: [Area, Number], rows: [[Mill, "1"]]}
  - title: Theft
    access: {exempt: [3]}
    content:
      - chart: {type: line, caption: Theft, categories: [Mill, Park], series: {"2024": [13, 15]}}
"""


def test_the_numbers_of_a_chart_that_are_also_in_an_appendix_are_once_in_a_workbook_and_twice_in_its_contents() -> None:
    document, _ = numbered(loads(CHARTS))
    made = ReadBook(render_xlsx(document))
    assert made.names == ["Cover", "Contents", "Figure 1", "Table 1", "Figure 2"]
    assert made.table("Contents")[1:] == [
        ["Figure 1", "Figure 1: Burglary (offences)"],
        ["Figure 1", "Table 2: Burglary (offences) – Figure 1"],
        ["Table 1", "Table 1: Areas"],
        ["Figure 2", "Figure 2: Theft (exempt)"],
    ]
    assert csv_files(render_csv(document))["contents.csv"][2][:2] == [
        "figure-1.csv",
        "Table 2: Burglary (offences) – Figure 1",
    ]
    assert [csv for csv in csv_files(render_csv(document)) if csv.startswith(("fig", "tab"))] == [
        "figure-1.csv",
        "table-1.csv",
        "figure-2.csv",
    ]


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("Violent crime", "Violent crime The figures"),
        ("Crime against businesses", "Crime against businesses"),
        ("Crime against businesses in the towns", "Crime against businesses in the"),
    ],
)
def test_a_sheet_without_a_caption_has_the_headings_that_fit_as_its_name(above: str, name: str) -> None:
    inner = b.Section(t("The figures"), (table(["Area"], ["Mill"], caption=""),))
    assert book(b.Section(t(above), (inner,))).names[2:] == [name]
