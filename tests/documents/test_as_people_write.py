"""What people write as they say it: a status in the council's words, words in another language, boxes to tick."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from csp_docs import Status, check, dumps, from_dict, load, loads, save
from csp_docs.api import compare, numbered
from csp_docs.documents.kinds import KINDS
from csp_docs.errors import CspDocsError, LoadError
from csp_docs.writers.text import render_text
from tests import tagtree

MEETING = "meeting: {body: Cabinet, date: 2026-03-10}\nrecommendations: agree\n"
TERMS = {
    Status.FOR_DECISION: "To approve", Status.FOR_NOTING: "For information", Status.FOR_DISCUSSION: "Discuss",
    Status.FINAL: "Published", Status.DRAFT: "Work in progress",
}  # fmt: skip
KIND = [kind for kind in KINDS if kind != "highlight_report"]


def small(kind: str, more: str) -> str:
    terms = "\n".join(f"    status_{status.value}: {word}" for status, word in TERMS.items())
    head = f"kind: {kind}\ntitle: T\ncouncil:\n  council: {{name: Anytown}}\n  terms:\n{terms}\n"
    return f"{head}{MEETING if kind.endswith('report') else 'sections: [{title: A, content: x}]' + chr(10)}{more}\n"


@pytest.mark.parametrize("kind", KIND)
@pytest.mark.parametrize(("status", "words"), TERMS.items(), ids=[status.value for status in TERMS])
def test_a_status_may_be_the_word_that_the_council_prints(kind: str, status: Status, words: str) -> None:
    for written in (words, words.upper(), status.value):
        assert loads(small(kind, f"status: {written}")).status is status


def test_a_word_that_the_council_does_not_print_says_how_it_could() -> None:
    with pytest.raises(LoadError) as caught:
        loads(small("cabinet_report", "status: To note\nwards: {a: b}"))
    facts = [problem.fact for problem in caught.value.problems]
    assert 'the council has no status "To note"' in facts
    assert len(facts) == 2
    hint = next(problem.hint for problem in caught.value.problems if "status" in problem.fact)
    assert 'for_decision ("To approve")' in hint
    assert 'terms: {status_for_decision: "To note"}' in hint


def test_a_file_with_the_words_of_the_council_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(small("plan", "status: To approve"), encoding="utf-8")
    assert dumps(load(path)) == path.read_text(encoding="utf-8")


def test_a_template_that_cannot_be_read_is_reported_alone() -> None:
    with pytest.raises(LoadError, match="nowhere"):
        loads(f"kind: plan\ntitle: T\ncouncil: nowhere\nstatus: To approve\n{''}")


WELSH = [
    "Mixed [Cymraeg]{lang=cy} text", {"text": "Yn Gymraeg", "language": "cy-GB"}, "[dzień dobry]{lang=pl}!",
    ["[eitem]{lang=cy}"], {"table": {"columns": ["[Tref]{lang=cy}"], "rows": [["[Abertawe]{lang=cy}"]]}},
    {"text": "Un.\n\nDau.", "language": "cy-GB"}, "[The partnership's **strong** *words*]{lang=en}",
]  # fmt: skip


def welsh() -> Any:
    council = {"council": {"name": "Anytown"}}
    title = {"text": "Cefndir", "language": "cy-GB"}
    return from_dict(
        {"kind": "plan", "title": "T", "council": council, "sections": [{"title": title, "content": WELSH}]}
    )


def test_words_have_their_language_in_every_format(tmp_path: Path) -> None:
    files = save(welsh(), *(tmp_path / f"a.{to}" for to in ("docx", "pdf", "html")))
    assert compare(*files).same
    words = {"Cymraeg", "Yn Gymraeg", "dzień dobry", "eitem", "Tref", "Abertawe", "Un.", "Dau.", "Cefndir"}
    text = render_text(numbered(welsh())[0])
    marked = set(re.findall(r"<(?:cy-GB|pl): (.*?)>", text))
    assert marked == words
    document = zipfile.ZipFile(files[0]).read("word/document.xml").decode()
    assert document.count('w:lang w:val="cy-GB"') >= len(words) - 1
    assert 'w:lang w:val="pl"' in document
    html = files[2].read_text(encoding="utf-8")
    assert '<span lang="cy-GB">Cymraeg</span>' in html
    tags = tagtree.read(files[1].read_bytes()).root
    assert {tag.text() for tag in tags.all("Span") if tag.attributes.get("Lang") in ("cy-GB", "pl")} >= words - {
        "Cefndir"
    }


def test_words_with_their_language_are_written_and_read_again() -> None:
    assert loads(dumps(welsh())) == welsh()
    assert not check(welsh())


@pytest.mark.parametrize(
    ("written", "fact"),
    [
        ("{text: x, language: Welsh}", "this must be a language such as cy-GB"),
        ("{text: '[a](https://example.org)', language: cy-GB}", "contain a link or brackets"),
        ("'[words]{.red}'", "has attributes in braces"),
    ],
)
def test_what_cannot_be_a_language_is_an_error(written: str, fact: str) -> None:
    with pytest.raises(CspDocsError, match=fact):
        loads(
            f"kind: plan\ntitle: T\ncouncil: {{council: {{name: A}}}}\nsections: [{{title: A, content: [{written}]}}]"
        )


def test_boxes_to_tick_are_printed_empty_or_full(tmp_path: Path) -> None:
    council = {"council": {"name": "Anytown"}}
    content = ["☒ Key decision ☐ Not key", {"facts": {"Urgent": "☑"}}, {"table": {"columns": ["A ☐"], "rows": [["☒"]]}}]
    sections = [{"title": "A", "content": content}]
    document = from_dict({"kind": "plan", "title": "T", "council": council, "sections": sections})
    assert not check(document)
    files = save(document, tmp_path / "a.docx", tmp_path / "a.pdf", tmp_path / "a.html")
    assert compare(*files).same
    assert "■ Key decision □ Not key" in render_text(numbered(document)[0])
