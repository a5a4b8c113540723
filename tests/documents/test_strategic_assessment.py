"""What foreign readers find in the strategic assessment of 2011: its note, its table, its references."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from tests import tagtree
from tests.docx_file import WordFile, find_all, strings, text
from tests.judges import readers
from tests.judges.tools import SHARED

CASE = SHARED / "cases" / "004-harborough-assessment-2011.yaml"
COLUMNS = ["Ethnic group", "Number", "Proportion", "Population", "Proportion", "Proportion Difference"]
WHITE = ["White", "647", "92.0%", "63,067", "90.6%", "1.4%"]
TOTAL = ["Total", "703", "100.0%", "69,638", "100.0%", "0.0%"]

Built = Callable[[Path], dict[str, Path]]

pytestmark = pytest.mark.needs("shared")


@pytest.fixture(scope="module")
def word(built: Built) -> Path:
    return built(CASE)["docx"]


@pytest.fixture(scope="module")
def pdf(built: Built) -> Path:
    return built(CASE)["pdf"]


@pytest.fixture(scope="module")
def tags(pdf: Path) -> tagtree.Tag:
    return tagtree.read(pdf.read_bytes()).root


def cells(rows: list[Any]) -> list[list[str]]:
    """The words of pandoc's rows."""
    return [[readers.words(cell).strip() for cell in row[1]] for row in rows]


def test_pandoc_finds_the_note_at_its_mark(word: Path, pandoc: Callable[[Path], dict[str, Any]]) -> None:
    [note] = readers.nodes(pandoc(word)["blocks"], "Note")
    assert readers.words(note).startswith("Using CHAID analysis")


def test_pandoc_finds_the_table_with_its_headers_and_its_total(
    word: Path, pandoc: Callable[[Path], dict[str, Any]]
) -> None:
    tables = list(readers.nodes(pandoc(word)["blocks"], "Table"))
    [(_, _, columns, head, [body], _)] = [table for table in tables if "Ethnic" in readers.words(table[3])]
    assert len(columns) == 6
    rows = cells([*head[1], *body[2], *body[3]])
    assert COLUMNS in rows
    assert rows[-7] == WHITE
    assert rows[-1] == TOTAL


def test_pdfplumber_finds_the_cells_of_the_table(pdf: Path) -> None:
    with pdfplumber.open(pdf) as opened:
        pages = [page for page in opened.pages if "Ethnic group" in page.extract_text()]
        rows = [
            [" ".join((cell or "").split()) for cell in row]
            for page in pages
            for table in page.extract_tables({"vertical_strategy": "text", "horizontal_strategy": "lines"})
            for row in table
        ]
    squeezed = ["".join(row).replace(" ", "") for row in rows]
    for wanted in (WHITE, TOTAL):
        assert "".join(wanted).replace(" ", "") in squeezed


def test_each_cell_of_the_table_names_its_headers(tags: tagtree.Tag) -> None:
    [table] = [tag for tag in tags.all("Table") if "Ethnic group" in tag.text()]
    headers = {tag.attributes["ID"]: tag for tag in table.all("TH") if "ID" in tag.attributes}
    assert {tag.attributes["Scope"] for tag in headers.values()} == {"Column", "Row"}
    [white] = [row for row in table.all("TR") if row.text().strip().startswith("White")]
    named = [
        [" ".join(headers[name].text().split()) for name in cell.attributes["Headers"].split()]
        for cell in white.all("TD")
    ]
    assert named == [
        ["Number", "White"],
        ["Proportion", "White"],
        ["10 - 17", "Population", "White"],
        ["10 - 17", "Proportion", "White"],
        ["Proportion Difference", "White"],
    ]


def test_word_counts_the_captions_of_each_series(word: Path) -> None:
    codes = strings(WordFile(word.read_bytes()).body, "//w:instrText/text()")
    counted = [found[1] for code in codes if (found := re.match(r" SEQ (\w+) ", code))]
    assert {word: counted.count(word) for word in counted} == {"Figure": 1, "Map": 10, "Table": 1}


def test_all_references_of_word_are_fields_that_show_what_they_lead_to(word: Path) -> None:
    file = WordFile(word.read_bytes())
    shown = {}
    for code in strings(file.body, "//w:instrText/text()"):
        if found := re.match(r" REF (_Ref\d+) ", code):
            [paragraph] = find_all(file.body, f"//w:p[w:bookmarkStart/@w:name='{found[1]}']")
            shown[code.strip()] = text(paragraph)
    assert sorted(shown.values()) == [
        "Adult Offenders",
        "Map\u00a06: Acquisitive crime, the top 5 highest crime areas for the district",
        "Recorded Crime",
        "Table\u00a01: Ethnic composition of young people on youth justice disposals in 2010/11",
    ]


def test_all_references_of_the_pdf_are_links(tags: tagtree.Tag) -> None:
    found = [" ".join(tag.text().split()) for tag in tags.all("Link")]
    inside = [words for words in found if not words.startswith("http") and not words.isdigit()]  # but for the note
    assert inside == ["Appendix A", "Appendix B", "Map 6", "Table 1"]
