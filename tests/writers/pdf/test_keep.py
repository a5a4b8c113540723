"""What must stand together on a page does, wherever on the page it comes to stand."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from attrs import evolve

from csp_docs.blocks import Appendix, Block, Callout, Caption, Fact, FactHeading, FactRow, Facts, Lines, List, Masthead
from tests.sample import p, t
from tests.writers.pdf.making import lines, read, section, table
from tests.writers.pdf.things import figure, picture

Blocks = tuple[Block, ...]

KEPT: dict[str, tuple[Callable[[], Blocks], str, str]] = {
    "a heading with two lines of its text": (lambda: (section("HEADING", lines("text", 6)),), "HEADING", "text2"),
    "headings with two lines of text": (
        lambda: (section("ABOVE", section("HEADING", lines("text", 6))),),
        "ABOVE",
        "text2",
    ),
    "a heading with the first row of a table": (lambda: (section("HEADING", table(9)),), "HEADING", "cell0"),
    "a small table": (lambda: (table(8),), "cell0", "cell7"),
    "a caption with the first row of its table": (
        lambda: (evolve(table(9), caption=Caption("Table", t("CAPTION"), 1)),),
        "CAPTION",
        "cell0",
    ),
    "a lead-in with the first item of its list": (
        lambda: (p("LEAD"), List(((lines("item", 5),), (p("second"),)))),
        "LEAD",
        "item2",
    ),
    "a short item": (lambda: (List(((lines("item", 3),),)),), "item1", "item3"),
    "a marker with the table that its item begins with": (
        lambda: (p("LEAD"), List(((table(9),),))),
        "•",
        "cell0",
    ),
    "the lines of a heading": (lambda: (section("HEADING " + "of many words " * 9, p("text")),), "HEADING", "text"),
    "the lines of an address": (lambda: (Lines(tuple(t(f"line{n}") for n in range(6))),), "line0", "line5"),
    "a callout": (lambda: (evolve(Callout((lines("word", 8), p("last"))), whole=True),), "word1", "last"),
    "a title of a callout with two lines of it": (
        lambda: (Callout((lines("word", 50),), t("TITLE")),),
        "TITLE",
        "word2",
    ),
    "a figure with its caption and source": (
        lambda: (evolve(figure(picture(), "CAPTION"), source=t("SOURCE")),),
        "CAPTION",
        "SOURCE",
    ),
    "the notes and the source of a table": (
        lambda: (evolve(table(3), notes=(t("NOTE"), t("MORE")), source=t("SOURCE")),),
        "NOTE",
        "SOURCE",
    ),
    "the lines at the head of a paper with what follows": (
        lambda: (Masthead((t("COUNCIL"), t("COMMITTEE"))), lines("text", 3)),
        "COUNCIL",
        "text3",
    ),
    "the first two lines of a paragraph": (lambda: (lines("text", 5),), "text1", "text2"),
    "the last two lines of a paragraph": (lambda: (lines("text", 5),), "text4", "text5"),
    "a paragraph of three lines": (lambda: (lines("text", 3),), "text1", "text3"),
    "a total with the row before it": (
        lambda: (evolve(table(9), totals=(((p("TOTAL"),), (p("sum"),)),)),),
        "cell8",
        "TOTAL",
    ),
    "the last two rows of a group": (
        lambda: (evolve(table(9), groups=(evolve(table(9).groups[0], title=t("GROUP")),)),),
        "cell7",
        "cell8",
    ),
    "a source with the last row of its table": (lambda: (evolve(table(9), source=t("SOURCE")),), "cell8", "SOURCE"),
    "a heading of facts with the first of them": (
        lambda: (Facts((FactHeading(t("HEADING")), FactRow((Fact(t("label"), (lines("value", 4),)),))), "facts"),),
        "HEADING",
        "value4",
    ),
    "a short appendix": (
        lambda: (Appendix(t("APPENDIX"), (lines("text", 2), table(3)), label="A", together=True),),
        "APPENDIX",
        "cell2",
    ),
    "a section that asks for one page": (
        lambda: (evolve(section("REPORT", lines("text", 4), table(5)), together=True),),
        "REPORT",
        "cell4",
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_stays_on_one_page(name: str) -> None:
    make, first, last = KEPT[name]
    broken_at = set()
    for above in range(24, 43):
        pages = read(lines("filler", above), *make()).pages
        holds = [bool(re.search(rf"{first}(?!\d)", page)) for page in pages]
        assert holds == [bool(re.search(rf"{last}(?!\d)", page)) for page in pages]
        broken_at.add(holds.index(True))
    assert broken_at == {0, 1}
