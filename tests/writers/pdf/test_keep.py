"""What must stand together on a page does, wherever on the page it comes to stand."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from attrs import evolve

from csp_docs.blocks import Block, Caption, Fact, FactHeading, FactRow, Facts, List, Masthead
from tests.sample import p, t
from tests.writers.pdf.making import lines, read, section, table

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
    "the lines at the head of a paper with what follows": (
        lambda: (Masthead((t("COUNCIL"), t("COMMITTEE"))), lines("text", 3)),
        "COUNCIL",
        "text3",
    ),
    "the first two lines of a paragraph": (lambda: (lines("text", 5),), "text1", "text2"),
    "the last two lines of a paragraph": (lambda: (lines("text", 5),), "text4", "text5"),
    "a paragraph of three lines": (lambda: (lines("text", 3),), "text1", "text3"),
    "a total with the row before it": (
        lambda: (evolve(table(9), total=((p("TOTAL"),), (p("sum"),))),),
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
}


@pytest.mark.parametrize("name", KEPT)
def test_stays_on_one_page(name: str) -> None:
    make, first, last = KEPT[name]
    broken_at = set()
    for above in range(25, 44):
        pages = read(lines("filler", above), *make()).pages
        holds = [bool(re.search(rf"{first}(?!\d)", page)) for page in pages]
        assert holds == [bool(re.search(rf"{last}(?!\d)", page)) for page in pages]
        broken_at.add(holds.index(True))
    assert broken_at == {0, 1}
