"""Words that two files have in different places, because programs print them there: not differences of what they say.

A program that makes a PDF may put the words of a drawing, of a footnote, of a repeated header row or of a foot among
those of the text. Text boxes are read where they are anchored, or where they are painted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
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
_BETWEEN = re.compile(r"[\t\n|•·]+")
_MOST_WORDS, _MOST_DRAWN, _MOST_OF_FOOT = 800, 150, 40
_PARTS = ("text", "notes")
"""What may have words in other places."""
_Parts = tuple[Sequence[Piece], Sequence[Piece]]


class Elsewhere:
    """Tells which words of one file are in another place of the other, each once."""

    def __init__(self, first: Reading, other: Reading) -> None:
        self.first, self.other = first, other
        self.moved = set[str]()
        """The notes that are in the text of the other file."""
        self.feet: dict[int, Counter[str]] = {}
        self.dropped: dict[int, list[str]] = {}
        """The lines at the edges of pages without tags that were not found in the text of the other file."""

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
            mine, theirs = difference.first.words.split(), difference.other.words.split()
            apart = [*_apart(mine, theirs)] if len(mine) + len(theirs) <= _MOST_WORDS else []
            is_known = difference.part in _PARTS and all(self._is_known(difference.part, *one) for one in apart)
            if not (apart and is_known):
                yield difference

    def _is_known(self, part: str, mine: str, theirs: str) -> bool:
        """Tell whether words of one file, and those that the other has instead, are in other places."""
        if part == "notes":
            return bool(mine) is not bool(theirs) and (
                self._are_moved(mine or theirs) or self._is_in_text(mine, theirs)
            )
        return self._is_in_text(mine, theirs)

    def _is_in_text(self, mine: str, theirs: str) -> bool:
        known = not mine or self._are_known(mine, self.other, self.first)
        return known and (not theirs or self._are_known(theirs, self.first, self.other))

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
        if not there.describes and (size := self._dropped(words, there)):
            return " ".join(words.split()[size:])
        sizes = (_begins_with(words, one) for one in (map(canonical, there.repeated) if not here.describes else ()))
        size = max(sizes, default=0) or (self._foot(words, there) if _may_print_feet(here) else 0)
        return " ".join(words.split()[size:])

    def _foot(self, words: str, there: Reading) -> int:
        """Return with how many words a text begins that are parts of heads and feet, each once, and page numbers."""
        left, split, size = self.feet.setdefault(id(there), _feet(there)), words.split(), 0
        while more := _next_of(split[size:], left):
            size += more
        while size and size < len(split) and _OF_PAGE.fullmatch(split[size]):
            size += 1
        return size

    def _dropped(self, words: str, there: Reading) -> int:
        """Return with how many words a text begins that are a line at the edge of a page, which may be a caption."""
        lines = self.dropped.setdefault(id(there), [canonical(one) for one in there.running if _is_long(one)])
        for line in lines:
            if size := _begins_with(words, line):
                lines.remove(line)
                return size
        return 0


def _apart(mine: list[str], theirs: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the words of two files at a difference without those between them that both have."""
    for kind, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind != "equal" or not (mine and theirs):
            yield " ".join(mine[a:b]), " ".join(theirs[c:d])


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
        return _size_of_chart(split, chart)
    letters = _letters(" ".join(chart.drawn))
    size = len(" ".join(chart.drawn).split())
    return size if _letters(" ".join(split[:size])) == letters else 0


def _size_of_chart(words: Sequence[str], chart: Charted) -> int:
    """Return with how many words a text begins that are those of the drawing of a chart, the most there are."""
    said, names = canonical(" ".join(words)), map(canonical, chart.columns[0][1:])
    if not all(name in said for name in names):
        return 0
    sizes = range(min(len(words), _MOST_DRAWN), len(chart.columns[0]) - 2, -1)
    return next((size for size in sizes if charts.is_drawing_of(" ".join(words[:size]), chart)), 0)


def _letters(text: str) -> str:
    """Return the words of a text in the order of the alphabet."""
    return " ".join(sorted(map(canonical, text.split())))


def _may_print_feet(here: Reading) -> bool:
    """Tell whether heads and feet may be in the text of a file: a PDF without tags, or one that marks no others."""
    return here.format == "PDF" and not (here.describes and here.running)


def _feet(there: Reading) -> Counter[str]:
    """Return the parts of heads and feet without the numbers of pages; a PDF has them on each page."""
    heads = dict.fromkeys(there.heads) if there.format == "PDF" else there.heads
    found = Counter(filter(None, (_without_pages(part) for head in heads for part in _BETWEEN.split(head))))
    said = canonical(" ".join(piece.text for piece in there.text)).casefold()
    for part in found:
        found[part] += part.casefold() in said  # a browser prints the head of a page, and its foot
    return found


def _next_of(words: Sequence[str], left: Counter[str]) -> int:
    """Take the longest part of a head or foot that words begin with, and return of how many words it is."""
    text, size, taken = "", 0, ""
    for at, word in enumerate(words[:_MOST_OF_FOOT], 1):
        text += "" if _OF_PAGE.fullmatch(word) else canonical(word)
        size, taken = (at, text) if left[text] > 0 else (size, taken)
    left[taken] -= 1
    return size


def _is_long(line: str) -> bool:
    """Tell whether a line may be a caption, and is more than the number of a page."""
    return sum(any(map(str.isalpha, word)) for word in line.split()) > 1


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
