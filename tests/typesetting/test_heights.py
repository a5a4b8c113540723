"""Heights are estimated by the ruler that columns are measured with; the PDF's own lines show how good they are."""

from __future__ import annotations

from random import Random

import pytest

from csp_docs.blocks import (
    Align,
    Callout,
    Figure,
    Frame,
    LineBreak,
    Lines,
    List,
    Paragraph,
    Pending,
    RowGroup,
    Table,
)
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.heights import blocks_height, line_count, row_heights
from tests.sample import p, t
from tests.writers.pdf import making

THEME = Theme()
WORDS = ("crime", "disorder", "a", "of", "the", "neighbourhood", "£12,000", "residents", "Safer", "strategy")


def lines_of(text: str, room: float) -> int:
    """Return how many lines the PDF makes of ``text``."""
    return len(making.broken(text, room))


@pytest.mark.parametrize("seed", range(20))
def test_lines_are_as_many_as_those_of_the_pdf(seed: int) -> None:
    random = Random(seed)
    text = " ".join(random.choices(WORDS, k=random.randint(1, 120)))
    room = random.uniform(60, 450)
    assert abs(line_count(text, room / 12, bold=False) - lines_of(text, room)) <= 1


@pytest.mark.parametrize(("text", "count"), [("", 1), ("word", 1), ("word word", 2), ("w" * 100, 25)])
def test_long_words_and_none(text: str, count: int) -> None:
    assert line_count(text, 3, bold=False) == count


def test_line_breaks_and_lists_count() -> None:
    one = blocks_height((p("word"),), 400, THEME.body, THEME)
    broken = Paragraph((*t("word"), LineBreak(), *t("word")))
    assert one == THEME.body.leading
    assert blocks_height((broken,), 400, THEME.body, THEME) == 2 * one
    three = List(((p("a"),), (p("b"),), (p("c"),)))
    assert blocks_height((three,), 400, THEME.body, THEME) == 3 * one + 2 * THEME.body.after


@pytest.mark.parametrize("count", [1, 2, 5])
def test_other_blocks_are_as_high_as_paragraphs_of_their_words(count: int) -> None:
    texts = [f"word {n}" for n in range(count)]
    blocks = Lines(tuple(map(t, texts))), Callout(tuple(map(p, texts[1:])), t(texts[0]))
    height = count * THEME.body.leading + (count - 1) * THEME.body.after
    assert [blocks_height((block,), 400, THEME.body, THEME) for block in blocks] == [height, height]


def test_a_figure_is_as_high_as_it_is_in_its_room() -> None:
    chart = Figure(Frame(Pending("", "", "Police", "map")), decorative=True, size=(400, 100))
    whole, half = (blocks_height((chart,), room, THEME.body, THEME) for room in (500, 200))
    assert whole - half == 50


@pytest.mark.parametrize(("more", "lines"), [(0.5, 1), (-0.5, 2)])
def test_a_cell_has_the_room_between_its_sides(more: float, lines: int) -> None:
    sides, ends = THEME.cell_padding
    share = (width("two words", bold=False) * THEME.cell.size + 2 * sides + more) / THEME.page.text_width
    table = Table((), (RowGroup((((p("two words"),), (p(""),)),)),), (Align.LEFT,) * 2, widths=(share, 1 - share))
    assert row_heights(table, THEME) == [lines * THEME.cell.leading + 2 * ends + THEME.rule]
