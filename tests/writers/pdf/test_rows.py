"""Where a row is split that goes on over the next page."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import combinations
from typing import Any

import pdfplumber
import pytest
from attrs import evolve

from csp_docs.blocks import Align, Blocks, HeaderCell, List, Note, Paragraph, RowGroup, RowKeep, Table, Text
from csp_docs.theme.theme import Theme
from csp_docs.writers.pdf.type.rows import Grid, set_row, split_row
from csp_docs.writers.pdf.type.shapes import AnyBox, Blank, Row, stack_height
from tests import sample, tagtree
from tests.printing import render_pdf
from tests.sample import p, t

ROOM = 500


def note(number: int) -> Note:
    return Note(t(f"The note {number} of a cell."), number)


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


@pytest.mark.parametrize("how", ["keep", "keep_lines"])
@pytest.mark.parametrize(("kept", "above"), [((), 4), ((0,), 4), ((3,), 3), ((2, 3), 2), ((1, 2), 4), ((1, 2, 3), 1)])
def test_only_what_is_kept_with_what_is_below_goes_below(kept: tuple[int, ...], above: int, how: str) -> None:
    cell: list[AnyBox] = [*(low() for _ in range(4)), tall()]
    for place in kept:
        setattr(cell[place], how, True)
    assert split(cell, must=False) == [(above,), (5 - above,)]


def test_a_cell_that_fits_whole_stays_above_whatever_its_last_thing_is() -> None:
    assert split([low(), low(keep=True)], [low(), tall()], must=False) == [(2, 1), (0, 1)]


def test_a_row_that_would_begin_with_nothing_is_not_split() -> None:
    assert split([low(keep=True), tall()], must=False) is None
    assert split([low(), low()], [low(keep=True), tall()], must=False) is None
    kept = tall()
    kept.keep = True
    assert split([low(), low()], [low(keep=True), kept], must=False) is None


@pytest.mark.parametrize("first", [low(keep=True), tall(), Blank(height=2 * ROOM)])
def test_a_row_that_no_page_can_hold_is_split_below_its_first_thing(first: Blank) -> None:
    assert split([first, tall()], must=True) == [(1,), (1,)]


def test_a_row_that_fits_is_not_split() -> None:
    assert split([low(), low()], must=True) is None


@pytest.mark.parametrize(("room", "above"), [(48, 4), (47.9, 3), (18, 1)])
def test_the_upper_part_is_filled_to_its_last_point(room: float, above: int) -> None:
    """The rule and the space above the words take five points, the space below them three."""
    parts = split_row(set_row([[low() for _ in range(9)]], 0, 400, padding=3, rule=2), room, must=False)
    assert parts
    assert [len(part.cells[0]) for part in parts] == [above, 9 - above]
    assert parts[0].height == 8 + 10 * above


def test_both_parts_have_the_look_of_the_row() -> None:
    row = set_row([[low(), tall()]], 7, 400, padding=3, rule=2)
    row.shade, row.rule_below, row.breaks, row.after, row.keep = "d9d9d9", 1, True, 12, True
    parts = split_row(row, ROOM, must=False)
    assert parts
    assert {look(part) for part in parts} == {look(row)}
    assert [(part.height, part.after, part.keep) for part in parts] == [(18, 0, False), (ROOM - 5 + 8, 12, True)]


def look(row: Row) -> tuple[object, ...]:
    return row.left, row.width, row.padding, row.rule_above, row.rule_below, row.shade, row.breaks


@pytest.mark.parametrize("rule", [0, 2])
def test_a_row_without_words_is_as_high_as_one_line(rule: float) -> None:
    theme = Theme()
    given: list[list[list[AnyBox]]] = [[[Blank(theme.cell.leading)], []], [[], []]]
    heights = {Grid(theme, 0, (90, 90)).row(cells, RowKeep(), rule=rule).height for cells in given}
    assert heights == {(rule or theme.rule) + theme.cell.leading + 2 * theme.cell_padding[1]}


def test_nothing_has_no_height() -> None:
    assert stack_height([]) == 0


CELLS: dict[str, Blocks] = {
    "words": (p("word " * 900),),
    "paragraphs": tuple(p(f"paragraph {n}") for n in range(60)),
    "a list": (List(tuple((p(f"item {n} of several words"),) for n in range(50))),),
    "one word": (p("word"),),
    "nothing": (),
    "notes": (Paragraph(tuple(part for n in range(1, 40) for part in (Text("word " * 30), note(n)))),),
}


@pytest.mark.parametrize("kinds", list(combinations(CELLS, 3))[::3])
def test_a_row_over_pages_is_one_row_of_one_table_below_its_repeated_header(kinds: tuple[str, ...]) -> None:
    spans = (HeaderCell(()), HeaderCell(t("Over two"), 2))
    first, last = (tuple((p(word),) for _ in kinds) for word in ("first", "last"))
    rows: tuple[tuple[Blocks, ...], ...] = (first, tuple(CELLS[kind] for kind in kinds), last)
    head = (spans, tuple(HeaderCell(t(f"Column {n}")) for n in range(3)))
    table = Table(head, (RowGroup(rows),), (Align.LEFT,) * 3, widths=(1 / 3,) * 3)
    data = render_pdf(evolve(sample.document(), blocks=(p("Before."), table, p("After."))), Theme())
    pdf = tagtree.read(data)
    [found] = pdf.root.all("Table")
    assert [len(list(row.all("TH", "TD"))) for row in found.all("TR")] == [2, 3, 3, 3, 3]
    for page in sorted(found.pages)[1:]:
        assert "Column 0" in " ".join(pdf.artifacts[page])
    assert list(wrong_rules(data, len(found.pages))) == []


def wrong_rules(data: bytes, count: int) -> Iterator[str]:
    """Yield what is wrong on the pages of a table: a line too close to a rule, a page that ends without one."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages[:count]:
            rules = [rule["top"] for rule in page.rects if rule["height"] < 1.5 and rule["width"] > 400]
            notes = [rule["top"] for rule in page.rects if rule["height"] < 1.5 and 100 < rule["width"] < 150]
            end = min([*notes, page.height - Theme().page.bottom])
            words = [word for word in page.extract_words() if min(rules) < word["top"] and word["bottom"] < end]
            yield from (
                f"{word['text']} touches a rule" for word in words if any(touches(word, rule) for rule in rules)
            )
            if page is not pdf.pages[count - 1] and not 0 < max(rules) - max(word["bottom"] for word in words) < 12:
                yield f"page {page.page_number} does not end with a rule"


def touches(word: dict[str, Any], rule: float) -> bool:
    return bool(word["top"] - 2 < rule < word["bottom"] + 2)
