"""Texts of any kind stay texts, names are those that Excel takes, and all of a document is in its workbook."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from csp_docs import blocks as b
from csp_docs.errors import Code, RenderError
from csp_docs.text.characters import clean
from csp_docs.writers.workbook import render_csv, render_xlsx
from csp_docs.writers.workbook.names import Names, sheet_name, table_name
from tests import chart_sample, sample
from tests.sample import t
from tests.writers.workbook.making import book, document, table
from tests.writers.workbook.reading import ReadBook, S, csv_files

HOSTILE = (
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", '=HYPERLINK("http://evil.uk","x")', "#N/A", "#REF!", "TRUE",
    "http://evil.uk", "mailto:a@b.uk", "file:///etc/passwd", "_x0041_", "_x000D_", "<r><t>rich</t></r>", "]]>", "&lt;",
    "\x00\x07\x1b[31mred", "\ud800", "\ufffe", "a\tb", "'quoted'", "{=1}", "1/2", "2026-03-10", "  spaces  ",
    "\u202ereversed",
)  # fmt: skip
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=())))


def everywhere(words: str) -> b.Document:
    """Return a document that has ``words`` in each text that a workbook can have."""
    named = t(words)
    chart = b.Chart(
        b.ChartKind.BAR,
        (words, "B"),
        (chart_sample.series(words, 1, 2),),
        words,
        b.Target(words, Decimal(3)),
    )
    return document(
        b.Section(named, (table([words, "B"], [words, (b.Text(words), b.Note(named, 1))], caption=""),)),
        evolve(sample.TABLE, caption=b.Caption(words, named, 1), notes=(named,), source=named),
        b.Figure(chart, words, caption=b.Caption(words, named, 2), source=named),
        title=f"Title {words}",
        author=words,
        subject=words,
        marking=words,
    )


@settings(max_examples=150)
@given(TEXTS)
def test_whatever_the_words_no_cell_is_a_formula_an_error_or_a_link(words: str) -> None:
    data = render_xlsx(everywhere(words))
    made = ReadBook(data)
    for root in made.roots("xl/worksheets"):
        assert root.xpath("//s:f|//s:c[@t='e']|//s:c[@t='b']|//s:c[@t='str']", namespaces=S) == []
    assert [part for name, part in made.parts.items() if name.endswith(".rels") and b"External" in part] == []
    assert [name for name in made.names if not 0 < len(name.encode("utf-16-le")) // 2 <= 31] == []
    assert [name for name in made.names if re.search(r"[\[\]:*?/\\]", name) or name.strip("'") != name] == []
    for name in made.names[1:]:
        assert [cell for row in made.table(name) for cell in row if cell in (None, "")] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_the_words_of_a_cell_are_those_of_the_document(words: str) -> None:
    root = book(table(["A"], [words])).roots("xl/worksheets/sheet")[-1]
    written = "".join(str(one) for one in root.xpath("//s:row[last()]/s:c/s:is/s:t/text()", namespaces=S))
    assert written.replace("_x005F_", "_") == (clean(words)[0].replace("\t", " ").strip() or "[z]")


@pytest.mark.parametrize("words", ["=1+1", "+44 1530", "-2+3x", "@you"])
def test_what_looks_like_a_formula_is_marked_as_words_for_those_who_edit_it(words: str) -> None:
    made = book(table(["A"], [words]))
    sheet = made.book["Table 1"]
    assert sheet.cell(sheet.max_row, 1).quotePrefix


@settings(max_examples=80)
@given(TEXTS)
def test_whatever_the_words_no_value_of_a_csv_file_begins_as_a_formula(words: str) -> None:
    for rows in csv_files(render_csv(everywhere(words))).values():
        assert len({len(row) for row in rows}) == 1
        assert [cell for row in rows for cell in row if cell[:1] in "=+@\t\r" and cell] == []
        assert [cell for row in rows for cell in row if re.match(r"-(?![\d.£]+(?:%|pp)?$)", cell)] == []


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=12))
def test_names_are_unique_and_those_that_excel_takes(given_names: list[tuple[str, str]]) -> None:
    sheets, tables = Names.of_sheets(), Names.of_tables()
    words = [clean(text)[0] for pair in given_names for text in pair]
    own = [sheets.own(sheet_name(text)) for text in words]
    assert len({name.casefold() for name in own}) == len(own)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 for name in own)
    named = [tables.own(table_name(name), "_{}") for name in own]
    assert len({name.casefold() for name in named}) == len(named)
    assert [
        name for name in named if not re.fullmatch(r"[^\W\d]\w*", name) or re.fullmatch(r"[A-Za-z]{1,3}\d+", name)
    ] == []


def test_many_tables_with_the_same_long_name_each_have_their_own_sheet() -> None:
    title = "What the partnership found about burglary in every ward"
    made = book(*(b.Section(t(title), (table(["A"], [str(at)], caption=""),)) for at in range(120)))
    assert len(made.names) == 122
    assert made.names[-1] == "What the partnership foun (120)"
    assert [made.table(name)[1][0] for name in made.names[2:]] == list(range(120))


def test_names_that_differ_only_in_case_or_in_spaces_are_different_columns() -> None:
    names = book(table(["Rate", "rate", " Rate ", "", ""], ["1", "2", "3", "4", "5"])).table("Table 1")[0]
    assert names == ["Rate", "rate (2)", "Rate (3)", "Name", "Name (2)"]


def test_a_text_that_no_cell_can_hold_is_an_error_that_names_its_sheet() -> None:
    with pytest.raises(RenderError) as raised:
        render_xlsx(document(table(["A"], ["x" * 32_768])))
    assert [problem.code for problem in raised.value.findings] == [Code.TEXT_OVER_CELL]
    assert 'a text of "Table 1" has 32,768 characters: a cell of a workbook holds 32,767' in str(raised.value)
    assert len(book(table(["A"], ["x" * 32_767])).table("Table 1")[1][0]) == 32_767


@pytest.mark.parametrize("words", ["plain", *HOSTILE])
def test_every_part_keeps_to_the_schemas(words: str, workbook_schemas: Callable[[bytes], list[str]]) -> None:
    assert workbook_schemas(render_xlsx(everywhere(words))) == []


def test_parts_are_xml() -> None:
    for name, part in book(table(["A"], ["1"])).parts.items():
        assert etree.fromstring(part) is not None, name
