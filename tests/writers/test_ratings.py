"""Ratings: a word behind a sign of its own on a tint; nothing hangs on the colour."""

from __future__ import annotations

from attrs import evolve

from csp_docs.blocks import Align, Document, HeaderCell, Paragraph, Rating, RatingLevel, RowGroup, Table
from csp_docs.theme.theme import Theme
from tests import sample, tagtree
from tests.docx_file import WordFile, find_all, strings, text
from tests.printing import render_docx, render_pdf
from tests.sample import p, t

THEME = Theme()
PRINTED = {
    RatingLevel.GREEN: "●\u00a0Green",
    RatingLevel.AMBER: "▲\u00a0Amber",
    RatingLevel.RED: "■\u00a0Red",
}


def document() -> Document:
    levels = [(RatingLevel.GREEN, "Green"), (RatingLevel.AMBER, "Amber"), (RatingLevel.RED, "Red")]
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
    assert [span.attributes["ActualText"] for span in spans] == ["Green", "Amber", "Red"]


def test_a_sign_never_parts_from_its_word() -> None:
    assert all(" " not in Rating(level, "Green").printed for level in RatingLevel)
    assert len({Rating(level, "x").printed for level in RatingLevel}) == 3
