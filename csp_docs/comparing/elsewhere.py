"""Words that two files have in different places, because programs print them there: not differences of what they say.

A program that makes a PDF may put the words of a drawing, of a footnote, of a repeated header row or of a foot among
those of the text. Text boxes are read where they are anchored, or where they are painted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve

from csp_docs.comparing.differences import Difference
from csp_docs.comparing.drawn import charts
from csp_docs.comparing.reading import Charted, Piece
from csp_docs.comparing.words import canonical

if TYPE_CHECKING:
    from csp_docs.comparing.reading import Reading

_MOST_PIECES = 4
_OF_PAGE = re.compile(r"page|tudalen|of|o|\d{1,4}", re.IGNORECASE)
_MARK = re.compile(r"[\d*†‡§]{1,4}[.)]?\s+")
_Parts = tuple[Sequence[Piece], Sequence[Piece]]


class Elsewhere:
    """Tells which words of one file are in another place of the other, each once."""

    def __init__(self, first: Reading, other: Reading) -> None:
        self.first, self.other = first, other
        self.moved = set[str]()
        """The notes that are in the text of the other file."""

    @cached_property
    def drawn(self) -> dict[int, list[Charted]]:
        """The drawings that only one file has."""
        both = (self.first, self.other), (self.other, self.first)
        return {id(one): _only_in(one, another) for one, another in both}

    @cached_property
    def notes(self) -> dict[int, list[str]]:
        """The notes that only one file has."""
        both = (self.first, self.other), (self.other, self.first)
        return {id(one): _notes(one, another) for one, another in both}

    def left(self, found: Iterable[Difference]) -> Iterator[Difference]:
        """Yield differences but for those of words that one file has in another place."""
        for difference in found:
            mine, theirs = difference.first.words, difference.other.words
            if bool(mine) is bool(theirs):
                yield difference
            elif difference.part == "notes" and self._are_moved(mine or theirs):
                continue
            elif not self._are_known(mine or theirs, *((self.other, self.first) if mine else (self.first, self.other))):
                yield difference

    def _are_moved(self, words: str) -> bool:
        """Tell whether all words are those of notes that are in the text of the other file."""
        while size := max((_begins_with(words, note) for note in self.moved), default=0):
            words = " ".join(words.split()[size:])
        return not words

    def _are_known(self, words: str, there: Reading, here: Reading) -> bool:
        """Tell whether all words, which only the file ``here`` has in its text, are in other places ``there``."""
        rest = words
        while rest:
            shorter = self._without_next(rest, there, here)
            if shorter == rest:
                return False
            rest = shorter.strip()
        return True

    def _without_next(self, words: str, there: Reading, here: Reading) -> str:
        """Return words without what they begin with, if that is known."""
        for number, chart in enumerate(self.drawn[id(there)]):
            size = _size_of(words, chart)
            if size:
                del self.drawn[id(there)][number]
                return " ".join(words.split()[size:])
        for note in self.notes[id(there)]:
            mark = _MARK.match(words)
            for text in (words, words[mark.end() :] if mark else words):
                if (size := _begins_with(text, note)) and note not in self.moved:
                    self.moved.add(note)
                    return " ".join(text.split()[size:])
        if not here.describes:
            sizes = (_begins_with(words, one) for one in there.repeated)
            size = max(sizes, default=0) or (len(words.split()) if _is_foot(words, there.heads) else 0)
            return " ".join(words.split()[size:])
        return words


def _only_in(own: Reading, other: Reading) -> list[Charted]:
    """Return the drawings with words that the other file does not have as drawings."""
    theirs = Counter(_letters(" ".join(one.drawn)) for one in other.charts)
    return [one for one in own.charts if (one.columns or one.prints) and not theirs[_letters(" ".join(one.drawn))]]


def _notes(own: Reading, other: Reading) -> list[str]:
    """Return the notes that the other file does not have as notes."""
    theirs = canonical(" ".join(piece.text for piece in other.notes))
    return [note for piece in own.notes if (note := canonical(piece.text)) and note not in theirs]


def _begins_with(words: str, known: str) -> int:
    """Return with how many words a text begins that are what is ``known``, in its order; 0 if it does not."""
    text = ""
    for size, word in enumerate(words.split(), 1):
        text = canonical(f"{text} {word}") if known else ""
        if text == known:
            return size
        if not known.startswith(text):
            break
    return 0


def _size_of(words: str, chart: Charted) -> int:
    """Return with how many words a text begins that are those of a drawing, in any order; 0 if it does not."""
    split = words.split()
    if chart.columns:
        return len(split) if charts.is_drawing_of(words, chart) else 0
    letters = _letters(" ".join(chart.drawn))
    size = len(" ".join(chart.drawn).split())
    return size if _letters(" ".join(split[:size])) == letters else 0


def _letters(text: str) -> str:
    """Return the words of a text in the order of the alphabet."""
    return " ".join(sorted(map(canonical, text.split())))


def _is_foot(words: str, heads: Sequence[str]) -> bool:
    """Tell whether words are those of a head or foot, or of all, but for the numbers of pages."""
    known = [_without_pages(head) for head in heads]
    said = _without_pages(words)
    return bool(said) and said in (*known, "".join(known), "".join(reversed(known)))


def _without_pages(words: str) -> str:
    return canonical(" ".join(word for word in words.split() if not _OF_PAGE.fullmatch(word)))


def without_boxes(first: Reading, other: Reading) -> tuple[Reading, Reading] | None:
    """Return two files without the words of boxes that both have, wherever they are; None if there are none."""
    own, theirs = list(first.text), list(other.text)
    count = len(own) + len(theirs)
    for pieces, others in ((own, theirs), (theirs, own)):
        for box in _boxes(pieces):
            if place := _place_of(canonical(" ".join(piece.text for piece in box)), others):
                pieces[:] = [piece for piece in pieces if not any(piece is one for one in box)]
                del others[place]
    if len(own) + len(theirs) == count:
        return None
    return evolve(first, text=tuple(own)), evolve(other, text=tuple(theirs))


def _boxes(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces in boxes, those of each box together."""
    return [list(group) for boxed, group in groupby(pieces, key=lambda piece: piece.boxed) if boxed]


def _place_of(text: str, pieces: Sequence[Piece]) -> slice | None:
    """Return where a few pieces are that together say a text."""
    for at in range(len(pieces)):
        said = ""
        for end in range(at, min(at + _MOST_PIECES, len(pieces))):
            said = canonical(f"{said} {pieces[end].text}")
            if said == text:
                return slice(at, end + 1)
            if not text.startswith(said):
                break
    return None
