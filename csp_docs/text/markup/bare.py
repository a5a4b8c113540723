"""Addresses that a text writes without the marks of a link: readers expect to follow them all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from csp_docs.blocks import Blocks, Inline, Inlines, Link, Pending, Reference, Text, walk
from csp_docs.text.markup.markdown import address

_BARE = re.compile(
    r"(?<![\w@/.+-])(?:https?://[^\s<>\"“”]+|www(?:\.[\w-]+){2,}[^\s<>\"“”]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
_END = ".,;:!?'’*_"
"""What follows an address belongs to the sentence."""


def linked(inlines: Inlines) -> Inlines:
    """Return words where web addresses (``https://…``, ``www.…``) and addresses of email are links."""
    return tuple(new for inline in inlines for new in _linked(inline))


def linked_blocks(blocks: Blocks) -> Blocks:
    """Return paragraphs and lists with addresses as links."""
    return tuple(walk.rebuilt(block, linked_blocks, linked) for block in blocks)


def _linked(inline: Inline) -> Iterator[Inline]:
    match inline:
        case Link() | Reference() | Pending():
            yield inline
        case Text(text=text):
            yield from _parts(text) if "." in text else (inline,)
        case _:
            yield walk.inline_rebuilt(inline, linked)


def _parts(text: str) -> Iterator[Inline]:
    end = 0
    for found in _BARE.finditer(text):
        words = _without_end(found[0])
        target = address(_target(words))
        if target:
            if before := text[end : found.start()]:
                yield Text(before)
            yield Link((Text(words),), target)
            end = found.start() + len(words)
    if end < len(text):
        yield Text(text[end:])


def _without_end(found: str) -> str:
    """Return an address without the signs of the sentence around it; a bracket belongs to it if it opened there."""
    words = found.rstrip(_END)
    while words.endswith((")", "]")) and words.count(words[-1]) > words.count("(" if words[-1] == ")" else "["):
        words = words[:-1].rstrip(_END)
    return words


def _target(words: str) -> str:
    if words.lower().startswith(("http://", "https://")):
        return words
    return f"mailto:{words}" if "@" in words and not words.lower().startswith("www.") else f"https://{words}"
