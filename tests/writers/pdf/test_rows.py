"""Where a row is split that goes on over the next page."""

from __future__ import annotations

import pytest

from csp_docs.writers.pdf.type.rows import set_row, split_row
from csp_docs.writers.pdf.type.shapes import AnyBox, Blank, Row, stack_height

ROOM = 500


def low(*, keep: bool = False) -> Blank:
    return Blank(height=10, keep=keep)


def tall() -> Blank:
    """What no page can hold together with anything."""
    return Blank(height=ROOM - 5)


def split(*cells: list[AnyBox], must: bool) -> list[tuple[int, ...]] | None:
    """How many boxes of each cell are above the end of the page, and how many below it."""
    parts = split_row(set_row(list(cells), 0, 400), ROOM, must=must)
    return parts and [tuple(map(len, part.cells)) for part in parts]


def test_what_is_kept_with_the_next_thing_goes_below_with_it() -> None:
    cell: list[AnyBox] = [low(), low(keep=True), tall()]
    assert split(cell, must=False) == [(1,), (2,)]


def test_a_cell_that_fits_whole_stays_above_whatever_its_last_thing_is() -> None:
    assert split([low(), low(keep=True)], [low(), tall()], must=False) == [(2, 1), (0, 1)]


def test_a_row_that_would_begin_with_nothing_is_not_split() -> None:
    assert split([low(keep=True), tall()], must=False) is None
    assert split([low(), low()], [low(keep=True), tall()], must=False) is None


@pytest.mark.parametrize("first", [low(keep=True), tall(), Blank(height=2 * ROOM)])
def test_a_row_that_no_page_can_hold_is_split_below_its_first_thing(first: Blank) -> None:
    assert split([first, tall()], must=True) == [(1,), (1,)]


def test_a_row_that_fits_is_not_split() -> None:
    assert split([low(), low()], must=True) is None


def test_both_parts_have_the_look_of_the_row() -> None:
    row = set_row([[low(), tall()]], 7, 400, padding=3, rule=2)
    row.shade, row.rule_below, row.breaks, row.after, row.keep = "d9d9d9", 1, True, 12, True
    parts = split_row(row, ROOM, must=False)
    assert parts
    assert {look(part) for part in parts} == {look(row)}
    assert [(part.height, part.after, part.keep) for part in parts] == [(18, 0, False), (ROOM - 5 + 8, 12, True)]


def look(row: Row) -> tuple[object, ...]:
    return row.left, row.width, row.padding, row.rule_above, row.rule_below, row.shade, row.breaks


def test_nothing_has_no_height() -> None:
    assert stack_height([]) == 0
