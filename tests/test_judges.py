"""The judges find faults where there are some, so that their silence means something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pikepdf
import pytest

from tests.judges import tools

Judge = Callable[[Sequence[Path]], list[str]]


@pytest.fixture
def untagged_pdf(tmp_path: Path) -> Path:
    path = tmp_path / "untagged.pdf"
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(path)
    return path


@pytest.fixture
def word_file(tmp_path: Path) -> Path:
    path = tmp_path / "plain.docx"
    document = docx.Document()
    document.add_paragraph("Purpose of report")
    document.save(str(path))
    return path


@pytest.fixture
def broken_word_file(tmp_path: Path) -> Path:
    path = tmp_path / "broken.docx"
    document = docx.Document()
    properties = document.add_paragraph("Purpose of report")._p.get_or_add_pPr()
    properties.addnext(properties.makeelement(properties.tag))
    document.save(str(path))
    return path


def test_verapdf_names_the_clauses_that_an_untagged_file_breaks(verapdf: Judge, untagged_pdf: Path) -> None:
    faults = "\n".join(verapdf([untagged_pdf]))
    assert "ISO 14289-1:2014 clause 7.1 test 11 " in faults
    assert "ISO 19005-2:2011 clause 6.7.3.3 " in faults


def test_verapdf_reports_a_file_that_is_no_pdf(verapdf: Judge, tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_text("Dear Sir")
    assert any(line.startswith("ERROR ") for line in verapdf([path]))


def test_the_word_judges_find_a_paragraph_with_two_sets_of_properties(
    ooxml_schemas: Judge, openxml_audit: Callable[[Path], list[str]], broken_word_file: Path
) -> None:
    assert ooxml_schemas([broken_word_file]) != []
    assert openxml_audit(broken_word_file) != []


def test_pandoc_and_libreoffice_read_a_word_file(
    pandoc_text: Callable[..., str],
    soffice_pdf: Callable[[Path], Path],
    pdf_text: Callable[..., str],
    word_file: Path,
) -> None:
    assert pandoc_text(word_file) == "Purpose of report\n"
    assert pdf_text(soffice_pdf(word_file)).strip() == "Purpose of report"


def test_fidelity_names_the_words_lost(fidelity: Callable[[Path, Path], list[str]], word_file: Path) -> None:
    source = word_file.with_name("source.txt")
    source.write_text("Purpose of the report\n")
    assert fidelity(source, word_file) == ["  lost 'the' of 'Purpose of the report'"]


def test_a_tool_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    tools.missing.cache_clear()
    assert tools.missing("pandoc") == "pandoc is not installed"
    tools.missing.cache_clear()
