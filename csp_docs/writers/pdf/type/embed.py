"""The glyphs that one document uses of a face, as an embedded font (ISO 32000-1, 9.7): a CID for each character.

Every character has its own CID, even if two have the same glyph, so that a soft hyphen and a no-break space are copied
correctly from the file.
"""

from __future__ import annotations

import hashlib
from functools import cache
from struct import iter_unpack
from threading import Lock

from reportlab.pdfbase.ttfonts import TTFontFace

from csp_docs.writers.pdf.objects import Objects, escaped
from csp_docs.writers.pdf.type.fonts import DATA, Face

_SYMBOLIC, _ITALIC = 4, 64
_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0
_SUBSETTING = Lock()
"""Making a subset moves reportlab's read position in the font, which threads share."""

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{ranges}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Subset(dict[str, str]):
    """The characters of a face that are used, each with its CID as it is in a string: it gets it at first use."""

    def __init__(self, face: Face, resource: str) -> None:
        super().__init__()
        self.face, self.resource = face, resource
        self.characters: list[str] = []

    def __missing__(self, character: str) -> str:
        self.characters.append(character)
        cid = self[character] = escaped(len(self.characters).to_bytes(2, "big").decode("latin-1"))
        return cid

    def string(self, text: str) -> str:
        """Return the CIDs of ``text``, two bytes each, as a string."""
        return f"({''.join(map(self.__getitem__, text))})"

    def write(self, objects: Objects) -> int:
        """Return the number of the font object."""
        codes = list(map(ord, self.characters))
        with _SUBSETTING:
            font = read_font(self.face)
            program: bytes = font.makeSubset(codes)
        tag = hashlib.sha256(repr(codes).encode()).digest()[:6]
        name = "".join(chr(ord("A") + byte % 26) for byte in tag) + "+" + self.face.name
        descendant = self._descendant(objects, name, font, program)
        unicode = objects.stream("", to_unicode(self.characters))
        return objects.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"
        )

    def _descendant(self, objects: Objects, name: str, font: TTFontFace, program: bytes) -> int:
        widths = " ".join(f"{self.face.widths[character] * 1000:.3f}" for character in self.characters)
        glyphs = objects.stream("", b"\0\0" + b"".join(n.to_bytes(2, "big") for n in self._glyph_numbers(font)))
        descriptor = _descriptor(objects, name, font, program)
        system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        return objects.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}{system}/FontDescriptor {descriptor} 0 R"
            f"/CIDToGIDMap {glyphs} 0 R/W[1[{widths}]]>>"
        )

    def _glyph_numbers(self, font: TTFontFace) -> list[int]:
        """The subset numbers glyphs from 1 in the order in which the characters first use them."""
        numbers: dict[int, int] = {}
        glyphs = (font.charToGlyph[ord(character)] for character in self.characters)
        return [numbers.setdefault(glyph, len(numbers) + 1) for glyph in glyphs]


class _Font(TTFontFace):
    """A font without what reportlab reads number by number, which takes longer than laying out a short report.

    The fonts of the package have a width for every glyph, and long places. A test compares them with what reportlab
    reads.
    """

    def __init__(self, face: Face) -> None:
        super().__init__(str(DATA / f"{face.name}.ttf"))
        advances, places = self.get_table("hmtx"), self.get_table("loca")  # type: ignore[no-untyped-call]
        self.hmetrics = list(iter_unpack(">HH", advances))
        self.glyphPos = [place for (place,) in iter_unpack(">L", places)]
        self.charToGlyph = {ord(character): glyph for character, glyph in face.glyphs.items()}
        self.charToGlyph[_NO_BREAK_SPACE] = self.charToGlyph[_SPACE]  # they look the same, and reportlab does so

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: ARG002, N802, N803 (reportlab's names)
        super().extractInfo(charInfo=0)


@cache
def read_font(face: Face) -> TTFontFace:
    """Return the font of a face. It does not enter reportlab's registry, which all users of reportlab share."""
    return _Font(face)


def _descriptor(objects: Objects, name: str, font: TTFontFace, program: bytes) -> int:
    file = objects.stream(f"/Length1 {len(program)}", program)
    box = " ".join(f"{value:.0f}" for value in font.bbox)
    flags = _SYMBOLIC | (_ITALIC if font.italicAngle else 0)
    return objects.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle {font.italicAngle:g}"
        f"/Ascent {font.ascent:.0f}/Descent {font.descent:.0f}/CapHeight {font.capHeight:.0f}"
        f"/StemV {font.stemV:.0f}/FontFile2 {file} 0 R>>"
    )


def to_unicode(characters: list[str]) -> bytes:
    """Return the CMap from CIDs (from 1) to ``characters``, in UTF-16, also for characters beyond the first plane."""
    pairs = [f"<{cid:04X}> <{text.encode('utf-16-be').hex().upper()}>" for cid, text in enumerate(characters, 1)]
    blocks = [pairs[first : first + 100] for first in range(0, len(pairs), 100)]
    ranges = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return _CMAP.format(ranges=ranges).encode("ascii")
