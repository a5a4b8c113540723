"""Contacts by part: lines after labels, rows, or a table with a column for each part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines
from csp_docs.compose.content.values import contact_words
from csp_docs.compose.context import ReportContext
from csp_docs.compose.numbering import labelled
from csp_docs.council.layouts import CoverRow, Part, PartsIn, RowPart
from csp_docs.errors import Code, did_you_mean
from csp_docs.model import Contact
from csp_docs.model.reach import types_of

_FIELD = "contacts"


def in_rows(rows: tuple[CoverRow, ...], context: ReportContext) -> tuple[CoverRow, ...]:
    """Return rows where each part of each contact has a row of its own, if the council sets them out so."""
    return tuple(own for row in rows for own in _rows(row, context))


def _rows(row: CoverRow, context: ReportContext) -> Iterator[CoverRow]:
    if row.parts_in is not PartsIn.ROWS:
        yield row
        return
    for place in range(len(context.document.contacts)):
        for part in row.parts:
            yield CoverRow(field=f"{_FIELD}.{place}.{part.field}", label=part.label)


def kept_together(rows: Sequence[tuple[CoverRow, b.FactRow]]) -> Iterator[b.FactRow]:
    """Yield rows that are printed, those of each contact on one page; of several contacts, each begins in bold."""
    contacts = [_contact(row) for row, _ in rows]
    several = len({*contacts} - {""}) > 1
    for above, contact, below, (_, printed) in zip(["", *contacts], contacts, [*contacts[1:], ""], rows, strict=False):
        facts = printed.facts
        if several and contact != above and contact:
            facts = tuple(evolve(fact, blocks=_in_bold(fact.blocks)) for fact in facts)
        yield b.FactRow(facts, with_next=bool(contact) and contact == below)


def _contact(row: CoverRow) -> str:
    """Return which contact a row has a part of; empty for another row."""
    head, _, _ = row.field.rpartition(".")
    return head if head.startswith(f"{_FIELD}.") else ""


def _in_bold(blocks: Blocks) -> Blocks:
    return tuple(_paragraph((b.Strong(one.inlines),)) if isinstance(one, b.Paragraph) else one for one in blocks)


def contact_parts(row: CoverRow, context: ReportContext) -> Blocks:
    """Return the parts of contacts that a row prints: each after its label, or one part of all, or of one of them."""
    context.taken(_FIELD, row.field)
    if row.field == _FIELD:
        context.printed.update(f"{_FIELD}.{part.field}" for part in row.parts)
        return tuple(filter(None, (_after_labels(row.parts, words, context) for words in _words(context))))
    *place, part = row.field.removeprefix(f"{_FIELD}.").split(".")
    if part not in types_of(Contact):
        hint = did_you_mean(part, types_of(Contact), "parts")
        context.problem(Code.UNKNOWN_FIELD, f'"{_FIELD}" has no part "{part}"', hint, row.field)
        return ()
    context.printed.add(f"{_FIELD}.{part}")
    words = [_words(context)[int(place[0])]] if place else _words(context)
    found = tuple(names[part] for names in words if part in names)
    return (b.Lines(found),) if len(found) > 1 else tuple(map(_paragraph, found))


def contacts_as(part: Part, context: ReportContext) -> Blocks:
    """Return the contacts as a part of the body: lines, rows of labels and values, or a table with a column each."""
    match part.parts_in:
        case PartsIn.LINES:
            return contact_parts(CoverRow(field=_FIELD, parts=part.parts), context)
        case PartsIn.ROWS:
            rows = _rows(CoverRow(field=_FIELD, parts=part.parts, parts_in=PartsIn.ROWS), context)
            found = [(row, b.Fact(context.inlines(row.label), contact_parts(row, context))) for row in rows]
            facts = tuple(kept_together([(row, b.FactRow((fact,))) for row, fact in found if fact.blocks]))
            return (b.Facts(facts, context.term("contacts")),) if facts else ()
        case PartsIn.COLUMNS:
            return (_table(part.parts, context),) if context.document.contacts else ()
        case _:
            assert_never(part.parts_in)


def _after_labels(parts: tuple[RowPart, ...], words: dict[str, Inlines], context: ReportContext) -> b.Lines | None:
    lines = tuple(labelled(part.label, words[part.field], context) for part in parts if part.field in words)
    return b.Lines(lines) if lines else None


def _table(parts: tuple[RowPart, ...], context: ReportContext) -> b.Table:
    """Return a table with a row for each contact, which has the first part as its header.

    Parts that no contact gives have no column.
    """
    context.printed.update(f"{_FIELD}.{part.field}" for part in parts)
    contacts = _words(context)
    given = [part for part in parts if any(part.field in words for words in contacts)]
    head = tuple([b.HeaderCell(context.inlines(part.label)) for part in given])
    rows = tuple(
        tuple((_paragraph(words[part.field]),) if part.field in words else () for part in given) for words in contacts
    )
    return b.Table((head,), (b.RowGroup(rows),), (b.Align.LEFT,) * len(given), row_headers=True)


def _words(context: ReportContext) -> list[dict[str, Inlines]]:
    return [dict(contact_words(contact, context)) for contact in context.document.contacts]


def _paragraph(words: Inlines) -> b.Paragraph:
    return b.Paragraph(words)
