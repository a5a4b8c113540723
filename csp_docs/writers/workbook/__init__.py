"""The writer of workbooks: the tables and charts of a document as sheets of Excel, or as files of CSV."""

from __future__ import annotations

from csp_docs.blocks import Document
from csp_docs.writers.workbook.book import book_of


def render_xlsx(document: Document) -> bytes:
    """Return the workbook of ``document`` (with its numbers).

    Raises RenderError if it has no table and no chart, or if a text is too long for a cell.
    """
    from csp_docs.writers.workbook.excel import xlsx

    return xlsx(book_of(document), document)


def render_csv(document: Document) -> bytes:
    """Return a zip with a CSV file for each table and chart. Raises RenderError if there is none."""
    from csp_docs.writers.workbook.separated import zipped

    return zipped(book_of(document), document)
