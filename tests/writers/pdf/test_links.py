"""Links, cross references and bookmarks lead where they say."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from attrs import evolve

from csp_docs.blocks import HeaderCell, Link, Paragraph, Reference, Section, Text
from tests import sample, tagtree
from tests.printing import render_pdf
from tests.sample import p, t
from tests.writers.pdf.making import THEME, lines, read, render, section, table


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def page_annotations(pdf: pikepdf.Pdf) -> list[Any]:
    """The pages' active areas; they live as long as ``pdf``."""
    return [note for page in pdf.pages for note in page.obj.get("/Annots", [])]


def bookmarks(entry: Any, depth: int = 0) -> Iterator[str]:
    child = entry.get("/First")
    while child is not None:
        yield "  " * depth + str(child.Title)
        yield from bookmarks(child, depth + 1)
        child = child.get("/Next")


def test_a_link_leads_to_its_address_and_is_read_by_its_words() -> None:
    pdf = opened(render(Paragraph((Link(t("the Act"), "https://www.legislation.gov.uk/a(b)"),))))
    [link] = page_annotations(pdf)
    assert str(link.A.URI) == "https://www.legislation.gov.uk/a(b)"
    assert str(link.Contents) == "the Act"


def test_a_link_over_two_lines_is_one_element_with_an_area_on_each() -> None:
    [link] = read(Paragraph((Link(t("many words " * 12), "https://www.gov.uk/"),))).root.all("Link")
    assert link.annotations == 2


def test_a_reference_leads_to_the_page_and_height_of_its_target() -> None:
    target = Section(t("Target"), (p("text"),), id="target")
    pdf = opened(render(Paragraph((Reference("target", text="Target"),)), lines("filler", 50), target))
    [link] = page_annotations(pdf)
    page, kind, _, top, _ = link.Dest
    assert page.objgen == pdf.pages[1].obj.objgen
    assert str(kind) == "/XYZ"
    assert THEME.page.bottom < float(top) < THEME.page.height


def test_a_reference_to_nothing_is_plain_text() -> None:
    root = read(Paragraph((Text("see "), Reference("gone", text="Appendix 9")))).root
    assert [tag.name for tag in root.all("P", "Link")] == ["P"]
    assert root.text() == "see Appendix 9"


def test_bookmarks_are_nested_as_the_headings_are() -> None:
    pdf = opened(render_pdf(sample.document(), THEME))
    assert list(bookmarks(pdf.Root.Outlines)) == [
        "1.0 Introduction",
        "  Funding",
        "2.0 Background",
        "Closing words",
        "Appendix 1 – The strategy",
        "  1.0 Aims",
    ]
    assert int(pdf.Root.Outlines.Count) == 6


@pytest.mark.parametrize(
    ("levels", "counts"),
    [
        ("111", (3,)),
        ("12212", (5, 2, 1)),
        ("123323", (3, 2, -2, -1)),
        ("123443", (2, 1, -2, -2)),
    ],
)
def test_bookmarks_below_the_second_level_are_closed(levels: str, counts: tuple[int, ...]) -> None:
    """Counts of what is open are positive, and count only what is shown (ISO 32000-1, table 153)."""
    pdf = opened(render(*_nested(levels)))
    assert tuple(_counts(pdf.Root.Outlines)) == counts


def _nested(levels: str) -> list[Section]:
    """Return sections of these levels, in this order."""
    chapters = re.findall(f"{levels[0]}[^{levels[0]}]*", levels) if levels else []
    return [section("title", p("words"), *_nested(chapter[1:])) for chapter in chapters]


def _counts(entry: Any) -> Iterator[int]:
    """Yield the count of each entry that has others below it, in their order."""
    if "/Count" in entry:
        yield int(entry.Count)
    entry = entry.get("/First")
    while entry is not None:
        yield from _counts(entry)
        entry = entry.get("/Next")


def test_a_link_in_a_repeated_header_row_is_active_once() -> None:
    linked = evolve(table(60), head=((HeaderCell((Link(t("the Act"), "https://www.gov.uk/"),)), HeaderCell(t("b"))),))
    data = render(linked)
    assert len(page_annotations(opened(data))) == 1
    assert next(tagtree.read(data).root.all("Link")).annotations == 1
