"""Font families: the glyphs of a face, and the widths of its words.

Nothing here is added to reportlab's registry of fonts, because all users of reportlab in the process share it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from attrs import define, field
from reportlab.pdfbase.ttfonts import TTFontFace

from csp_docs.errors import Code, Problem, RenderError
from csp_docs.records import record

DATA = Path(__file__).parents[1] / "data"
SOFT_HYPHEN, ZERO_WIDTH_SPACE = "\u00ad", "\u200b"
STAND_INS = {"\u00a0": " ", "\u00ad": "-", "\u2009": " ", "\u2011": "-", "\u202f": " "}
"""Replacements for characters that the font does not have and that a reader would not miss."""

_BREAKS = re.compile(r"\u200b|(?<=\u00ad)|(?<=[^\W\d_]{3}[-–—])(?=[^\W\d_])")
"""The places inside a word where a line may end: after a hyphen or dash between words. 2011-14 and re-use are not
split; Word does split re-use, but programs that copy text from a PDF remove a hyphen at the end of a line."""

_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters of scripts that run from right to left: here lines run from the left, which would print them backwards."""

_MOST_WORDS = 100_000
"""The most words that are kept, so that a process that writes documents for weeks does not use more and more memory."""


class Part(NamedTuple):
    """The text between two places where a line may end; width at size 1; ``tail`` is printed at the end of a line."""

    text: str
    width: float
    tail: str


class Words(dict[str, tuple[Part, ...]]):
    """The words of a face, cut where a line may end and measured at first use; most words are one part."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face

    def __missing__(self, word: str) -> tuple[Part, ...]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        parts = self[word] = tuple(map(self._part, _BREAKS.split(word)))
        return parts

    def _part(self, text: str) -> Part:
        tail = SOFT_HYPHEN if text.endswith(SOFT_HYPHEN) else ""
        text = text.replace(SOFT_HYPHEN, "")
        return Part(text, self.face.width(text), tail)


@define(eq=False, repr=False)
class Face:
    """One face of a family. Words are kept between documents; all lengths are at size 1.

    ``glyphs`` has the characters that can be printed, with the code that is painted for each; ``descent`` is the depth
    below the baseline (positive), ``space`` the width of a space.
    """

    name: str
    ttf: TTFontFace
    glyphs: dict[str, int]
    printable: frozenset[str]
    ascent: float = field(init=False)
    descent: float = field(init=False)
    space: float = field(init=False)
    words: Words = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.ascent, self.descent = self.ttf.ascent / 1000, -self.ttf.descent / 1000
        self.space = self.width(" ")
        self.words = Words(self)

    @classmethod
    def read(cls, path: Path) -> Face:
        """Return the face in the TrueType file at ``path``."""
        ttf = TTFontFace(str(path))
        glyphs = {chr(code): code for code in ttf.charToGlyph if not _FROM_THE_RIGHT.match(chr(code))}
        for character, other in STAND_INS.items():
            glyphs.setdefault(character, ord(other))
        return cls(path.stem, ttf, glyphs, frozenset(glyphs) | {ZERO_WIDTH_SPACE})

    def width(self, text: str) -> float:
        """Return the width of ``text`` at size 1; a character that the face does not have has no width."""
        widths, codes = self.ttf.charWidths, map(self.glyphs.get, text.replace(ZERO_WIDTH_SPACE, ""))
        return float(sum(widths.get(code, 0) for code in codes)) / 1000


@record
class Family:
    """The four faces of a family; each is read at first use."""

    name: str

    def face(self, bold: bool = False, italic: bool = False) -> Face:
        """Return the face that is bold or italic, both or neither."""
        return _read_face(self.name, _STYLES[bold, italic])


def load_family(name: str) -> Family:
    """Return the family called ``name``. Raises RenderError when it is not part of the package."""
    paths = [_path(name, style) for style in _STYLES.values()]
    missing = [
        Problem(Code.NO_FONT_FILE, f'the font file "{path.name}" is missing', _HINT)
        for path in paths
        if not path.exists()
    ]
    if missing:
        raise RenderError(missing)
    return Family(name)


_STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
_HINT = "install the package again: the build of the package makes its fonts"


def _path(name: str, style: str) -> Path:
    return DATA / f"{name}-{style}.ttf"


@cache
def _read_face(name: str, style: str) -> Face:
    return Face.read(_path(name, style))
