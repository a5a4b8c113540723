"""What stays together on a page: decided on the tree, for every writer."""

from __future__ import annotations

import pytest
from attrs import evolve

from csp_docs.blocks import (
    Align,
    Appendix,
    Block,
    Callout,
    Embedded,
    Fact,
    FactHeading,
    FactRow,
    Facts,
    Figure,
    Frame,
    Grid,
    GridCell,
    HeaderCell,
    Landscape,
    Lines,
    List,
    PageBreak,
    Paragraph,
    Part,
    Pending,
    Quote,
    RowGroup,
    RowKeep,
    Section,
    Signature,
    Strong,
    Table,
    Text,
)
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.keeps import item_spaces, kept_items, leads, with_keeps
from csp_docs.typesetting.widths import with_widths
from tests.sample import document, p, t

THEME = Theme()
NO, KEPT, BREAKS = RowKeep(), RowKeep(keep=True), RowKeep(breaks=True)
LONG, TALL = "word " * 20, "word " * 500


def table(rows: int, *, title: str = "", text: str = "cell") -> Table:
    group = RowGroup(tuple(((p("a"),), (p(text),)) for _ in range(rows)), t(title) if title else ())
    head = ((HeaderCell(t("Name")), HeaderCell(t("Value"))),)
    return Table(head, (group,), (Align.LEFT,) * 2, widths=(0.4, 0.6))


def kept(block: Block) -> Block:
    fitted, _ = with_widths(evolve(document(), blocks=(block,)), THEME)
    [found] = with_keeps(fitted, THEME).blocks
    return found


TABLES = {
    "a small table is on one page": (table(8), [KEPT] * 7 + [NO]),
    "a table of nine rows is not": (table(9), [KEPT, *[NO] * 8]),
    "nor one of few rows with many words": (table(8, text=LONG * 4), [KEPT, *[NO] * 7]),
    "one row is on its own": (table(1), [NO]),
    "a title has a row of its group, and the last row the one before": (
        table(9, title="Towns"),
        [KEPT, *[NO] * 7, KEPT, NO],
    ),
    "a total has a row above it": (
        evolve(table(9), totals=(((p("Total"),), (p("9"),)),)),
        [KEPT, *[NO] * 7, KEPT, NO],
    ),
    "a source has the last row": (evolve(table(9), source=t("Police")), [KEPT, *[NO] * 7, KEPT]),
    "notes have the last row": (evolve(table(9), notes=(t("Provisional."),)), [KEPT, *[NO] * 7, KEPT]),
    "a tall row is split, and not kept: Word could not do both": (table(3, text=TALL), [BREAKS] * 3),
}


@pytest.mark.parametrize("name", TABLES)
def test_rows_of_tables(name: str) -> None:
    given, keeps = TABLES[name]
    found = kept(given)
    assert isinstance(found, Table)
    assert list(found.keeps) == keeps


@pytest.mark.parametrize(("words", "repeated"), [(1, True), (40, True), (500, False)])
def test_header_rows_are_repeated_unless_they_are_tall(words: int, repeated: bool) -> None:
    given = evolve(table(3), head=((HeaderCell(t("word " * words), span=2),),))
    found = kept(given)
    assert isinstance(found, Table)
    assert found.head_repeats is repeated


def test_turned_pages_are_wider_and_lower() -> None:
    """What is tall on an upright page may have room on a turned one, whose columns are wider."""
    given = evolve(table(2, text="word " * 22), widths=(0.9, 0.1))
    upright, turned = kept(given), kept(Landscape((given,)))
    assert isinstance(upright, Table)
    assert isinstance(turned, Landscape)
    [inside] = turned.blocks
    assert isinstance(inside, Table)
    assert (upright.keeps[0].breaks, inside.keeps[0].breaks) == (True, False)


def test_rows_of_facts() -> None:
    rows = (FactHeading(t("Who")), FactRow((Fact(t("Name"), (p("Alex"),)),)), FactRow((Fact((), (p(TALL),)),)))
    found = kept(Facts(rows, "facts"))
    assert isinstance(found, Facts)
    assert list(found.keeps) == [KEPT, KEPT, BREAKS]
    assert found.widths == pytest.approx((THEME.fact_label, 1 - THEME.fact_label), abs=1e-4)


def test_two_facts_side_by_side_have_four_columns() -> None:
    pair = FactRow((Fact(t("Date"), (p("1 May"),)), Fact(t("Ward"), (p("All"),))))
    found = kept(Facts((pair, FactRow((Fact(t("Long"), (p(TALL),)),))), "facts"))
    assert isinstance(found, Facts)
    assert len(found.widths) == 4
    assert sum(found.widths) == pytest.approx(1)
    assert list(found.keeps) == [KEPT, BREAKS]


def facts(count: int, text: str = "value") -> Facts:
    return Facts((FactRow((Fact(t("Label"), (p(text),)),)),) * count, "facts")


FACTS = {
    "one row is on its own": (facts(1), [NO]),
    "few facts are on one page": (facts(8), [KEPT] * 7 + [NO]),
    "of many, no row is alone on a page": (facts(9), [KEPT, *[NO] * 6, KEPT, NO]),
    "nor of few with many words": (facts(8, LONG * 4), [KEPT, *[NO] * 5, KEPT, NO]),
    "a tall row is split": (facts(1, TALL), [BREAKS]),
}


def test_an_item_with_several_paragraphs_looks_like_one() -> None:
    """Its paragraphs are nearer to each other than to the next item."""
    inside, below = THEME.item_spaces
    assert inside < THEME.list_item.after < below
    nested = List(((p("a"),),))
    assert item_spaces((p("one"), p("two"), p("three")), THEME) == (inside, inside, below)
    assert item_spaces((p("one"), table(1), p("two")), THEME) == (inside, None, below)
    assert item_spaces((p("one"), p("two"), nested), THEME) == (inside, inside, below)
    assert item_spaces((p("one"), nested), THEME) == item_spaces((p("one"),), THEME) == ()


@pytest.mark.parametrize("name", FACTS)
def test_facts_are_kept_together_as_a_table_is(name: str) -> None:
    given, keeps = FACTS[name]
    found = kept(given)
    assert isinstance(found, Facts)
    assert list(found.keeps) == keeps


def test_rows_of_grids() -> None:
    cells = tuple(GridCell((p(text),), t("Title")) for text in ("short", "short", TALL))
    found = kept(Grid(cells))
    assert isinstance(found, Grid)
    assert list(found.keeps) == [NO, BREAKS]


@pytest.mark.parametrize(("text", "whole"), [(LONG, True), (TALL * 2, False)])
def test_a_callout_is_on_one_page_unless_it_is_very_tall(text: str, whole: bool) -> None:
    found = kept(Callout((p(text),), t("Title")))
    assert isinstance(found, Callout)
    assert found.whole is whole


@pytest.mark.parametrize(
    ("text", "listed", "whole"), [(LONG, True, True), (TALL * 2, True, False), (LONG, False, False)]
)
def test_a_quotation_with_a_list_is_on_one_page_unless_it_is_very_tall(text: str, listed: bool, whole: bool) -> None:
    """It is a cell in Word, and programs leave one line of a paragraph at the end of a page there."""
    found = kept(Quote((p(text), *([LIST] if listed else [])), t("Whose words")))
    assert isinstance(found, Quote)
    assert found.whole is whole


def figure(share: float) -> Figure:
    """Return a figure that takes this share of the height of a page."""
    return Figure(Frame(Pending("Map", "", "", "")), size=(100, share * THEME.page.text_height))


BOLD = Paragraph((Strong(t("Option 1")),))
LIST, SIGNATURE = List(((p("item"),),)), Signature(t("Alex"), ())
LEADS = [
    (p("These are:"), LIST, True),
    (Lines((t("These are:"),)), LIST, True),
    (p("Signed"), SIGNATURE, True),
    (p("Words."), p("More."), False),
    (LIST, LIST, False),
    (p("Last."), None, False),
    (BOLD, p("An assessment."), True),
    (BOLD, table(2), True),
    (BOLD, BOLD, False),
    (Paragraph((Strong(t("Key")), Text(" words"))), p("More."), False),
    (p("These are:"), p("More."), False),
    (p("These are:"), table(2), True),
    (p("These are:"), figure(0.4), True),
    (p("These are:"), figure(0.5), False),
    (p("See the chart."), figure(0.4), False),
    (p("See the table."), table(2), False),
]


@pytest.mark.parametrize(("block", "following", "expected"), LEADS)
def test_what_introduces_the_next_block(block: Block, following: Block | None, expected: bool) -> None:
    assert leads(block, following, THEME) is expected


@pytest.mark.parametrize(("count", "places"), [(0, []), (1, []), (2, [0]), (3, [0, 1]), (6, [0, 4])])
def test_two_items_are_on_either_side_of_the_end_of_a_page(count: int, places: list[int]) -> None:
    assert sorted(kept_items(count)) == places


def test_a_break_that_begins_a_section_is_before_its_heading() -> None:
    inner = Section(t("Inner"), (PageBreak(), p("More.")))
    outer = Section(t("Outer"), (inner, p("Last.")))
    given = evolve(document(), blocks=(p("Words."), outer, Section((), (PageBreak(), p("Untitled.")))))
    words, broken, section, untitled = with_keeps(given, THEME).blocks
    assert (words, broken) == (p("Words."), PageBreak())
    assert section == evolve(outer, blocks=(evolve(inner, blocks=(p("More."),)), p("Last.")))
    assert untitled == given.blocks[2]


def test_an_appendix_begins_a_page_without_a_break() -> None:
    assert kept(Appendix(t("A"), (PageBreak(), p("Words.")))) == Appendix(t("A"), (p("Words."),))


TOGETHER: dict[str, tuple[Block, bool]] = {
    "words": (p("word " * 150), True),
    "a small table": (table(5), True),
    "a table that a page of its own would not fill": (table(30), False),
    "more words than a third of the page holds": (p("word " * 400), False),
    "turned pages": (Landscape((p("x"),)), False),
    "a break": (Section((), (p("x"), PageBreak(), p("y"))), False),
    "a part with its own marking": (Part((p("x"),), "Exempt", ()), False),
    "a document": (Embedded(document()), False),
}


@pytest.mark.parametrize("name", TOGETHER)
def test_an_appendix_follows_on_the_page_if_it_is_short_and_has_no_pages_of_its_own(name: str) -> None:
    block, follows = TOGETHER[name]
    found = kept(Appendix(t("A"), (block,), together=True))
    assert isinstance(found, Appendix)
    assert found.together is follows


@pytest.mark.parametrize(("words", "whole"), [(100, True), (200, True), (400, False)])
def test_a_section_that_asks_for_one_page_is_kept_together_up_to_half_a_page(words: int, whole: bool) -> None:
    found = kept(Section(t("Report"), (p("word " * words),), together=True))
    assert isinstance(found, Section)
    assert found.together is whole


def test_the_beginning_of_a_section_that_is_too_tall_is_kept_together() -> None:
    parts = tuple(Section(t(name), (p("word " * 60),)) for name in ("One", "Two", "Three", "Four"))
    found = kept(Section(t("Report"), parts, together=True))
    assert isinstance(found, Section)
    first, *others = found.blocks
    assert isinstance(first, Section)
    assert (found.together, first.together, first.title) == (False, True, ())
    assert (*first.blocks, *others) == parts
    assert len(first.blocks) == 2


def test_all_rows_of_what_is_kept_together_stay_with_the_next() -> None:
    label = Fact(t("Label"), (p("value"),))
    for block, keeps in ((table(9), (*[KEPT] * 8, NO)), (Facts((FactRow((label,)),) * 2, "facts"), (KEPT, NO))):
        found = kept(Section(t("Report"), (block,), together=True))
        assert isinstance(found, Section)
        assert [below.keeps for below in found.blocks if isinstance(below, Table | Facts)] == [keeps]


def test_what_nothing_decides_stays_itself() -> None:
    given = evolve(document(), blocks=(Paragraph(t("Words.")),))
    assert with_keeps(given, THEME) is given
