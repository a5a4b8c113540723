"""Tables as rows below one row of names: nothing spans, and the titles of groups are a column.

A text across the table is a row of its own, with nothing in the other columns.
"""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.blocks import Across, Table, Workbook
from csp_docs.records import record
from csp_docs.writers.workbook.names import column_names
from csp_docs.writers.workbook.numbers import number_or_words
from csp_docs.writers.workbook.sheet import Cell, Row
from csp_docs.writers.workbook.words import Notes

_DASHES = frozenset(("", "-", "–", "—"))


@record
class Content:
    """What a sheet has of a table or chart; ``lines`` are its notes and ``source`` is where its figures are from."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: tuple[str, ...] = ()
    source: str = ""
    unit: str = ""


def of_table(table: Table, words: Workbook, notes: Notes) -> Content:
    """Return the content of a table; the marks of footnotes in its cells are in a column of their own."""
    names, above = _names(table, words, notes)
    grouped = any(group.title for group in table.groups)
    rows = [_row(cells, words, notes) for cells in _rows(table, grouped, notes)]
    marked = any(marks for _, marks in rows)
    wanted = [*([words.group] if grouped else []), *names, *([words.notes] if marked else [])]
    return Content(
        column_names(wanted, words.name),
        tuple((*cells, marks or words.none) if marked else cells for cells, marks in rows),
        (*above, *map(notes.with_marks, table.notes)),
        notes.with_marks(table.source),
    )


def cell_of(printed: str, words: Workbook) -> Cell:
    """Return the cell for printed words: a number, or the mark for none in place of nothing and of a dash."""
    return words.none if printed.strip() in _DASHES else number_or_words(in_words(printed, words))


def in_words(printed: str, words: Workbook) -> str:
    """Return words in place of the sign of a unit alone, which screen readers may skip; other words as they are."""
    return {"%": words.percent, "£": words.pounds}.get(printed.strip(), printed)


def _names(table: Table, words: Workbook, notes: Notes) -> tuple[list[str], list[str]]:
    """Return the names of columns, "2013/14: Number", and the headers that are above all of them."""
    names: list[list[str]] = [[] for _ in table.aligns]
    above: list[str] = []
    for row in table.head:
        column = 0
        for cell in row:
            said = in_words(notes.with_marks(cell.inlines), words)
            for own in [above] if cell.span == len(names) > 1 else names[column : column + cell.span]:
                own.append(said)
            column += cell.span
    return [": ".join(filter(None, own)) for own in names], list(filter(None, above))


def _rows(table: Table, grouped: bool, notes: Notes) -> Iterator[tuple[str, ...]]:
    """Yield the words of the cells of each row, below the title of its group if there are groups."""
    for group in table.groups:
        title = notes.with_marks(group.title)
        for row in group.rows:
            cells = [row.blocks, *[()] * (len(table.aligns) - 1)] if isinstance(row, Across) else row
            yield (*([title] if grouped else []), *map(notes.cell, cells))
    for row in table.totals:
        yield (*([""] if grouped else []), *map(notes.cell, row))


def _row(cells: tuple[str, ...], words: Workbook, notes: Notes) -> tuple[Row, str]:
    """Return the cells of a row, and the marks of the footnotes that are in them."""
    return tuple(cell_of(cell, words) for cell in cells), notes.placed()
