"""Reads a paragraph without a parser. It may have strong or emphasised words, links, and ``{{ }}`` of every kind.

Most texts are of this kind. The result is the same as from the parser, which tests with random texts prove. If a text
may be anything else, the parser reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from csp_docs.blocks import Emphasis, Inline, Inlines, Link, Strong, Text
from csp_docs.errors import Origin, origin_of
from csp_docs.text.characters import is_clean
from csp_docs.text.expressions import LONGEST, Expression, ValueOf, split
from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.markup.lines import Heads
from csp_docs.text.markup.values import FLAT, as_printed, placed
from csp_docs.text.typography import typeset

_SLOT = "\x1a"
"""Takes the place of an expression. For the marks next to it, it is a letter."""
# Characters that accents do not combine with, without those that begin Markdown or `{{ }}`.
_SIGNS = r" -%'-)+-;=-Z^a-z|}~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
_PLAIN = rf"(?:[{_SIGNS}\]{_SLOT}]++|&(?= ))++"
_LETTER = rf"A-Za-z0-9{_SLOT}"
_STRONG, _EMPHASIS = (
    rf"(?:(?<=[ (])|(?<![^\n])){mark}(?=[{_LETTER}])(?P<{name}>{_PLAIN})(?<=[{_LETTER}.,:;!?)%]){mark}(?=[ .,;:)\n]|$)"
    for name, mark in (("strong", r"\*\*"), ("emphasised", r"\*"))
)
_HOST, _REST = r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", r"(?:/[\w/.~=,;:@+-]*)?(?:\?[\w.~=+-]*)?(?:\#[\w.~-]*)?"
_LINK = rf"(?<!!)\[(?=[A-Za-z0-9])(?P<linked>(?:[{_SIGNS}]++|&(?= ))++)\]\((?P<address>https?://{_HOST}{_REST})\)"
_MARK = rf"{_STRONG}|{_EMPHASIS}|{_LINK}"
_LINE = re.sub(r"\?P<\w+>", "?:", rf"(?:{_PLAIN}|{_MARK})*+(?<! )")
_FIRST = r"\A(?P<head>(?=\d{1,9}[.)](?:\s|$)|[-+#>~=]))?(?![ \n])"
_NEXT = r"(?!\A)\n(?!\d{1,9}[.)](?:\s|$)|[-+#>~= :|\n])"
_PARAGRAPH = re.compile(rf"(?:(?:{_FIRST}|{_NEXT}){_LINE})*+\n*", re.ASCII)
_MARKED = re.compile(_MARK, re.ASCII)


def is_simple(text: str, heads: Heads) -> bool:
    """Tell whether ``text`` is a paragraph without values; ``heads`` says what a mark at its head is."""
    return len(text) <= LONGEST and _SLOT not in text and _is_paragraph(text, heads)


def simple_words(text: str, value_of: ValueOf, heads: Heads, *, as_typed: bool) -> Inlines | None:
    """Return the words of a simple paragraph with its values in place; None where the parser must read ``text``."""
    if _SLOT in text or len(text) > LONGEST:
        return None
    origin = origin_of(text)
    if text.isalnum() and text.isascii():  # one word, or a number: most cells of tables
        return (Text(str(text), origin=origin),)
    try:
        parts = split(text)
        words = "".join(part if isinstance(part, str) else _SLOT for part in parts)
        if not _is_paragraph(words, heads):
            return None
        values = [placed(value_of(part), origin, _clean) for part in parts if isinstance(part, Expression)]
    except (ExpressionError, UnicodeError):
        return None
    filled = iter([as_printed(value, origin) for value in values])
    return typeset(tuple(_inlines(words.rstrip("\n"), filled, origin)), as_typed=as_typed)


def _is_paragraph(words: str, heads: Heads) -> bool:
    found = _PARAGRAPH.fullmatch(words)
    return found is not None and (found["head"] is None or heads is Heads.WORDS)


def _clean(text: str) -> str:
    if not is_clean(text):
        raise UnicodeError  # the parser reports its characters
    return text


def _inlines(words: str, values: Iterator[Inlines], origin: Origin | None) -> Iterator[Inline]:
    """Yield the words of a paragraph with their marks, and ``values`` in the slots."""
    end = 0
    for found in _MARKED.finditer(words) if "*" in words or "[" in words else ():
        yield from _filled(words[end : found.start()], values, origin)
        strong, emphasised, linked, address = found.groups()
        inside = tuple(_filled(strong or emphasised or linked, values, origin))
        if address:
            yield Link(inside, address, origin=origin)
        else:
            yield (Strong if strong else Emphasis)(inside, origin=origin)
        end = found.end()
    yield from _filled(words[end:], values, origin)


def _filled(words: str, values: Iterator[Inlines], origin: Origin | None) -> Iterator[Inline]:
    """Yield words without marks, with ``values`` in the slots."""
    for position, part in enumerate(words.split(_SLOT)):
        if position:
            yield from next(values)
        if part:
            yield Text(part if part.isprintable() else part.translate(FLAT), origin=origin)
