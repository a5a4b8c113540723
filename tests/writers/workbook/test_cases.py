"""Workbooks of whole papers: they have the numbers that Word and PDF print, and LibreOffice shows them so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml
from docx import Document as WordDocument
from lxml import etree

from csp_docs import load, loads, render
from csp_docs.api import numbered
from csp_docs.blocks import Document, Table, walk
from csp_docs.documents.load import read_file
from csp_docs.errors import RenderError
from csp_docs.writers.workbook import render_xlsx
from tests.random_plans import Author
from tests.writers.workbook.making import book, table
from tests.writers.workbook.reading import ReadBook
from tests.writers.workbook.test_numbers import FIGURES

pytestmark = pytest.mark.filterwarnings("ignore::csp_docs.errors.DocumentWarning")
CASES = ("001-harborough-scrutiny-2014.yaml", "004-harborough-assessment-2011.yaml")
EXAMPLES = Path(__file__).parents[3] / "examples"


def printed_figures(document: Document) -> list[str]:
    """Return the cells of all tables whose words have a digit and no letter, and are not a date (30/09/2026)."""
    tables = [block for block in walk.every_block(document.blocks) if isinstance(block, Table)]
    rows = [
        row for table in tables for row in (*(row for group in table.groups for row in group.full_rows), *table.totals)
    ]
    cells = [" ".join(walk.texts(cell)) for row in rows for cell in row]
    return [
        cell for cell in cells if any(map(str.isdigit, cell)) and not any(map(str.isalpha, cell)) and "/" not in cell
    ]


def test_all_printed_numbers_of_examples_are_numbers_in_the_workbook() -> None:
    assert sum(_compared(numbered(read_file(path)[0])[0]) for path in EXAMPLES.glob("*.yaml")) > 100


@pytest.mark.parametrize("name", CASES)
def test_all_printed_numbers_of_cases_are_numbers_in_the_workbook(name: str, shared: Path) -> None:
    assert _compared(numbered(read_file(shared / "cases" / name)[0])[0]) > 20


def _compared(document: Document) -> int:
    """Return how many figures are printed in tables, which are all in the workbook."""
    made = ReadBook(render_xlsx(document))
    cells = [cell for name in made.names[1:] for row in made.table(name) for cell in row]
    numbers = [cell for cell in cells if isinstance(cell, int | float)]
    wanted = printed_figures(document)
    assert {_value(words) for words in wanted} <= set(numbers)
    assert len(numbers) >= len(wanted)
    return len(wanted)


def _value(words: str) -> float:
    value = float(words.replace("−", "-").replace(",", "").replace("£", "").replace("+", "").rstrip("%"))
    return float(f"{value / 100:.6f}") if words.endswith("%") else value


@pytest.mark.parametrize("seed", range(8))
def test_all_numbers_of_random_plans_are_in_their_workbooks(seed: int) -> None:
    given = yaml.safe_dump(Author(seed).plan(), allow_unicode=True)
    document, _ = numbered(loads(given))
    if any(isinstance(block, Table) for block in walk.every_block(document.blocks)):
        _compared(document)
    else:
        with pytest.raises(RenderError, match="CSP817"):
            render_xlsx(document)


def test_libreoffice_reads_figures_as_numbers_and_shows_them_as_they_are_printed(
    soffice_fods: Callable[[Sequence[Path]], list[Path]], tmp_path: Path
) -> None:
    document, _ = numbered(read_file(EXAMPLES / "scrutiny_report.yaml")[0])
    books = {"report": render_xlsx(document), "figures": book(table(["A"], *([figure] for figure in FIGURES))).data}
    paths = [tmp_path / f"{name}.xlsx" for name in books]
    for path, data in zip(paths, books.values(), strict=True):
        path.write_bytes(data)
    report, figures = map(_numbers, soffice_fods(paths))
    assert set(printed_figures(document)) <= {shown for _, shown in report}
    assert figures == [(value, printed) for printed, (value, _) in FIGURES.items()]


def test_libreoffice_shows_the_figures_of_cases_as_word_prints_them(
    soffice_fods: Callable[[Sequence[Path]], list[Path]], tmp_path: Path, shared: Path
) -> None:
    for name in CASES:
        paper = load(shared / "cases" / name)
        for ending in ("docx", "xlsx"):
            (tmp_path / name).with_suffix(f".{ending}").write_bytes(render(paper, ending))
    shown = soffice_fods([(tmp_path / name).with_suffix(".xlsx") for name in CASES])
    for name, sheets in zip(CASES, shown, strict=True):
        in_word = _figures_of_word((tmp_path / name).with_suffix(".docx"))
        assert len(in_word) > 20
        assert in_word - Counter(words for _, words in _numbers(sheets)) == Counter()


def _figures_of_word(path: Path) -> Counter[str]:
    """Return the figures in the tables of a Word file, but for header rows, and for years such as 2013/14."""
    rows = [row for table in WordDocument(str(path)).tables for row in table.rows]
    words = [cell.text for row in rows if not row._tr.xpath("w:trPr/w:tblHeader") for cell in row.cells]
    return Counter(word for word in words if re.fullmatch(r"[−+-]?£?\d[\d,.]*%?", word))


def _numbers(path: Path) -> list[tuple[float, str]]:
    """Return the numbers of a workbook that LibreOffice read, each with how it is shown."""
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value"
    cells = [cell for cell in etree.parse(path).iter() if cell.get(office)]
    return [(float(str(cell.get(office))), "".join(map(str, cell.itertext())).strip()) for cell in cells]
