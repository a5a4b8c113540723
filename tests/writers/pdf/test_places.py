"""Where things stand on the page, measured from the left margin."""

from __future__ import annotations

import io
from itertools import pairwise

import pdfplumber
import pytest
from attrs import evolve

from csp_docs.blocks import Appendix, Block, Callout, Grid, GridCell, Lines, List, Numbering, Section
from csp_docs.blocks.counters import NumberPattern
from tests import sample
from tests.printing import render_pdf
from tests.sample import p, t
from tests.writers.pdf.making import THEME, document, lines, section, table

HANG = THEME.number_width
HEADINGS_ONLY = Numbering(headings=(NumberPattern.parse("1.0"),))


def starts(*blocks: Block, numbering: Numbering | None = None) -> dict[str, float]:
    """How far from the left margin each word of the first page begins."""
    made = document(*blocks)
    data = render_pdf(evolve(made, numbering=numbering or made.numbering), THEME)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        found = pdf.pages[0].extract_words(use_text_flow=True, extra_attrs=["fontname", "size"])
        return {word["text"]: round(word["x0"] - THEME.page.left) for word in found}


REPORT = section(
    "Title",
    p("numbered", "1.1"),
    p("plain"),
    List(((p("item"),),)),
    Lines((t("address"),)),
    table(1, cell="cell"),
    number="1.0",
)


def test_numbers_hang_in_their_column_and_text_stands_beside_it() -> None:
    found = starts(REPORT)
    assert {found[word] for word in ("1.0", "1.1")} == {0}
    assert {found[word] for word in ("Title", "numbered", "plain", "address")} == {round(HANG)}
    assert found["•"] == round(HANG + THEME.list_indent - THEME.bullet_hang)
    assert found["item"] == round(HANG + THEME.list_indent)
    assert found["head0"] == THEME.cell_padding[0]


def test_without_numbered_paragraphs_text_stands_at_the_margin() -> None:
    found = starts(evolve(REPORT, blocks=REPORT.blocks[1:]), numbering=HEADINGS_ONLY)
    assert {found[word] for word in ("1.0", "plain", "address")} == {0}
    assert 0 < found["Title"] < HANG


def test_a_number_that_is_too_wide_to_hang_is_followed_by_a_space() -> None:
    found = starts(section("Title", p("text"), number="Section 10:"))
    assert found["Section"] == 0
    assert found["Title"] > HANG
    assert found["text"] == round(HANG)


@pytest.mark.parametrize("marker", ["1.", "10.", "(a)", "a)", "(1)"])
def test_the_words_of_bullets_and_of_numbers_are_aligned(marker: str) -> None:
    pattern = NumberPattern.parse(marker.replace("10", "1"))
    numbers = List(((p("numbered"),),), pattern, start=10 if marker == "10." else 1)
    found = starts(List(((p("bulleted"),),)), numbers)
    assert found["numbered"] == found["bulleted"] == THEME.list_indent


def test_wide_markers_move_the_text_of_all_items() -> None:
    roman = List(tuple((p(word),) for word in ("one", "two", "three")), NumberPattern.parse("Group 1:"))
    found = starts(roman)
    assert found["one"] == found["two"] == found["three"] > THEME.list_indent


def test_a_callout_stands_beside_the_column_of_numbers() -> None:
    assert starts(section("x", Callout((p("inside"),))))["inside"] > HANG


def test_the_words_of_a_grid_are_beside_the_column_of_numbers() -> None:
    cells = tuple(GridCell((p(f"{word}words"),), t(word)) for word in ("One", "Two", "Three"))
    found = starts(section("x", Grid(cells)))
    assert {found[word] for word in ("One", "Onewords", "Three")} == {round(HANG)}
    assert found["Two"] == found["Twowords"] > THEME.page.text_width / 2


def test_columns_stand_where_they_are_aligned() -> None:
    found = starts(sample.TABLE)
    assert found["Coalville"] == found["Area"] == THEME.cell_padding[0]
    assert found["95"] > found["611"] > found["1,204"]


def tops(*blocks: Block) -> dict[str, float]:
    """How far from the top of the first page each word begins."""
    with pdfplumber.open(io.BytesIO(render_pdf(document(*blocks), THEME))) as pdf:
        return {word["text"]: word["top"] for word in pdf.pages[0].extract_words()}


@pytest.mark.parametrize("count", [1, 3])
def test_short_lines_are_close_together_and_the_last_has_the_space_after_a_paragraph(count: int) -> None:
    found = tops(Lines(tuple(t(f"line{place}") for place in range(count))), p("after"))
    places = [*(found[f"line{place}"] for place in range(count)), found["after"]]
    body = THEME.body
    apart = [*[body.leading] * (count - 1), body.leading + body.after]
    assert [below - above for above, below in pairwise(places)] == pytest.approx(apart, abs=0.05)


def test_nothing_that_is_read_is_smaller_than_12_points_but_marks_of_notes() -> None:
    with pdfplumber.open(io.BytesIO(render_pdf(sample.document(), THEME))) as pdf:
        small = [char["text"] for page in pdf.pages for char in page.chars if char["size"] < 11.99]
    assert "".join(small).split() == ["1", "1"]  # the mark in the text, and that of the note


@pytest.mark.parametrize("count", [1, 200])
def test_nothing_stands_outside_the_margins(count: int) -> None:
    page = THEME.page
    data = render_pdf(document(Section(t("Long " * 30), (lines("word", count), p("long " * 300)))), THEME)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for found in pdf.pages:
            body = [char for char in found.chars if page.top <= char["top"] <= page.height - page.bottom]
            assert body
            assert min(char["x0"] for char in body) >= page.left - 0.1
            assert max(char["x1"] for char in body if char["text"] != " ") <= page.width - page.right + 0.1
            assert max(char["bottom"] for char in body) <= page.height - page.bottom + 1


def test_a_section_at_the_margin_is_not_next_to_the_column_of_numbers() -> None:
    beside, at_margin = (
        Section(t(name), (p(f"{name}words"), List(((p(f"{name}item"),),))), numbered=False, at_margin=edge)
        for name, edge in (("Beside", False), ("Margin", True))
    )
    found = starts(beside, at_margin)
    assert [found[word] for word in ("Beside", "Besidewords")] == [round(HANG)] * 2
    assert [found[word] for word in ("Margin", "Marginwords")] == [0, 0]
    assert found["Besideitem"] - found["Marginitem"] == round(HANG)


def test_what_follows_the_appendices_ranks_with_them() -> None:
    """The glossary is not a part of the last appendix: its heading looks like that of an appendix, at the margin."""
    last = Section(t("Glossary"), (p("glossarywords"),), numbered=False, at_margin=True, like_appendix=True)
    inside = Section(t("Inside"), (p("words"),), numbered=False)
    found = starts(Appendix(t("Title"), (inside,), together=True), last)
    assert (found["Glossary"], found["glossarywords"]) == (0, 0)
