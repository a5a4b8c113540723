"""The cover sheet and the closing particulars: rows of label and value, as the council sets them out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias, assert_never

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, walk
from csp_docs.blocks.run_in import run_in
from csp_docs.compose.content.figures import logo_of
from csp_docs.compose.content.looked_up import look_up
from csp_docs.compose.content.values import value_blocks
from csp_docs.compose.context import Context, ReportContext
from csp_docs.council.layouts import CoverRow, CoverStyle, HeaderLine, PartsIn
from csp_docs.errors import Code, Problem
from csp_docs.text.expressions import names_in

_BETWEEN = b.Text(" · ")
_IN_ROWS = (b.Paragraph, b.List, b.Lines)
Rows: TypeAlias = tuple[b.FactRow | b.FactHeading, ...]


def masthead(header: tuple[HeaderLine, ...], context: Context) -> Blocks:
    """Return the lines above the cover sheet, then the title; a line that says nothing else is left out."""
    title = context.inlines(context.document.title)
    found = [(words, b.HeadLook(line.align, line.bold)) for line in header if (words := _header_line(line, context))]
    kept = [(words, look) for words, look in found if not _same(words, title)]
    looks = tuple(look for _, look in kept) if any(look != b.HeadLook() for _, look in kept) else ()
    return (b.Masthead(tuple(words for words, _ in kept), title, looks, logo_of(context)),)


def _same(line: b.Inlines, title: b.Inlines) -> bool:
    return walk.words(line).casefold() == walk.words(title).casefold()


def cover_sheet(context: ReportContext) -> Blocks:
    """Return the cover sheet in the council's style: a table, lines, or values below their labels."""
    style = context.layout.cover_style
    rows = _rows(context.layout.cover if style is CoverStyle.TABLE else _without_title_above(context), context)
    if not rows:
        return ()
    match style:
        case CoverStyle.TABLE:
            return (b.Facts(_of_words(rows, context), context.term("cover_sheet")),)
        case CoverStyle.LINES:
            return tuple(block for row in rows for block in _as_lines(row))
        case CoverStyle.STACKED:
            return _stacked(rows)
        case _:
            assert_never(style)


def _without_title_above(context: ReportContext) -> tuple[CoverRow, ...]:
    """Return the rows of lines and values, but for a first one that would repeat the title right above it.

    A table is a form that is complete in itself, so it has its row.
    """
    given = context.layout.cover
    says = (row for row in given if row.heading or row.keep or row.empty or _value(row, context))
    first = next(says, None)
    return tuple(row for row in given if row is not first or row.field != "title")


def closing(context: ReportContext) -> Blocks:
    """Return the particulars after the body."""
    rows = _rows(context.layout.closing, context)
    return (b.Facts(_of_words(rows, context), context.term("closing_table")),) if rows else ()


def _of_words(rows: Rows, context: ReportContext) -> Rows:
    """Return the rows of a table; it is a problem if one has more than words and lists: a table cannot hold tables."""
    facts = (fact for row in rows if isinstance(row, b.FactRow) for fact in row.facts)
    for block in (block for fact in facts for block in fact.blocks if not isinstance(block, _IN_ROWS)):
        fact = f"a row of the cover sheet cannot contain a {type(block).__name__.lower()}"
        hint = "remove the row from the layout, so that the body prints it, or write only texts and lists"
        context.problems.append(Problem(Code.BLOCK_NOT_HERE, fact, hint, block.origin))
    return in_twos(rows)


def filled(rows: tuple[CoverRow, ...], value: Callable[[CoverRow], Blocks], context: Context) -> Rows:
    """Return the rows for which ``value`` returns something; a heading is left out if all rows below it are."""

    def said(row: CoverRow) -> Blocks:
        return _fielded(row.text, context).paragraphs(row.text) if row.text else value(row)

    out: list[b.FactRow | b.FactHeading] = []
    for heading, fields in _groups(rows):
        printed = [
            (row, b.FactRow(found))
            for row in fields
            if (found := tuple(fact for field in row.row or (row,) for fact in _fact(field, said(field), context)))
        ]
        facts = list(_with_contacts_together(printed))
        if heading and (facts or not fields):
            out.append(b.FactHeading(context.inlines(heading)))
        out += facts
    return tuple(out)


def _with_contacts_together(printed: list[tuple[CoverRow, b.FactRow]]) -> Iterable[b.FactRow]:
    if not any(row.field.startswith("contacts.") for row, _ in printed):
        return [facts for _, facts in printed]
    from csp_docs.compose.reports.contacts import kept_together

    return kept_together(printed)


def _groups(rows: tuple[CoverRow, ...]) -> list[tuple[str, list[CoverRow]]]:
    """Return the rows below each heading, and those above the first one."""
    groups: list[tuple[str, list[CoverRow]]] = [("", [])]
    for row in rows:
        if row.heading:
            groups.append((row.heading, []))
        else:
            groups[-1][1].append(row)
    return groups


def _field_line(line: HeaderLine, context: Context) -> b.Inlines:
    from csp_docs.compose.heads.fields import field_line

    return field_line(line, context)


def _fielded(text: str, context: Context) -> Context:
    """Return the context of a text that may also use fields of the document."""
    if {name.partition(".")[0] for name in names_in(text)} <= context.scope.names.keys():
        return context
    from csp_docs.compose.heads.fields import naming_fields

    return naming_fields((text,), context)


def _header_line(line: HeaderLine, context: Context) -> b.Inlines:
    words = _field_line(line, context) if line.field else _fielded(line.text, context).inlines(line.text)
    return (b.InLanguage(words, line.language.value),) if line.language else words


def _rows(rows: tuple[CoverRow, ...], context: ReportContext) -> Rows:
    if any(row.parts_in is PartsIn.ROWS for row in rows):
        from csp_docs.compose.reports.contacts import in_rows

        rows = in_rows(rows, context)
    return filled(rows, lambda row: _value(row, context), context)


def _value(row: CoverRow, context: ReportContext) -> Blocks:
    if row.field.startswith("contacts.") or (row.field == "contacts" and row.parts):
        from csp_docs.compose.reports.contacts import contact_parts

        return contact_parts(row, context)
    if row.field == "options" and context.document.options:
        from csp_docs.compose.reports.options import options

        return options(context)
    blocks = value_blocks(look_up(row.field, context), row, context)
    if row.field == "title" and context.layout.cover_style is CoverStyle.TABLE:
        return tuple(_strong(block) for block in blocks)
    return blocks


def _fact(row: CoverRow, blocks: Blocks, context: Context) -> tuple[b.Fact, ...]:
    if not blocks and row.empty:
        blocks = context.paragraphs(row.empty)
    if not blocks and not row.keep:
        return ()
    return (b.Fact(context.inlines(row.label), blocks),)


def _strong(block: b.Block) -> b.Block:
    return b.Paragraph((b.Strong(block.inlines),)) if isinstance(block, b.Paragraph) else block


def _as_lines(row: b.FactRow | b.FactHeading) -> Blocks:
    match row:
        case b.FactHeading():
            return (b.Paragraph((b.Strong(row.title),)),)
        case b.FactRow():
            return in_a_line(row.facts) or tuple(
                block for fact in row.facts for block in run_in(fact.label, fact.blocks)
            )
        case _:
            assert_never(row)


def in_a_line(facts: tuple[b.Fact, ...]) -> Blocks:
    """Return several facts on one line, each after its label; nothing if one of them is more than a line."""
    said = [block for fact in facts for block in run_in(fact.label, fact.blocks)]
    lines = [block.inlines for block in said if isinstance(block, b.Paragraph)]
    if len(facts) == 1 or not len(lines) == len(said) == len(facts):
        return ()
    return (b.Paragraph(tuple(inline for line in lines for inline in (_BETWEEN, *line))[1:]),)


def in_twos(rows: Rows) -> Rows:
    """Return the rows of a table with two facts in each at most: a third one is below them."""
    return tuple(part for row in rows for part in _in_twos(row))


def _in_twos(row: b.FactRow | b.FactHeading) -> Rows:
    if isinstance(row, b.FactHeading):
        return (row,)
    first, others = evolve(row, facts=row.facts[:2]), evolve(row, facts=row.facts[2:])
    return (first, others) if others.facts else (first,)


def _stacked(rows: Rows) -> Blocks:
    """Return a section at the margin for each fact: none has a number. Those after a heading are below it."""
    out: list[b.Block] = []
    heading: b.Section | None = None
    for row in rows:
        match row:
            case b.FactHeading():
                heading = b.Section(row.title, (), numbered=False, at_margin=True)
                out.append(heading)
            case b.FactRow():
                facts = in_a_line(row.facts) or tuple(
                    b.Section(fact.label, fact.blocks, numbered=False, at_margin=True) for fact in row.facts
                )
                if heading:
                    out[-1] = heading = evolve(heading, blocks=heading.blocks + facts)
                else:
                    out += facts
            case _:
                assert_never(row)
    return tuple(out)
