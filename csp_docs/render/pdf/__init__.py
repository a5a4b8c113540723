"""The PDF writer: block tree, boxes, pages, painting, in one pass; always PDF/UA-1 and PDF/A-2a."""

from csp_docs.render.pdf.layout import page_map
from csp_docs.render.pdf.writer import render_pdf

__all__ = ["page_map", "render_pdf"]
