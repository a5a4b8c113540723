"""Font families: the characters of a face, and the widths of its words.

The measures of a face are stored in a file next to it when the package is installed, so that laying out a document does
not read the font.
"""

from __future__ import annotations

import json
import re
from functools import cache
from math import inf
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from csp_docs.errors import Code, Problem, RenderError

DATA = Path(__file__).parents[1] / "data"
SOFT_HYPHEN, ZERO_WIDTH_SPACE = "\u00ad", "\u200b"

_BREAKS = re.compile(r"\u200b|(?<=\u00ad)|(?<=[^\W\d_]{3}[-–—])(?=[^\W\d_])")
"""The places inside a word where a line may end: after a hyphen or dash between words. 2011-14 and re-use are not
split; Word does split re-use, but programs that copy text from a PDF remove a hyphen at the end of a line."""

_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Letters of scripts that run from right to left: here lines run from the left, which would print them backwards."""

_READING = Lock()
"""Threads that need a face at the same time get the same one: a file with two has its font twice, and other bytes."""

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


class WholeWords(dict[str, float]):
    """The widths of words at size 1; infinite if a line may end inside, and for the gap between two spaces."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def __missing__(self, word: str) -> float:
        if len(self) >= _MOST_WORDS:
            self.clear()
        [first, *others] = self.words[word]
        width = self[word] = first.width if word and not others else inf
        return width


class Widths(dict[str, float]):
    """The widths of characters at size 1; a character that the face does not have has no width."""

    def __missing__(self, character: str) -> float:
        return 0.0


class Face:
    """One face of a family. Words are kept between documents; all lengths are at size 1.

    ``printable`` has the characters that can be printed, ``glyphs`` the numbers of their glyphs; ``descent`` is the
    depth below the baseline (positive), ``space`` the width of a space.
    """

    __slots__ = ("ascent", "descent", "glyphs", "name", "printable", "space", "whole", "widths", "words")

    def __init__(self, name: str, glyphs: dict[str, int], widths: Widths, ascent: float, descent: float) -> None:
        self.name, self.ascent, self.descent = name, ascent, descent
        self.glyphs, self.widths, self.printable = glyphs, widths, frozenset(widths)
        self.space = self.width(" ")
        self.words = Words(self)
        self.whole = WholeWords(self.words)

    @classmethod
    def read(cls, path: Path) -> Face:
        """Return the face whose measures are in the file at ``path``, in units of the font."""
        found = json.loads(path.read_text(encoding="utf-8"))
        units, characters = found["units"], found["characters"]
        widths = Widths(zip(characters, (width / units for width in found["widths"]), strict=True))
        for character in _FROM_THE_RIGHT.findall(characters):
            del widths[character]
        widths[ZERO_WIDTH_SPACE] = 0.0
        glyphs = dict(zip(characters, found["glyphs"], strict=True))
        return cls(path.stem, glyphs, widths, *(found[name] / units for name in ("ascent", "descent")))

    def width(self, text: str) -> float:
        """Return the width of ``text`` at size 1."""
        return sum(map(self.widths.__getitem__, text), 0.0)


class Family(NamedTuple):
    """The four faces of a family; each is read at first use."""

    name: str

    def face(self, bold: bool = False, italic: bool = False) -> Face:
        """Return the face that is bold or italic, both or neither."""
        with _READING:
            return _read_face(self.name, _STYLES[bold, italic])


def load_family(name: str) -> Family:
    """Return the family called ``name``. Raises RenderError when it is not part of the package."""
    paths = [DATA / f"{name}-{style}{ending}" for style in _STYLES.values() for ending in _ENDINGS]
    missing = [
        Problem(Code.NO_FONT_FILE, f'the font file "{path.name}" is missing', _HINT)
        for path in paths
        if not path.exists()
    ]
    if missing:
        raise RenderError(missing)
    return Family(name)


_STYLES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
_ENDINGS = (".ttf", ".json")
_HINT = "install the package again: the build of the package makes its fonts"


@cache
def _read_face(name: str, style: str) -> Face:
    return Face.read(DATA / f"{name}-{style}.json")
