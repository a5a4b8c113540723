"""The contents tell the truth: page numbers, links and dots."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from attrs import evolve

from csp_docs.blocks import (
    Caption,
    Contents,
    Diagram,
    DiagramItem,
    DiagramKind,
    Document,
    Figure,
    Listing,
    PageBreak,
    Section,
)
from csp_docs.typesetting.numbering import resolve
from tests import plan_sample, tagtree
from tests.printing import render_pdf
from tests.sample import p, t
from tests.writers.pdf.making import THEME, document, lines, section
from tests.writers.pdf.test_links import bookmarks, opened, page_annotations

RIGHT = THEME.page.width - THEME.page.right


def listed(*sections: Section, levels: int = 2) -> Document:
    made, problems = resolve(document(Contents(t("Contents"), levels=levels), PageBreak(), *sections), THEME)
    assert not problems
    return made


def long_document() -> Document:
    """A document whose contents run over pages."""
    parts = (
        section(f"Part {n} about things", lines("word", n % 50 + 1), section(f"Under {n}", p("x"))) for n in range(60)
    )
    return listed(*parts)


def entries(data: bytes, page: int) -> dict[str, str]:
    """The entries of a page as they are printed, with the page number at their end."""
    printed: dict[int, str] = {}
    for char in characters(data, page):
        if not char["matrix"][1]:
            printed[round(char["top"])] = printed.get(round(char["top"]), "") + char["text"]
    found = (re.fullmatch(r"(.+?)\.{3,} (\d+)", line) for line in printed.values())
    return {match[1]: match[2] for match in found if match}


def characters(data: bytes, page: int = 0) -> list[dict[str, Any]]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return pdf.pages[page].chars


@pytest.mark.parametrize("make", [plan_sample.document, long_document])
def test_the_page_numbers_printed_are_those_of_the_headings(make: Callable[[], Document]) -> None:
    data = render_pdf(make(), THEME)
    pages = tagtree.read(data).pages
    found = {title: page for number in range(5) for title, page in entries(data, number).items()}
    assert len(found) > 10
    for title, page in found.items():
        assert title.replace(" ", "") in pages[int(page) - 1].replace(" ", "")


def test_lists_of_captions_are_contents_that_lead_to_their_pages() -> None:
    drawn = Diagram(DiagramKind.STEPS, (DiagramItem("a"),))
    figures = (Figure(drawn, alt="a", caption=Caption("Figure", t(f"Steps {n}"))) for n in (1, 2))
    blocks = (block for figure in figures for block in (PageBreak(), figure))
    made, _ = resolve(document(Contents(t("Figures"), of=Listing.FIGURES), *blocks), THEME)
    data = render_pdf(made, THEME)
    assert entries(data, 0) == {"Figure\u00a01: Steps 1": "2", "Figure\u00a02: Steps 2": "3"}
    [listed] = tagtree.read(data).root.all("TOC")
    assert [kid.name for kid in listed.kids if isinstance(kid, tagtree.Tag)] == ["TOCI", "TOCI"]


def test_every_entry_is_one_link_from_margin_to_margin_that_leads_to_its_heading() -> None:
    pdf = opened(render_pdf(long_document(), THEME))
    links = [link for link in page_annotations(pdf) if re.search("Part|Under", str(link.Contents))]
    assert len(links) == 120
    assert {round(float(link.Rect[2])) for link in links} == {round(RIGHT)}
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    led = [numbers[link.Dest[0].objgen] for link in links]
    assert led == sorted(led)
    assert led[0] == 5


def test_entries_are_items_of_nested_tables_of_contents() -> None:
    made = listed(section("One", section("Below", p("x"))), section("Two", p("y")))
    [outer, inner] = tagtree.read(render_pdf(made, THEME)).root.all("TOC")
    assert list(outer.outline()) == [
        "TOC",
        "  TOCI",
        "    Reference",
        "      Link",
        "        '1.0 One 2'",
        "    TOC",
        "      TOCI",
        "        Reference",
        "          Link",
        "            'Below 2'",
        "  TOCI",
        "    Reference",
        "      Link",
        "        '2.0 Two 2'",
    ]
    assert inner.text() == "Below 2"


def test_the_title_is_a_heading_and_a_bookmark_and_no_entry() -> None:
    data = render_pdf(listed(section("One", p("x"))), THEME)
    assert [tag.text() for tag in tagtree.read(data).root.all("H1")] == ["Contents", "1.0 One"]
    pdf = opened(data)
    assert list(bookmarks(pdf.Root.Outlines)) == ["Contents", "1.0 One"]
    assert list(entries(data, 0)) == ["1.0 One"]


def test_contents_without_entries_are_a_heading_alone() -> None:
    given, [problem] = resolve(document(Contents(t("Contents")), PageBreak()), THEME)
    assert "no heading that the contents could list" in problem.fact
    root = tagtree.read(render_pdf(given, THEME)).root
    assert [tag.text() for tag in root.all("H1", "TOC")] == ["Contents"]


def test_page_numbers_end_at_the_margin_and_dots_stand_below_each_other() -> None:
    dots = [char for char in characters(render_pdf(long_document(), THEME)) if char["text"] == "." and char["x0"] > 300]
    assert len(dots) > 200
    pitch = (dots[1]["x0"] - dots[0]["x0"]) or 1
    offsets = {round(((RIGHT - dot["x0"]) / pitch) % 1, 1) % 1 for dot in dots}
    assert len(offsets) == 1
    assert max(dot["x1"] for dot in dots) > RIGHT - 15  # they end at the number
    digits = [char for char in characters(render_pdf(long_document(), THEME)) if char["text"].isdigit()]
    assert max(char["x1"] for char in digits) == pytest.approx(RIGHT, abs=0.1)


def test_the_title_the_dots_and_the_number_of_an_entry_have_one_baseline() -> None:
    chars = characters(render_pdf(listed(section("One", p("x"))), THEME))
    entry = [char for char in chars if char["size"] == THEME.contents_entry(1).size and char["text"] in "One.2"]
    assert {"O", ".", "2"} <= {char["text"] for char in entry}
    assert len({round(char["matrix"][5], 2) for char in entry if char["top"] < 200}) == 1


def test_dots_are_artifacts() -> None:
    pdf = tagtree.read(render_pdf(listed(section("One", p("x"))), THEME))
    assert any(set(text) == {"."} for text in pdf.artifacts[0])
    assert ".." not in pdf.root.text()


def test_a_long_title_wraps_at_the_margin_as_in_word_and_hangs_after_its_number() -> None:
    data = render_pdf(listed(section("Title " * 55, p("x"))), THEME)
    words = [char for char in characters(data) if char["text"] in "Title" and 100 < char["top"] < 700]
    tops = sorted({round(char["top"]) for char in words})
    starts = {top: min(char["x0"] for char in words if round(char["top"]) == top) for top in tops}
    assert len(tops) > 2
    assert len({round(start) for start in starts.values()}) == 1
    assert min(starts.values()) > THEME.page.left + 10
    assert RIGHT - 40 < max(char["x1"] for char in words) < RIGHT
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        numbers = [word["text"] for word in pdf.pages[0].extract_words() if word["x1"] > RIGHT - 1]
    assert numbers[0] == "2"


@pytest.mark.parametrize("length", range(55, 85))
def test_the_end_of_a_title_is_not_under_its_page_number(length: int) -> None:
    data = render_pdf(listed(section("One", section("t" * (length % 7) + "itle " * (length // 5), p("x")))), THEME)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        words = [word for word in pdf.pages[0].extract_words() if word["top"] > 130]
    [number] = [word for word in words if word["text"].isdecimal() and word["x1"] > RIGHT - 1]
    beside = [word["x1"] for word in words if word["text"] != number["text"] and abs(word["top"] - number["top"]) < 2]
    assert max(beside, default=0) < number["x0"] - 3


def test_entries_without_numbers_begin_at_the_margin_in_all_their_lines() -> None:
    drawn = Diagram(DiagramKind.STEPS, (DiagramItem("a"),))
    figure = Figure(drawn, alt="a", caption=Caption("Figure", t("Steps " * 30)))
    preface = evolve(section("Preface " * 20, p("x")), numbered=False)
    listed = Contents(t("Contents")), Contents(t("Figures"), of=Listing.FIGURES), PageBreak()
    made, _ = resolve(document(*listed, preface, section("One", p("y")), figure), THEME)
    with pdfplumber.open(io.BytesIO(render_pdf(made, THEME))) as pdf:
        lines = pdf.pages[0].extract_text_lines()
    starts = [line["x0"] for line in lines if line["text"].startswith(("Preface", "Steps", "Figure\u00a01:"))]
    assert len(starts) > 4
    assert starts == pytest.approx([THEME.page.left] * len(starts), abs=0.1)


def test_levels_stand_in_and_no_deeper_one_than_asked_is_listed() -> None:
    made = listed(section("One", section("Two", section("Three", p("x")))))
    with pdfplumber.open(io.BytesIO(render_pdf(made, THEME))) as pdf:
        starts = {word["text"]: word["x0"] - THEME.page.left for word in pdf.pages[0].extract_words()}
    assert starts["1.0"] == pytest.approx(0, abs=0.5)
    assert starts["Two"] == pytest.approx(THEME.contents_indent, abs=0.5)
    assert "Three" not in starts


def test_an_entry_is_not_parted() -> None:
    pdf = tagtree.read(render_pdf(listed(*(section("words " * 18, p("x")) for n in range(60))), THEME))
    items = list(pdf.root.all("TOCI"))
    assert len(items) == 60
    assert {len(item.pages) for item in items} == {1}
    assert {page for item in items for page in item.pages} == {0, 1, 2, 3}


@pytest.mark.needs("pdftotext")
def test_poppler_reads_each_entry_on_a_line(pdf_text: Callable[..., str], tmp_path: Path) -> None:
    file = tmp_path / "contents.pdf"
    file.write_bytes(render_pdf(plan_sample.document(), THEME))
    text = pdf_text(file, layout=True)
    assert re.search(r"^ *1\. +What we shall do[ .]+ 5$", text, re.MULTILINE)
    assert re.search(r"^ *Appendix B – The plan of the town council[ .]+ 10$", text, re.MULTILINE)
    assert all(int(a) <= int(b) for a, b in pairwise(re.findall(r"\. +(\d+)$", text, re.MULTILINE)[:12]))
