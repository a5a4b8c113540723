"""How typed characters are printed: curly quotation marks, true minus signs, dashes in ranges, no-break spaces.

This is the only place where that is decided. Each character is replaced by one character, so a text keeps its length,
and marks in it (strong words, links) keep their places. What is printed already does not change again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from unicodedata import normalize

from attrs import frozen

from csp_docs.blocks import Inline, Inlines, LineBreak, Note, Pending, Rating, Reference, Text, walk
from csp_docs.text.typography.figures import with_figures
from csp_docs.text.typography.quotes import with_quotes
from csp_docs.text.typography.untouched import untouched

__all__ = ["Exact", "exact", "printed", "typeset"]


_BOXES = {0x2610: "\N{WHITE SQUARE}", 0x2611: "\N{BLACK SQUARE}", 0x2612: "\N{BLACK SQUARE}"}
"""Boxes to tick are printed empty or full: the fonts of documents have no ticks and crosses in boxes."""
_MAY_CHANGE = re.compile(rf"[\"'{''.join(map(chr, _BOXES))}-]|\d")


@frozen
class Exact(Text):
    """Characters that are printed as they are given: a value of ``{{ }}``, or characters after a backslash."""


def exact(inlines: Inlines) -> Inlines:
    """Return inlines whose words are printed as they are."""
    return tuple(map(_exact, inlines))


def _exact(inline: Inline) -> Inline:
    if isinstance(inline, Text):
        return Exact(inline.text, origin=inline.origin)
    return inline if isinstance(inline, Note) else walk.inline_rebuilt(inline, exact)


def printed(text: str) -> str:
    """Return a text without marks as it is printed: ``the council's`` with a curly apostrophe."""
    return _printed(text, frozenset()) if _MAY_CHANGE.search(text) else text


def typeset(inlines: Inlines, *, as_typed: bool = False) -> Inlines:
    """Return the inlines of a paragraph as they are printed, with neighbouring texts joined.

    With ``as_typed`` every character stays the same.
    """
    match inlines:
        case (Text() as text,) if not isinstance(text, Exact):  # most paragraphs: the same in fewer steps
            return inlines if as_typed else (walk.changed(text, text=printed(text.text)),)
    typed = "".join(map(_typed, _leaves(inlines)))
    if as_typed or not _MAY_CHANGE.search(typed):
        return _joined(inlines)
    kept, at = set[int](), 0
    for leaf in _leaves(inlines):
        length = len(_typed(leaf))
        kept.update(range(at, at + length) if not _is_typed(leaf) else ())
        at += length
    return _joined(_filled(inlines, iter(_printed(typed, frozenset(kept)))))


def _printed(text: str, exact: frozenset[int]) -> str:
    """Return a text with typed characters replaced, but those at ``exact`` places."""
    kept = exact | untouched(text)
    if not exact:
        text = text.translate(_BOXES)
    return with_quotes(with_figures(text, kept), kept)


def _leaves(inlines: Inlines) -> Iterator[Inline]:
    """Yield the inlines that hold words; a footnote is a text of its own."""
    for inline in inlines:
        inner = getattr(inline, "inlines", None)
        if inner is None or isinstance(inline, Note):
            yield inline
        else:
            yield from _leaves(inner)


def _is_typed(leaf: Inline) -> bool:
    return isinstance(leaf, Text) and not isinstance(leaf, Exact)


def _typed(leaf: Inline) -> str:
    """Return the characters that a leaf takes up in the text around it."""
    match leaf:
        case Text():
            return leaf.text
        case LineBreak():
            return "\n"
        case Reference() | Pending() | Rating():
            return "x"
    return ""


def _filled(inlines: Inlines, characters: Iterator[str]) -> Inlines:
    """Return the inlines with the characters in place of their own."""
    return tuple(_with(inline, characters) for inline in inlines)


def _with(inline: Inline, characters: Iterator[str]) -> Inline:
    words = "".join(islice(characters, len(_typed(inline))))
    if isinstance(inline, Text):
        return walk.changed(inline, text=words) if words != inline.text else inline
    return inline if isinstance(inline, Note) else walk.inline_rebuilt(inline, lambda inner: _filled(inner, characters))


def _joined(inlines: Inlines) -> Inlines:
    """Return the inlines with one text in place of several neighbours, at every depth."""
    joined: list[Inline] = []
    for inline in inlines:
        match joined, inline:
            case [*_, Text() as last], Text():
                joined[-1] = Text(normalize("NFC", last.text + inline.text), origin=last.origin)
            case _, Exact():
                joined.append(Text(inline.text, origin=inline.origin))
            case _, Note():
                joined.append(inline)
            case _:
                joined.append(walk.inline_rebuilt(inline, _joined))
    return tuple(joined)
