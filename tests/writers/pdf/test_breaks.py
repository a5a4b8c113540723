"""What runs over the end of a page stays one element, and loses nothing."""

from __future__ import annotations

import pytest
from attrs import evolve

from csp_docs.blocks import Align, Block, Callout, HeaderCell, PageBreak, RowGroup, RowKeep, Table
from csp_docs.theme.theme import Page
from tests.sample import p, t
from tests.writers.pdf.making import THEME, lines, noted, read, section, table


def test_a_paragraph_over_three_pages_is_one_element() -> None:
    [paragraph] = read(lines("word", 100)).root.all("P")
    assert paragraph.pages == {0, 1, 2}
    assert paragraph.text().split() == [f"word{n}" for n in range(1, 101)]


def test_a_table_over_pages_is_one_element_with_its_header_rows_told_once() -> None:
    pdf = read(table(90))
    [found] = pdf.root.all("Table")
    assert found.pages == set(range(len(pdf.pages)))
    assert [header.text() for header in found.all("TH")] == ["head0", "head1"]
    assert len(list(found.all("TR"))) == 91


def test_header_rows_stand_again_on_each_page_as_artifacts() -> None:
    pdf = read(table(90))
    assert ["head0" in "".join(page) for page in pdf.artifacts] == [False, True, True, True]


def test_a_header_of_many_rows_is_not_repeated() -> None:
    tall = evolve(table(90), head=tuple((HeaderCell(t(f"head{row}")), HeaderCell(())) for row in range(14)))
    assert not any("head0" in "".join(page) for page in read(tall).artifacts)


def test_a_row_is_not_parted_while_a_page_can_hold_it() -> None:
    body = tuple(((p(f"row{row}"),), (lines(f"r{row}w", 12),)) for row in range(8))
    tall = evolve(table(1), groups=(RowGroup(body),))
    for row in list(read(tall).root.all("TR"))[1:]:
        assert len(row.pages) == 1


def test_a_row_taller_than_a_page_is_parted_and_keeps_its_words() -> None:
    one = Table((), (RowGroup((((p("short"),), (lines("tall", 130),)),)),), (Align.LEFT,) * 2, widths=(0.3, 0.7))
    [row] = read(p("before"), one, p("after")).root.all("TR")
    assert row.pages == {0, 1, 2}
    assert [cell.text().split() for cell in row.all("TD")] == [["short"], [f"tall{n}" for n in range(1, 131)]]


@pytest.mark.parametrize(("above", "on_the_page"), [(10, 33), (30, 11)])
def test_a_row_of_more_than_half_a_page_fills_the_page_on_which_it_begins(above: int, on_the_page: int) -> None:
    """A page holds 41 lines; the table's rules, padding and space above take the room of two or three."""
    tall = Table((), (RowGroup((((p("short"),), (lines("tall", 40),)),)),), (Align.LEFT,) * 2, widths=(0.3, 0.7))
    pages = read(lines("above", above), tall).pages
    assert [page.count("tall") for page in pages] == [on_the_page, 40 - on_the_page]


def grid(words: str, count: int, *, breaks: bool) -> Table:
    """A table of one row, which may be split."""
    return Table(
        (), (RowGroup((((lines(words, count),),),)),), (Align.LEFT,), widths=(1.0,), keeps=(RowKeep(breaks=breaks),)
    )


BODY, CELL, NOTE, RULE = THEME.body.leading, THEME.cell.leading, THEME.note, THEME.note_rule.leading
EDGES = THEME.rule + 2 * THEME.cell_padding[1]
"""The height of a row without its lines."""
FILLED: dict[str, tuple[float, tuple[Block, ...], str, str]] = {
    "lines": (20 * BODY, (lines("a", 20), p("b")), "a20", "b"),
    "a note": (
        20 * BODY + 2 * THEME.body.after + RULE + 2 * (NOTE.before + NOTE.leading),
        (lines("a", 18), noted("b", 1, "first"), noted("c", 2, "second"), p("d")),
        "second",
        "d",
    ),
    "a row": (
        BODY + THEME.apart + 12 * CELL + EDGES + THEME.rule,
        (p("a"), grid("b", 12, breaks=False), p("c")),
        "b12",
        "c",
    ),
    "a part of a row": (
        BODY + THEME.apart + 12 * CELL + EDGES,
        (p("a"), grid("b", 16, breaks=True)),
        "b12",
        "b13",
    ),
}
"""The height of a page's text, the blocks, the last words of the first page, and the first of the next one."""


@pytest.mark.parametrize("short", [0, 0.001])
@pytest.mark.parametrize("name", FILLED)
def test_a_page_is_filled_to_its_last_point(name: str, short: float) -> None:
    height, blocks, last, following = FILLED[name]
    page = Page(top=72, bottom=72, height=144 + height - short)
    first, second, *_ = read(*blocks, theme=evolve(THEME, page=page)).pages
    ends, begins = first.strip().endswith(last), second.startswith(following)
    assert (ends, begins) == (not short, not short)


def test_a_page_break_gives_no_empty_page() -> None:
    breaks = PageBreak(), PageBreak()
    pages = read(*breaks, p("one"), section("two", p("text"), *breaks), p("three"), *breaks).pages
    assert pages == ["onetwotext", "three"]


def test_a_document_without_words_has_one_page() -> None:
    assert read().pages == [""]


def test_a_callout_longer_than_a_page_goes_on_over_it() -> None:
    [callout] = read(Callout((lines("word", 60),), t("Title"))).root.all("Div")
    assert callout.pages == {0, 1}
    assert [kid.text().split() for kid in callout.all("P")] == [["Title"], [f"word{n}" for n in range(1, 61)]]
