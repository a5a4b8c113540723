"""Rows across all columns, totals, ratings and lists in cells: the same in all formats, heard with their headers."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from csp_docs import Across, Band, Code, Column, ModelError, Plan, Section, Table, check, compare, dumps, loads, save
from csp_docs.model import ColumnGroup
from tests import tagtree
from tests.docx_file import WordFile, find_all, strings

WORDS = st.sampled_from(["Patrols", "Locks for sheds", "Fire and rescue", "The council, with residents", "Visits"])
FIGURES = st.sampled_from(["1204", "£3", "7.5", "–", "", "[x]", "12*"])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a table of 2 to 5 columns with bands, texts across it, lists, ratings and totals, or some of these."""
    columns = draw(st.integers(2, 5))
    names: list[Any] = [f"Column {letter}" for letter in "ABCDE"[:columns]]
    rated = draw(st.booleans())
    names[-1] = Column(names[-1], rating=True) if rated else names[-1]
    cell = st.one_of(WORDS, FIGURES, st.lists(WORDS, min_size=1, max_size=2))
    last = st.sampled_from(["green", "Amber", "red", ""]) if rated else cell
    row = st.tuples(WORDS, *[cell] * (columns - 2), last).map(list)
    inside = st.tuples(row, st.lists(st.builds(Across, WORDS), max_size=2)).map(lambda found: [found[0], *found[1]])
    total = st.one_of(WORDS, st.tuples(WORDS, *[FIGURES] * (columns - 1)).map(list))
    open_band = st.tuples(st.builds(Band, WORDS, total=st.just([])), row).map(list)
    own_band = st.builds(Band, WORDS, rows=st.lists(row, min_size=1, max_size=3), total=st.just([]))
    loose = [each for rows in draw(st.lists(inside, max_size=3)) for each in rows] + [
        each for band in draw(st.lists(open_band, max_size=2)) for each in band
    ]
    rows = [*loose, *draw(st.lists(own_band, max_size=2))]
    groups = [ColumnGroup("Both", ["Column A", "Column B"])] if draw(st.booleans()) and not rated else []
    totals = draw(st.lists(total.filter(lambda one: isinstance(one, list)), max_size=2))
    return Table(
        names, [*rows, draw(own_band)], row_headers=draw(st.booleans()), groups=groups, total=totals, caption="Rows"
    )  # fmt: skip


def paper(table: Table) -> Plan:
    return Plan("Tables", council="harborough", sections=[Section("One", ["A text.", table])])


@pytest.mark.filterwarnings("ignore::csp_docs.DocumentWarning")
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tables())
def test_rows_are_the_same_in_all_formats_and_every_cell_has_headers(tmp_path: Path, table: Table) -> None:
    document = paper(table)
    assert loads(dumps(document)) == document
    word, pdf, page = save(document, *(tmp_path / f"paper.{kind}" for kind in ("docx", "pdf", "html")))
    assert compare(word, pdf, page).same
    columns = len(table.columns)
    [tags] = tagtree.read(pdf.read_bytes()).root.all("Table")
    names = {tag.attributes["ID"] for tag in tags.all("TH") if "ID" in tag.attributes}
    for row in tags.all("TR"):
        cells = [cell for cell in row.kids if isinstance(cell, tagtree.Tag)]
        assert sum(int(cell.attributes.get("ColSpan", 1)) for cell in cells) == columns
    for cell in tags.all("TD"):
        headers = str(cell.attributes["Headers"]).split()
        assert headers
        assert {*headers} <= names
    assert {*_headers(page)} <= {*_ids(page)}
    rows = find_all(WordFile(word.read_bytes()).body, "//w:tr")
    for found in rows:
        spans = [int(span) for span in strings(found, "w:tc/w:tcPr/w:gridSpan/@w:val")]
        assert sum(spans) + len(find_all(found, "w:tc")) - len(spans) == columns


def _headers(page: Path) -> Iterator[str]:
    return (name for cell in _found(page, "//table//td[@headers]") for name in cell.get("headers").split())


def _ids(page: Path) -> Iterator[str]:
    return (cell.get("id") for cell in _found(page, "//table//th[@id]"))


def _found(page: Path, path: str) -> Any:
    return html.fromstring(page.read_bytes()).xpath(path)


def test_a_text_across_the_table_is_heard_with_the_row_above_it(tmp_path: Path) -> None:
    table = Table(
        ["Action", "Lead"],
        [Band("Priority 1"), ["Patrols", "Police"], Across("All is well."), ["Locks", ["Council", "Fire"]]],
        row_headers=True,
    )
    pdf, page = save(paper(table), tmp_path / "a.pdf", tmp_path / "a.html")
    [tags] = tagtree.read(pdf.read_bytes()).root.all("Table")
    words = {tag.attributes["ID"]: tag.text() for tag in tags.all("TH") if "ID" in tag.attributes}
    heard = {cell.text(): [words[name] for name in str(cell.attributes["Headers"]).split()] for cell in tags.all("TD")}
    assert heard["All is well."] == ["Priority 1", "Patrols"]
    assert heard["Police"] == ["Lead", "Priority 1", "Patrols"]
    [across] = _found(page, "//tr[@class='across']/td")
    assert across.get("colspan") == "2"
    [band] = _found(page, "//tr[@class='group']/th")
    assert (band.get("scope"), band.text_content()) == ("rowgroup", "Priority 1")


MISPLACED: list[list[Any]] = [
    [Across("Why."), ["a", "1"]],
    [["a", "1"], Band("P1"), Across("Why."), ["b", "2"]],
    [Band("P1", rows=[Across("Why."), ["a", "1"]])],
    [Across("Why."), Across("Why.")],
]
PLACED: list[list[Any]] = [
    [["a", "1"], Across("Why.")],
    [["a", "1"], Across("Why."), Across("And more.")],
    [Band("P1", rows=[["a", "1"], Across("Why.")])],
]


@pytest.mark.parametrize("rows", MISPLACED)
def test_a_text_across_all_columns_needs_a_row_above_it(rows: list[Any]) -> None:
    with pytest.raises(ModelError, match="a text across all columns has no row above it"):
        Table(["A", "B"], rows)


@pytest.mark.parametrize("rows", PLACED)
def test_a_text_across_all_columns_may_follow_a_row_or_a_text(rows: list[Any]) -> None:
    assert Table(["A", "B"], rows).rows == tuple(tuple(row) if isinstance(row, list) else row for row in rows)


def test_a_workbook_merges_no_cells(tmp_path: Path) -> None:
    import openpyxl

    table = Table(["A", "B"], [Band("P1", rows=[["a", "1"], Across("Why."), ["b", "2"]], total="Both")], caption="T")
    [book] = save(paper(table), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(book).worksheets[-1]
    assert not sheet.merged_cells.ranges
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    at = next(place for place, row in enumerate(rows) if row[1:] == ["A", "B"])
    assert [row[0] for row in rows[at + 1 :]] == ["P1"] * 4
    assert [row[1] for row in rows[at + 1 :]] == ["a", "Why.", "b", "Both"]
    assert rows[-1][2] == 3


def test_a_text_is_on_the_page_of_the_row_above_it(tmp_path: Path) -> None:
    rows = [row for number in range(60) for row in (["Action", str(number)], Across(f"Progress {number} " * 20))]
    [pdf] = save(paper(Table(["A", "B"], [Band("P1"), *rows])), tmp_path / "a.pdf")
    [body] = tagtree.read(pdf.read_bytes()).root.all("TBody")
    band, *pages = [row.pages for row in body.all("TR")]
    assert pages[::2] == pages[1::2]
    assert band == pages[0]
    assert len(set.union(*pages)) > 2


WIDE = [f"Neighbourhood policing establishment{number}" for number in range(6)]


def test_a_wide_table_turns_by_itself_if_the_template_says_so(tmp_path: Path) -> None:
    table = Table(WIDE, [["Misrepresentation"] * 6], caption="Wide")
    for turns in (False, True):
        council = {"extends": "harborough", "layouts": {"plan": {"turn_wide_tables": turns}}}
        document = Plan("Tables", council=council, sections=[Section("One", ["A text.", table, "Another."])])
        assert [found.code for found in check(document)] == ([] if turns else [Code.TABLE_TOO_WIDE])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            word, pdf = save(document, tmp_path / "a.docx", tmp_path / "a.pdf")
        with pikepdf.open(pdf) as opened:
            shapes = [float(page.mediabox[2]) > float(page.mediabox[3]) for page in opened.pages]
        assert any(shapes) is turns
        turned = strings(WordFile(word.read_bytes()).body, "//w:pgSz/@w:orient")
        assert ("landscape" in turned) is turns
        assert compare(word, pdf).same
