"""One file with texts in English and Welsh makes two editions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from csp_docs import load
from csp_docs.cli import main
from csp_docs.documents.load import read_editions
from csp_docs.errors import Code, LoadError
from csp_docs.model import ModelError
from csp_docs.output.checked import checked
from csp_docs.writers.text import render_text

TEMPLATE = """\
council: {name: Rhywle County Council, name_cy: Cyngor Sir Rhywle, nation: wales}
editions: [cy-GB, en-GB]
"""
REPORT = """\
kind: cabinet_report
council: rhywle.yaml
title: {en: Charges, cy: Taliadau}
meeting: {body: {en: Cabinet, cy: Y Cabinet}, date: 2026-03-10}
purpose: {en: To set the charges., cy: Gosod y taliadau.}
recommendations: {en: [AGREE], cy: [CYTUNO]}
contact: {name: A. Example, phone: 01632 960123}
sections:
  - title: {en: Figures, cy: Ffigurau}
    content:
      - "{{ meeting.body }} 2026"
      - table: {columns: ["1", "2"], rows: [["{{ title }}", 7]]}
"""
CROESO = "purpose: {text: Croeso, language: cy-GB}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rhywle.yaml").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "report.yaml").write_text(REPORT, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Any:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def written(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix != ".yaml"}


def rewritten(folder: Path, old: str, new: str, name: str = "report.yaml") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def test_a_council_with_two_editions_gets_both_welsh_first(folder: Path) -> None:
    found = run("build", "--to", "docx", "report.yaml")
    assert found.output.split() == ["report-cy.docx", "report-en.docx"]
    assert written(folder) == {"report-cy.docx", "report-en.docx"}


def test_both_editions_have_their_files_for_the_public(folder: Path) -> None:
    run("build", "--public", "--to", "html", "report.yaml")
    assert written(folder) == {"report-cy-public.html", "report-en-public.html"}


@pytest.mark.parametrize("template", [TEMPLATE, TEMPLATE.replace("editions: [cy-GB, en-GB]\n", "")])
def test_the_command_can_name_a_language(folder: Path, template: str) -> None:
    (folder / "rhywle.yaml").write_text(template, encoding="utf-8")
    run("build", "--to", "html", "--language", "cy-GB", "report.yaml")
    assert written(folder) == {"report-cy.html"}
    page = (folder / "report-cy.html").read_text(encoding="utf-8")
    assert '<html lang="cy-GB"' in page
    assert "Gosod y taliadau." in page


def test_a_document_that_names_its_language_has_one_edition(folder: Path) -> None:
    rewritten(folder, "kind:", "language: en-GB\nkind:")
    run("build", "--to", "html", "report.yaml")
    assert written(folder) == {"report.html"}


def test_a_council_that_names_no_editions_gets_one(folder: Path) -> None:
    rewritten(folder, "editions: [cy-GB, en-GB]", "", "rhywle.yaml")
    run("build", "--to", "html", "report.yaml")
    assert written(folder) == {"report.html"}


def test_each_edition_says_that_there_is_another_one(folder: Path) -> None:
    documents, _ = read_editions("report.yaml")
    welsh, english = documents.values()
    assert "Mae’r ddogfen hon ar gael yn Saesneg hefyd." in render_text(checked(welsh).blocks)
    assert "This document is also available in Welsh." in render_text(checked(english).blocks)


def test_only_words_in_one_language_are_warned_of(folder: Path) -> None:
    assert read_editions("report.yaml")[1] == ()
    rewritten(folder, "purpose: {en: To set the charges., cy: Gosod y taliadau.}", "purpose: To set the charges.")
    rewritten(folder, "rows: [[", "rows: [[Parking, 8], [")
    _, warnings = read_editions("report.yaml")
    assert {problem.code for problem in warnings} == {Code.ONE_LANGUAGE}
    assert [(problem.line, problem.fact) for problem in warnings] == [
        (5, '"To set the charges." is given once, and the document has editions in two languages'),
        (12, '"Parking" is given once, and the document has editions in two languages'),
    ]


def test_check_names_a_text_without_welsh(folder: Path) -> None:
    rewritten(folder, "title: {en: Charges, cy: Taliadau}", "title: {en: Charges}")
    found = run("check", "report.yaml")
    assert found.exit_code == 1
    assert 'the text for "cy" is missing' in found.output
    with pytest.raises(LoadError):
        load("report.yaml", language="cy-GB")


def test_words_that_say_their_language_are_the_same_in_both_editions(folder: Path) -> None:
    rewritten(folder, "purpose: {en: To set the charges., cy: Gosod y taliadau.}", CROESO)
    assert read_editions("report.yaml")[1] == ()


def test_a_document_inside_is_read_in_the_language_of_the_edition(folder: Path) -> None:
    inner = REPORT.replace("Charges", "Fees").replace("Taliadau", "Ffioedd")
    (folder / "inner.yaml").write_text(inner, encoding="utf-8")
    with (folder / "report.yaml").open("a", encoding="utf-8") as file:
        file.write("appendices: [{title: {en: Other, cy: Arall}, document: inner.yaml}]\n")
    inside = load("report.yaml", language="cy-GB").appendices[0].document
    assert inside
    assert inside.title == "Ffioedd"
    assert load("report.yaml").appendices[0].title == "Other"


def test_a_language_that_is_not_known_is_refused(folder: Path) -> None:
    with pytest.raises(ModelError, match="cy-GB"):
        load("report.yaml", language="cy")  # type: ignore[arg-type]
