"""The widths of words in Arial and Arimo, which are the same, and twips, for what all writers must decide alike."""

from __future__ import annotations

import unicodedata
from functools import cache

from csp_docs.records import record

_REGULAR = {
    0: "\u200b", 191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;I[\\]ft\u00a0îï", 333: "()-`r“”\u2011²³·", 334: "{}",
    350: "•", 355: '"', 389: "*", 400: "°", 469: "^", 500: "Jcksvxyzŷ↑↓", 549: "÷±≥≤≈",
    556: "#$0123456789?L_abdeghnopqu£–€é§†", 584: "+<=>~−×", 604: "■●", 611: "FTZß", 667: "&ABEKPSVXY", 722: "CDHNRUwŵ",
    737: "©®", 778: "GOQØ", 833: "Mm", 834: "½¼¾", 889: "%æ", 944: "Wœ", 990: "▲", 1000: "—…→←™‰ÆŒ", 1015: "@",
}  # fmt: skip
_BOLD = {
    0: "\u200b", 238: "'", 278: " ,./I\\ijl‘’\u00a0", 280: "|", 333: "!()-:;[]`ft\u2011²³·", 350: "•", 389: "*r{}",
    400: "°", 474: '"', 500: "z“”↑↓", 549: "÷±≥≤≈", 556: "#$0123456789J_aceksvxy£–€éŷ§†", 584: "+<=>^~−×", 604: "■●",
    611: "?FLTZbdghnopquß", 667: "EPSVXY", 722: "&ABCDHKNRU", 737: "©®", 778: "GOQwŵØ", 833: "M", 834: "½¼¾",
    889: "%mæ", 944: "Wœ", 975: "@", 990: "▲", 1000: "—…→←™‰ÆŒ",
}  # fmt: skip
_OTHER = 611
"""The width of a character that is not listed: that of a broad letter."""
TWIPS = 20
"""The twips in a point: Word's unit for lengths, of which it has no parts (ECMA-376 part 1, 17.18.105)."""
SHORT_WORD = 3
"""A word with so many letters ("the", "of", "to") leads to the next one."""


@record
class Fonts:
    """The family embedded in the PDF, and the family that Word names: they have the same widths."""

    pdf: str = "Arimo"
    word: str = "Arial"


def in_twips(points: float) -> int:
    """Return ``points`` in whole twips.

    >>> in_twips(0.5), in_twips(595.28)
    (10, 11906)
    """
    return round(points * TWIPS)


def width(text: str, *, bold: bool = False) -> float:
    """Return the width of ``text`` at size 1: 12 times this is its width in points at 12 pt."""
    return sum(map(_widths(bold).__getitem__, text)) / 1000


def wrapped(text: str, room: float, *, bold: bool = False) -> list[str]:
    """Return ``text`` in lines no wider than ``room`` at size 1; a longer word has a line to itself."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        lines = [*lines[:-1], longer] if width(longer, bold=bold) <= room or not lines[-1] else [*lines, word]
    return lines


def shortened(text: str, room: float) -> str:
    """Return ``text``, cut after a word and ended with an ellipsis when it is wider than ``room`` at size 1.

    It does not end in a small word such as "of" or "the", which leads to the next one, or in a sign alone.
    """
    if width(text) <= room:
        return text
    words = text.split()
    while words and (width(_cut(words)) > room or leads_on(words[-1]) or not any(map(str.isalnum, words[-1]))):
        words.pop()
    return _cut(words)


def _cut(words: list[str]) -> str:
    return f"{' '.join(words).rstrip(',;:')}…"


def leads_on(word: str) -> bool:
    """Return whether a line reads badly that ends in ``word``, because it is a short one: "the", "of", "to"."""
    return len(word) <= SHORT_WORD and word.isalpha() and word.islower()


class _Widths(dict[str, int]):
    """The widths of signs, in thousandths; a letter with an accent is as wide as the letter."""

    def __missing__(self, sign: str) -> int:
        letter = unicodedata.normalize("NFD", sign)[0]
        units = self[sign] = _OTHER if letter == sign else self[letter]
        return units


@cache
def _widths(bold: bool) -> _Widths:
    return _Widths({sign: units for units, signs in (_BOLD if bold else _REGULAR).items() for sign in signs})
