"""Numbered objects and the bytes of a PDF file (ISO 32000-1, 7.5), with object streams, which halve the size."""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache
from itertools import accumulate
from struct import Struct

_ROW = Struct(">BIH")
"""A row of the cross-reference stream: the kind of an object, where it is, its place in an object stream (7.5.8.2)."""
COMPRESSED = "/Filter/FlateDecode"
"""The entry of the dictionary of a compressed stream."""
_LEVEL = 4
"""How hard streams are compressed: zlib's usual level, 6, makes files 1% smaller and takes twice as long."""
_CHUNK = 200
"""The number of objects in one object stream: readers unpack the complete stream to get one of them."""


def text_string(text: str) -> str:
    """Return ``text`` as a PDF text string (7.9.2.2): plain if it is ASCII, otherwise UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({escaped(text)})"
    return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"


def escaped(text: str) -> str:
    """Return characters below 256 as they are between the brackets of a literal string (7.3.4.2)."""
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\r", "\\r")


def compressed(data: bytes) -> bytes:
    """Return ``data`` as a stream is compressed."""
    return zlib.compress(data, _LEVEL)


class Objects:
    """The objects of one file, numbered from 1 in the order in which they are requested.

    They are compressed as soon as possible, because the objects of a long document need much memory.
    """

    def __init__(self) -> None:
        self._count = 0
        self._waiting: list[tuple[int, str]] = []
        self._packed: list[tuple[list[int], bytes]] = []
        self._streams: list[tuple[int, bytes]] = []

    def reserve(self) -> int:
        """Return the number of an object that is set later."""
        self._count += 1
        return self._count

    def put(self, number: int, body: str) -> None:
        """Set the object ``number``, once."""
        self._waiting.append((number, body))
        if len(self._waiting) == _CHUNK:
            self._pack()

    def add(self, body: str) -> int:
        """Return the number of a new object."""
        number = self.reserve()
        self.put(number, body)
        return number

    def stream(self, entries: str, data: bytes, compress: bool = True) -> int:
        """Return the number of a new stream; ``entries`` go into its dictionary."""
        number = self.reserve()
        self._streams.append((number, _stream(entries, data, compress)))
        return number

    def file(self, catalog: int, info: int) -> bytes:
        """Return the complete file. Its ID is calculated from its content: the same content gives the same file."""
        self._pack()
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        table = bytearray(_ROW.size * (self._count + len(self._packed) + 2))
        _ROW.pack_into(table, 0, 0, 0, 0xFFFF)
        for number, body in self._streams:
            _write(out, table, number, body)
        for members, body in self._packed:
            number = self.reserve()
            _write(out, table, number, body)
            for index, member in enumerate(members):
                _ROW.pack_into(table, member * _ROW.size, 2, number, index)
        start, number = len(out), self.reserve()
        _ROW.pack_into(table, number * _ROW.size, 1, start, 0)
        digest = hashlib.sha256(out).hexdigest()[:32].upper()
        entries = f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {catalog} 0 R/Info {info} 0 R/ID[<{digest}><{digest}>]"
        out += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, _stream(entries, bytes(table), True), start)
        return bytes(out)

    def _pack(self) -> None:
        """Put the objects that wait into an object stream, which gets its number at the end."""
        if self._waiting:
            self._packed.append(([number for number, _ in self._waiting], _object_stream(self._waiting)))
            self._waiting = []


def _write(out: bytearray, table: bytearray, number: int, body: bytes) -> None:
    """Add an object to the file, and its place to the ``table`` of objects."""
    _ROW.pack_into(table, number * _ROW.size, 1, len(out), 0)
    out += b"%d 0 obj\n%b\nendobj\n" % (number, body)


def _object_stream(chunk: list[tuple[int, str]]) -> bytes:
    bodies = [body for _, body in chunk]
    starts = accumulate((len(body) + 1 for body in bodies), initial=0)
    head = " ".join([f"{number} {start}" for (number, _), start in zip(chunk, starts, strict=False)]) + "\n"
    entries = f"/Type/ObjStm/N {len(chunk)}/First {len(head)}"
    return _stream(entries, (head + "\n".join(bodies) + "\n").encode("ascii"), True)


def _stream(entries: str, data: bytes, compress: bool) -> bytes:
    if compress:
        entries, data = f"{entries}{COMPRESSED}", compressed(data)
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries.encode("ascii"), len(data), data)


@lru_cache
def operands(colour: str) -> str:
    """Return six hexadecimal digits as the operands of a colour operator."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.4g}" for place in (0, 2, 4))
