"""Columns are whole twips, so that Word and the PDF have the same, and what had to fit has some space left."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from csp_docs.blocks import Facts, Table
from csp_docs.errors import Code
from csp_docs.theme.metrics import TWIPS
from csp_docs.theme.theme import Page, Theme
from csp_docs.typesetting import breaks
from csp_docs.typesetting.cells import Cells, whole
from csp_docs.typesetting.columns import column_widths, fact_widths
from csp_docs.writers.word.blocks.grid import Grid
from tests.typesetting.test_widths import facts, tables

SAFE = 0.2
"""The space, in points, beside the longest word of a column."""
PAGES = [Page(), Page().turned(), Page().column(18), Page(left=61.3, right=57.77)]


def theme_on(page: Page) -> Theme:
    return evolve(Theme(), page=page)


def cells_of(block: Table | Facts, theme: Theme) -> Cells:
    if isinstance(block, Facts):
        return Cells.of_facts(block, theme)
    return Cells.of_table(block, theme.for_table(len(block.aligns)))


@settings(max_examples=100)
@given(st.one_of(tables(), facts()), st.sampled_from(PAGES))
def test_columns_are_whole_twips_that_add_up_to_the_page_in_word_and_in_the_pdf(
    block: Table | Facts, page: Page
) -> None:
    theme = theme_on(page)
    widths, _ = column_widths(block, theme) if isinstance(block, Table) else fact_widths(block, theme)
    twips = [share * page.text_width * TWIPS for share in widths]
    assert twips == pytest.approx(list(map(round, twips)), abs=1e-6)
    assert sum(twips) == pytest.approx(page.text_width * TWIPS)
    assert list(Grid.of(widths, page.text_width).widths) == list(map(round, twips))


@settings(max_examples=100)
@given(st.one_of(tables(), facts()), st.sampled_from(PAGES))
def test_words_that_had_to_fit_have_space_left(block: Table | Facts, page: Page) -> None:
    theme = theme_on(page)
    widths, problem = column_widths(block, theme) if isinstance(block, Table) else fact_widths(block, theme)
    if problem and problem.code is not Code.WIDTHS_CHANGED:
        return
    cells, theme = cells_of(block, theme), theme.for_table(len(widths))
    for cell in cells.cells:
        room = sum(widths[cell.column : cell.column + cell.span]) * page.text_width
        for word in cell.unbroken():
            parts = word.each(piece for part in breaks.parts(word.text) for piece in breaks.periods(part))
            assert max(part.printed(theme) for part in parts) <= room - SAFE


@given(st.lists(st.floats(20, 200), min_size=1, max_size=12))
def test_no_column_loses_a_twip_and_the_sum_is_kept(rooms: list[float]) -> None:
    found = whole(rooms)
    assert sum(found) == pytest.approx(sum(rooms), abs=0.5 / TWIPS + 1e-6)
    assert all(wide > room - 1 / TWIPS - 1e-6 for wide, room in zip(found, rooms, strict=True) if wide != max(found))


@given(st.lists(st.tuples(st.floats(20, 200), st.lists(st.floats(-0.3, 0.3), max_size=1)), min_size=2, max_size=12))
def test_columns_keep_away_from_the_ends_of_lines(drawn: list[tuple[float, list[float]]]) -> None:
    rooms, ends = [room for room, _ in drawn], [[room + end for end in near] for room, near in drawn]
    found = whole(rooms, ends)
    assert sum(found) == pytest.approx(sum(whole(rooms)))
    widest = found.index(max(found))
    for column, (wide, room) in enumerate(zip(found, rooms, strict=True)):
        assert column == widest or abs(wide - room) <= 0.25 + 1e-6
    assert max(rooms) - found[rooms.index(max(rooms))] <= 0.25 + 1e-6
    near = [wide for wide, own in zip(found, ends, strict=True) if any(abs(wide - end) < 0.09 for end in own)]
    assert len(near) <= 1, "only the widest may be near one"
