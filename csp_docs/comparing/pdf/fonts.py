"""The fonts of a PDF: which letters its codes are, and how wide they are (ISO 32000-1, 9.6, 9.7 and 9.10)."""

from __future__ import annotations

from functools import cache
from typing import Any

from fontTools import agl
from fontTools.encodings.StandardEncoding import StandardEncoding
from pypdf.generic import StreamObject

from csp_docs.comparing.pdf.cmaps import CodeMap
from csp_docs.comparing.pdf.file import as_dictionary, as_list, resolved

UNKNOWN = "\ufffd"
_SOFT_HYPHENS = frozenset({"", "\u00ad", "\u200b"})
_MOST_WIDTHS = 200_000
_USUAL_WIDTH = 500.0


def is_meant(meant: str, painted: str) -> bool:
    """Tell whether words that are ``meant`` (ActualText) count, and not those that are ``painted``.

    They do where a font does not say which letters it paints, and where they say that a hyphen only divides a word.
    Otherwise what people see counts: that a dash is heard as "none" is not one of the words.
    """
    return bool(painted) and (UNKNOWN in painted or meant in _SOFT_HYPHENS)


class Font:
    """What a font of a PDF prints for a code."""

    def __init__(self, font: Any) -> None:
        font = as_dictionary(font)
        self.wide = font.get("/Subtype") == "/Type0"
        self.length, self._letters = 2 if self.wide else 1, dict[int, str]()
        if self.wide:
            self._widths, self._width = _cid_widths(
                as_dictionary(next(iter(as_list(font.get("/DescendantFonts"))), None))
            )
            self._length_of(font)
        else:
            self._widths, self._width = _simple_widths(font)
            self._letters = _encoded(font)
        stream = resolved(font.get("/ToUnicode"))
        if isinstance(stream, StreamObject):
            self._read_map(stream.get_data())
        matrix = [float(one) for one in as_list(font.get("/FontMatrix"))]
        self.unit = abs(matrix[0]) if font.get("/Subtype") == "/Type3" and matrix else 0.001

    def decoded(self, codes: bytes) -> tuple[str, float, int, int]:
        """Return the letters of a string, their width at size 1, and how many codes and spaces it has."""
        if self.length == 1:
            numbers = list(codes)
        else:
            numbers = [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes) - 1, 2)]
        letters, widths, usual = self._letters, self._widths, self._width
        text = "".join([letters.get(number, UNKNOWN) for number in numbers])
        width = sum([widths.get(number, usual) for number in numbers]) * self.unit
        return text, width, len(numbers), numbers.count(32) if self.length == 1 else 0

    def _length_of(self, font: Any) -> None:
        """Read the codes of an encoding of its own; other than by its map, only codes of Unicode are known."""
        encoding = resolved(font.get("/Encoding"))
        if isinstance(encoding, StreamObject):
            self._read_map(encoding.get_data())
        elif "UTF16" in str(encoding) or "UCS2" in str(encoding):
            self._letters = {code: chr(code) for code in range(0x20, 0xD800)}

    def _read_map(self, data: bytes) -> None:
        found = CodeMap().read(data)
        self._letters |= found.letters
        if self.wide and found.length:
            self.length = found.length


def _encoded(font: Any) -> dict[int, str]:
    """Return the letters of the codes of a simple font, by the names of its glyphs."""
    encoding = resolved(font.get("/Encoding"))
    given = as_dictionary(encoding)
    letters = dict(_base(str(given.get("/BaseEncoding") or (encoding if isinstance(encoding, str) else ""))))
    code = 0
    for one in as_list(given.get("/Differences")):
        if isinstance(one, int):
            code = int(one)
        else:
            letters[code] = _letter(str(one).removeprefix("/"))
            code += 1
    return letters


def _letter(name: str) -> str:
    return str(agl.toUnicode(name)) or UNKNOWN


@cache
def _base(name: str) -> dict[int, str]:
    codecs = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
    if codec := codecs.get(name):
        return {code: bytes([code]).decode(codec, "replace") for code in range(32, 256)}
    return {code: _letter(glyph) for code, glyph in enumerate(StandardEncoding) if glyph != ".notdef"}


def _simple_widths(font: Any) -> tuple[dict[int, float], float]:
    first, widths = resolved(font.get("/FirstChar")), as_list(font.get("/Widths"))
    start = int(first) if isinstance(first, int | float) else 0
    if not widths:
        return _usual_widths(), _USUAL_WIDTH
    missing = resolved(as_dictionary(font.get("/FontDescriptor")).get("/MissingWidth"))
    return {start + at: _float(one) for at, one in enumerate(widths[:256])}, _float(missing)


@cache
def _usual_widths() -> dict[int, float]:
    """Return about the widths of the fonts that need not be in a file: close enough to see where words end."""
    narrow = {ord(letter): 260.0 for letter in " ijlft.,:;!|'()[]-/"}
    return dict.fromkeys(range(65, 91), 680.0) | dict.fromkeys(range(97, 123), 550.0) | narrow


def _cid_widths(font: Any) -> tuple[dict[int, float], float]:
    usual = resolved(font.get("/DW"))
    widths, given, at = dict[int, float](), [resolved(one) for one in as_list(font.get("/W"))], 0
    room = _MOST_WIDTHS
    while at + 1 < len(given) and room > 0:
        first, following = int(_float(given[at])), given[at + 1]
        if isinstance(following, list):
            own, step = {first + place: _float(one) for place, one in enumerate(following)}, 2
        else:
            last = min(int(_float(following)), first + room)
            own = dict.fromkeys(range(first, last + 1), _float(given[at + 2]) if at + 2 < len(given) else 0.0)
            step = 3
        widths |= own
        room, at = room - len(own), at + step
    return widths, 1000.0 if usual is None else _float(usual)


def _float(value: Any) -> float:
    found = resolved(value)
    return float(found) if isinstance(found, int | float) else 0.0
