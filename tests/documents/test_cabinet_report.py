"""Reports end to end: the example and a real one, from YAML to files that judges and readers look at."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from csp_docs import load
from csp_docs.api import numbered
from csp_docs.blocks import Document, Section
from csp_docs.blocks.walk import words
from csp_docs.writers.text import render_text
from tests import tagtree
from tests.judges.tools import SHARED
from tests.writers.pdf.reading import spoken
from tests.writers.pdf.test_tags import all_heard

EXAMPLE = Path(__file__).parents[2] / "examples" / "cabinet_report.yaml"
CASE = SHARED / "cases" / "002-nwl-cabinet-2013.yaml"
REPORTS = [pytest.param(EXAMPLE, id="example"), pytest.param(CASE, id="case", marks=pytest.mark.needs("shared"))]
FORMATS = ("docx", "pdf")

LABELS = [
    "Title of report", "Key Decision", "Contacts", "Purpose of report", "Reason for Decision", "Council Priorities",
    "Implications:", "Financial/Staff", "Link to relevant CAT", "Risk Management", "Equalities Impact Assessment",
    "Human Rights", "Transformational Government", "Comments of Head of Paid Service",
    "Comments of Section 151 Officer", "Comments of Monitoring Officer", "Consultees", "Background papers",
    "Recommendations",
]  # fmt: skip


def blocks_of(source: Path) -> Document:
    document, _ = numbered(load(source))
    return document


def headings(document: Document) -> list[str]:
    """The printed headings of the body, with their numbers."""
    return [f"{block.number} {words(block.title)}" for block in document.blocks if isinstance(block, Section)]


def test_the_example_becomes_these_blocks(file_regression: FileRegressionFixture) -> None:
    file_regression.check(render_text(blocks_of(EXAMPLE)))


@pytest.mark.needs("shared")
def test_the_real_report_numbers_as_it_was_printed() -> None:
    document = blocks_of(CASE)
    assert headings(document) == [
        "1.0 INTRODUCTION", "2.0 BACKGROUND", "3.0 EVIDENCE EVALUATED FOR 2013 REFRESH", "4.0 THE PRIORITIES",
        "5.0 KEY ACTIONS", "6.0 DELIVERING THE STRATEGY", "7.0 FUTURE STRATEGY REFRESH",
    ]  # fmt: skip
    numbers = re.findall(r"^  p (\d\.\d) ", render_text(document), re.MULTILINE)
    assert numbers == [f"{s}.{n}" for s, last in enumerate((6, 3, 3, 3, 2, 2, 1), 1) for n in range(1, last + 1)]


@pytest.mark.needs("shared")
def test_the_cover_sheet_has_the_printed_labels_in_the_printed_order(
    built: Callable[[Path], dict[str, Path]], pandoc: Callable[[Path], dict[str, Any]]
) -> None:
    assert re.findall(r"^  \[(.*)\]$", render_text(blocks_of(CASE)), re.MULTILINE) == LABELS
    labels = [tag.text() for tag in tagtree.read(built(CASE)["pdf"].read_bytes()).root.all("TH")]
    assert labels[: len(LABELS)] == LABELS  # after them come those of the strategy's tables
    table = next(block for block in pandoc(built(CASE)["docx"])["blocks"] if block["t"] == "Table")
    assert [label for label in LABELS if label.split()[-1] not in str(table)] == []


@pytest.mark.parametrize("name", FORMATS)
def test_no_word_of_the_real_reports_cover_and_body_is_lost(
    name: str,
    built: Callable[[Path], dict[str, Path]],
    fidelity: Callable[[Path, Path], list[str]],
    shared: Path,
    tmp_path: Path,
) -> None:
    [seed] = (shared / "seeds").glob("002_*.txt")
    cover_and_body = seed.read_text(encoding="utf-8").split("\nSafer North West\nPartnership\n")[0]
    source = tmp_path / "source.txt"
    source.write_text(cover_and_body, encoding="utf-8")
    lost = fidelity(source, built(CASE)[name])
    # Numbers of lists are no words: pandoc leaves Word's out, poppler reads them as a column of their own.
    assert [line for line in lost if not re.match(r"  lost '[\d ]+' of", line)] == []


@pytest.mark.parametrize("source", REPORTS)
def test_judges_find_nothing(
    source: Path,
    built: Callable[[Path], dict[str, Path]],
    verapdf: Callable[..., list[str]],
    ooxml_schemas: Callable[..., list[str]],
    openxml_audit: Callable[[Path], list[str]],
) -> None:
    files = built(source)
    assert verapdf([files["pdf"]]) == []
    assert ooxml_schemas([files["docx"]]) == []
    assert openxml_audit(files["docx"]) == []


@pytest.mark.parametrize("source", REPORTS)
def test_the_tags_say_what_the_blocks_say_and_nothing_stands_outside(source: Path) -> None:
    document = blocks_of(source)
    assert all_heard(document) == spoken(document)


@pytest.mark.parametrize("source", REPORTS)
def test_word_opens_elsewhere_with_the_same_headings_in_the_same_order(
    source: Path,
    built: Callable[[Path], dict[str, Path]],
    soffice_pdf: Callable[[Path], Path],
    pdf_text: Callable[..., str],
) -> None:
    wanted = headings(blocks_of(source))
    for pdf in (soffice_pdf(built(source)["docx"]), built(source)["pdf"]):
        lines = [" ".join(line.split()) for line in pdf_text(pdf, layout=True).splitlines()]
        assert [line for line in lines if line in wanted] == wanted


@pytest.mark.parametrize("source", REPORTS)
def test_a_foreign_reader_finds_headings_lists_tables_and_links(
    source: Path, built: Callable[[Path], dict[str, Path]], pandoc_text: Callable[..., str]
) -> None:
    html = pandoc_text(built(source)["docx"], "html")
    titles = [heading.partition(" ")[2] for heading in headings(blocks_of(source))]
    assert [title for title in re.findall(r"<h1[^>]*>(.*?)</h1>", html) if title in titles] == titles
    assert html.count("<table") == len(
        re.findall(r"^ *(?:table|facts .*|frame: .*)$", render_text(blocks_of(source)), re.MULTILINE)
    )
    assert re.search(r"<li>(<p>)?Leicestershire Constabulary(</p>)?</li>", html)
    assert re.search(r'<a href="https?://www\.legislation\.gov\.uk/ukpga/1998/37/contents"', html)


@pytest.mark.parametrize("source", REPORTS)
def test_same_input_same_bytes_in_another_place_and_zone(
    source: Path, built: Callable[[Path], dict[str, Path]], tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "csp_docs", "build", str(source), "--out", str(tmp_path)]
    elsewhere = {**os.environ, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LC_ALL": "C"}
    subprocess.run(command, check=True, env=elsewhere, cwd=tmp_path, capture_output=True)
    for path in built(source).values():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_the_word_file_holds_nothing_of_this_machine(built: Callable[[Path], dict[str, Path]]) -> None:
    with zipfile.ZipFile(built(EXAMPLE)["docx"]) as package:
        core = package.read("docProps/core.xml").decode()
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "2013-07-23T00:00:00Z" in core
    assert "North West Leicestershire District Council" in core
