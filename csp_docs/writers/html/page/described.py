"""What search engines and other sites say of a document in one or two sentences."""

from __future__ import annotations

import re

from attrs import evolve

from csp_docs.blocks import Document, Inline, Paragraph, Pending, walk

_LONGEST = 160
"""The most letters that search engines show."""
_SENTENCE = re.compile(r".+?[.!?](?=\s|$)")


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
