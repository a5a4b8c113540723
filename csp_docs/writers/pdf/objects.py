"""Numbered objects and the bytes of a PDF file (ISO 32000-1, 7.5), with object streams, which halve the size."""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache
from itertools import accumulate
from struct import Struct

_ROW = Struct(">BIH")
"""A row of the cross-reference stream: the kind of an object, where it is, its place in an object stream (7.5.8.2)."""
_CHUNK = 200
"""The number of objects in one object stream: readers unpack the complete stream to get one of them."""


def text_string(text: str) -> str:
    """Return ``text`` as a PDF text string (7.9.2.2): plain if it is ASCII, otherwise UTF-16."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


class Objects:
    """The objects of one file, numbered from 1 in the order in which they are requested."""

    def __init__(self) -> None:
        self._count = 0
        self._plain: dict[int, str] = {}
        self._streams: dict[int, bytes] = {}

    def reserve(self) -> int:
        """Return the number of an object that is set later."""
        self._count += 1
        return self._count

    def put(self, number: int, body: str) -> None:
        """Set the object ``number``."""
        self._plain[number] = body

    def add(self, body: str) -> int:
        """Return the number of a new object."""
        number = self.reserve()
        self.put(number, body)
        return number

    def stream(self, entries: str, data: bytes, compress: bool = True) -> int:
        """Return the number of a new stream; ``entries`` go into its dictionary."""
        number = self.reserve()
        self._streams[number] = _stream(entries, data, compress)
        return number

    def file(self, catalog: int, info: int) -> bytes:
        """Return the complete file. Its ID is calculated from its content: the same content gives the same file."""
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        rows = {0: _ROW.pack(0, 0, 0xFFFF)}
        for number, body in [*self._streams.items(), *self._packed(rows)]:
            rows[number] = _ROW.pack(1, len(out), 0)
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        start, number = len(out), self.reserve()
        rows[number] = _ROW.pack(1, start, 0)
        digest = hashlib.sha256(out).hexdigest()[:32].upper()
        entries = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R/ID[<{digest}><{digest}>]"
        table = b"".join([rows[row] for row in range(number + 1)])
        out += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, _stream(entries, table, True), start)
        return bytes(out)

    def _packed(self, rows: dict[int, bytes]) -> list[tuple[int, bytes]]:
        plain, packed = list(self._plain.items()), []
        for first in range(0, len(plain), _CHUNK):
            chunk, number = plain[first : first + _CHUNK], self.reserve()
            packed.append((number, _object_stream(chunk)))
            rows.update({member: _ROW.pack(2, number, index) for index, (member, _) in enumerate(chunk)})
        return packed


def _object_stream(chunk: list[tuple[int, str]]) -> bytes:
    bodies = [body for _, body in chunk]
    starts = accumulate((len(body) + 1 for body in bodies), initial=0)
    head = " ".join([f"{number} {start}" for (number, _), start in zip(chunk, starts, strict=False)]) + "\n"
    entries = f"/Type/ObjStm/N {len(chunk)}/First {len(head)}"
    return _stream(entries, (head + "\n".join(bodies) + "\n").encode("ascii"), True)


def _stream(entries: str, data: bytes, compress: bool) -> bytes:
    if compress:
        entries, data = entries + "/Filter/FlateDecode", zlib.compress(data)
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries.encode("ascii"), len(data), data)


@lru_cache
def operands(colour: str) -> str:
    """Return six hexadecimal digits as the operands of a colour operator."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.4g}" for place in (0, 2, 4))
