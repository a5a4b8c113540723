"""The cover sheet and the closing particulars: rows of label and value, as the council sets them out."""

from __future__ import annotations

from typing import assert_never

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.context import Context
from csp_docs.compose.values import look_up, value_blocks
from csp_docs.layouts import CoverRow, CoverStyle


def masthead(context: Context) -> Blocks:
    """Return the lines above the cover sheet."""
    lines = tuple(_header_line(line.text, line.language, context) for line in context.layout.header)
    return (b.Masthead(lines),) if lines else ()


def cover_sheet(context: Context) -> Blocks:
    """Return the cover sheet in the council's style: a table, lines, or values stacked below their labels."""
    rows = _rows(context.layout.cover, context)
    if not rows:
        return ()
    match context.layout.cover_style:
        case CoverStyle.TABLE:
            return (b.Facts(rows, context.term("cover_sheet")),)
        case CoverStyle.LINES:
            return tuple(block for row in rows for block in _as_lines(row))
        case CoverStyle.STACKED:
            return tuple(block for row in rows for block in _stacked(row))
        case _:
            assert_never(context.layout.cover_style)


def closing(context: Context) -> Blocks:
    """Return the particulars behind the body."""
    rows = _rows(context.layout.closing, context)
    return (b.Facts(rows, context.term("closing_table")),) if rows else ()


def printed_fields(rows: tuple[CoverRow, ...]) -> frozenset[str]:
    """Return the names of all fields that rows print."""
    inside = (printed_fields(row.row) for row in rows if row.row)
    return frozenset(row.field for row in rows if row.field).union(*inside)


def _header_line(text: str, language: str, context: Context) -> b.Inlines:
    words = context.inlines(text)
    return (b.InLanguage(words, language),) if language else words


def _rows(rows: tuple[CoverRow, ...], context: Context) -> tuple[b.FactRow | b.FactHeading, ...]:
    """Return the rows that have something to say; a heading goes when nothing is left below it."""
    out: list[b.FactRow | b.FactHeading] = []
    for row in rows:
        if row.heading:
            out = _without_bare_heading(out)
            out.append(b.FactHeading(context.inlines(row.heading)))
        elif facts := tuple(fact for field in row.row or (row,) for fact in _fact(field, context)):
            out.append(b.FactRow(facts))
    return tuple(_without_bare_heading(out))


def _without_bare_heading(rows: list[b.FactRow | b.FactHeading]) -> list[b.FactRow | b.FactHeading]:
    return rows[:-1] if rows and isinstance(rows[-1], b.FactHeading) else rows


def _fact(row: CoverRow, context: Context) -> tuple[b.Fact, ...]:
    blocks = value_blocks(look_up(row.field, context), row, context)
    if not blocks and row.empty:
        blocks = context.blocks(row.empty)
    if not blocks and not row.keep:
        return ()
    return (b.Fact(context.inlines(row.label), blocks),)


def _as_lines(row: b.FactRow | b.FactHeading) -> Blocks:
    match row:
        case b.FactHeading():
            return (b.Paragraph((b.Strong(row.title),)),)
        case b.FactRow():
            return tuple(block for fact in row.facts for block in _run_in(fact))
        case _:
            assert_never(row)


def _run_in(fact: b.Fact) -> Blocks:
    """Return a fact with its label run in before the first words of the value."""
    label = b.Strong(fact.label)
    match fact.blocks:
        case (b.Paragraph() as first, *rest) if fact.label:
            return (b.Paragraph((label, b.Text(" "), *first.inlines)), *rest)
    return (b.Paragraph((label,)), *fact.blocks) if fact.label else fact.blocks


def _stacked(row: b.FactRow | b.FactHeading) -> Blocks:
    match row:
        case b.FactHeading():
            return (b.Section(row.title, (), numbered=False),)
        case b.FactRow():
            return tuple(b.Section(fact.label, fact.blocks, numbered=False) for fact in row.facts)
        case _:
            assert_never(row)
