"""In every table, no figure is divided, and no ordinary word is without a warning; long words say where they may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs.blocks import (
    Align,
    Block,
    Callout,
    Fact,
    FactRow,
    Facts,
    HeaderCell,
    Landscape,
    List,
    Note,
    Paragraph,
    Quote,
    RowGroup,
    Section,
    Strong,
    Table,
    Text,
    walk,
)
from csp_docs.errors import Code, Problem
from csp_docs.theme.metrics import TWIPS, width
from csp_docs.theme.theme import Theme
from csp_docs.typesetting import breaks
from csp_docs.typesetting.cells import Cells, Words
from csp_docs.typesetting.widths import with_widths
from tests.sample import document, p, t

THEME = Theme()
PAGE = THEME.page.text_width
LEAST = 0.0699
ADDRESS = "https://www.example.gov.uk/government/statistics/recorded-crime-by-community-safety-partnership-2023-24.ods"

ORDINARY = st.sampled_from(
    ["a", "the", "crime", "Safety", "neighbourhood", "Responsibilities", "partnership’s", "Leicestershire", "Ŵyl"]
)
FIGURES = st.sampled_from(
    ["7", "2,410", "£1,234,567", "−12.5%", "2011-14", "2019–2024", "(1,204)", "£5/hour", "▲\xa0Amber", "12/05/2024"]
)
LONG = st.sampled_from(
    [ADDRESS, "data_and_insight_team@anytown-council.example.gov.uk", "burglary/robbery/theft", "cross-departmental"]
)
CELL = st.lists(st.one_of(ORDINARY, ORDINARY, FIGURES, FIGURES, LONG), max_size=5).map(" ".join)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Draw a table of 2 to 12 columns: some with given widths, lists, row headers, spans or a total."""
    columns = draw(st.integers(2, 12))
    row = st.lists(CELL, min_size=columns, max_size=columns)
    names = tuple(HeaderCell(t(name)) for name in draw(row))
    span = draw(st.integers(1, columns - 1))
    over = (HeaderCell(t(draw(CELL)), span), HeaderCell(t(draw(CELL)), columns - span))
    shares = draw(st.one_of(st.just(()), st.lists(st.integers(5, 40), min_size=columns, max_size=columns).map(tuple)))
    rows = tuple(
        tuple(((List(((p(cell),),)),) if draw(st.booleans()) else (p(cell),)) for cell in cells)
        for cells in draw(st.lists(row, min_size=1, max_size=3))
    )
    totals = tuple(tuple((p(cell),) for cell in total) for total in draw(st.lists(row, max_size=2)))
    head = (over, names) if draw(st.booleans()) else (names,)
    widths = tuple(share / sum(shares) for share in shares)
    return Table(head, (RowGroup(rows),), (Align.LEFT,) * columns, totals=totals, widths=widths)


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Draw a cover sheet with rows of one or two facts."""
    fact = st.builds(lambda label, text: Fact(t(label) if label else (), (p(text),)), CELL, CELL)
    rows = draw(st.lists(st.lists(fact, min_size=1, max_size=2), min_size=1, max_size=4))
    return Facts(tuple(FactRow(tuple(row)) for row in rows), "facts")


def fitted(block: Block) -> tuple[Block, tuple[Problem, ...]]:
    found, problems = with_widths(evolve(document(), blocks=(block,)), THEME)
    return found.blocks[0], problems


def whole(part: str) -> list[str]:
    return [part]


def too_wide(cells: Cells, widths: tuple[float, ...], pieces: Callable[[str], list[str]] = whole) -> Iterator[str]:
    """Yield the parts of words, or the pieces of the parts, that their cell does not hold on one line."""
    theme = THEME.for_table(cells.columns)
    for cell in cells.cells:
        is_last = cell.column + cell.span == cells.columns
        beside = 2 * theme.cell_padding[0] if is_last else theme.cell_sides
        room = sum(widths[cell.column : cell.column + cell.span]) * PAGE - beside
        for word in cell.unbroken():
            found = (piece for part in breaks.parts(word.text) for piece in pieces(part))
            yield from (piece for piece in found if wide(word, piece) > room + 0.02)


def wide(word: Words, part: str) -> float:
    return width(part, bold=word.bold) * THEME.cell.size + word.inset


@settings(max_examples=80)
@given(st.one_of(tables(), facts()))
def test_figures_are_whole_and_split_words_are_reported(block: Table | Facts) -> None:
    found, problems = fitted(block)
    assert isinstance(found, Table | Facts)
    cells = Cells.of_table(block, THEME) if isinstance(block, Table) else Cells.of_facts(block, THEME)
    split, codes = list(too_wide(cells, found.widths)), {problem.code for problem in problems}
    assert sum(found.widths) == pytest.approx(1)
    assert len(found.widths) == cells.columns
    if Code.FIGURES_TOO_WIDE in codes:
        return
    assert min(found.widths) >= min(LEAST, *(narrowest(cells, column) for column in range(cells.columns)))
    assert [piece for piece in too_wide(cells, found.widths, breaks.pieces) if breaks.is_figure(piece)] == []
    assert bool(split) <= (Code.TABLE_TOO_WIDE in codes)


def test_a_fact_has_two_columns_and_the_last_of_a_row_has_the_rest() -> None:
    pair, single = (Fact(t("a"), (p("b"),)), Fact(t("c"), (p("d"),))), Fact(t("e"), (p("f"),))
    cells = Cells.of_facts(Facts((FactRow(pair), FactRow((single,)), FactRow((Fact((), (p("g"),)),))), "facts"), THEME)
    assert [(cell.column, cell.span) for cell in cells.cells] == [
        (0, 1),
        (1, 1),
        (2, 1),
        (3, 1),
        (0, 1),
        (1, 3),
        (0, 4),
    ]


def narrowest(cells: Cells, column: int) -> float:
    """Return the share that a column needs for its words alone: one of short words may be narrow."""
    words = [word for cell in cells.cells if cell.column == column and cell.span == 1 for word in cell.unbroken()]
    theme = THEME.for_table(cells.columns)
    return max((word.room(theme) for word in words), default=0) / PAGE - 0.001


@given(tables())
def test_given_widths_are_kept_where_words_permit(block: Table) -> None:
    found, problems = fitted(block)
    assert isinstance(found, Table)
    if block.widths and not problems:
        assert found.widths == pytest.approx(block.widths, abs=len(block.widths) / (PAGE * TWIPS))


def test_a_given_width_that_splits_a_word_is_changed_with_a_warning() -> None:
    row = tuple((p(text),) for text in ("Responsibilities", "Words."))
    given_widths = Table((), (RowGroup((row,)),), (Align.LEFT,) * 2, widths=(0.1, 0.9))
    found, [problem] = fitted(given_widths)
    assert isinstance(found, Table)
    assert found.widths[0] * PAGE - 2 * THEME.cell_padding[0] >= width("Responsibilities") * THEME.cell.size
    assert problem.code is Code.WIDTHS_CHANGED
    assert "column 1 of a table has 10% of the width, but its longest word needs 22%" in problem.fact


def words_of(block: Block) -> list[str]:
    found, _ = fitted(block)
    return [inline.text for inline in walk.every_inline((found,)) if isinstance(inline, Text)]


TALL = "A" * 20 + "/" + "B" * 20
DIVIDED = TALL.replace("/", "/\u200b")
ROOMS: dict[str, tuple[Block, str]] = {
    "a paragraph": (p(TALL), TALL),
    "a longer one": (p(f"{TALL}/{TALL}"), f"{DIVIDED}/\u200b{DIVIDED}"),
    "a list in a callout": (Callout((List(((p(TALL + "x" * 10),),)),)), DIVIDED + "x" * 10),
    "a callout": (Callout((p(TALL + "x" * 10),)), TALL + "x" * 10),
    "a quotation": (Quote((p(TALL),)), TALL),
    "turned pages": (Landscape((p(f"{TALL}/{TALL[:20]}"),)), f"{TALL}/{TALL[:20]}"),
    "a section": (Section(t("Title"), (p(TALL),)), TALL),
    "a note, which has the page": (Paragraph((Note(t(TALL)),)), TALL),
    "words in bold": (Paragraph((Strong(t("n" * 45 + "/n" * 10)),)), "n" * 45 + "/\u200bn" * 10),
    "the same words": (p("n" * 45 + "/n" * 10), "n" * 45 + "/n" * 10),
}


@pytest.mark.parametrize("name", ROOMS)
def test_only_words_that_do_not_fit_may_be_divided(name: str) -> None:
    block, text = ROOMS[name]
    assert text in words_of(block)


def test_an_address_in_the_title_of_a_group_may_be_broken() -> None:
    row = ((p("A"),), (p("B"),))
    found, _ = fitted(Table((), (RowGroup((row,), t(ADDRESS)),), (Align.LEFT,) * 2))
    assert isinstance(found, Table)
    assert wide(Words(ADDRESS, bold=True), ADDRESS) > PAGE
    [words] = found.groups[0].title
    assert isinstance(words, Text)
    assert walk.ZERO_WIDTH_SPACE in words.text


@given(st.lists(st.sampled_from(["Amber", "Police", "Neighbourhood", "of", "12,345"]), min_size=11, max_size=16))
def test_a_word_that_is_divided_leaves_no_letter_alone(words: list[str]) -> None:
    row = tuple((p(word),) for word in words)
    found = words_of(Table((), (RowGroup((row,)),), (Align.LEFT,) * len(words)))
    assert [word.replace(walk.ZERO_WIDTH_SPACE, "") for word in found] == words
    pieces = [word.split(walk.ZERO_WIDTH_SPACE) for word in found]
    assert all(min(map(len, parts)) > 1 for parts in pieces)
    assert all(max(map(len, parts)) - min(map(len, parts)) <= 1 for parts in pieces)
    assert "12,345" not in words or "12,345" in found
