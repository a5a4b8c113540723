"""Paragraphs that count within others, headings without numbers over numbered ones, and lists that start afresh."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from csp_docs import check, from_dict, save
from csp_docs.api import compare, numbered
from csp_docs.errors import Code, CspDocsError
from csp_docs.writers.text import render_text

STYLES: dict[str, tuple[dict[str, Any], str]] = {
    "with headings": ({"headings": "1.", "paragraphs": "1.1"}, "1.1.1"),
    "below a heading without a number": ({"headings": ["no", "1."], "paragraphs": "1.1"}, "1.1.1"),
    "below two levels": ({"headings": ["1.", "1.1"], "paragraphs": "1.1.1"}, "1.1.1.1"),
    "through the document": ({"headings": "no", "paragraphs": "continuous"}, "1.1"),
    "within letters": ({"headings": "A.", "paragraphs": "1.1"}, "1.1.1"),
    "with one level of two": ({"headings": ["1.", "1.1"], "paragraphs": "continuous"}, "1.1"),
}  # fmt: skip
"""Ways to number paragraphs, and the pattern of those within them: Word counts some with the headings, some apart."""


ROMAN = {"numbered": {"style": "(i)", "items": ["a", "b"]}}


def within(*words: Any, style: str = "1.1.1", **keys: Any) -> dict[str, Any]:
    return {"numbered": {"style": style, "items": [*words], **keys}}


def content(style: str) -> list[Any]:
    deeper = within("Deeper.", "Deeper still.", style=f"1.{style}")
    first, second = within("Within one.", "Again.", deeper, "And again.", style=style), ["bullet"]
    return ["One.", first, ROMAN, "Two.", ROMAN, within("Within two.", second, "After it.", style=style)]


def report(numbering: dict[str, Any], style: str, **changes: Any) -> Any:
    inner = {"title": "Inner", "content": content(style)}
    sections = [{"title": "First", "sections": [inner, inner]}, {"title": "Second", "content": content(style)}]
    council = {"council": {"name": "Anytown"}, "layouts": {"plan": {"numbering": numbering}}}
    keys = {"kind": "plan", "title": "T", "council": council, "sections": sections}
    if isinstance(numbering["headings"], list):
        keys["sections"] = sections[:1]
    return from_dict({**keys, "appendices": [{"title": "App", "sections": keys["sections"]}], **changes})


def numbers(document: Any) -> list[str]:
    return re.findall(r"^ *(?:p|section) ([\dA-Z.]+) (?:One|Within|Again|And|Deeper|Two|After)", shown(document), re.M)


def shown(document: Any) -> str:
    return render_text(numbered(document)[0])


@pytest.mark.parametrize("name", STYLES)
def test_all_formats_print_the_same_numbers(name: str, tmp_path: Path) -> None:
    assert compare(*save(report(*STYLES[name]), *(tmp_path / f"plan.{to}" for to in ("docx", "pdf", "html")))).same


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.needs("soffice")
def test_word_opens_elsewhere_with_the_same_numbers(
    name: str, tmp_path: Path, soffice_pdf: Callable[[Path], Path], pdf_text: Callable[..., str]
) -> None:
    docx, pdf = save(report(*STYLES[name]), tmp_path / "plan.docx", tmp_path / "plan.pdf")
    words = [pdf_text(file, layout=True) for file in (soffice_pdf(docx), pdf)]
    one, other = (re.findall(r"^\s*([\dA-Z.]+|\(i+\))\s+\w", text, re.M) for text in words)
    assert one == other
    assert len(one) > 20


def test_numbers_are_counted_within_the_paragraph_above() -> None:
    found = numbers(report({"headings": ["no", "1."], "paragraphs": "1.1"}, "1.1.1"))
    section = ["{}.1", "{}.1.1", "{}.1.2", "{}.1.2.1", "{}.1.2.2", "{}.1.3", "{}.2", "{}.2.1", "{}.2.2"]
    assert found == [number.format(n) for n in (1, 2, 1, 2) for number in section]


def test_headings_over_numbered_ones_are_at_the_margin_and_count_through() -> None:
    text = shown(report({"headings": ["no", "1."], "paragraphs": "1.1"}, "1.1.1"))
    assert "section First" in text
    assert re.findall(r"section (\d\.) Inner", text) == ["1.", "2.", "1.", "2."]


@pytest.mark.parametrize("headings", ["1.", "A."])
def test_what_is_left_out_changes_no_number(headings: str, tmp_path: Path) -> None:
    passage = {"passage": {"access": {"exempt": [3]}, "content": [within("Secret.")]}}
    inside = ["One.", within("a"), passage, within("b"), "Two.", within("c")]
    numbering = {"headings": headings, "paragraphs": "1.1"}
    document = report(numbering, "1.1.1", sections=[{"title": "S", "content": inside}], appendices=[])
    assert compare(*save(document, tmp_path / "a.docx", tmp_path / "a.pdf", public=True)).same
    text = render_text(numbered(document, public=True)[0])
    assert re.findall(r"p \d\.(\d\.\d) (\w)", text) == [("1.1", "a"), ("1.3", "b"), ("2.1", "c")]


@pytest.mark.parametrize(
    ("paragraphs", "items", "code"),
    [
        ("1.1", [within("a")], Code.NUMBERS_WITHOUT_PARENT),
        ("no", ["One.", within("a")], Code.NOT_A_NUMBER_PATTERN),
        ("1.1", ["One.", within("a", style="1.1")], Code.NOT_A_NUMBER_PATTERN),
        ("1.1", ["One.", within("a", start=2)], Code.NO_EFFECT),
        ("1.1", ["One.", {"callout": [within("a")]}], Code.NOT_A_NUMBER_PATTERN),
    ],
    ids=["first", "unnumbered", "same", "start", "box"],
)
def test_where_no_paragraph_can_be_counted_within_is_an_error(paragraphs: str, items: Any, code: Code) -> None:
    numbering = {"headings": "1.", "paragraphs": paragraphs}
    document = report(numbering, "1.1.1", sections=[{"title": "S", "content": items}], appendices=[])
    assert code in {problem.code for problem in check(document)}


@pytest.mark.parametrize("headings", [["no", "1.", "1.1"], ["no", "no", "1."]], ids=["one", "two"])
def test_deeper_headings_count_below_those_without_numbers(headings: list[str]) -> None:
    inner = [{"title": "B", "sections": [{"title": "C", "content": ["x"]}]}]
    numbering, sections = {"headings": headings, "paragraphs": "no"}, [{"title": "A", "sections": inner}]
    text = shown(report(numbering, "1.", sections=sections, appendices=[]))
    assert re.search(r"section 1(\.1|\.) C", text)


def test_paragraphs_may_not_count_within_a_level_without_a_number() -> None:
    with pytest.raises(CspDocsError, match="need numbered headings"):
        shown(report({"headings": "no", "paragraphs": "1.1"}, "1.1.1"))
