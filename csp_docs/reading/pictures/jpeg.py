"""JPEG files without anything but their picture (ITU-T T.81, annex B): the coded pixels stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from csp_docs.records import record

_START, _END = b"\xff\xd8", b"\xff\xd9"
_JFIF, _ADOBE, _SCAN = 0xE0, 0xEE, 0xDA
_FRAMES = (0xC0, 0xC1, 0xC2)
"""Baseline, extended and progressive frames: Word and readers of PDF show no others."""
_PROGRESSIVE = 0xC2
_LAST_COEFFICIENT = 63
_KEPT = (*_FRAMES, 0xC4, 0xDB, 0xDD, _SCAN)
"""Also the tables of codes and of quantization, the restart interval, and scans: what a picture is decoded with."""
_ALONE = (0x00, 0x01, *range(0xD0, 0xD8))
"""Markers without a length."""
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""The marker that ends the coded pixels of a scan: in them, 0xFF has a 0 or a restart marker after it."""

_LAST = 4
"""Bytes without which a picture changes, if they code pixels."""
_MORE = b"".join(bytes(range(0x55, 0xFF)) + bytes([0xFF, restart]) for restart in range(0xD0, 0xD8))
"""What would be decoded if pixels, or restart intervals, were missing."""

# Each says how the colours are coded, and nothing else: no density, no thumbnail, no program.
_YCBCR = b"JFIF\0\1\1\0\0\1\0\1\0\0"
_RGB = b"Adobe\0\x64\0\0\0\0\0"


@record
class _Segment:
    marker: int
    body: bytes
    pixels: bytes = b""

    def written(self) -> bytes:
        return b"\xff" + bytes([self.marker]) + (len(self.body) + 2).to_bytes(2, "big") + self.body + self.pixels


def only_picture(data: bytes) -> bytes:
    """Return a JPEG with only what its first picture is decoded with.

    Comments, all application segments (Exif, XMP, IPTC, profiles, thumbnails), further pictures (MPO) and all bytes
    after the picture are left out. Raises ValueError for a frame that Word and readers of PDF do not show.
    """
    segments = list(_segments(data))
    if not any(segment.marker in _FRAMES for segment in segments):
        raise ValueError("the frame is not baseline, extended or progressive")
    kept = (segment for segment in segments if segment.marker in _KEPT)
    return b"".join([_START, _colours(segments).written(), *(segment.written() for segment in kept), _END])


def _colours(segments: list[_Segment]) -> _Segment:
    """Return the segment that says how the colours are coded, by the rules of libjpeg."""
    named = {segment.marker: segment.body for segment in reversed(segments)}
    jfif, adobe = named.get(_JFIF, b"").startswith(b"JFIF\0"), named.get(_ADOBE, b"")
    frame = next(segment.body for segment in segments if segment.marker in _FRAMES)
    names = frame[6 : 6 + 3 * frame[5] : 3]
    is_rgb = adobe[11:12] == b"\0" if adobe.startswith(b"Adobe") else names == b"RGB"
    return _Segment(_ADOBE, _RGB) if is_rgb and len(names) == 3 and not jfif else _Segment(_JFIF, _YCBCR)


def without_end(data: bytes) -> bytes:
    """Return what ``only_picture`` returns without the last bytes of its coded pixels."""
    return data[: -len(_END) - _LAST] + _END


def lacks_scans(data: bytes) -> bool:
    """Tell whether a component of a picture has no scan, or none of its last scans (T.81, G.1.1.1)."""
    segments = list(_segments(data))
    frame = next(segment for segment in segments if segment.marker in _FRAMES)
    finest = {(name, which) for segment in segments if segment.marker == _SCAN for name, which in _finest(segment.body)}
    kinds = ("DC", "AC") if frame.marker == _PROGRESSIVE else ("any",)
    return any((name, kind) not in finest for name in frame.body[6 : 6 + 3 * frame.body[5] : 3] for kind in kinds)


def _finest(scan: bytes) -> Iterator[tuple[int, str]]:
    """Yield the components of a scan, with the coefficients of which it codes the last bits."""
    first, last, bits = scan[-3:]
    for name in scan[1 : 1 + 2 * scan[0] : 2]:
        yield name, "any"
        if not bits & 0x0F and first == 0:
            yield name, "DC"
        if not bits & 0x0F and last == _LAST_COEFFICIENT:
            yield name, "AC"


def with_more(data: bytes) -> bytes:
    """Return what ``only_picture`` returns with more coded pixels, which change nothing seen if none are missing."""
    return data[: -len(_END)] + _MORE + _END


def _segments(data: bytes) -> Iterator[_Segment]:
    """Yield the segments of the first picture of a file."""
    at = len(_START)
    while 0 <= (at := data.find(b"\xff", at)) < len(data) - 1:
        marker = data[at + 1]
        at += 1 if marker == 0xFF else 2  # 0xFF before a marker only fills
        if marker == _END[1]:
            return
        if marker == 0xFF or marker in _ALONE:
            continue
        end = at + int.from_bytes(data[at : at + 2], "big")
        after = _NEXT.search(data, end) if marker == _SCAN else None
        pixels = data[end : after.start() if after else None].rstrip(b"\xff") if marker == _SCAN else b""
        yield _Segment(marker, data[at + 2 : end], pixels)
        at = end + len(pixels)
