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


@record
class _Entry:
    title: str
    label: str
    link: str

    @property
    def words(self) -> str:
        """The words by which an entry is found."""
        return _ARTICLE.sub("", self.title, count=1).casefold()

    @property
    def letter(self) -> str:
        """The first letter, without its accent and signs before it; "0–9" for figures, and for signs alone."""
        signs = unicodedata.normalize("NFD", self.words).upper()
        first = next(filter(str.isalnum, signs), "0")
        return first if first.isalpha() else _FIGURES


def a_to_z(story: Story, document: Document) -> Html:
    """Return the entries below their letters."""
    entries = sorted(_entries(story, document), key=lambda entry: (entry.letter, entry.words))
    letters = [(letter, list(found)) for letter, found in groupby(entries, lambda entry: entry.letter)]
    return joined([_below(letter, found) for letter, found in letters])


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
        yield _Entry(title[0].upper() + title[1:], label, link)


def _below(letter: str, entries: list[_Entry]) -> Html:
    items = [
        h("li", h("a", entry.title, f" ({entry.label})" if entry.label else "", href=entry.link)) for entry in entries
    ]
    name = f"{OWN}letter-{'0' if letter == _FIGURES else letter.lower() if letter.isascii() else f'{ord(letter):x}'}"
    return h("section", h("h2", letter, id=name), h("ul", joined(items)), class_="letter")
