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
_TRANSPARENT = {_GREY: 2, _RGB: 6}
"""The most bytes of the chunk that says which colours are transparent."""
_WHOLE = ((0, 0, 1, 1),)
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Where each pass of an interlaced picture begins, across and down, and its steps."""
_DEEP = 16
_PART = 2**20
_FROM_ABOVE = b"\2"
"""The filter of a row that is stored as differences from the row above."""


def only_picture(data: bytes, image: Image.Image) -> bytes | None:
    """Return a PNG, opened as ``image``, with only its header, its pixels, their palette and what is transparent.

    Text, times, Exif, profiles, resolutions, thumbnails, further frames, colours of a palette that no pixel has, and
    all bytes after the picture are left out. Returns None where the packed pixels hold more than the picture, so that
    it must be stored anew.
    """
    chunks = _chunks(data)
    header, packed = chunks[b"IHDR"], chunks[b"IDAT"]
    if not _is_exact(packed, header) or _differs_unseen(image, header[8]):
        return None
    kept = {b"IHDR": header}
    if header[9] == _PALETTE:
        found = _palette(chunks, image)
        return _file(kept | found | {b"IDAT": packed}) if found else None
    if b"tRNS" in chunks and header[9] in _TRANSPARENT:
        kept[b"tRNS"] = chunks[b"tRNS"][: _TRANSPARENT[header[9]]]
    return _file(kept | {b"IDAT": packed})


def stored(image: Image.Image) -> bytes:
    """Return a picture as a PNG with 8 bits for each channel; all pixels that are transparent are alike."""
    pixels = plain(image)
    if hidden := _hidden(pixels):
        pixels.paste((255,) * len(pixels.mode[:-1]) + (0,), mask=hidden)
    above = Image.new(pixels.mode, pixels.size)
    above.paste(pixels, (0, 1))
    rows, length = ImageChops.subtract_modulo(pixels, above).tobytes(), pixels.width * len(pixels.getbands())
    filtered = b"".join(_FROM_ABOVE + rows[at : at + length] for at in range(0, len(rows), length))
    header = struct.pack(">IIBBBBB", *pixels.size, 8, _TYPES[pixels.mode], 0, 0, 0)
    return _file({b"IHDR": header, b"IDAT": zlib.compress(filtered)})


def _hidden(image: Image.Image) -> Image.Image | None:
    """Return where a picture is transparent, so that nobody sees which colours its pixels have."""
    return image.getchannel("A").point([255] + [0] * 255) if image.mode.endswith("A") else None


def _differs_unseen(image: Image.Image, depth: int) -> bool:
    """Tell whether pixels that are transparent have different colours: something may have been erased there.

    Pillow reads 8 bits of 16, so that the others may differ too.
    """
    hidden = _hidden(image)
    channels = image.getbands()[:-1] if hidden else ()
    return any(depth == _DEEP or sum(map(bool, image.getchannel(name).histogram(hidden))) > 1 for name in channels)


def _palette(chunks: dict[bytes, bytes], image: Image.Image) -> dict[bytes, bytes] | None:
    """Return the colours that pixels have, and how transparent these are; None if pixels that look alike differ."""
    used = [number for number, pixels in enumerate(image.histogram()) if pixels]
    colours = {number: chunks[b"PLTE"][3 * number : 3 * number + 3].ljust(3, b"\0") for number in used}
    alphas = {number: (chunks.get(b"tRNS", b"")[number : number + 1] or b"\xff") for number in used}
    looks = {alphas[number] != b"\0" and (colours[number], alphas[number]) for number in used}
    if len(looks) < len(used):
        return None
    every = range(used[-1] + 1)
    clear = b"".join(alphas.get(number, b"\xff") for number in every).rstrip(b"\xff")
    return {b"PLTE": b"".join(colours.get(number, bytes(3)) for number in every)} | ({b"tRNS": clear} if clear else {})


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
