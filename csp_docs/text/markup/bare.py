"""Addresses that a text writes without the marks of a link: readers expect to follow them all the same.

A link covers a whole address, or there is none: a part of one is the address of somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define

from csp_docs.blocks import Inline, Inlines, LineBreak, Link, Note, Pending, Rating, Reference, Text, walk
from csp_docs.text.markup.markdown import address, mailto

_LOCAL = r"\w.!#$%&'’*+/=?^`{|}~-"
"""What may be before the @ (atext and dots, RFC 5322, 3.2.3), and the apostrophe that Word makes of a typed one."""
_BARE = re.compile(
    r"(?<![\w@/.+-])(?:https?://[^\s<>\"“”]+|www(?:\.[\w-]+){2,}[^\s<>\"“”]*)"
    rf"|(?<![@{_LOCAL}])(?P<local>[{_LOCAL}]++)@[\w-]++(?:\.[\w-]++)++(?!@)",
    re.IGNORECASE,
)
_CLEAR = re.compile(r"\w(?:[^/=?|.]|\.(?!\.|$))*")
"""What is before the @ and is surely one name: "a/b@" may be two, "name=a@" a form, and "-a@" may follow a dash."""
_CLOSING = re.compile(r"['’](?!\w)")
_END = ".,;:!?'’*_"
"""What follows an address belongs to the sentence."""


def linked(inlines: Inlines) -> Inlines:
    """Return words where web addresses (``https://…``, ``www.…``) and addresses of email are links."""
    return _Links(dict(_addresses(_text(inlines)))).within(inlines)


@define
class _Links:
    """The addresses of a paragraph by where they begin, and the place that is reached while it is rebuilt."""

    found: dict[int, tuple[int, str]]
    at: int = 0

    def within(self, inlines: Inlines) -> Inlines:
        return tuple(new for inline in inlines for new in self._linked(inline))

    def _linked(self, inline: Inline) -> Iterator[Inline]:
        start, self.at = self.at, self.at + len(_text((inline,)))
        match inline:
            case Note():
                yield walk.inline_rebuilt(inline, linked)
            case Text(text=text):
                yield from self._parts(text, start)
            case Link() | Reference() | Pending():
                yield inline
            case _:
                end, self.at = self.at, start
                yield walk.inline_rebuilt(inline, self.within)
                self.at = end

    def _parts(self, text: str, start: int) -> Iterator[Inline]:
        """Yield a text with the addresses that are whole in it as links: marks inside an address divide it."""
        done = 0
        for first in sorted(self.found.keys() & range(start, start + len(text))):
            last, target = self.found[first]
            if last <= start + len(text):
                if before := text[done : first - start]:
                    yield Text(before)
                done = last - start
                yield Link((Text(text[first - start : done]),), target)
        if done < len(text):
            yield Text(text[done:])


def _text(inlines: Inlines) -> str:
    """Return the characters of a paragraph in which addresses are looked for; a footnote is a text of its own."""
    return "".join(map(_characters, inlines))


def _characters(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return text
        case LineBreak():
            return "\n"
        case Reference() | Pending() | Rating():
            return "x"
        case Note():
            return ""
        case _:
            return _text(inline.inlines)


def _addresses(text: str) -> Iterator[tuple[int, tuple[int, str]]]:
    """Yield where each address begins, with where it ends and what a link to it leads to."""
    for found in _BARE.finditer(text):
        start = found.start() + _quoted(text, found)
        words = _without_end(text[start : found.end()])
        if found["local"] and not _CLEAR.fullmatch(text, start, found.end("local")):
            continue
        if target := mailto(words) if found["local"] else address(_web(words)):
            yield start, (start + len(words), target)


def _quoted(text: str, found: re.Match[str]) -> bool:
    """Tell whether an address begins with a mark that opens a quotation: it ends at or after the address."""
    return text[found.start()] == "'" and bool(_CLOSING.search(text, found.end()))


def _without_end(found: str) -> str:
    """Return an address without the signs of the sentence around it; a bracket belongs to it if it opened there."""
    words = found.rstrip(_END)
    while words.endswith((")", "]")) and words.count(words[-1]) > words.count("(" if words[-1] == ")" else "["):
        words = words[:-1].rstrip(_END)
    return words


def _web(words: str) -> str:
    return words if words.lower().startswith(("http://", "https://")) else f"https://{words}"
