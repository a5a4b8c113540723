"""PNG files without anything but their picture (ISO/IEC 15948). Where they can, the packed pixels stay as they are."""

from __future__ import annotations

import struct
import zlib
from math import ceil

from PIL import Image, ImageChops

from csp_docs.reading.pictures.colours import plain

START = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB, _PALETTE, _GREY_ALPHA, _RGBA = 0, 2, 3, 4, 6
_CHANNELS = {_GREY: 1, _RGB: 3, _PALETTE: 1, _GREY_ALPHA: 2, _RGBA: 4}
_TYPES = {"L": _GREY, "RGB": _RGB, "LA": _GREY_ALPHA, "RGBA": _RGBA}
_TRANSPARENT = {_GREY: 2, _RGB: 6, _PALETTE: 256}
"""The most bytes of the chunk that says which colours are transparent."""
_WHOLE = ((0, 0, 1, 1),)
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Where each pass of an interlaced picture begins, across and down, and its steps."""
_PART = 2**20
_FROM_ABOVE = b"\2"
"""The filter of a row that is stored as differences from the row above."""


def only_picture(data: bytes) -> bytes | None:
    """Return a PNG with only its header, its pixels, their palette and what is transparent.

    Text, times, Exif, profiles, resolutions, thumbnails, further frames and all bytes after the picture are left out.
    Returns None where the packed pixels hold more than the picture, so that it must be stored anew.
    """
    chunks = _chunks(data)
    header, packed = chunks[b"IHDR"], chunks[b"IDAT"]
    colours = header[9]
    if not _is_exact(packed, header):
        return None
    kept = {b"IHDR": header}
    if colours == _PALETTE:
        kept[b"PLTE"] = chunks[b"PLTE"][: 3 * 2 ** header[8]]
    if b"tRNS" in chunks and colours in _TRANSPARENT:
        kept[b"tRNS"] = chunks[b"tRNS"][: _TRANSPARENT[colours]]
    return _file(kept | {b"IDAT": packed})


def stored(image: Image.Image) -> bytes:
    """Return a picture as a PNG with 8 bits for each channel."""
    pixels = plain(image)
    above = Image.new(pixels.mode, pixels.size)
    above.paste(pixels, (0, 1))
    rows, length = ImageChops.subtract_modulo(pixels, above).tobytes(), pixels.width * len(pixels.getbands())
    filtered = b"".join(_FROM_ABOVE + rows[at : at + length] for at in range(0, len(rows), length))
    header = struct.pack(">IIBBBBB", *pixels.size, 8, _TYPES[pixels.mode], 0, 0, 0)
    return _file({b"IHDR": header, b"IDAT": zlib.compress(filtered)})


def _chunks(data: bytes) -> dict[bytes, bytes]:
    """Return the content of the chunks of a PNG by their names, those of one name together."""
    chunks, at, name = dict[bytes, bytearray](), len(START), b""
    while name != b"IEND":
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        chunks.setdefault(name, bytearray()).extend(data[at + 8 : at + 8 + length])
        at += length + 12
    return {name: bytes(content) for name, content in chunks.items()}


def _file(chunks: dict[bytes, bytes]) -> bytes:
    parts = [START]
    for name, content in (chunks | {b"IEND": b""}).items():
        parts += [struct.pack(">I", len(content)), name, content, struct.pack(">I", zlib.crc32(name + content))]
    return b"".join(parts)


def _is_exact(packed: bytes, header: bytes) -> bool:
    """Tell whether packed pixels are those of the picture, and nothing more."""
    unpacking, size, most = zlib.decompressobj(), 0, _size(header)
    while size <= most and (part := unpacking.decompress(packed, _PART)):
        size, packed = size + len(part), unpacking.unconsumed_tail
    return size == most and unpacking.eof and not unpacking.unused_data


def _size(header: bytes) -> int:
    """Return how many bytes the pixels of a picture have, with the filter of each row."""
    width, height, depth, colours, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    size = 0
    for left, top, across, down in _PASSES if interlaced else _WHOLE:
        columns, rows = ceil((width - left) / across), ceil((height - top) / down)
        size += rows * (1 + ceil(columns * depth * _CHANNELS[colours] / 8)) if columns > 0 else 0
    return size
