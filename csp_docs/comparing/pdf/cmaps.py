"""The maps from the codes of a font to letters (ToUnicode, ISO 32000-1, 9.10.3), read in one pass."""

from __future__ import annotations

import re
from typing import TypeAlias

from attrs import define, field

_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|([\[\]])|([A-Za-z]+)")
_LARGEST_RANGE = 65_536
_MOST_CODES = 200_000
_LONGEST_TEXT = 64
_Item: TypeAlias = "bytes | list[bytes]"


@define
class CodeMap:
    """What a map says: the ``letters`` of codes, and how many bytes a code has, if it says so."""

    letters: dict[int, str] = field(factory=dict)
    length: int = 0
    room: int = _MOST_CODES

    def read(self, data: bytes) -> CodeMap:
        """Add what is in the stream of a map."""
        kind, items = b"", list[_Item]()
        inner: list[bytes] | None = None
        for found in _TOKEN.finditer(data):
            digits, bracket, word = found.groups()
            if word:
                kind, items, inner = (word, [], None) if word.startswith(b"begin") else (b"", [], None)
            elif bracket == b"[":
                inner = []
            elif bracket:
                items, inner = self._taken(kind, [*items, inner or []]), None
            elif inner is not None:
                inner.append(digits)
            else:
                items = self._taken(kind, [*items, digits])
        return self

    def _taken(self, kind: bytes, items: list[_Item]) -> list[_Item]:
        """Return the items that wait for more; those that are complete are added to the letters."""
        match kind, items:
            case b"beginbfchar", [bytes(code), bytes(text)]:
                self._add(_number(code), [_text(text)])
            case b"beginbfrange", [bytes(low), bytes(high), last]:
                count = _number(high) - _number(low) + 1
                if 0 < count <= _LARGEST_RANGE:
                    texts = list(map(_text, last)) if isinstance(last, list) else _counted(_text(last), count)
                    self._add(_number(low), texts[:count])
            case b"begincodespacerange", [bytes(first), _]:
                self.length = 1 if len(b"".join(first.split())) <= 2 else 2
            case ((b"beginbfchar" | b"beginbfrange" | b"begincodespacerange"), [_, *more]) if len(more) < 2:
                return items
        return []

    def _add(self, first: int, texts: list[str]) -> None:
        self.room -= len(texts)
        if self.room >= 0:
            self.letters |= {first + at: text for at, text in enumerate(texts) if text and text != "\0"}


def _number(code: bytes) -> int:
    return int(b"".join(code.split()) or b"0", 16)


def _text(code: bytes) -> str:
    digits = b"".join(code.split())[:_LONGEST_TEXT]
    data = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    text = data.decode("utf-16-be", "ignore") if len(data) > 1 else data.decode("latin-1")
    return text.replace("\ue010", "")  # it means the hyphen at the end of a line here


def _counted(text: str, count: int) -> list[str]:
    """Return ``text`` and those after it, by its last character."""
    if not text:
        return []
    last = ord(text[-1])
    return [text[:-1] + chr(last + at) for at in range(min(count, 0x110000 - last))]
