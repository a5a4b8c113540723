"""A document on its way to bytes: its pages are laid out once, whatever the formats."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import has_contents, with_pages

if TYPE_CHECKING:
    from csp_docs.writers.pdf import Layout


@define(eq=False)
class Printing:
    """A document whose numbers are in place. Raises RenderError if a writer cannot print it."""

    document: Document
    theme: Theme

    @cached_property
    def layout(self) -> Layout:
        """The pages of the document."""
        from csp_docs.writers.pdf import lay_out

        return lay_out(self.document, self.theme)

    def word(self) -> bytes:
        """Return the Word file; the page numbers that its contents show come from the layout of the PDF."""
        from csp_docs.writers.word import render_docx

        if not has_contents(self.document):
            return render_docx(self.document, self.theme)
        return render_docx(with_pages(self.document, self.layout.page_map()), self.theme)

    def pdf(self) -> bytes:
        """Return the PDF file. A layout can be painted only once."""
        from csp_docs.writers.pdf import write

        return write(self.layout)

    def xlsx(self) -> bytes:
        """Return the workbook of its tables and charts; it has no pages, so nothing is laid out."""
        from csp_docs.writers.workbook import render_xlsx

        return render_xlsx(self.document)

    def csv(self) -> bytes:
        """Return a zip with its tables and charts as CSV."""
        from csp_docs.writers.workbook import render_csv

        return render_csv(self.document)
