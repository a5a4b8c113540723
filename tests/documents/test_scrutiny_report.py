"""Scrutiny and highlight reports end to end: from YAML to files that judges and readers look at."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs import ScrutinyReport, load, save
from csp_docs.api import numbered
from csp_docs.blocks import Appendix, Document, Embedded, Section, Table
from csp_docs.blocks.walk import every_block, texts, words
from csp_docs.writers.text import render_text
from tests import tagtree
from tests.judges.tools import SHARED
from tests.writers.pdf.reading import spoken
from tests.writers.pdf.test_tags import all_heard, heard

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORT = EXAMPLES / "scrutiny_report.yaml"
HIGHLIGHT = EXAMPLES / "highlight_report.yaml"
CASE = SHARED / "cases" / "001-harborough-scrutiny-2014.yaml"
OURS = [REPORT, HIGHLIGHT]
FORMATS = ("docx", "pdf")
Built = Callable[[Path], dict[str, Path]]
Pages = dict[Path, tuple[list[str], list[str]]]

needs_shared = pytest.mark.needs("shared")
every = pytest.mark.parametrize("source", [*OURS, pytest.param(CASE, marks=needs_shared)], ids=lambda path: path.stem)


def blocks_of(source: Path) -> Document:
    document, _ = numbered(load(source))
    return document


def report_of(source: Path) -> ScrutinyReport:
    report = load(source)
    assert isinstance(report, ScrutinyReport)
    return report


def seed() -> str:
    [file] = (SHARED / "seeds").glob("001_*.txt")
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("source", OURS, ids=lambda path: path.stem)
def test_a_report_becomes_these_blocks(source: Path, file_regression: FileRegressionFixture) -> None:
    file_regression.check(render_text(blocks_of(source)))


@needs_shared
def test_the_real_report_numbers_as_it_was_printed() -> None:
    document = blocks_of(CASE)
    headings = [f"{block.number} {words(block.title)}" for block in document.blocks if isinstance(block, Section)]
    assert headings == [
        "1 Outcome sought from Panel", "2 Background", "3 Points for discussion",
        "4 Equality Impact Assessment Implications/Outcomes", "5 Impact on Communities", "6 Legal Issues",
        "7 Resource Issues", "8 Community Safety Implications", "9 Carbon Management Implications",
        "10 Risk Management Implications", "11 Consultation",
    ]  # fmt: skip
    numbers = re.findall(r"^  p (\d+\.\d+) ", render_text(document), re.MULTILINE)
    last = {1: 2, 2: 8, 4: 1, 5: 1, 6: 2, 7: 2, 8: 1, 9: 1, 10: 1, 11: 1}
    assert numbers == [f"{section}.{n}" for section, most in last.items() for n in range(1, most + 1)]


@needs_shared
def test_the_highlight_reports_of_the_real_report_stand_in_one_appendix_with_letters() -> None:
    appendix = blocks_of(CASE).blocks[-1]
    assert isinstance(appendix, Appendix)
    assert (
        f"{appendix.prefix}{appendix.label}{appendix.suffix}{words(appendix.title)}" == "Appendix A – Highlight Reports"
    )
    [inside] = appendix.blocks
    assert isinstance(inside, Embedded)
    reports = [block for block in inside.document.blocks if isinstance(block, Section)]
    assert [f"{report.number} {words(report.title)}" for report in reports] == [
        "a. Anti-social behaviour", "b. Acquisitive Crime", "c. Violent Crime", "d. Road Safety",
        "e. Vulnerable people",
    ]  # fmt: skip


@needs_shared
def test_the_table_of_the_real_report_works_out_every_printed_difference_and_percentage() -> None:
    printed = [line.split("\t") for line in seed().split("Performance Measure\t")[1].splitlines()[1:10]]
    [table] = [block for block in every_block(blocks_of(CASE).blocks) if isinstance(block, Table) and block.caption]
    rows = [
        [" ".join(texts(cell)).replace("−", "-").replace(",", "") for cell in row] for row in table.groups[0].full_rows
    ]
    assert [[row[0], *row[2:]] for row in rows[:9]] == [[row[0], *row[2:]] for row in printed]
    assert rows[9][3] == "This is 3% over target"


@needs_shared
def test_the_words_of_the_real_report_stand_whole_and_in_order(
    built: Built, words_kept: Callable[[str, str], tuple[float, list[str]]], pandoc_text: Callable[..., str]
) -> None:
    # Numbers of paragraphs are Word's own, which pandoc does not print.
    source = re.sub(r"^(- )?\d+\.\d+ ", "", seed(), flags=re.MULTILINE)
    pdf = "\n".join(heard(tagtree.read(built(CASE)["pdf"].read_bytes()).root))
    for printed in (pandoc_text(built(CASE)["docx"]), pdf):
        share, lost = words_kept(source, printed)
        assert share >= 0.995, "\n".join(lost)


@pytest.fixture(scope="module")
def pages(built: Built, soffice_pdfs: Callable[[list[Path]], list[Path]], pdf_text: Callable[..., str]) -> Pages:
    """The pages of each report as text: those of the PDF, and those that LibreOffice makes of the Word file."""
    sources = [source for source in (*OURS, CASE) if source.exists()]
    elsewhere = soffice_pdfs([built(source)["docx"] for source in sources])
    read = [
        [pdf_text(pdf, layout=True).split("\f")[:-1] for pdf in (built(source)["pdf"], made)]
        for source, made in zip(sources, elsewhere, strict=True)
    ]
    return {source: (here, there) for source, (here, there) in zip(sources, read, strict=True)}


@every
def test_word_opens_elsewhere_with_as_many_pages(source: Path, pages: Pages) -> None:
    here, there = pages[source]
    assert len(here) == len(there)


def test_a_highlight_report_is_one_page(pages: Pages) -> None:
    assert [len(text) for text in pages[HIGHLIGHT]] == [1, 1]


@pytest.mark.parametrize("source", [REPORT, pytest.param(CASE, marks=needs_shared)], ids=lambda path: path.stem)
def test_highlight_reports_inside_are_in_order_on_the_pages_of_the_appendix(source: Path, pages: Pages) -> None:
    titles = [report.title for report in report_of(source).highlight_reports]
    headings = [f"{letter}. {title}" for letter, title in zip("abcde", titles, strict=False)]
    for text in pages[source]:
        found = [[line for line in map(_squeezed, page.splitlines()) if line in headings] for page in text]
        shown = [page for page in found if page]
        assert [heading for page in shown for heading in page][-len(headings) :] == headings


def _squeezed(line: str) -> str:
    return " ".join(line.split())


def test_judges_find_nothing(
    built: Built,
    verapdf: Callable[..., list[str]],
    ooxml_schemas: Callable[..., list[str]],
    openxml_audit: Callable[[Path], list[str]],
) -> None:
    files = [built(source) for source in (*OURS, CASE) if source.exists()]
    assert verapdf([file["pdf"] for file in files]) == []
    assert ooxml_schemas([file["docx"] for file in files]) == []
    assert [fault for file in files for fault in openxml_audit(file["docx"])] == []


@every
def test_the_tags_say_what_the_blocks_say_and_nothing_stands_outside(source: Path) -> None:
    document = blocks_of(source)
    assert all_heard(document) == spoken(document)


@every
def test_same_input_same_bytes(source: Path, built: Built, tmp_path: Path) -> None:
    for path in save(load(source), *(tmp_path / f"again.{name}" for name in FORMATS)):
        assert path.read_bytes() == built(source)[path.suffix[1:]].read_bytes()
