"""Heads and feet of pages: those that only repeat the text, and those that say something that is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from csp_docs.comparing.words import canonical

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
