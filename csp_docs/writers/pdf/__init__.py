"""The PDF writer: from the block tree to boxes, pages and painting, in one pass; always PDF/UA-1 and PDF/A-2a."""

from csp_docs.writers.pdf.layout import Layout, lay_out


def write(layout: Layout, words: str) -> bytes:
    """Return the PDF file of a layout, with the fingerprint of its ``words``: the same bytes for the same document.

    Painting changes the layout, so a layout can be painted only once. Raises RenderError with a problem for each
    character that the theme's font cannot print.
    """
    from csp_docs.writers.pdf import writer  # the page numbers of a Word file need only the layout

    return writer.write(layout, words)


__all__ = ["Layout", "lay_out", "write"]
