"""The sheets of a document: a cover, contents, notes, and one for each table and chart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from csp_docs.blocks import Document, Figure, Table, Workbook
from csp_docs.errors import Code, Problem, RenderError
from csp_docs.records import record
from csp_docs.writers.workbook.found import Found, found_in
from csp_docs.writers.workbook.names import Names, sheet_name, table_name
from csp_docs.writers.workbook.sheet import Number, Sheet
from csp_docs.writers.workbook.tables import Content, of_table
from csp_docs.writers.workbook.words import Notes, printable

_IN_BRACKETS = re.compile(r"\[[^\[\]]+\]")
"""A mark in place of a figure, or after one, as authors write their own."""


@record
class Book:
    """The sheets of a workbook: ``cover`` has lines only, and ``notes`` is None if there is nothing to explain."""

    cover: Sheet
    contents: Sheet
    notes: Sheet | None
    sheets: tuple[Sheet, ...]


def book_of(document: Document) -> Book:
    """Return the sheets of a document. Raises RenderError if it has no table, chart or map."""
    words, names, tables = document.workbook, Names.of_sheets(), Names.of_tables()
    cover, contents, notes = (
        names.own(sheet_name(printable(name))) for name in (words.cover_sheet, words.contents, words.notes)
    )
    sheets = tuple(
        evolve(sheet, name=(name := names.own(sheet.name)), table=tables.own(table_name(name), "_{}"))
        for sheet in _sheets(document, notes)
    )
    if not sheets:
        fact = f'"{document.title}" has no table, chart or map for a workbook'
        hint = "build it as docx or pdf: a workbook has the tables, charts and maps of a document, and nothing else"
        raise RenderError([Problem(Code.NO_TABLES, fact, hint)])
    explained = _notes(notes, sheets, words)
    listed = _contents(contents, [*([explained] if explained else []), *sheets], words)
    front = Sheet(cover, printable(document.title), _cover_lines(document), (), ())
    return Book(front, _named(listed, tables), _named(explained, tables) if explained else None, sheets)


def _named(sheet: Sheet, tables: Names) -> Sheet:
    return evolve(sheet, table=tables.own(table_name(sheet.name), "_{}"))


def _cover_lines(document: Document) -> tuple[str, ...]:
    lines = (*document.marking.splitlines(), document.subject, *document.workbook.cover)
    return tuple(filter(None, map(printable, lines)))


def _sheets(document: Document, notes_sheet: str) -> Iterator[Sheet]:
    """Yield the sheets of tables and charts; their names may be the same, and too long."""
    words = document.workbook
    for found in found_in(document):
        notes = Notes(words.note)
        title = _title(found, document, notes)
        content = _content(found.block, words, notes)
        if content and content.rows:
            title = f"{title} ({content.unit})" if content.unit else title
            lines = _lines(found, content, words, words.see.replace("{notes}", notes_sheet) if notes.texts else "")
            explained = tuple(sorted(notes.texts.items()))
            yield Sheet(
                _name(found, title),
                title,
                lines,
                content.columns,
                content.rows,
                notes=explained,
                repeated=_title(evolve(found, block=found.repeated), document, notes) if found.repeated else "",
                origin=found.block.origin,
            )


def _content(block: Table | Figure, words: Workbook, notes: Notes) -> Content | None:
    if isinstance(block, Table):
        return of_table(block, words, notes)
    from csp_docs.writers.workbook.figures import of_figure  # many documents have no charts

    return of_figure(block, words, notes)


def _title(found: Found, document: Document, notes: Notes) -> str:
    """Return the caption with its number; without one, the heading above it, and the one above that."""
    if caption := found.block.caption:
        return f"{printable(caption.label)}: {notes.with_marks(caption.inlines)}"
    return printable(": ".join(found.place.headings[-2:])) or printable(document.title)


def _name(found: Found, title: str) -> str:
    label = (found.block.caption.label,) if found.block.caption else found.place.headings[-2:]
    first, *others = label or (title,)
    return sheet_name(printable(f"{found.place.appendix} {first}"), *map(printable, others))


def _lines(found: Found, content: Content, words: Workbook, see: str) -> tuple[str, ...]:
    """Return the lines between the title of a sheet and its table: what there is to know before the figures."""
    marks = (f"{mark}: {meaning}" for mark, meaning in _used(content, words))
    marking = map(printable, found.place.marking.splitlines())
    lines = (*marking, words.one_table, see, *content.lines, *marks, content.source)
    return tuple(filter(None, lines))


def _used(content: Content, words: Workbook) -> Iterator[tuple[str, str]]:
    """Yield the marks that are in columns of figures, with what they mean, but those that a line of the table explains.

    The mark for none can be in any column.
    """
    columns = list(zip(*content.rows, strict=True))
    figures = [column for column in columns if any(isinstance(cell, Number) for cell in column)]
    printed = "\n".join(cell if isinstance(cell, str) else cell.printed for column in figures for cell in column)
    known = dict(_explained(content.lines, words))
    for mark, meaning in _marks(words).items():
        none = mark == words.none and any(mark in column for column in columns)
        if mark not in known and (none or re.search(rf"(?<!\w){re.escape(mark)}(?!\w)", printed)):
            yield mark, meaning


def _explained(lines: Iterable[str], words: Workbook) -> Iterator[tuple[str, str]]:
    """Yield the marks that lines explain, with what they mean."""
    for line in lines:
        mark, colon, meaning = line.partition(": ")
        if colon and (mark in _marks(words) or _IN_BRACKETS.fullmatch(mark)):
            yield mark, meaning


def _marks(words: Workbook) -> dict[str, str]:
    """Return what marks mean in the council's words: "[x]: the figure is not available"."""
    parts = (printable(mark).partition(": ") for mark in words.marks)
    return {mark: meaning for mark, _, meaning in parts if meaning}


def _notes(name: str, sheets: tuple[Sheet, ...], words: Workbook) -> Sheet | None:
    """Return the sheet of all footnotes of the sheets, and of their marks; None if there are none."""
    notes = {number: text for sheet in sheets for number, text in sheet.notes}
    marks = dict.fromkeys(pair for sheet in sheets for pair in _explained(sheet.lines, words))
    rows = (
        *((words.note.replace("{number}", str(number)), notes[number] or words.none) for number in sorted(notes)),
        *marks,
    )
    return Sheet(name, name, (words.one_table,), (words.mark, words.meaning), rows) if rows else None


def _contents(name: str, sheets: list[Sheet], words: Workbook) -> Sheet:
    rows = tuple((sheet.name, title) for sheet in sheets for title in sheet.titles)
    return Sheet(name, name, (words.one_table,), (words.sheet, words.title), rows, links=True)
