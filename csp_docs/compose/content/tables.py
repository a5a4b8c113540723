"""Tables of the format to tables of the block tree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, walk
from csp_docs.compose.content.table_figures import alike
from csp_docs.compose.content.typed import below, in_row
from csp_docs.compose.context import Context
from csp_docs.errors import Code, origin_of
from csp_docs.measures.cells import of_figures
from csp_docs.measures.sums import Row, kinds_of, same_numbers
from csp_docs.measures.years import is_money
from csp_docs.model import ColumnGroup, Table
from csp_docs.model.numbers import Written, written

_OF_HUNDRED = re.compile(
    r"%|\b(?:per ?cent|percentages?|shares?|proportions?|rates?|canran|cyfran|cyfradd)\b", re.IGNORECASE
)
"""A head that says so has shares: 35 of 100 cases are not the same as 35%."""


def table(given: Table, context: Context) -> b.Table:
    """Return a table with its header rows, aligned columns, caption, notes and source."""
    cells = tuple(_cells(row, given, context) for row in given.rows)
    rows, total = alike(given, cells, _cells(given.total, given, context), context)
    printed = [[" ".join(walk.texts(cell)) for cell in row] for row in rows]
    _judge_figures(given, printed, context)
    return b.Table(
        head=_head(given, context),
        groups=(b.RowGroup(rows),),
        aligns=tuple(b.Align(name) for name in given.align) or _aligns(given, printed),
        row_headers=given.row_headers,
        total=total,
        widths=tuple(width / sum(given.widths) for width in given.widths),
        caption=caption_of(given.caption, context.term("table"), context),
        notes=tuple(context.inlines(note) for note in given.notes),
        source=source_of(given.source, context),
        id=given.id,
        origin=origin_of(given.caption) or origin_of(given.columns[0]),
    )


def _cells(row: tuple[str, ...], given: Table, context: Context) -> tuple[Blocks, ...]:
    """Return the cells of a row; those below "Reference", or next to "Helpline", are printed as they are typed."""
    return tuple(
        below(head, cell, in_row(row, cell, context)).paragraphs(cell)
        for head, cell in zip(given.columns, row, strict=False)
    )


def facts_table(facts: Mapping[str, str], summary: str, context: Context) -> b.Facts:
    """Return labels with their texts as a table of two columns."""
    rows = tuple(
        b.FactRow((b.Fact(context.inlines(label), below(label, text, context).paragraphs(text)),))
        for label, text in facts.items()
    )
    return b.Facts(rows, summary, origin=origin_of(next(iter(facts))))


def caption_of(caption: str, word: str, context: Context) -> b.Caption | None:
    """Return a caption in the series of ``word``; None if there is none."""
    return b.Caption(word, context.inlines(caption)) if caption else None


def source_of(source: str, context: Context) -> b.Inlines:
    """Return a source after the council's word for it."""
    return (b.Text(f"{context.term('source')}: "), *context.inlines(source)) if source else ()


def _head(given: Table, context: Context) -> tuple[tuple[b.HeaderCell, ...], ...]:
    names = tuple(b.HeaderCell(context.inlines(column)) for column in given.columns)
    if not given.groups:
        return (names,)
    return (_group_row(given, context), names)


def _group_row(given: Table, context: Context) -> tuple[b.HeaderCell, ...]:
    """Return the header row above the column names: groups over their columns, empty cells elsewhere."""
    cells: list[b.HeaderCell] = []
    column = 0
    for group in given.groups:
        start = _start(group, given.columns, column)
        if start is None:
            hint = f"name columns that are next to each other, in order: {', '.join(given.columns)}"
            context.problem(
                Code.COLUMNS_APART,
                f'the columns of the group "{group.title}" are not next to each other',
                hint,
                group.title,
            )
            return ()
        cells += [b.HeaderCell(())] * (start - column)
        cells.append(b.HeaderCell(context.inlines(group.title), len(group.columns)))
        column = start + len(group.columns)
    return (*cells, *[b.HeaderCell(())] * (len(given.columns) - column))


def _start(group: ColumnGroup, columns: tuple[str, ...], first: int) -> int | None:
    """Return where a group's columns are next to each other, after those of earlier groups (names may repeat)."""
    width = len(group.columns)
    places = range(first, len(columns) - width + 1)
    return next((start for start in places if columns[start : start + width] == group.columns), None)


def _aligns(given: Table, printed: list[list[str]]) -> tuple[b.Align, ...]:
    """Return the alignment of each column: figures are right-aligned, words left-aligned."""
    first = 1 if given.row_headers else 0
    return tuple(
        b.Align.RIGHT if place >= first and of_figures(column) else b.Align.LEFT
        for place, column in enumerate(zip(*printed, strict=True))
    )


def _judge_figures(given: Table, printed: list[list[str]], context: Context) -> None:
    """Warn of columns with the same figures, and of a typed total that counts a total among the rows."""
    numbers = [list(map(written, cells)) for cells in zip(*printed, strict=True)]
    columns = [tuple(found.value if found else None for found in column) for column in numbers]
    of_figures = [at for at, column in enumerate(columns) if None not in column]
    named = [(given.columns[at], columns[at], numbers[at]) for at in of_figures]
    context.problems.extend(same_numbers(Row(head, values, _units(head, found)) for head, values, found in named))
    rows = [Row(row[0], tuple(columns[at][place] for at in of_figures)) for place, row in enumerate(printed)]
    totals = [place for place, kind in enumerate(kinds_of([rows])[0]) if not kind.is_added] if given.total else []
    for at in of_figures if given.total and totals else ():
        known = [value or Decimal(0) for value in columns[at]]
        if 0 < len(totals) < len(printed) and _value(given.total[at]) == sum(known) != known[totals[0]]:
            fact = f'the total of "{given.columns[at]}" counts "{printed[totals[0]][0]}" too, which is a total'
            context.warn(Code.TOTAL_AMONG_ROWS, fact, "remove that row, and correct the total", given.total[at])
            return


def _units(head: str, numbers: list[Written | None]) -> tuple[str, ...]:
    """Return what the figures of a column are in: the unit of its head, and of each cell that has one."""
    of_head = "%" if _OF_HUNDRED.search(head) else "£" if is_money(head) else ""
    return tuple(found.unit or of_head for found in numbers if found)


def _value(cell: str) -> Decimal | None:
    found = written(cell)
    return found.value if found else None
