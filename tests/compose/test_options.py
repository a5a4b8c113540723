"""Options as a list, as numbered paragraphs and as a table; words before recommendations without a number."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import pytest

from csp_docs import Option, dumps, from_dict, loads, save
from csp_docs.api import compare, numbered
from csp_docs.errors import CspDocsError
from csp_docs.writers.text import render_text
from tests import tagtree

OPTIONS = [
    {"title": "Do nothing", "assessment": "The budget falls.", "disadvantages": ["A gap", "A risk"], "cost": "£0"},
    {"title": "Act", "advantages": ["It is safe."], "risks": ["It rains."], "preferred": True},
]
KINDS = ["cabinet_report", "scrutiny_report"]


def made(kind: str, style: str, given: Any = OPTIONS, **layout: Any) -> Any:
    usual = {"cover": ["title"], "header": [], "numbering": {"headings": "1.", "paragraphs": "1.1"}}
    layouts = {kind: {**usual, "options": {"style": style}, **layout}}
    council = {"council": {"name": "Anytown"}, "layouts": layouts}
    keys = {"kind": kind, "council": council, "title": "T", "meeting": {"body": "Cabinet", "date": "2026-03-10"}}
    return from_dict({**keys, "recommendations": ["agree", "note"], "options": given})


def shown(document: Any) -> str:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", ".*does not print .meeting.")
        return render_text(numbered(document)[0])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("style", ["list", "paragraphs", "table"])
def test_all_that_is_said_of_options_is_printed(kind: str, style: str, tmp_path: Path) -> None:
    found = shown(made(kind, style))
    for words in ("Do nothing", "The budget falls.", "A gap", "£0", "Act (preferred option)", "It rains."):
        assert words in found
    document = made(kind, style)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        files = save(document, *(tmp_path / f"r.{to}" for to in ("docx", "pdf", "html")))
    assert compare(*files).same


@pytest.mark.parametrize("kind", KINDS)
def test_options_are_numbered_like_other_paragraphs(kind: str) -> None:
    found = re.findall(r"p (\d\.\d) \*\*(.*?)\*\*", shown(made(kind, "paragraphs")))
    section = found[0][0][0]
    assert found == [(f"{section}.1", "Do nothing:"), (f"{section}.2", "Act (preferred option)")]


def test_a_table_of_options_has_a_header_for_each_row_and_column(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        [pdf] = save(made("cabinet_report", "table"), tmp_path / "r.pdf")
    heads = [tag.text() for tag in tagtree.read(pdf.read_bytes()).root.all("TH")]
    columns = ["Option", "Assessment", "Advantages", "Disadvantages", "Risks", "Cost"]
    assert heads[-len(columns) - 2 :] == [*columns, "Do nothing", "Act (preferred option)"]


def test_a_table_has_only_the_columns_that_are_given() -> None:
    found = shown(made("cabinet_report", "table", [{"title": "A", "cost": "£1"}]))
    assert "head: Option | Cost" in found


def test_a_cover_sheet_holds_no_table_of_options() -> None:
    with pytest.raises(CspDocsError, match="cannot contain a table"):
        shown(made("cabinet_report", "table", cover=["title", {"field": "options", "label": "Options"}]))
    assert "Do nothing" in shown(made("cabinet_report", "list", cover=["title", {"field": "options", "label": "O"}]))


def test_options_are_written_and_read_again() -> None:
    document = made("cabinet_report", "list")
    assert loads(dumps(document)) == document
    assert document.options[1] == Option("Act", preferred=True, advantages=["It is safe."], risks=["It rains."])


@pytest.mark.parametrize("style", ["1.", "(a)", "plain", "1.1"])
@pytest.mark.parametrize("numbered_words", [True, False])
def test_words_before_recommendations_may_have_no_number(style: str, numbered_words: bool) -> None:
    layout = {"lead_in": "We ask:", "style": style, "numbered": numbered_words}
    parts = [{"field": "recommendations", "label": "R"}, "sections"]
    found = shown(made("cabinet_report", "list", recommendations=layout, parts=parts, cover=["title", "options"]))
    assert ("p 1.1 We ask:" in found) == (numbered_words and style != "1.1")
    assert "p We ask:" in found or (numbered_words and style != "1.1")
