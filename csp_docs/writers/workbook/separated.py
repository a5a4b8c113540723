"""Sheets as files of comma-separated values (RFC 4180), in one zip: each begins with a row of names.

They are in UTF-8 with a byte order mark: without it, Excel takes them for Windows-1252, and shows "£" and "ŵ" wrongly.
"""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from io import StringIO

from csp_docs.blocks import Document, Workbook
from csp_docs.writers.workbook.archive import archive
from csp_docs.writers.workbook.book import Book
from csp_docs.writers.workbook.names import Names
from csp_docs.writers.workbook.sheet import Cell, Number, Row, Sheet
from csp_docs.writers.workbook.tables import in_words

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What programs take for a formula (OWASP, "CSV injection"); the last four are the wide forms of the first four."""
_NUMBER = re.compile(r"-?£?[\d.]+(?:%|pp)?", re.ASCII)


def zipped(book: Book, document: Document) -> bytes:
    """Return a zip with a file for each table and chart, and the files of the contents and the notes."""
    words, names = document.workbook, Names.of_tables()
    own = {
        sheet.name: f"{names.own(_file(sheet), '-{}')}.csv" for sheet in (book.contents, *_notes(book), *book.sheets)
    }
    listed = tuple(
        (own[sheet.name], title, "\n".join(_about(sheet, words.one_table)))
        for sheet in book.sheets
        for title in sheet.titles
    )
    files = {own[book.contents.name]: _text((words.file, words.title, words.notes), listed)}
    for sheet in (*_notes(book), *book.sheets):
        files[own[sheet.name]] = _text(*_plain(sheet, words))
    return archive(files)


def _notes(book: Book) -> tuple[Sheet, ...]:
    return (book.notes,) if book.notes else ()


def _about(sheet: Sheet, one_table: str) -> Iterator[str]:
    """Yield the lines above a table, but the one that counts the tables of a worksheet."""
    return (line for line in sheet.lines if line != one_table)


def _file(sheet: Sheet) -> str:
    return re.sub(r"\W+", "-", sheet.name.casefold()).strip("-") or "table"


def _plain(sheet: Sheet, words: Workbook) -> tuple[Row, list[tuple[str, ...]]]:
    """Return names and rows as texts; the unit of all numbers of a column is in its name."""
    units = [_unit(column) for column in zip(*sheet.rows, strict=True)]
    names = tuple(
        name if not unit or unit in name or in_words(unit, words) == name else f"{name} ({unit})"
        for name, unit in zip(sheet.columns, units, strict=True)
    )
    return names, [tuple(_value(cell, unit) for cell, unit in zip(row, units, strict=True)) for row in sheet.rows]


def _unit(column: Iterable[Cell]) -> str:
    """Return the unit of the numbers of a column if all have the same."""
    units = {cell.unit for cell in column if isinstance(cell, Number)}
    return units.pop() if len(units) == 1 else ""


def _value(cell: Cell, unit: str) -> str:
    """Return a number without commas, and without the unit of its column."""
    if isinstance(cell, str):
        return cell
    sign, own = "-" if cell.value < 0 else "", "" if unit else cell.unit
    before, after = (own, "") if own == "£" else ("", own)
    return f"{sign}{before}{abs(cell.value):f}{after}"


def _text(names: Row, rows: Iterable[Row]) -> bytes:
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([[_safe(str(cell)) for cell in row] for row in (names, *rows)])
    return BOM_UTF8 + out.getvalue().encode()


def _safe(words: str) -> str:
    """Return words with an apostrophe before what a program would take for a formula; numbers are none."""
    return f"'{words}" if words.startswith(_FORMULA) and not _NUMBER.fullmatch(words) else words
