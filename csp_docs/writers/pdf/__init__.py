"""The PDF writer: from the block tree to boxes, pages and painting, in one pass; always PDF/UA-1 and PDF/A-2a."""

from csp_docs.writers.pdf.layout import Layout, lay_out
from csp_docs.writers.pdf.writer import paint, render_pdf

__all__ = ["Layout", "lay_out", "paint", "render_pdf"]
