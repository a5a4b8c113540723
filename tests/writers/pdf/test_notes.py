"""Notes stand at the foot of the page of their mark."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from attrs import evolve

from csp_docs.blocks import LineBreak, Note, Paragraph, RowGroup, Text
from csp_docs.writers.pdf.layout import lay_out
from tests.sample import p, t
from tests.writers.pdf.making import THEME, document, lines, noted, read, render, section, table


def test_a_note_stands_on_the_page_of_its_mark() -> None:
    for above in range(30, 44):
        pdf = read(lines("filler", above), noted("marked", 1, "what the note says"), p("after"))
        assert [("marked" in page) for page in pdf.pages] == [("what the note says" in page) for page in pdf.pages]


def test_the_rule_above_notes_is_apart_from_the_text_on_full_pages_too() -> None:
    room = []
    for above in range(30, 44):
        blocks = noted("marked", 1, "what the note says"), lines("filler", above)
        text = lay_out(document(*blocks), THEME).pages[0].boxes[-1]
        with pdfplumber.open(io.BytesIO(render(*blocks))) as pdf:
            [rule] = [one for one in pdf.pages[0].rects if one["width"] == pytest.approx(144)]
            note = next(word for word in pdf.pages[0].extract_words() if word["text"] == "says")
        room.append(rule["top"] - THEME.page.top - text.top - text.box.height)
        assert note["top"] - rule["bottom"] >= THEME.note.before
    assert min(room) >= THEME.apart - 0.01
    assert min(room) < THEME.apart + THEME.body.leading


def test_a_note_is_read_after_the_paragraph_of_its_mark() -> None:
    root = read(noted("marked", 1, "the note"), p("after")).root
    assert [kid.name for kid in root.kids if not isinstance(kid, str)] == ["P", "Note", "P"]
    assert next(root.all("Note")).text() == "1 the note"


def test_a_note_in_a_cell_is_read_in_the_cell_and_printed_at_the_foot() -> None:
    marked = evolve(table(1), groups=(RowGroup((((noted("marked", 1, "the note"),), (p("beside"),)),)),))
    pdf = read(marked)
    [note] = next(pdf.root.all("TD")).all("Note")
    assert note.text() == "1 the note"
    assert pdf.pages[0].endswith("beside1 the note")


def test_a_mark_in_a_heading_keeps_its_note_out_of_it() -> None:
    heading = evolve(section("x", p("text")), title=(Text("Title"), Note(t("the note"), 1)))
    assert next(read(heading).root.all("H1")).text() == "Title1"


def test_a_repeated_mark_leads_to_the_note_printed_before() -> None:
    again = Paragraph((Text("again"), Note(t("the note"), 1, repeated=True)))
    root = read(noted("marked", 1, "the note"), again).root
    assert len(list(root.all("Note"))) == 1
    assert [tag.text() for tag in root.all("Reference")] == ["1", "1"]


def test_notes_have_ids_of_their_own() -> None:
    root = read(*(noted("marked", n, f"note {n}") for n in range(1, 5))).root
    assert len({tag.attributes["ID"] for tag in root.all("Note")}) == 4


def test_notes_that_no_page_can_hold_go_on_at_the_foot_of_the_next() -> None:
    words = [f"n{n}" for n in range(120)]
    note = Note(tuple(inline for word in words for inline in (Text(word), LineBreak())), 1)
    pdf = read(p("before"), Paragraph((Text("marked"), note)), p("after"))
    [found] = pdf.root.all("Note")
    assert found.text().split() == ["1", *words]
    assert len(found.pages) > 2
    assert "after" in "".join(pdf.pages)


def test_a_mark_that_is_cut_in_a_narrow_column_has_one_note() -> None:
    narrow = evolve(table(1, 20), groups=(RowGroup(((((noted("x", 123456, "the note"),),) + ((p("y"),),) * 19),)),))
    pdf = read(narrow)
    assert [note.text() for note in pdf.root.all("Note")] == ["123456 the note"]
    assert "".join(pdf.pages).count("the note") == 1
