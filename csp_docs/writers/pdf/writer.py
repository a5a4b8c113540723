"""The steps from a layout to a PDF file."""

from __future__ import annotations

from csp_docs.writers.pdf.file.package import package
from csp_docs.writers.pdf.layout import Layout
from csp_docs.writers.pdf.pages.furniture import PageWriter, check_furniture
from csp_docs.writers.pdf.paint.paint import Painter, Resources


def write(layout: Layout, words: str) -> bytes:
    """Return the PDF file of a layout, which painting changes, with the fingerprint of its ``words``.

    Raises RenderError with a problem for each character that the theme's font cannot print.
    """
    setting, pages = layout.setting, layout.pages
    check_furniture(setting, pages)
    setting.raise_unprintable()
    resources, writer = Resources(), PageWriter(setting.family, len(pages))
    painters = [Painter(page.style.theme, resources, number) for number, page in enumerate(pages)]
    for page, painter in zip(pages, painters, strict=True):
        writer.paint(page, painter)
        page.clear()
    return package(setting, painters, resources, layout.root, words)
