"""The steps from a document to a PDF file."""

from __future__ import annotations

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.writers.pdf.file.package import package
from csp_docs.writers.pdf.layout import Layout, lay_out
from csp_docs.writers.pdf.pages.furniture import PageWriter, check_furniture
from csp_docs.writers.pdf.paint.paint import Painter, Resources


def render_pdf(document: Document, theme: Theme) -> bytes:
    """Return the bytes of ``document`` as PDF/UA-1 and PDF/A-2a: the same for the same document and theme.

    The numbers in ``document`` are already resolved. Raises RenderError with a problem for each character that the
    theme's font cannot print.
    """
    return paint(lay_out(document, theme))


def paint(layout: Layout) -> bytes:
    """Return the PDF file of a layout; painting changes the layout, so a layout can be painted only once.

    Raises RenderError with a problem for each character that the theme's font cannot print.
    """
    setting, pages = layout.setting, layout.pages
    check_furniture(setting, pages)
    setting.raise_unprintable()
    resources, writer = Resources(), PageWriter(setting.family, len(pages))
    painters = [Painter(page.style.theme, resources, number) for number, page in enumerate(pages)]
    for page, painter in zip(pages, painters, strict=True):
        writer.paint(page, painter)
    return package(setting, painters, resources, layout.root)
