"""Sheets as a workbook of Excel, as the Analysis Function's guidance on accessible spreadsheets asks."""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from csp_docs.blocks import Document
from csp_docs.writers.workbook.archive import archive
from csp_docs.writers.workbook.book import Book
from csp_docs.writers.workbook.cells import Cells
from csp_docs.writers.workbook.looks import add_looks, set_page
from csp_docs.writers.workbook.words import printable

_UNDATED = date(2000, 1, 1)
"""The date in the properties of a document without one: a clock would give different bytes each time."""
_LONGEST_PROPERTY = 255


def xlsx(book: Book, document: Document) -> bytes:
    """Return the file of a workbook: the same bytes for the same document. Raises RenderError for a text too long."""
    made = Workbook()
    made.remove(made.active)
    add_looks(made)
    for sheet in filter(None, (book.cover, book.contents, book.notes, *book.sheets)):
        page = made.create_sheet()
        page.title = sheet.name
        Cells(page, sheet).write()
        set_page(page)
    made.active.sheet_view.tabSelected = True
    _describe(made, document)
    return _bytes(made)


def _describe(made: Workbook, document: Document) -> None:
    """Set the properties by which people and programs find the file."""
    day = datetime.combine(document.date or _UNDATED, time())
    properties = made.properties
    properties.title, properties.subject = _short(document.title), _short(document.subject)
    properties.creator = properties.lastModifiedBy = _short(document.author)
    properties.language = document.language
    properties.created = properties.modified = day


def _short(text: str) -> str:
    return printable(text)[:_LONGEST_PROPERTY]


def _bytes(made: Workbook) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as target:
        ExcelWriter(made, target).write_data()
    with ZipFile(out) as written:
        return archive({name: written.read(name) for name in written.namelist()})
