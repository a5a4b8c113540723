"""The steps from a document to a PDF file."""

from __future__ import annotations

from csp_docs.blocks import Document
from csp_docs.render.pdf.boxes import Builder, Place
from csp_docs.render.pdf.furniture import PageWriter
from csp_docs.render.pdf.package import package
from csp_docs.render.pdf.pages import place
from csp_docs.render.pdf.paint import FontSet, Painter
from csp_docs.render.pdf.setting import Setting
from csp_docs.render.pdf.structure import Element
from csp_docs.theme import Theme


def render_pdf(document: Document, theme: Theme) -> bytes:
    """Return the bytes of ``document`` as PDF/UA-1 and PDF/A-2a: the same for the same document and theme.

    The numbers in ``document`` are already resolved. Raises RenderError with a problem for each character that the
    theme's font cannot print.
    """
    setting = Setting.of(document, theme)
    root = Element("Document", language=document.language)
    start = Place(root, 0, theme.page.text_width, theme.body, theme.list_item, hang=setting.number_width)
    boxes = Builder(setting).flow(start, document.blocks)
    pages = place(boxes, theme.page.height - theme.page.top - theme.page.bottom)
    writer = PageWriter(setting, len(pages))
    setting.raise_unprintable()
    fonts = FontSet()
    painters = [Painter(theme, fonts, number) for number in range(len(pages))]
    for page, painter in zip(pages, painters, strict=True):
        writer.paint(page, painter)
    return package(setting, painters, fonts, root)
