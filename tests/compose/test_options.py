"""Options as a list, as numbered paragraphs and as a table; words before recommendations without a number."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

import pytest

from csp_docs import Option, check, dumps, from_dict, loads, save
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


NUMBERING: list[tuple[dict[str, Any], bool]] = [
    ({"headings": "1.", "paragraphs": "1.1"}, True),
    ({"headings": ["no", "1."], "paragraphs": "1.1"}, False),
    ({"headings": "no", "paragraphs": "continuous"}, True),
    ({"headings": ["1.", "1.1"], "paragraphs": "1.1.1"}, False),
]


@pytest.mark.parametrize(("numbering", "have_numbers"), NUMBERING)
@pytest.mark.parametrize("part", [{"label": "R"}, {"label": "R", "numbered": False}, {}])
@pytest.mark.parametrize("field", ["recommendations", "options"])
def test_numbers_that_nothing_gets_are_a_warning(
    numbering: dict[str, Any], have_numbers: bool, part: dict[str, Any], field: str
) -> None:
    """What is to be numbered as paragraphs has a number, or there is a warning."""
    parts = [{"field": "recommendations", "label": "R"}, {"field": "options", "label": "O"}, "sections"]
    parts = [{"field": field, **part} if isinstance(one, dict) and one["field"] == field else one for one in parts]
    layout = {"numbering": numbering, "parts": parts, "recommendations": {"style": "1.1", "lead_in": ""}}
    document = made("cabinet_report", "paragraphs", **layout)
    words = {"recommendations": "agree", "options": r"\*\*Do nothing:"}[field]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        printed = render_text(numbered(document)[0])
    is_numbered = bool(re.search(rf"p \d[\d.]* {words}", printed))
    facts = [found.fact for found in check(document) if str(found.code) == "CSP322"]
    assert any(field in fact for fact in facts) is not is_numbered
    if part == {"label": "R"}:
        assert is_numbered is have_numbers


@pytest.mark.parametrize(("style", "hint"), [("1.1", ""), ("1.1.1", 'number it `style: "1.1"`')])
def test_the_hint_about_a_paragraph_that_is_too_deep_names_the_number_above_it(style: str, hint: str) -> None:
    layout = {"numbering": {"headings": "no", "paragraphs": "continuous"}}
    sections = [{"title": "S", "content": ["One.", {"numbered": {"style": style, "items": ["a"]}}]}]
    council = {"council": {"name": "Anytown"}, "layouts": {"cabinet_report": layout}}
    keys = {
        "kind": "cabinet_report",
        "council": council,
        "title": "T",
        "meeting": {"body": "Cabinet", "date": "2026-03-10"},
    }
    found = check(from_dict({**keys, "recommendations": ["agree"], "sections": sections}))
    assert [hint in one.hint for one in found if str(one.code) == "CSP316"] == [True] * bool(hint)
