"""Pages before the body: several forewords, and the page on document control."""

from __future__ import annotations

from typing import Any

import pytest

from csp_docs import Foreword, dumps, from_dict, loads, plan, strategic_assessment
from csp_docs.api import numbered
from csp_docs.blocks import Contents, PageBreak
from csp_docs.blocks.walk import words
from csp_docs.errors import CspDocsError
from csp_docs.writers.pdf import lay_out
from csp_docs.writers.text import render_text

KINDS = ["plan", "strategic_assessment"]


def made(kind: str, front: list[str], **keys: Any) -> Any:
    council = {"council": {"name": "Anytown"}, "layouts": {kind: {"front": front}}}
    sections = [{"title": "Body", "content": ["Words."]}]
    given = {"kind": kind, "title": "T", "period": "2026-2029", "council": council, "sections": sections}
    return from_dict({**given, **keys})


def shown(document: Any) -> str:
    return render_text(numbered(document)[0])


@pytest.mark.parametrize("kind", KINDS)
def test_each_foreword_has_its_page_its_title_and_its_signature(kind: str) -> None:
    forewords = [
        {"title": "From the chair", "content": ["One."], "signed_by": {"name": "A"}},
        {"content": ["Two."], "signed_by": {"name": "B"}},
    ]
    document = made(kind, ["cover", "foreword"], foreword=forewords)
    found = shown(document)
    assert found.index("From the chair") < found.index("One.") < found.index("page break\nsection Foreword")
    assert found.index("section Foreword") < found.index("Two.") < found.index("signature B")
    assert loads(dumps(document)) == document
    assert [foreword.title for foreword in document.forewords] == ["From the chair", ""]


def test_one_foreword_is_what_it_was() -> None:
    document = made("plan", ["cover", "foreword"], foreword={"content": ["One."]})
    assert document.foreword == Foreword(["One."])
    assert document.forewords == (document.foreword,)
    assert made("plan", ["cover"]).forewords == ()


@pytest.mark.parametrize("builder", [plan, strategic_assessment])
def test_builders_add_forewords_and_facts(builder: Any) -> None:
    made = builder("T", council={"council": {"name": "A"}}).foreword("One.").foreword("Two.", title="From us").build()
    assert made.forewords == (Foreword(["One."]), Foreword(["Two."], title="From us"))
    facts = builder("T", council="harborough").document_control({"Owner": "A"}).document_control({"Review": "2027"})
    assert facts.build().document_control == {"Owner": "A", "Review": "2027"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_on_document_control_has_what_is_known_and_what_is_given(kind: str) -> None:
    facts = {"Approved by": "Cabinet", "Telephone": "01632 960123"}
    found = shown(made(kind, ["cover", "document_control"], version="2", document_control=facts))
    page = found.partition("section Document control")[2].partition("page break")[0]
    labels = [line.strip() for line in page.splitlines() if line.strip().startswith("[")]
    assert labels == ["[Title]", "[Version]", "[Period]", "[Approved by]", "[Telephone]"]
    assert "01632 960123" in page


@pytest.mark.parametrize("kind", KINDS)
def test_facts_that_no_page_prints_give_a_warning(kind: str) -> None:
    from csp_docs import check

    [found] = check(made(kind, ["cover"], document_control={"Approved by": "Cabinet"}))
    assert found.fact == 'the council\'s layout does not print "document_control"'
    assert "`front`" in found.hint


def test_a_row_of_document_control_needs_a_label_and_a_known_field() -> None:
    for row in ({"field": "title", "label": ""}, {"field": "nothing", "label": "A"}, {"field": "title"}):
        council = {"council": {"name": "A"}, "layouts": {"plan": {"document_control": [row]}}}
        with pytest.raises(CspDocsError):
            numbered(plan("T", council=council).build())


def printed(kind: str, *, paragraphs: int, front: list[str]) -> tuple[bool, dict[str, int]]:
    """Return whether foreword and contents share a page, and the pages of what the contents list, by title."""
    foreword = {"content": ["Words of a foreword that needs most of a line, and then some more. " * 3] * paragraphs}
    tree, look = numbered(made(kind, front, foreword=foreword, contents=True))
    pages = lay_out(tree, look).page_map()
    [entries] = [block.entries for block in tree.blocks if isinstance(block, Contents)]
    breaks = sum(isinstance(block, PageBreak) for block in tree.blocks)
    return breaks == 1, {words(entry.title): pages[entry.target] for entry in entries}


@pytest.mark.parametrize("paragraphs", [1, 6, 7, 10, 11, 12, 30])
@pytest.mark.parametrize("front", [["cover", "contents", "foreword"], ["cover", "foreword", "contents"]])
def test_foreword_and_contents_share_a_page_where_both_fit(front: list[str], paragraphs: int) -> None:
    together, pages = printed("plan", paragraphs=paragraphs, front=front)
    assert together == (paragraphs <= 7)  # two lines of the page are left free
    if together:
        assert pages == {"Foreword": 2, "Body": 3}
    else:
        assert pages["Body"] > 3


def test_a_blank_page_is_still_between_foreword_and_contents() -> None:
    found = shown(made("plan", ["cover", "foreword", "blank_page", "contents"], foreword={"content": ["A."]}))
    assert found.index("section Foreword") < found.index("blank page")


def test_documents_inside_a_document_have_their_parts_on_one_page_too() -> None:
    council = {"council": {"name": "Anytown"}, "layouts": {"plan": {"front": ["cover", "contents", "foreword"]}}}
    inner = {"kind": "plan", "title": "Inner", "period": "2026-2029", "council": council, "contents": True}
    inner |= {"foreword": {"content": ["A."]}, "sections": [{"title": "Inside", "content": ["Words."]}]}
    embedded = shown(made("plan", ["cover"], appendices=[{"title": "Plan", "document": inner}])).partition("embedded")[
        2
    ]
    assert "page break" not in embedded.partition("contents")[2].partition("section Foreword")[0]
    assert "page break" in embedded.partition("section Foreword")[2]
