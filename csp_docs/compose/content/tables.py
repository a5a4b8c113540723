"""Tables of the format to tables of the block tree."""

from __future__ import annotations

import re
from collections.abc import Mapping

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, walk
from csp_docs.compose.context import Context
from csp_docs.errors import Code, origin_of
from csp_docs.model import ColumnGroup, Table

_FIGURE = re.compile(r"[<>≤≥~]?\s?[-+−]?\s?£?\(?[-+−]?£?\d[\d,]*(\.\d+)?\s?(%|pp|[kmbn]{1,2})?\)?")
_NO_FIGURE = re.compile(r"[-–—]|n/?a|\[[a-z]\]", re.IGNORECASE)
"""What is written in a column of figures where there is none: it does not change the column's alignment."""


def table(given: Table, context: Context) -> b.Table:
    """Return a table with its header rows, aligned columns, caption, notes and source."""
    rows = tuple(tuple(context.paragraphs(cell) for cell in row) for row in given.rows)
    return b.Table(
        head=_head(given, context),
        groups=(b.RowGroup(rows),),
        aligns=tuple(b.Align(name) for name in given.align) or _aligns(given, rows),
        row_headers=given.row_headers,
        total=tuple(context.paragraphs(cell) for cell in given.total),
        widths=tuple(width / sum(given.widths) for width in given.widths),
        caption=caption_of(given.caption, context.term("table"), context),
        notes=tuple(context.inlines(note) for note in given.notes),
        source=source_of(given.source, context),
        id=given.id,
        origin=origin_of(given.caption) or origin_of(given.columns[0]),
    )


def facts_table(facts: Mapping[str, str], summary: str, context: Context) -> b.Facts:
    """Return labels with their texts as a table of two columns."""
    rows = tuple(
        b.FactRow((b.Fact(context.inlines(label), context.paragraphs(text)),)) for label, text in facts.items()
    )
    return b.Facts(rows, summary)


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


def _aligns(given: Table, rows: tuple[tuple[Blocks, ...], ...]) -> tuple[b.Align, ...]:
    """Return the alignment of each column: figures are right-aligned, words left-aligned."""
    printed = [[" ".join(walk.texts(cell)) for cell in row] for row in rows]
    first = 1 if given.row_headers else 0
    return tuple(
        b.Align.RIGHT if place >= first and _figures(column) else b.Align.LEFT
        for place, column in enumerate(zip(*printed, strict=True))
    )


def _figures(cells: tuple[str, ...]) -> bool:
    filled = [cell for cell in cells if cell and not _NO_FIGURE.fullmatch(cell)]
    return bool(filled) and all(_FIGURE.fullmatch(cell) for cell in filled)
