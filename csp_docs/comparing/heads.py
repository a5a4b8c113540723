"""Heads and feet of pages: those that only repeat the text, and those that say something that is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from csp_docs.comparing.words import canonical

_PAGES = re.compile(r"(?:^|\b(?:page|tudalen)\s+|\s)\d{1,4}(?:\s+(?:of|o)\s+\d{1,4})?(?=\s|$)", re.IGNORECASE)
"""The number of a page in a line of a PDF."""
_SHORTEST = 4

_BETWEEN = re.compile(r"[\t\n|•·]+")
_PAGE = re.compile(r"(?:page|tudalen)?\s*(?:of|o)?", re.IGNORECASE)
"""What is around the number of a page, which itself is left out."""
_WORD = re.compile(r"\w")
_LONGEST = 80


def named(heads: Iterable[str], known: Known) -> Iterator[str]:
    """Yield what people see in heads and feet of a Word file or a web page, and is not known, each once.

    >>> list(named(["The Council · NW · Not approved", "Page  of "], Known(["The Council"], ["North West"])))
    ['the head or foot "Not approved"']
    """
    fresh = ([one for one in map(_joined, _BETWEEN.split(head)) if _says(one, known)] for head in heads)
    yield from dict.fromkeys(_shown(" · ".join(one)) for one in fresh if one)


def repeated(lines: Iterable[str], known: Known) -> Iterator[str]:
    """Yield the lines of a PDF that are on many pages and say something that is not known, each once.

    >>> list(repeated(["The Council Page 1 of 2", "Rejected Page 1 of 2"], Known(["The Council"], [])))
    ['the head or foot "Rejected"']
    """
    fresh = ([one for one in _BETWEEN.split(line) if _is_fresh(one, known)] for line in dict.fromkeys(lines))
    yield from dict.fromkeys(_shown(" · ".join(map(_without_pages, one))) for one in fresh if one)


def alone(head: str, known: Known) -> str:
    """Return what a head or foot that one page of a PDF has says, and is not known; empty if all of it is."""
    fresh = [line for line in head.splitlines() if any(_is_fresh(one, known) for one in _BETWEEN.split(line))]
    return f'the head or foot "{" ".join(map(_joined, fresh))}"' if fresh else ""


def _shown(said: str) -> str:
    return f'the head or foot "{said[:_LONGEST].rstrip()}{"…" if len(said) > _LONGEST else ""}"'


def _joined(phrase: str) -> str:
    return " ".join(phrase.split())


def _says(phrase: str, known: Known) -> bool:
    return bool(_WORD.search(phrase)) and not _PAGE.fullmatch(phrase) and not known.says(phrase)


def _is_fresh(phrase: str, known: Known) -> bool:
    """Tell whether a phrase of a PDF is not known, neither with all of its numbers nor without that of its page."""
    if not _WORD.search(shorter := _without_pages(phrase)) or known.says(shorter) or known.says(phrase):
        return False
    numbers = _PAGES.finditer(phrase)
    return not any(known.says(f"{phrase[: one.start()]} {phrase[one.end() :]}") for one in numbers)


def _without_pages(phrase: str) -> str:
    return _joined(_PAGES.sub("\n", _joined(phrase)))


class Known:
    """What heads and feet may repeat: ``texts``, each as a whole or in part, and ``titles`` with their initials.

    A line of a PDF may also be a line of one of the header ``rows``, which has the words of several cells.
    """

    def __init__(self, texts: Iterable[str], titles: Iterable[str], rows: Iterable[str] = ()) -> None:
        own = [*titles]
        own += ["".join(re.findall(r"\b\w", title)) for title in own]
        phrases = [*own, *(phrase for text in texts for phrase in (text, *_BETWEEN.split(text)))]
        self.phrases = {said for one in phrases if len(said := canonical(one).casefold()) >= _SHORTEST}
        self.phrases |= {canonical(one).casefold() for one in own}
        self.text = "\0".join(self.phrases)
        self.rows = [_words(row) for row in rows]

    def says(self, line: str) -> bool:
        """Tell whether a line is in one of the texts, or made of several, or a line of a header row."""
        return self.is_made_of(line) or canonical(line).casefold() in self.text or self._is_of_row(line)

    def is_made_of(self, line: str) -> bool:
        """Tell whether a line is one of the texts, or several."""
        said = canonical(line).casefold()
        ends = {0}
        for end in range(1, len(said) + 1):
            if any(said[begin:end] in self.phrases for begin in ends):
                ends.add(end)
        return len(said) in ends

    def _is_of_row(self, line: str) -> bool:
        """Tell whether the words of a line are in a header row, in its order."""
        words = _words(line)
        return any(all(word in left for word in words) for left in map(iter, self.rows))


def _words(text: str) -> list[str]:
    return [canonical(word).casefold() for word in text.split()]
