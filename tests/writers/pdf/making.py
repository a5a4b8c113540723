"""Small documents for the tests of the PDF writer."""

from __future__ import annotations

from attrs import evolve

from csp_docs.blocks import (
    Align,
    Block,
    Document,
    HeaderCell,
    LineBreak,
    Note,
    Paragraph,
    RowGroup,
    Section,
    Table,
    Text,
)
from csp_docs.theme.theme import Theme
from csp_docs.writers.pdf.structure import Element
from csp_docs.writers.pdf.type.fonts import load_family
from csp_docs.writers.pdf.type.lines import break_lines
from csp_docs.writers.pdf.type.shapes import Piece, Run
from tests import sample, tagtree
from tests.printing import render_pdf
from tests.sample import p, t

THEME = Theme()


def document(*blocks: Block) -> Document:
    return evolve(sample.document(), blocks=blocks)


def render(*blocks: Block, theme: Theme = THEME) -> bytes:
    return render_pdf(document(*blocks), theme)


def read(*blocks: Block, theme: Theme = THEME) -> tagtree.TaggedPdf:
    return tagtree.read(render(*blocks, theme=theme))


def lines(word: str, count: int, number: str = "") -> Paragraph:
    """A paragraph of ``count`` lines: word1, word2 and so on."""
    inlines = [inline for n in range(1, count + 1) for inline in (LineBreak(), Text(f"{word}{n}"))]
    return Paragraph(tuple(inlines[1:]), numbered=bool(number), number=number)


def section(title: str, *blocks: Block, number: str = "") -> Section:
    return Section(t(title), blocks, number=number)


def noted(text: str, number: int, note: str) -> Paragraph:
    return Paragraph((Text(text), Note(t(note), number)))


def table(rows: int, columns: int = 2, cell: str = "cell") -> Table:
    return Table(
        head=(tuple(HeaderCell(t(f"head{n}")) for n in range(columns)),),
        groups=(RowGroup(tuple(tuple((p(f"{cell}{row}"),) for _ in range(columns)) for row in range(rows))),),
        aligns=(Align.LEFT,) * columns,
        widths=(1 / columns,) * columns,
    )


def broken(text: str, room: float) -> list[list[Piece]]:
    """The lines of ``text`` in ``room`` points, in the type of the body."""
    face = load_family(THEME.fonts.pdf).face()
    run = Run(text, face, THEME.body.size, "", Element("P").content())
    return break_lines([run], room)
