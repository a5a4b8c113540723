"""The head of a page: what it is, how it looks, and what it may load: nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from attrs import evolve
from markupsafe import Markup

from csp_docs.blocks import Document, Inline, Paragraph, Pending, walk
from csp_docs.typesetting.editions import has_closed_parts
from csp_docs.writers.html.elements import NOTHING, Html, h

_POLICY = "default-src 'none'; style-src '{style}'; img-src data:; base-uri 'none'; {allowed}"
_LONGEST = 160
"""The most letters that search engines show."""
_SENTENCE = re.compile(r".+?[.!?](?=\s|$)")


def head_html(
    document: Document,
    style: str,
    title: str = "",
    further: Html = NOTHING,
    *,
    hidden: bool,
    allowed: str = "form-action 'none'",
) -> Html:
    """Return the head of a page; it asks search engines to leave out one that is ``hidden``.

    The ``title`` is that of the document unless the page has another; ``further`` says more about the page,
    and ``allowed`` what else it may do.
    """
    digest = f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"
    described = {"description": document.subject, "author": document.author, "generator": "csp_docs"}
    named = [h("meta", name=name, content=content) for name, content in described.items() if content]
    return h(
        "head",
        h("meta", charset="utf-8"),
        h("meta", http_equiv="Content-Security-Policy", content=_POLICY.format(style=digest, allowed=allowed)),
        h("meta", name="viewport", content="width=device-width, initial-scale=1"),
        h("title", title or title_of(document)),
        *named,
        further,
        h("meta", name="robots", content="noindex") if hidden else "",
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


def with_description(document: Document) -> Document:
    """Return ``document`` with its description as its subject: its subtitle, or else the beginning of its text."""
    return evolve(document, subject=_shortened(document.subject or _first_text(document)))


def _first_text(document: Document) -> str:
    """Return the first paragraph that is a sentence and complete, without headings, lists and tables."""
    for block in walk.in_flow(document.blocks):
        if isinstance(block, Paragraph) and not any(map(_is_pending, walk.inlines_in(block.inlines))):
            words = " ".join(walk.words(block.inlines).split())
            if _SENTENCE.match(words):
                return words
    return ""


def _is_pending(inline: Inline) -> bool:
    return isinstance(inline, Pending)


def _shortened(words: str) -> str:
    """Return as many sentences as there is room for, or the beginning of the first."""
    if len(words) <= _LONGEST:
        return words
    ends = [found.end() for found in _SENTENCE.finditer(words) if found.end() <= _LONGEST]
    return words[: ends[-1]] if ends else f"{words[: _LONGEST - 1].rpartition(' ')[0]}…"
