"""The HTML writer: one page that needs nothing else, with the words, numbers and references of Word and PDF."""

from __future__ import annotations

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.writers.html.page.page import page_html


def render_html(document: Document, theme: Theme, words: str) -> bytes:
    """Return ``document`` (with its numbers) as a page: valid HTML in UTF-8, without scripts and without requests.

    The page carries ``words``, the fingerprint of its words.
    """
    return page_html(document, theme, words).encode()
