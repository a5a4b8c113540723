"""The glyphs that one document uses of a face, as an embedded font (ISO 32000-1, 9.7): a CID for each character.

Every character has its own CID, even if two have the same glyph, so that a soft hyphen and a no-break space are copied
correctly from the file.
"""

from __future__ import annotations

import hashlib
from threading import Lock

from csp_docs.writers.pdf.objects import Objects
from csp_docs.writers.pdf.type.fonts import Face

_SYMBOLIC, _ITALIC = 4, 64
_SUBSETTING = Lock()
"""Making a subset moves reportlab's read position in the face, which threads share."""

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


class Subset(dict[int, str]):
    """A table for ``str.translate``: each character has a CID in hexadecimal, which it gets at first use."""

    def __init__(self, face: Face, resource: str) -> None:
        super().__init__()
        self.face, self.resource = face, resource
        self.characters: list[str] = []

    def __missing__(self, code: int) -> str:
        self.characters.append(chr(code))
        cid = self[code] = f"{len(self.characters):04X}"
        return cid

    def write(self, objects: Objects) -> int:
        """Return the number of the font object."""
        codes = [self.face.glyphs[character] for character in self.characters]
        with _SUBSETTING:
            program: bytes = self.face.ttf.makeSubset(codes)
        tag = hashlib.sha256(repr(codes).encode()).digest()[:6]
        name = "".join(chr(ord("A") + byte % 26) for byte in tag) + "+" + self.face.name
        descendant = self._descendant(objects, name, codes, program)
        unicode = objects.stream("", to_unicode(self.characters))
        return objects.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"
        )

    def _descendant(self, objects: Objects, name: str, codes: list[int], program: bytes) -> int:
        widths = " ".join(f"{self.face.ttf.charWidths[code]:.3f}" for code in codes)
        glyphs = objects.stream("", b"\0\0" + b"".join(n.to_bytes(2, "big") for n in self._glyph_numbers(codes)))
        descriptor = self._descriptor(objects, name, program)
        system = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        return objects.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}{system}/FontDescriptor {descriptor} 0 R"
            f"/CIDToGIDMap {glyphs} 0 R/W[1[{widths}]]>>"
        )

    def _glyph_numbers(self, codes: list[int]) -> list[int]:
        """The subset numbers glyphs from 1 in the order in which the codes first use them."""
        numbers: dict[int, int] = {}
        return [numbers.setdefault(self.face.ttf.charToGlyph[code], len(numbers) + 1) for code in codes]

    def _descriptor(self, objects: Objects, name: str, program: bytes) -> int:
        ttf = self.face.ttf
        file = objects.stream(f"/Length1 {len(program)}", program)
        box = " ".join(f"{value:.0f}" for value in ttf.bbox)
        flags = _SYMBOLIC | (_ITALIC if ttf.italicAngle else 0)
        return objects.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle {ttf.italicAngle:g}"
            f"/Ascent {ttf.ascent:.0f}/Descent {ttf.descent:.0f}/CapHeight {ttf.capHeight:.0f}"
            f"/StemV {ttf.stemV:.0f}/FontFile2 {file} 0 R>>"
        )


def to_unicode(characters: list[str]) -> bytes:
    """Return the CMap from CIDs (from 1) to ``characters``, in UTF-16, also for characters beyond the first plane."""
    pairs = [f"<{cid:04X}> <{text.encode('utf-16-be').hex().upper()}>" for cid, text in enumerate(characters, 1)]
    blocks = [pairs[first : first + 100] for first in range(0, len(pairs), 100)]
    ranges = "\n".join("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks)
    return _CMAP.format(ranges=ranges).encode("ascii")
