"""Heads and feet of pages: those that only repeat the text, and those that say something that is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from csp_docs.comparing.words import canonical

_PAGES = re.compile(r"(?:^|\b(?:page|tudalen)\s+|\s)\d{1,4}(?:\s+(?:of|o)\s+\d{1,4})?(?=\s|$)", re.IGNORECASE)
"""The number of a page in a line of a PDF."""
_SHORTEST = 4

_BETWEEN = re.compile(r"[\t\n|•·]+")
_PAGE = re.compile(r"(?:page|tudalen)?\s*(?:of|o)?", re.IGNORECASE)
"""What is around the number of a page, which itself is left out."""
_WORD = re.compile(r"\w")
_LONGEST = 80


def named(heads: Sequence[str], text: str, titles: Sequence[str]) -> Iterator[str]:
    """Yield what people see in heads and feet, and is nowhere in the ``text``.

    ``titles`` are names in the properties of the file, such as its title and its author. Their initials are known too.

    >>> list(named(["The Council · NW · Not approved", "Page  of "], "A report of the council", ["North West"]))
    ['the head or foot "Not approved"']
    """
    initials = ("".join(re.findall(r"\b\w", title)) for title in titles)
    known = canonical(" ".join((text, *titles, *initials))).casefold()
    fresh = ([one for one in map(_joined, _BETWEEN.split(head)) if _says(one, known)] for head in heads)
    for said in dict.fromkeys(" · ".join(one) for one in fresh if one):
        yield f'the head or foot "{said[:_LONGEST].rstrip()}{"…" if len(said) > _LONGEST else ""}"'


def _joined(phrase: str) -> str:
    return " ".join(phrase.split())


def _says(phrase: str, known: str) -> bool:
    return bool(_WORD.search(phrase)) and not _PAGE.fullmatch(phrase) and canonical(phrase).casefold() not in known


class Known:
    """What heads and feet may repeat: ``texts``, each as a whole or in part, and ``titles`` with their initials."""

    def __init__(self, texts: Iterable[str], titles: Iterable[str]) -> None:
        own = [*titles]
        own += ["".join(re.findall(r"\b\w", title)) for title in own]
        phrases = [*own, *(phrase for text in texts for phrase in (text, *_BETWEEN.split(text)))]
        self.phrases = {said for one in phrases if len(said := canonical(one).casefold()) >= _SHORTEST}
        self.phrases |= {canonical(one).casefold() for one in own}
        self.text = "\0".join(self.phrases)

    def says(self, line: str) -> bool:
        """Tell whether a line is in one of the texts, or made of several."""
        return self.is_made_of(line) or canonical(line).casefold() in self.text

    def is_made_of(self, line: str) -> bool:
        """Tell whether a line is one of the texts, or several."""
        said = canonical(line).casefold()
        ends = {0}
        for end in range(1, len(said) + 1):
            if any(said[begin:end] in self.phrases for begin in ends):
                ends.add(end)
        return len(said) in ends


def repeated(lines: Iterable[str], known: Known) -> Iterator[str]:
    """Yield the lines of a PDF that are on many pages and say something that is not known, each once.

    >>> list(repeated(["The Council Page 1 of 2", "Rejected Page 1 of 2"], Known(["The Council"], [])))
    ['the head or foot "Rejected"']
    """
    shown = dict.fromkeys(" ".join(_PAGES.sub("\n", " ".join(line.split())).split()) for line in dict.fromkeys(lines))
    for line in shown:
        fresh = [_joined(one) for one in _BETWEEN.split(line) if _WORD.search(one) and not known.says(one)]
        if fresh:
            said = " · ".join(fresh)
            yield f'the head or foot "{said[:_LONGEST].rstrip()}{"…" if len(said) > _LONGEST else ""}"'
