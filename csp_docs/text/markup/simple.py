"""Reads one line of words without a parser. It may have strong or emphasised words, and names in ``{{ }}``.

Most texts are such lines. The result is the same as from the parser, which tests with random texts prove. If a text may
be anything else, the parser reads it.
"""

from __future__ import annotations

import re

from csp_docs.blocks import Emphasis, Inline, Inlines, Strong, Text
from csp_docs.errors import Origin, origin_of
from csp_docs.text.expressions import LONGEST, SIMPLE_SLOT, Expression, ValueOf, split
from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.typography import Exact, typeset

# Characters that accents do not combine with, without those that begin Markdown or `{{ }}`. Where lists are allowed, a
# line that begins with a number (`_ITEM`) is a list.
_WIDE = r"\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
_CLEAN = re.compile(rf"[ -~{_WIDE}]*")
_LINE = rf"(?:[ -%'-)+-;=-Z\]^a-z|}}~{_WIDE}]|&(?= ))++"
_START, _ITEM = r"(?!\d{1,9}[.)](?:\s|$)|[-+#>~= ])", r"\d{1,9}[.)] "
_OPENS, _CLOSES = (
    r"(?:(?<=[ (])|(?<![^\n]))(?P<mark>\*\*?)(?=[A-Za-z0-9])",
    r"(?<=[A-Za-z0-9.,:;!?)%])(?P=mark)(?=[ .,;:)]|$)",
)
_MARKED = rf"{_OPENS}({_LINE}){_CLOSES}"
_WORDS = re.compile(rf"{_START}(?:{_LINE}|{_MARKED})*+(?<! )")
_ITEM_OR_WORDS = re.compile(rf"(?:{_ITEM})?{_WORDS.pattern}")
_MARKS = re.compile(_MARKED)


def is_simple(text: str, *, lists: bool) -> bool:
    """Tell whether ``text`` is a line of words without values to fill in and, with ``lists``, not an item of a list."""
    return len(text) <= LONGEST and bool((_WORDS if lists else _ITEM_OR_WORDS).fullmatch(text))


def simple_words(text: str, value_of: ValueOf, *, lists: bool, as_typed: bool = False) -> Inlines | None:
    """Return the words of a simple line with its values in place; None where the parser must read ``text``."""
    if is_simple(text, lists=lists):
        words: Inlines | None = _marked(text, origin_of(text))
    else:
        words = _filled(text, value_of) if "{" in text else None
    return words and typeset(words, as_typed=as_typed)


def _filled(text: str, value_of: ValueOf) -> Inlines | None:
    """Return a line of words with the values of its names; None where there is anything else in it."""
    probe = SIMPLE_SLOT.sub("x", text)
    if "*" in probe or len(text) > LONGEST or not _WORDS.fullmatch(probe):
        return None
    try:
        values = [(part, value_of(part)) if isinstance(part, Expression) else (None, part) for part in split(text)]
    except ExpressionError:
        return None
    filled = [
        (Exact if given else Text)(value, origin=origin_of(text)) for given, value in values if isinstance(value, str)
    ]
    whole = "".join(part.text for part in filled)
    return tuple(filled) if len(filled) == len(values) and _CLEAN.fullmatch(whole) else None


def _marked(text: str, origin: Origin | None) -> Inlines:
    """Return one line of words, some of which may be strong or emphasised."""
    if "*" not in text:
        return (Text(str(text), origin=origin),) if text else ()
    found: list[Inline] = []
    parts = iter(_MARKS.split(text))
    for plain in parts:
        if plain:
            found.append(Text(plain, origin=origin))
        if mark := next(parts, ""):
            words = (Text(next(parts), origin=origin),)
            found.append((Strong if mark == "**" else Emphasis)(words, origin=origin))
    return tuple(found)
