"""The list of all that has a title, from A to Z: readers find a heading, a table or a figure without a server."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from csp_docs.blocks import ContentsEntry, Document, Listing, walk
from csp_docs.records import record
from csp_docs.typesetting.contents import listed
from csp_docs.writers.html.anchors import OWN
from csp_docs.writers.html.elements import Html, h, joined
from csp_docs.writers.html.story import Story

_ARTICLE = re.compile(r"\W*(?:a|an|the|y|yr)\s+(?=\w)", re.IGNORECASE)
"""The articles of English and Welsh at the beginning of a title: readers look for the word after them."""
_FIGURES = "0–9"
_ALPHABET = (
    *("a", "b", "c", "ch", "d", "dd", "e", "f", "ff", "g", "ng", "h", "i", "j", "k", "l", "ll", "m", "n", "o", "p"),
    *("ph", "q", "r", "rh", "s", "t", "th", "u", "v", "w", "x", "y", "z"),
)
"""The letters of Welsh in their order, with those that it has from other languages; those of English are among them."""
_OF_WELSH = re.compile("ch|dd|ff|ng|ll|ph|rh|th|.", re.DOTALL)


@record
class _Entry:
    title: str
    label: str
    link: str
    letters: tuple[str, ...]
    """The letters by which an entry is found: small ones without accents, and the signs between them."""

    @property
    def order(self) -> tuple[tuple[int, int], ...]:
        """The places of the letters in the alphabet: figures and signs are before them, other letters after them."""
        return tuple(map(_place, self.letters))

    @property
    def letter(self) -> str:
        """The first letter, without signs before it; "0–9" for figures, and for signs alone."""
        first = next((one for one in self.letters if one[0].isalnum()), "0")
        return first.capitalize() if first.isalpha() else _FIGURES


def a_to_z(story: Story, document: Document) -> Html:
    """Return the entries below their letters, which are those of the language of the document."""
    entries = sorted(_entries(story, document), key=lambda entry: (_place(entry.letter.lower()), entry.order))
    letters = [(letter, list(below)) for letter, below in groupby(entries, lambda entry: entry.letter)]
    return joined([_below(letter, below) for letter, below in letters])


def _place(letter: str) -> tuple[int, int]:
    if letter in _ALPHABET:
        return 1, _ALPHABET.index(letter)
    return 2 if letter.isalpha() else 0, ord(letter[0])


def _letters(title: str, language: str) -> tuple[str, ...]:
    """Return the letters of a title after its article.

    >>> _letters("The Llŷn", "cy-GB"), _letters("Llŷn", "en-GB")
    (('ll', 'y', 'n'), ('l', 'l', 'y', 'n'))
    """
    signs = unicodedata.normalize("NFD", _ARTICLE.sub("", title, count=1).casefold())
    plain = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return tuple(_OF_WELSH.findall(plain) if language.startswith("cy") else plain)


def _entries(story: Story, document: Document) -> Iterator[_Entry]:
    """Yield headings and captions, but no headings in chapters that several have, such as "Aims": they find nothing."""
    of_all = listed(document)
    counted = Counter(walk.words(entry.title).casefold() for entry in of_all[Listing.HEADINGS])
    for entry in of_all[Listing.HEADINGS]:
        shared = counted[walk.words(entry.title).casefold()] > 1
        if entry.level == 1 or not shared:
            yield from _entry(story, entry, entry.number.strip(" .–") if shared else "")
    for of in (Listing.FIGURES, Listing.TABLES):
        for entry in of_all[of]:
            yield from _entry(story, entry, entry.number.rstrip(":"))


def _entry(story: Story, entry: ContentsEntry, label: str) -> Iterator[_Entry]:
    title, link = walk.words(entry.title).rstrip(":"), story.href(entry.target)
    if title and link:
        letters = _letters(title, story.document.language)
        yield _Entry(title[0].upper() + title[1:], label, link, letters)


def _below(letter: str, entries: list[_Entry]) -> Html:
    items = [
        h("li", h("a", entry.title, f" ({entry.label})" if entry.label else "", href=entry.link)) for entry in entries
    ]
    name = f"{OWN}letter-{'0' if letter == _FIGURES else letter.lower() if letter.isascii() else f'{ord(letter):x}'}"
    return h("section", h("h2", letter, id=name), h("ul", joined(items)), class_="letter")
