"""Markdown text to nodes: paragraphs, lists, strong and stressed words, links, footnotes and the values of ``{{ }}``.

What is wrong with a text is reported all at once, with where the text stands. Words are never lost: what only looks
like a mark prints as it stands, and what cannot be printed is a problem.
"""

from __future__ import annotations

import warnings

from csp_docs.blocks import Blocks, Inlines, Paragraph
from csp_docs.blocks.walk import words
from csp_docs.errors import DocumentWarning, MarkupError, Problem, origin_of
from csp_docs.text.expressions import UNKNOWN, Expression, Scope, Value, ValueOf, evaluate
from csp_docs.text.markup.simple import is_simple, simple_words

__all__ = ["address", "blocks", "check", "inlines", "plain"]


def blocks(text: str, scope: Scope, *, numbered: bool = False) -> Blocks:
    """Return the paragraphs and lists of ``text``; ``numbered`` goes to its paragraphs, not to those in lists.

    Raises MarkupError with every problem of the text.
    """
    return _read(text, _evaluated(scope), lists=True, numbered=numbered)


def inlines(text: str, scope: Scope) -> Inlines:
    """Return the words of a title, label or caption: one paragraph, where a line break is a space.

    What looks like a list ("1. Introduction") prints as it stands. Raises MarkupError with every problem of the text.
    """
    found = _read(text, _evaluated(scope), lists=False)
    return tuple(inline for block in found if isinstance(block, Paragraph) for inline in block.inlines)


def plain(text: str, scope: Scope) -> str:
    """Return the words of ``text`` alone, for an outline or a document's properties. Raises MarkupError."""
    return words(inlines(text, scope))


def address(url: str) -> str | None:
    """Return the address percent-encoded (RFC 3986), or None when it is no http, https or mailto address."""
    from csp_docs.text.markup.markdown import address

    return address(url)


def check(text: str) -> list[Problem]:
    """Return all that is wrong with ``text`` whatever its expressions give. Never raises."""
    if is_simple(text, lists=False):
        return []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DocumentWarning)
            _read(text, _unknown, lists=True)
    except MarkupError as error:
        return list(error.problems)
    return []


def _read(text: str, value_of: ValueOf, *, lists: bool, numbered: bool = False) -> Blocks:
    if (simple := simple_words(text, value_of, lists=lists)) is not None:
        return (Paragraph(simple, numbered, origin=origin_of(text)),) if simple else ()
    from csp_docs.text.markup.reader import Reader  # with the parser of Markdown: many documents do without

    reader = Reader.of(text, value_of)
    found = reader.document(lists=lists, numbered=numbered)
    if not lists and len(found) > 1:
        reader.problem(f"there are {len(found)} paragraphs where only one can stand", "take the empty lines away")
    if reader.problems:
        raise MarkupError(reader.problems)
    return found


def _evaluated(scope: Scope) -> ValueOf:
    return lambda expression: evaluate(expression.source, scope)


def _unknown(expression: Expression) -> Value:
    expression.check()
    return UNKNOWN
