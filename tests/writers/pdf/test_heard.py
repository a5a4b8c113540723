"""What is heard where others see a sign: dashes, ratings, the bar of a callout, the number of a footnote."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from attrs import evolve

from csp_docs import load, render
from csp_docs.blocks import (
    Block,
    Callout,
    Caption,
    Fact,
    FactRow,
    Facts,
    HeaderCell,
    Heard,
    Note,
    Paragraph,
    Rating,
    RatingLevel,
    RowGroup,
    Table,
    Text,
)
from tests import tagtree
from tests.printing import render_pdf
from tests.sample import p, t
from tests.tagtree import Tag
from tests.writers.pdf.making import THEME, document, lines, noted, section, table

WORDS = Heard(none="none", callout="Box:", note="Back to {number}")


def made(*blocks: Block, heard: Heard = WORDS) -> bytes:
    return render_pdf(evolve(document(*blocks), heard=heard), THEME)


def root(*blocks: Block, heard: Heard = WORDS) -> Tag:
    return tagtree.read(made(*blocks, heard=heard)).root


def listened(tag: Tag) -> str:
    """The words of an element as a screen reader says them: ActualText is in place of the content."""
    if "ActualText" in tag.attributes:
        return tag.attributes["ActualText"]
    return "".join(kid if isinstance(kid, str) else listened(kid) for kid in tag.kids)


def cells(*texts: str) -> Table:
    row = tuple((p(text),) for text in texts)
    return evolve(table(1, len(texts)), groups=(RowGroup((row,)),))


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("–", "none"),
        ("-", "none"),
        ("—", "none"),
        ("–5", "–5"),
        ("--", "--"),
        ("−", "−"),
        ("0", "0"),
        ("a – b", "a – b"),
    ],
)
def test_a_dash_alone_in_a_cell_is_heard_as_none(printed: str, said: str) -> None:
    facts = Facts((FactRow((Fact(t("Label"), (p(printed),)),)),), "Facts", (0.5, 0.5))
    found = [cell for cell in root(cells(printed, "x"), facts).all("TD") if cell.text() != "x"]
    assert [cell.text() for cell in found] == [printed, printed]
    assert [listened(cell) for cell in found] == [said, said]


def test_without_a_word_for_none_the_dash_is_left_alone() -> None:
    [cell, _] = root(cells("–", "x"), heard=Heard()).all("TD")
    assert list(cell.all("Span")) == []
    assert listened(cell) == "–"


def test_a_dash_elsewhere_is_read_as_it_is() -> None:
    assert listened(root(p("–"))) == "–"


@pytest.mark.parametrize("level", RatingLevel, ids=lambda level: level.value)
def test_a_rating_is_replaced_by_its_word(level: RatingLevel) -> None:
    [span] = root(Paragraph((Rating(level, "So-so"),))).all("Span")
    assert span.text() == f"{level.sign}\u00a0So-so"
    assert span.attributes == {"ActualText": "So-so"}


@pytest.mark.parametrize(
    ("title", "said"), [("Key points", ["Box: Key points", "words"]), ("", ["Box: ", "words"])], ids=["title", "none"]
)
def test_a_callout_says_that_it_is_one_before_anything_else(title: str, said: list[str]) -> None:
    [box] = root(Callout((p("words"),), t(title) if title else ())).all("Div")
    assert [listened(paragraph) for paragraph in box.all("P")] == said
    assert box.text() == f"{title}words"  # nothing else is printed or copied


def test_a_callout_over_several_pages_says_it_once() -> None:
    [box] = root(Callout((lines("word", 100),), whole=False)).all("Div")
    assert len(box.pages) > 2
    assert [span.attributes["ActualText"] for span in box.all("Span")] == ["Box: "]
    [span] = box.all("Span")
    assert span.pages == {0}


@pytest.mark.parametrize(("title", "paragraphs"), [("Key points", 2), ("", 1)], ids=["title", "none"])
def test_a_callout_without_a_word_is_plain(title: str, paragraphs: int) -> None:
    [box] = root(Callout((p("words"),), t(title) if title else ()), heard=Heard()).all("Div")
    assert len(list(box.all("P"))) == paragraphs
    assert list(box.all("Span")) == []


INNER = Note((Text("outer"), Note(t("inner"), 2)), 1)
HEAD = ((HeaderCell((Text("a"), Note(t("of a header"), 1))), HeaderCell(t("b"))),)
MARKED: dict[str, tuple[Block, ...]] = {
    "a paragraph": (lines("filler", 60), noted("marked", 1, "words"), p("after")),
    "a long paragraph": (Paragraph((Text("words " * 1200), Note(t("late"), 1), Text(" words" * 900))),),
    "a heading": (lines("filler", 30), evolve(section("x", p("y")), title=(Text("T"), Note(t("words"), 1)))),
    "a cell": (evolve(table(1), groups=(RowGroup((((noted("m", 1, "words"),), (p("x"),)),)),)),),
    "a repeated header": (lines("filler", 20), evolve(table(60), head=HEAD)),
    "a caption": (evolve(table(2), caption=Caption("Table", (Text("C"), Note(t("words"), 1)), 1)),),
    "a note": (lines("filler", 5), Paragraph((Text("marked"), INNER))),
    "two marks": (noted("x", 1, "words"), lines("f", 60), Paragraph((Text("y"), Note(t("words"), 1, repeated=True)))),
}


@pytest.mark.parametrize("blocks", MARKED.values(), ids=MARKED)
def test_the_number_of_a_note_leads_back_to_its_mark(blocks: tuple[Block, ...]) -> None:
    data = made(*blocks)
    pdf = pikepdf.open(io.BytesIO(data))
    links = [(page, area) for page in pdf.pages for area in page.obj.get("/Annots", [])]
    backs = [link for link in links if str(link[1].Contents).startswith("Back to")]
    marks = [link for link in links if link not in backs]
    notes = list(tagtree.read(data).root.all("Note"))
    assert [str(area.Contents) for _, area in backs] == [f"Back to {number}" for number in range(1, len(notes) + 1)]
    assert all([link.annotations for link in label.all("Link")] == [1] for note in notes for label in [_label(note)])
    for back in backs:
        first = next(mark for mark in marks if _leads(mark, back, 7))
        assert _leads(back, first, 15)


def _label(note: Tag) -> Tag:
    return next(note.all("Lbl"))


def _leads(link: tuple[Any, Any], target: tuple[Any, Any], above: float) -> bool:
    """Return whether ``link`` leads to at most ``above`` points over the area of ``target``."""
    page, _, _, top, _ = link[1].Dest
    return bool(page.objgen == target[0].obj.objgen and 0 <= float(top) - float(target[1].Rect[3]) < above)


WELSH = """
kind: cabinet_report
language: cy-GB
council: {council: {name: Cyngor}}
title: Teitl
meeting: {body: Cabinet, date: 2026-03-10}
recommendations: [words]
sections:
  - title: Rhan
    content:
      - "words[^a]\n\n[^a]: nodyn"
      - callout: {content: [words]}
      - table: {caption: Tabl, columns: [A, B], rows: [[x, "-"]]}
"""


@pytest.mark.parametrize(
    ("language", "said", "back"),
    [("cy-GB", {"dim", "Blwch: "}, "Yn ôl at nodyn 1 yn y testun"),
     ("en-GB", {"none", "Box: "}, "Back to note 1 in the text")],
)  # fmt: skip
def test_what_is_heard_is_in_the_language_of_the_document(
    language: str, said: set[str], back: str, tmp_path: Path
) -> None:
    source = tmp_path / "paper.yaml"
    source.write_text(WELSH.replace("cy-GB", language), encoding="utf-8")
    data = render(load(source), "pdf")
    spans = list(tagtree.read(data).root.all("Span"))
    assert {span.attributes["ActualText"] for span in spans} == said
    pdf = pikepdf.open(io.BytesIO(data))
    assert back in [str(area.Contents) for page in pdf.pages for area in page.obj.get("/Annots", [])]
