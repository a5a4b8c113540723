"""Documents with tables and charts, for the tests of workbooks."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Align, Block, Document, HeaderCell, Inlines, RowGroup, Table
from csp_docs.writers.workbook import render_xlsx
from tests import sample
from tests.sample import t
from tests.writers.workbook.reading import ReadBook


def table(names: Sequence[str], *rows: Sequence[str | Inlines], caption: str = "Offences", number: int = 1) -> Table:
    """Return a table of words; a cell may be inlines."""
    cells = tuple(tuple((b.Paragraph(t(cell) if isinstance(cell, str) else cell),) for cell in row) for row in rows)
    head = (tuple(HeaderCell(t(name)) for name in names),)
    title = b.Caption("Table", t(caption), number) if caption else None
    return Table(head, (RowGroup(cells),), (Align.LEFT,) * len(names), caption=title)


def document(*blocks: Block, **changes: object) -> Document:
    """Return a document with ``blocks``."""
    return evolve(sample.document(), blocks=blocks, **changes)  # type: ignore[arg-type]


def book(*blocks: Block, **changes: object) -> ReadBook:
    """Return the workbook of a document with ``blocks``."""
    return ReadBook(render_xlsx(document(*blocks, **changes)))


def cell(words: str) -> object:
    """Return the cell of a sheet of a document whose table has these words in its only cell."""
    made = book(table(["A"], [words]))
    return made.book["Table 1"].cell(made.book["Table 1"].max_row, 1)
