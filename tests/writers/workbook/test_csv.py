"""The CSV files of a document: one for each table, in a zip with contents and notes (RFC 4180)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from attrs import evolve

from csp_docs import blocks as b
from csp_docs import loads, save
from csp_docs.errors import RenderError
from csp_docs.writers.workbook import render_csv
from tests import sample
from tests.chart_sample import COLUMN, figure
from tests.sample import p, t
from tests.writers.workbook.making import document, table
from tests.writers.workbook.reading import csv_files

MARKED = evolve(table(["Area", "Rate"], ["Ashby", "12%"], ["Melton", "[x]"]), source=t("Source: Police"))


def rows(*lines: tuple[str, ...], names: tuple[str, ...] = ("A", "B")) -> list[list[str]]:
    """Return the rows of the file of a table."""
    return csv_files(render_csv(document(table(names, *lines))))["table-1.csv"]


def test_each_table_and_chart_is_a_file_that_the_contents_list() -> None:
    files = csv_files(render_csv(document(sample.TABLE, figure(COLUMN, "Burglaries"))))
    assert list(files) == ["contents.csv", "table-1.csv", "figure-0.csv"]
    assert [row[0] for row in files["contents.csv"]] == ["File", "table-1.csv", "figure-0.csv"]
    assert files["table-1.csv"][1] == ["Towns", "Coalville", "1204", "1180"]
    assert files["figure-0.csv"][4] == ["Hinckley", "288", "[x]"]


def test_the_contents_have_title_source_and_the_meaning_of_marks() -> None:
    given = document(MARKED, workbook=b.Workbook(marks=("[x]: not available",)))
    files = csv_files(render_csv(given))
    assert files["contents.csv"][1] == ["table-1.csv", "Table 1: Offences", "[x]: not available\nSource: Police"]
    assert files["notes.csv"] == [["Note", "Meaning"], ["[x]", "not available"]]


def test_numbers_have_no_commas_and_the_unit_of_all_of_them_is_in_the_name_of_the_column() -> None:
    made = rows(("1,204", "88%"), ("−12.50", "[x]"), names=("Number", "Share"))
    assert made == [["Number", "Share (%)"], ["1204", "88"], ["-12.50", "[x]"]]


def test_numbers_with_different_units_keep_them_and_a_name_that_has_the_unit_keeps_its_words() -> None:
    made = rows(("1,204", "£1,200"), ("88%", "−£12.50"), names=("Value", "Cost in £"))
    assert made == [["Value", "Cost in £"], ["1204", "1200"], ["88%", "-12.50"]]
    assert rows(("£1,204", "x"), ("−£5", "y"), ("7%", "z"))[1:] == [["£1204", "x"], ["-£5", "y"], ["7%", "z"]]


@pytest.mark.parametrize("words", ["=1+1", "+44 1530 454555", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1+1"])
def test_what_looks_like_a_formula_begins_with_an_apostrophe(words: str) -> None:
    assert rows((words, "−5"), names=(words, "B")) == [[f"'{words}", "B"], [f"'{words}", "-5"]]


def test_lines_end_as_the_standard_says_in_utf_8_that_excel_knows() -> None:
    with zipfile.ZipFile(io.BytesIO(render_csv(document(table(["Ŵ", "B"], ["a, b", 'say "x"']))))) as file:
        data = file.read("table-1.csv")
    assert data == '\ufeffŴ,B\r\n"a, b","say ""x"""\r\n'.encode()


def test_the_files_are_the_same_bytes_each_time() -> None:
    given = document(sample.TABLE)
    assert render_csv(given) == render_csv(given)


def test_a_document_without_tables_has_no_files() -> None:
    with pytest.raises(RenderError, match="has no table, chart or map"):
        render_csv(document(p("Words")))


YAML = """\
kind: plan
council: {council: {name: Anytown Council}}
title: Safer
sections:
  - title: A
    content:
      - table: {caption: Offences, columns: [Area, Number], rows: [[North, "12"]]}
"""


def test_save_writes_the_workbook_and_the_zip_or_neither(tmp_path: Path) -> None:
    made = save(loads(YAML), tmp_path / "plan.xlsx", tmp_path / "plan.zip", tmp_path / "plan.docx")
    assert [zipfile.is_zipfile(path) for path in made] == [True] * 3
    without = loads(YAML.replace('table: {caption: Offences, columns: [Area, Number], rows: [[North, "12"]]}', "Words"))
    with pytest.raises(RenderError, match=r"CSP817"):
        save(without, tmp_path / "other.docx", tmp_path / "other.xlsx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.docx", "plan.xlsx", "plan.zip"]
