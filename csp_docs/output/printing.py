"""A document on its way to bytes: its pages are laid out once, whatever the formats."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define

from csp_docs.blocks import Document
from csp_docs.output.floats import has_floats, moved
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.contents import has_contents, with_pages

if TYPE_CHECKING:
    from csp_docs.writers.pdf import Layout


@define(eq=False)
class Printing:
    """A document whose numbers are in place. Raises RenderError if a writer cannot print it."""

    document: Document
    theme: Theme
    is_painted: bool = True
    """Whether a PDF is written too: its layout needs much memory, and is kept for nothing else."""

    @cached_property
    def placed(self) -> Document:
        """The document with tables and figures where they are printed: some follow the text after them."""
        if not has_floats(self.document):
            return self.document
        from csp_docs.writers.pdf import lay_out

        return moved(self.document, lay_out(self.document, self.theme).setting.floats.orders)

    @cached_property
    def layout(self) -> Layout:
        """The pages of the document."""
        return self._laid_out()

    @cached_property
    def words(self) -> str:
        """The fingerprint of its words, which is the same in all formats."""
        from csp_docs.writers.words import fingerprint

        return fingerprint(self.placed)

    def word(self) -> bytes:
        """Return the Word file; the page numbers that its contents show come from the layout of the PDF."""
        from csp_docs.writers.word import render_docx

        if not has_contents(self.placed):
            return render_docx(self.placed, self.theme, self.words)
        return render_docx(with_pages(self.placed, self._page_map), self.theme, self.words)

    def pdf(self) -> bytes:
        """Return the PDF file. A layout is painted only once: its pages are let go as they are painted."""
        from csp_docs.writers.pdf import write

        layout, _ = self.layout, self._page_map
        del self.layout
        return write(layout, self.words)

    def html(self) -> bytes:
        """Return the web page; it has no pages of paper."""
        from csp_docs.writers.html import render_html

        return render_html(self.placed, self.theme, self.words)

    def xlsx(self) -> bytes:
        """Return the workbook of its tables and charts; it has no pages, so nothing is laid out."""
        from csp_docs.writers.workbook import render_xlsx

        return render_xlsx(self.placed)

    def csv(self) -> bytes:
        """Return a zip with its tables and charts as CSV."""
        from csp_docs.writers.workbook import render_csv

        return render_csv(self.placed)

    def site(self, address: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the files of a site by their names, with ``files``: the other formats, to which its pages link."""
        from csp_docs.writers.html.site.pages import site_files

        return site_files(self.placed, self.theme, self.words, address=address, files=files)

    @cached_property
    def _page_map(self) -> dict[str, int]:
        """The pages of all that contents may list, which are known as long as there is a layout."""
        layout = self.layout if self.is_painted else self._laid_out()
        return layout.page_map()

    def _laid_out(self) -> Layout:
        from csp_docs.writers.pdf import lay_out

        return lay_out(self.placed, self.theme)
