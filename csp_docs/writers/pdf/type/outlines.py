"""Letters as shapes, for words that are decoration and must not be copied with the text of the page."""

from __future__ import annotations

from functools import lru_cache

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from csp_docs.writers.pdf.type.fonts import DATA, Face

Point = tuple[float, float]


@lru_cache(maxsize=64)
def outlines(text: str, face: Face) -> str:
    """Return the operators of a path that fills the letters of ``text``, at size 1, from the origin on."""
    with TTFont(DATA / f"{face.name}.ttf", lazy=True) as font:
        glyphs, names, scale = font.getGlyphSet(), font.getBestCmap(), 1 / font["head"].unitsPerEm
        pen, start = _PathPen(glyphs, scale), 0.0
        for character in text:
            glyph = glyphs[names[ord(character)]]
            pen.start = start
            glyph.draw(pen)
            start += glyph.width * scale
    return "\n".join([*pen.operators, "f"])


class _PathPen(BasePen):  # type: ignore[misc]
    """Writes contours as operators of a PDF path (ISO 32000-1, 8.5.2); ``start`` is the start of the letter."""

    def __init__(self, glyphs: object, scale: float) -> None:
        super().__init__(glyphs)
        self.operators: list[str] = []
        self.scale, self.start = scale, 0.0

    def _moveTo(self, point: Point) -> None:  # noqa: N802 (fontTools' name)
        self._write("m", point)

    def _lineTo(self, point: Point) -> None:  # noqa: N802
        self._write("l", point)

    def _curveToOne(self, first: Point, second: Point, end: Point) -> None:  # noqa: N802
        self._write("c", first, second, end)

    def _closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def _write(self, operator: str, *points: Point) -> None:
        places = (f"{self.start + x * self.scale:.4f} {y * self.scale:.4f}" for x, y in points)
        self.operators.append(f"{' '.join(places)} {operator}")
