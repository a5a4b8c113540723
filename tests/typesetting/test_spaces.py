"""The space above tables, figures, and the rows of grids: one rhythm for all that is set apart, in both files."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lxml import etree

from csp_docs.blocks import Block, Callout, Grid, GridCell, Quote, Section
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.heights import spaces_above
from csp_docs.typesetting.keeps import with_keeps
from csp_docs.typesetting.widths import with_widths
from csp_docs.writers.pdf.layout import lay_out
from tests.docx_file import W, WordFile, text
from tests.figure_sample import figures_document
from tests.printing import render_docx
from tests.sample import p, t
from tests.writers.pdf.making import THEME, document, section, table
from tests.writers.pdf.things import figure, picture

HEADED = GridCell((Section(t("What we did"), (p("much"),)),))
TITLED = GridCell((p("much"),), t("What we did"))
APART: dict[str, Block] = {
    "table": table(2),
    "figure": figure(picture(40, 40), alt="a view"),
    "callout": Callout((p("look"),)),
    "quote": Quote((p("they said"),)),
    "grid": Grid((TITLED,)),
}


def gaps(*blocks: Block, theme: Theme = THEME) -> list[float]:
    """Return the space between the boxes of ``blocks``, in points."""
    [page] = lay_out(with_keeps(with_widths(document(*blocks), theme)[0], theme), theme).pages
    return [below.top - above.top - above.box.height for above, below in pairwise(page.boxes)]


@pytest.mark.parametrize("kind", APART)
def test_all_that_is_set_apart_has_the_same_space_above(kind: str) -> None:
    assert gaps(p("words"), APART[kind])[0] == THEME.apart


@pytest.mark.parametrize("kind", ["table", "figure"])
@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_table_is_nearer_to_its_heading(kind: str, level: int) -> None:
    inside: Block = section("Heading", APART[kind])
    for _ in range(level - 1):
        inside = section("Above", inside)
    heading = THEME.heading(level)
    assert gaps(inside)[level - 1] == max(heading.after, THEME.below_heading) < THEME.apart


@pytest.mark.parametrize("kind", ["table", "figure"])
def test_the_rule_of_a_heading_and_that_of_a_table_are_not_a_double_rule(kind: str) -> None:
    theme = THEME.for_publication()
    assert gaps(section("Heading", APART[kind]), theme=theme)[1] == theme.below_ruled
    body = WordFile(render_docx(figures_document(section("Heading", APART[kind])), theme))
    heading = next(one for one in body.paragraphs() if text(one) == "Heading")
    below = heading.getnext()
    assert below is not None
    spaces = body.said(heading, "spacing", "after"), kind == "figure" and body.said(below, "spacing", "before")
    assert str(20 * round(theme.below_ruled)) in spaces


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_heading_in_a_grid_has_the_space_of_its_level_above_it_in_each_row(level: int) -> None:
    before = THEME.heading(level).before
    grid = Grid((HEADED, TITLED, TITLED, HEADED))
    assert spaces_above(grid, level, THEME) == [max(before, THEME.apart), max(before, THEME.grid_gutter)]


def test_rows_without_headings_have_the_space_of_grids() -> None:
    assert spaces_above(Grid((TITLED,) * 4), 1, THEME) == [THEME.apart, THEME.grid_gutter]


def test_a_heading_is_as_far_below_text_in_a_grid_as_elsewhere() -> None:
    elsewhere = gaps(p("words"), section("What we did", p("much")))[0]
    assert gaps(p("words"), Grid((HEADED,)))[0] == elsewhere


def test_word_has_the_same_spaces() -> None:
    shown = [*APART.values(), Grid((HEADED,))]
    blocks = [each for one in shown for each in (p("words"), one)]
    word_file = WordFile(render_docx(figures_document(*blocks), Theme()))
    elements = [one for one in word_file.body[0] if one.tag != W + "sectPr"]
    found = [
        max(_space(word_file, above, "after"), _space(word_file, below, "before"))
        for above, below in pairwise(elements)
        if text(above) == "words"
    ]
    assert found == [Theme().apart] * len(APART) + [Theme().heading(1).before]


def _space(word_file: WordFile, element: etree._Element, side: str) -> float:
    """Return the space above or below a paragraph, in points; a table has none."""
    said = word_file.said(element, "spacing", side) if element.tag == W + "p" else None
    return int(said or 0) / 20
