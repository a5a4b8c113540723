"""Covers, blank and turned pages, embedded documents: each has pages of its own, with the furniture it asks for."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from attrs import evolve

from csp_docs.blocks import (
    Appendix,
    BlankPage,
    Block,
    Contents,
    Cover,
    CoverLine,
    CoverRole,
    Document,
    Embedded,
    Landscape,
    PageBreak,
    Section,
)
from csp_docs.blocks.walk import every_block
from csp_docs.errors import RenderError
from csp_docs.typesetting.contents import with_pages
from tests import plan_sample, tagtree
from tests.judges.verapdf import faults
from tests.printing import page_map, render_pdf
from tests.sample import p, t
from tests.tagtree import Tag
from tests.writers.pdf.making import THEME, document, lines, read, render, section
from tests.writers.pdf.reading import spoken
from tests.writers.pdf.test_links import bookmarks, opened
from tests.writers.pdf.test_tags import all_heard

TURNED = (THEME.page.height, THEME.page.width)
UPRIGHT = (THEME.page.width, THEME.page.height)


def cover(*titles: str) -> Cover:
    return Cover(tuple(CoverLine(CoverRole.TITLE, t(title)) for title in titles))


def plain(*blocks: Block, title: str = "Inner", **changes: Any) -> Document:
    return evolve(document(*blocks), title=title, foot=(title,), **changes)


def embedding(*blocks: Block, **changes: str) -> Appendix:
    return Appendix(t("The other"), (Embedded(plain(*blocks, **changes)),), prefix="Appendix ", label="A", suffix=" – ")


def furniture(data: bytes) -> list[str]:
    return [" ".join(filter(None, page)) for page in tagtree.read(data).artifacts]


def tops(data: bytes, page: int = 0) -> dict[str, float]:
    """How far down the page each word stands."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return {word["text"]: word["top"] for word in pdf.pages[page].extract_words()}


@pytest.fixture(name="plan", scope="module")
def plan_fixture() -> Document:
    made = plan_sample.document()
    return with_pages(made, page_map(made, THEME))


@pytest.fixture(name="data", scope="module")
def data_fixture(plan: Document) -> bytes:
    return render_pdf(plan, THEME)


def test_a_screen_reader_hears_the_whole_plan_in_order(plan: Document) -> None:
    assert all_heard(plan) == spoken(plan)


def test_the_same_plan_gives_the_same_bytes(data: bytes) -> None:
    assert render_pdf(plan_sample.document(), THEME) == data


@pytest.mark.needs("java")
def test_the_plan_keeps_both_standards(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(data)
    assert faults([file]) == []


def test_every_page_has_the_furniture_of_its_document(data: bytes) -> None:
    pages = [" ".join(text for text in page if text.strip(" .")) for page in tagtree.read(data).artifacts]
    host, inner = "Draft Community Safety Plan 2024 to 2027", "SWYDDOGOL Cynllun y Cyngor"
    assert pages == [
        "",
        *(f"{host}Page {page} of 15" for page in range(2, 10)),
        "SWYDDOGOL",
        *(f"{inner}Tudalen {page} o 15" for page in range(11, 15)),
        f"{host}Page 15 of 15",
    ]


def test_an_embedded_document_has_a_foot_of_its_own() -> None:
    found = furniture(render(p("one"), embedding(p("inner")), Appendix(t("last"), (p("text"),))))
    assert found == ["Safer StreetsPage 1 of 3", "InnerPage 2 of 3", "Safer StreetsPage 3 of 3"]


def test_turned_pages_lie_sideways_and_their_text_is_wider(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        sizes = [(float(page.width), float(page.height)) for page in pdf.pages]
        assert [number for number, size in enumerate(sizes, 1) if size == pytest.approx(TURNED, abs=0.1)] == [7, 13]
        assert [size for size in sizes if size != pytest.approx(UPRIGHT, abs=0.1)] == [sizes[6], sizes[12]]
        right = max(char["x1"] for char in pdf.pages[6].chars if char["text"] != " ")
        assert right == pytest.approx(THEME.page.height - THEME.page.right, abs=0.5)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((cover("one"), PageBreak(), p("two")), ["one", "two"]),
        ((PageBreak(), cover("one"), BlankPage(t("two")), PageBreak(), p("three")), ["one", "two", "three"]),
        ((Landscape((p("one"),)), Landscape((p("two"),)), PageBreak(), p("three")), ["one", "two", "three"]),
        ((p("one"), Landscape((PageBreak(), p("two"), PageBreak())), p("three")), ["one", "two", "three"]),
        ((Landscape(()), p("one"), Landscape(())), ["one"]),
        ((p("one"), embedding(PageBreak(), p("two"), PageBreak())), ["one", "Appendix A – The other", "two"]),
        ((cover(), p("one")), ["one"]),
    ],
)
def test_no_page_is_empty(blocks: tuple[Block, ...], expected: list[str]) -> None:
    assert read(*blocks).pages == expected


def test_a_cover_stands_on_a_tint_with_a_bar_under_the_text() -> None:
    with pdfplumber.open(io.BytesIO(render(cover("Title"), p("text")))) as pdf:
        found = [(r["x0"], r["y0"], round(r["width"]), round(r["height"])) for r in pdf.pages[0].rects]
        assert all(rect["height"] < 1 for rect in pdf.pages[1].rects)
    whole = round(THEME.page.width), round(THEME.page.height)
    assert found[:2] == [(0, 0, *whole), (0, 0, round(THEME.cover.bar), whole[1])]
    assert [(round(left), *size) for left, _, *size in found[2:]] == [(72, *map(round, THEME.cover.rule))]


def test_the_details_of_a_cover_are_at_its_foot_and_read_in_their_place() -> None:
    details = CoverLine(CoverRole.DETAIL, t("Draft"))
    made = Cover((details, CoverLine(CoverRole.TITLE, t("Title")), CoverLine(CoverRole.STATEMENT, t("Note"))))
    pdf = render(made, p("text"))
    assert [tag.text() for tag in tagtree.read(pdf).root.all("P")] == ["Draft", "Note", "text"]
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        [draft] = [word for word in opened.pages[0].extract_words() if word["text"] == "Draft"]
    assert THEME.page.height - THEME.page.bottom - draft["bottom"] < THEME.cover.detail.leading / 2


def test_lines_of_a_cover_are_paragraphs_in_their_looks(data: bytes) -> None:
    root = tagtree.read(data).root
    assert [kid.name for kid in root.kids[:6] if isinstance(kid, Tag)] == ["P", "H1", *["P"] * 4]
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        sizes = {char["size"] for char in pdf.pages[0].chars}
    look = THEME.cover
    assert {look.body.size, look.title.size, look.detail.size, look.statement.size} <= sizes


def test_the_first_line_of_a_cover_is_below_the_place_for_a_logo() -> None:
    alone, below = tops(render(cover("Title"))), tops(render(embedding(cover("Title"))))
    assert alone["Title"] > THEME.page.top + THEME.cover.logo[1]
    assert below["Title"] - alone["Title"] == pytest.approx(THEME.heading(1).leading, abs=0.01)


def test_the_words_of_a_blank_page_stand_in_its_middle() -> None:
    with pdfplumber.open(io.BytesIO(render(p("one"), BlankPage(t("Left blank")), p("two")))) as pdf:
        words = [word for word in pdf.pages[1].extract_words() if word["text"] in ("Left", "blank")]
    page = THEME.page
    assert (words[0]["x0"] + words[1]["x1"]) / 2 == pytest.approx(page.width / 2, abs=1)
    assert (words[0]["top"] + words[0]["bottom"]) / 2 == pytest.approx(page.height / 2, abs=3)


@pytest.mark.parametrize("watermark", ["Draft", "Draft for consultation until the end of the year"])
def test_a_watermark_lies_aslant_under_the_text_and_keeps_out_of_the_margins(watermark: str) -> None:
    made = evolve(document(p("text"), Landscape((p("turned"),))), watermark=watermark)
    data, page = render_pdf(made, THEME), THEME.page
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for found in pdf.pages:
            letters = found.curves
            assert len(letters) >= len(watermark.replace(" ", ""))
            assert min(letter["x0"] for letter in letters) >= page.left - 5
            assert max(letter["x1"] for letter in letters) <= float(found.width) - page.right + 5
            assert min(letter["top"] for letter in letters) >= page.top - 5
            assert max(letter["bottom"] for letter in letters) <= float(found.height) - page.bottom + 5
            assert watermark not in found.extract_text()
    file = opened(data)
    assert b"/Subtype/Watermark" in file.pages[0].Contents.read_bytes()


def test_the_letters_of_a_watermark_are_turned_about_the_middle_of_the_page_and_keep_their_shape() -> None:
    with pdfplumber.open(io.BytesIO(render_pdf(evolve(document(p("text")), watermark="I"), THEME))) as pdf:
        [letter] = pdf.pages[0].curves  # a rectangle
        middle = float(pdf.pages[0].width) / 2, float(pdf.pages[0].height) / 2
    (x1, y1), (x2, y2), (x3, y3) = letter["pts"][:3]
    assert (x2 - x1) * (x3 - x2) + (y2 - y1) * (y3 - y2) == pytest.approx(0, abs=0.1)
    assert ((x1 + x3) / 2, (y1 + y3) / 2) == pytest.approx(middle, abs=0.5)


def test_furniture_that_cannot_be_printed_is_a_problem() -> None:
    inner = embedding(p("text"), marking="☃", watermark="✓")
    with pytest.raises(RenderError) as caught:
        render(p("text"), inner)
    assert len(caught.value.problems) == 2


def test_an_embedded_document_is_a_part_in_its_own_language(data: bytes) -> None:
    [part] = tagtree.read(data).root.all("Part")
    assert part.attributes["Lang"] == "cy-GB"
    assert part.pages == set(range(9, 14))
    assert [tag.name for tag in part.all("H1", "H2", "H3", "H4")] == ["H3", "H3", "H4", "H3", "H3"]


def test_a_document_in_the_same_language_does_not_say_so_again() -> None:
    [part] = read(embedding(p("text"))).root.all("Part")
    assert "Lang" not in part.attributes


def test_bookmarks_of_an_embedded_document_stand_below_its_appendix(data: bytes) -> None:
    pdf = opened(data)
    assert list(bookmarks(pdf.Root.Outlines))[-7:] == [
        "Appendix B – The plan of the town council",
        "  Cynnwys",
        "  1.0 Cyflwyniad",
        "    Diogelwch",
        "  2.0 Ffigurau",
        "  Atodiad 1: Cysylltiadau",
        "Appendix C – Words explained",
    ]


def test_each_document_has_its_own_column_of_numbers(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        starts = {word["text"]: word["x0"] for page in pdf.pages for word in page.extract_words()}
    assert starts["Gweler"] == pytest.approx(THEME.page.left + THEME.number_width, abs=0.5)
    assert starts["See"] == pytest.approx(THEME.page.left, abs=0.5)


@pytest.mark.parametrize("heading", [Section, Appendix])
def test_a_heading_stands_on_the_turned_pages_that_follow_it(heading: type[Section | Appendix]) -> None:
    pages = read(p("one"), heading(t("Title"), (Landscape((p("two"),)),)), p("three")).pages
    assert pages == ["one", "Titletwo", "three"]


def test_a_heading_is_after_the_page_break_that_begins_its_section_and_above_a_blank_page() -> None:
    blank = section("Two", BlankPage(t("left blank")), p("more"))
    pages = read(p("before"), section("One", PageBreak(), p("text")), blank).pages
    assert pages == ["before", "OnetextTwo", "left blank", "more"]


def test_the_map_of_pages_tells_where_everything_with_an_id_stands(plan: Document, data: bytes) -> None:
    found = page_map(plan, THEME)
    assert (found["actions"], found["welsh"], found["2/ffigurau"]) == (7, 10, 12)
    pages = tagtree.read(data).pages
    assert "Table\u00a01: Actions" in pages[found["actions"] - 1]
    assert "Lladradau" in pages[found["2/ffigurau"] - 1]


def test_the_map_of_pages_knows_sections_without_a_title_and_leaves_out_what_is_not_printed() -> None:
    untitled = Section((), (PageBreak(), p("text")), id="untitled")
    made = document(lines("word", 60), untitled, Section((), (), id="nothing"), section("End", p("end")))
    assert page_map(made, THEME) == {"untitled": 3}


def test_contents_in_an_embedded_document_lead_to_pages_of_the_whole_file(plan: Document) -> None:
    [_, inner] = [block for block in every_block(plan.blocks) if isinstance(block, Contents)]
    assert [entry.page for entry in inner.entries] == [12, 12, 12, 14]


def test_the_rule_below_a_heading_is_as_wide_as_the_page_it_stands_on() -> None:
    theme = THEME.for_publication()
    made = document(Appendix(t("Upright"), (p("text"),)), Appendix(t("Turned"), (Landscape((p("text"),)),)))
    with pdfplumber.open(io.BytesIO(render_pdf(made, theme))) as pdf:
        rules = [max(rect["width"] for rect in page.rects if rect["height"] < 2) for page in pdf.pages]
    assert rules == pytest.approx([theme.page.text_width, theme.page.turned().text_width], abs=0.1)
