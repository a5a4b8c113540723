"""The head of a page: what it is, how it looks, and what it may load: nothing."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from csp_docs.blocks import Document
from csp_docs.typesetting.editions import has_closed_parts
from csp_docs.writers.html.elements import NOTHING, Html, h

_POLICY = "default-src 'none'; style-src '{style}'; img-src data:; base-uri 'none'; form-action 'none'"


def head_html(document: Document, style: str, title: str = "", further: Html = NOTHING) -> Html:
    """Return the head of a page; it asks search engines to leave out a draft, and what is not for the public.

    The ``title`` is that of the document unless the page has another; ``further`` says more about the page.
    """
    digest = f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"
    described = {"description": document.subject, "author": document.author, "generator": "csp_docs"}
    named = [h("meta", name=name, content=content) for name, content in described.items() if content]
    return h(
        "head",
        h("meta", charset="utf-8"),
        h("meta", http_equiv="Content-Security-Policy", content=_POLICY.format(style=digest)),
        h("meta", name="viewport", content="width=device-width, initial-scale=1"),
        h("title", title or title_of(document)),
        *named,
        further,
        h("meta", name="robots", content="noindex") if is_hidden(document) else "",
        h("meta", name="color-scheme", content="light dark"),
        h("link", rel="icon", href="data:,"),
        Markup(f"<style>{style}</style>"),  # noqa: S704 (from files of this package, and colours)
    )


def is_hidden(document: Document) -> bool:
    """Return whether search engines must leave out a document: a draft, or one with parts not for the public."""
    return bool(document.marking) or has_closed_parts(document)


def title_of(document: Document) -> str:
    """Return what browsers and search engines call the page."""
    return " – ".join(filter(None, (document.title, document.author)))
