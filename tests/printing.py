"""The writers, for documents that tests number by hand: what stays together is decided here, as resolve does it."""

from __future__ import annotations

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.keeps import with_keeps
from csp_docs.typesetting.widths import with_widths
from csp_docs.writers import pdf, word


def _kept(document: Document, theme: Theme) -> Document:
    return with_keeps(with_widths(document, theme)[0], theme)


def render_docx(document: Document, theme: Theme) -> bytes:
    return word.render_docx(_kept(document, theme), theme, "")


def render_pdf(document: Document, theme: Theme) -> bytes:
    return pdf.write(pdf.lay_out(_kept(document, theme), theme), "")


def page_map(document: Document, theme: Theme) -> dict[str, int]:
    return pdf.lay_out(_kept(document, theme), theme).page_map()
