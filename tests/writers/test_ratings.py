"""Ratings: a word behind a sign of its own on a tint; nothing hangs on the colour."""

from __future__ import annotations

import io
import re

import pdfplumber
import pytest
from attrs import evolve

from csp_docs.blocks import (
    Align,
    Document,
    Fact,
    FactRow,
    Facts,
    HeaderCell,
    Inlines,
    LineBreak,
    Paragraph,
    Rating,
    RatingLevel,
    RowGroup,
    Strong,
    Table,
    Text,
)
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.numbering import resolve
from csp_docs.writers.html import render_html
from tests import sample, tagtree
from tests.docx_file import WordFile, find_all, strings, text
from tests.printing import render_docx, render_pdf
from tests.sample import p, t
from tests.writers.pdf.things import rgb

THEME = Theme()
PRINTED = {
    RatingLevel.GREEN: "●\u00a0Green",
    RatingLevel.AMBER: "▲\u00a0Amber",
    RatingLevel.RED: "■\u00a0Red",
    RatingLevel.BLUE: "◊\u00a0Complete",
    RatingLevel.GREY: "○\u00a0Not started",
}


def document() -> Document:
    levels = [(level, printed.partition("\u00a0")[2]) for level, printed in PRINTED.items()]
    rows = tuple(((p("Crime"),), (Paragraph((Rating(level, word),)),)) for level, word in levels)
    head = ((HeaderCell(t("Measure")), HeaderCell(t("Rating"))),)
    table = Table(head, (RowGroup(rows),), (Align.LEFT, Align.LEFT), row_headers=True, widths=(0.5, 0.5))
    return evolve(sample.document(), blocks=(table,))


def test_word_prints_sign_and_word_on_a_tint() -> None:
    word_file = WordFile(render_docx(document(), THEME))
    runs = find_all(word_file.body, "//w:tc//w:r[starts-with(w:rPr/w:rStyle/@w:val, 'Rating')]")
    assert [text(run) for run in runs] == list(PRINTED.values())
    styles = [word_file.styles[strings(run, "w:rPr/w:rStyle/@w:val")[0]] for run in runs]
    tints = [strings(style, "w:rPr/w:shd/@w:fill") for style in styles]
    assert tints == [[THEME.colour(level.value)] for level in PRINTED]


def test_pdf_prints_sign_and_word_and_says_the_word_alone() -> None:
    root = tagtree.read(render_pdf(document(), THEME)).root
    spans = [span for cell in root.all("TD") for span in cell.all("Span")]
    assert [span.text() for span in spans] == list(PRINTED.values())
    assert [span.attributes["ActualText"] for span in spans] == [
        word.partition("\u00a0")[2] for word in PRINTED.values()
    ]


HIGH = Rating(RatingLevel.RED, "High")
CELLS: dict[str, tuple[Inlines, bool]] = {
    "alone": ((HIGH,), True),
    "in bold": ((Strong((HIGH,)),), True),
    "in bold below a score": ((Strong((Text("20"), LineBreak(), HIGH)),), True),
    "in bold at the end of a sentence": ((Strong((Text("This is "), HIGH)),), False),
    "after a score": ((Text("20 "), HIGH), True),
    "below a score": ((Text("20"), LineBreak(), HIGH), True),
    "in a sentence": ((Text("This is "), HIGH, Text(" today.")), False),
    "at the end of a sentence": ((Text("This is "), HIGH), False),
    "above other words": ((HIGH, LineBreak(), Text("since May")), False),
}


def holding(inlines: Inlines, holder: str) -> Document:
    """A table, or a cover sheet, with two cells that say ``inlines``: one next to a label, one for itself."""
    cell = (Paragraph(inlines),)
    facts = Facts((FactRow((Fact(t("Crime"), cell),)), FactRow((Fact((), cell),))), "How it goes")
    head = ((HeaderCell(t("Measure")), HeaderCell(t("Rating"))),)
    rows = RowGroup((((p("Crime"),), cell), ((p("Theft"),), cell)))
    table = Table(head, (rows,), (Align.LEFT, Align.LEFT), row_headers=True)
    return resolve(evolve(sample.document(), blocks=(table if holder == "table" else facts,)), THEME)[0]


@pytest.mark.parametrize("holder", ["table", "facts"])
@pytest.mark.parametrize("name", CELLS)
def test_a_cell_that_says_a_rating_has_its_tint_in_every_format(name: str, holder: str) -> None:
    """In a cell with other words, only the rating has it. Cover sheets and tables show ratings alike."""
    inlines, whole = CELLS[name]
    given = holding(inlines, holder)
    word_file = WordFile(render_docx(given, THEME))
    assert strings(word_file.body, "//w:tcPr/w:shd/@w:fill").count(THEME.colour("red")) == 2 * whole
    with pdfplumber.open(io.BytesIO(render_pdf(given, THEME))) as pdf:
        tall = [one for one in pdf.pages[0].rects if one["height"] > THEME.cell.leading + 2 * THEME.cell.after]
    red = [one for one in tall if one["non_stroking_color"] == pytest.approx(rgb(THEME.colour("red")), abs=1e-3)]
    assert len(red) == 2 * whole
    assert len(re.findall('class="[^"]*rated red"', render_html(given, THEME, "").decode())) == 2 * whole


def test_a_sign_never_parts_from_its_word() -> None:
    assert all(" " not in Rating(level, "Green").printed for level in RatingLevel)
    assert len({Rating(level, "x").printed for level in RatingLevel}) == len(RatingLevel)
