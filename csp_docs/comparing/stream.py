"""The words of a file as one text, in the form in which they are compared, from each place of which leads back."""

from __future__ import annotations

from bisect import bisect_right

from csp_docs.comparing.reading import Piece
from csp_docs.comparing.words import LINE_END_HYPHEN, canonical

END = "\0"
"""What follows the words: it is in no text."""


class Stream:
    """The words of pieces: ``text`` is compared; each word begins in it at one of the ``starts``.

    ``soft`` has the places of hyphens at ends of lines, which may only divide words.
    """

    def __init__(self, pieces: tuple[Piece, ...], *, certain: bool) -> None:
        self.pieces, self.words, self.starts = pieces, list[str](), list[int]()
        self.soft, self._of = set[int](), list[int]()
        self._parts, self._length, known = list[str](), 0, dict[str, str]()
        for at, piece in enumerate(pieces):
            for word in piece.text.split():
                if word not in known:
                    known[word] = canonical(word)
                if known[word]:
                    self._add(word, known[word], at, certain)
        self.text = "".join(self._parts)

    def _add(self, word: str, compared: str, piece: int, certain: bool) -> None:
        if self._parts and self._parts[-1][-1].isdecimal() and compared[0].isdecimal():
            self._parts.append(" ")
            self._length += 1
        self.starts.append(self._length)
        self.words.append(word.replace(LINE_END_HYPHEN, "-"))
        self._of.append(piece)
        if word.endswith(LINE_END_HYPHEN) and not certain:
            self.soft.add(self._length + len(compared) - 1)
        self._parts.append(compared)
        self._length += len(compared)

    def word_at(self, place: int) -> int:
        """Return the number of the word that a place of the text is in; after the last one, that of no word."""
        return len(self.words) if place >= self._length else max(bisect_right(self.starts, place) - 1, 0)

    def is_start(self, place: int) -> bool:
        """Tell whether a word begins at a place of the text, or all words end there."""
        at = self.word_at(place)
        return at == len(self.words) or self.starts[at] == place

    def place_of(self, word: int) -> str:
        """Return where a word is; after the last one, that all words have ended."""
        if not self.words:
            return "nowhere: there are no words"
        return self.pieces[self._of[word]].place if word < len(self.words) else "at the end"

    def shown(self, first: int, end: int) -> str:
        """Return the words from ``first`` up to ``end``."""
        return " ".join(self.words[max(first, 0) : end])
