"""Markdown text to nodes: paragraphs, lists, strong and emphasised words, links, footnotes and values of ``{{ }}``.

The nodes are returned with all problems of the text and its place. A text with an error has no nodes. Words are never
lost: what only looks like a mark is printed as it is, and what cannot be printed is a problem.
"""

from __future__ import annotations

from typing import TypeAlias

from csp_docs.blocks import Blocks, Inlines, Note, Paragraph
from csp_docs.blocks.walk import inlines_in, mapped, rebuilt, words
from csp_docs.errors import Code, Problem, errors_in, in_order, origin_of
from csp_docs.text.expressions import UNKNOWN, Expression, Scope, Value, ValueOf, evaluate, judge
from csp_docs.text.markup.lines import Place, heads
from csp_docs.text.markup.simple import is_simple, simple_words

__all__ = ["Place", "address", "blocks", "check", "inlines", "linked", "linked_blocks", "mailto", "paragraphs", "plain"]

Problems: TypeAlias = tuple[Problem, ...]


def blocks(text: str, scope: Scope, *, numbered: bool = False) -> tuple[Blocks, Problems]:
    """Return the paragraphs and lists of a text of content.

    ``numbered`` is for its paragraphs, not for those in lists.
    """
    return _read(text, _evaluated(scope), Place.CONTENT, numbered=numbered, as_typed=scope.as_typed)


def paragraphs(text: str, scope: Scope, *, numbered: bool = False) -> tuple[Blocks, Problems]:
    """Return the paragraphs and lists of a cell, an item of a list or another text that is not content.

    One line is never a list: "1. first" and "- 149" are printed as they are.
    """
    return _read(text, _evaluated(scope), Place.FIELD, numbered=numbered, as_typed=scope.as_typed)


def inlines(text: str, scope: Scope) -> tuple[Inlines, Problems]:
    """Return the words of a title, label or caption: one paragraph, where a line break is a space.

    What looks like a list ("1. Introduction") is printed as it is. In one line, so is what looks like a heading.
    """
    found, problems = _read(text, _evaluated(scope), Place.LINE, as_typed=scope.as_typed)
    return tuple(inline for block in found if isinstance(block, Paragraph) for inline in block.inlines), problems


def plain(text: str, scope: Scope) -> tuple[str, Problems]:
    """Return only the words of ``text``, for an outline or a document's properties."""
    found, problems = inlines(text, scope)
    return words(found), problems


def address(url: str) -> str | None:
    """Return the address percent-encoded (RFC 3986), or None if it is not an http, https or mailto address."""
    from csp_docs.text.markup.markdown import address

    return address(url)


def mailto(email: str) -> str | None:
    """Return the address of a link to ``email``, percent-encoded (RFC 6068), or None if it cannot be one."""
    from csp_docs.text.markup.markdown import mailto

    return mailto(email)


def linked(inlines: Inlines) -> Inlines:
    """Return words where addresses that are written without marks are links."""
    if not _may_have_address(inlines):
        return inlines
    from csp_docs.text.markup import bare

    return bare.linked(inlines)


def linked_blocks(blocks: Blocks) -> Blocks:
    """Return paragraphs and lists where addresses that are written without marks are links."""
    return mapped(lambda block: rebuilt(block, linked_blocks, linked), blocks)


def _may_have_address(inlines: Inlines) -> bool:
    """Tell whether words, or those of their footnotes, may have an address."""
    text = words(inlines)
    if "@" in text or "://" in text or "www." in text.lower():
        return True
    return any(isinstance(one, Note) and _may_have_address(one.inlines) for one in inlines_in(inlines))


def check(text: str, place: Place = Place.CONTENT) -> Problems:
    """Return the errors of ``text``, for any values of its expressions. Its warnings are found when it is printed."""
    return () if is_simple(text, heads(text, place)) else errors_in(_read(text, _unknown, place)[1])


def _read(
    text: str, value_of: ValueOf, place: Place, *, numbered: bool = False, as_typed: bool = False
) -> tuple[Blocks, Problems]:
    marks = heads(text, place)
    if (simple := simple_words(text, value_of, marks, as_typed=as_typed)) is not None:
        return ((Paragraph(simple, numbered, origin=origin_of(text)),) if simple else ()), ()
    from csp_docs.text.markup.reader import (
        Reader,
    )  # imported late: it needs the Markdown parser, which many documents do not

    reader = Reader.of(text, value_of, as_typed=as_typed)
    found = reader.document(marks, numbered=numbered)
    if place is Place.LINE and len(found) > 1:
        reader.problem(
            Code.SEVERAL_PARAGRAPHS,
            f"there are {len(found)} paragraphs where only one is allowed",
            "remove the empty lines",
        )
    return reader.references() if errors_in(reader.problems) else found, in_order(reader.problems)


def _evaluated(scope: Scope) -> ValueOf:
    return lambda expression: evaluate(expression.source, scope)


def _unknown(expression: Expression) -> Value:
    judge(expression)
    return UNKNOWN
