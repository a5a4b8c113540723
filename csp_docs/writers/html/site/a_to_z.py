"""The list of all that has a title, from A to Z: readers find a heading, a table or a figure without a server."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from csp_docs.blocks import ContentsEntry, Document, Listing, walk
from csp_docs.records import record
from csp_docs.typesetting.contents import listed
from csp_docs.writers.html.elements import Html, h, joined
from csp_docs.writers.html.story import Story


@record
class _Entry:
    title: str
    label: str
    link: str

    @property
    def letter(self) -> str:
        """The first letter, without its accent and signs before it; "0–9" for figures, and for signs alone."""
        signs = unicodedata.normalize("NFD", self.title).upper()
        first = next(filter(str.isalnum, signs), "0")
        return first if first.isalpha() else "0–9"


def a_to_z(story: Story, document: Document) -> Html:
    """Return the entries below their letters."""
    entries = sorted(_entries(story, document), key=lambda entry: (entry.letter, entry.title.casefold(), entry.link))
    letters = [(letter, list(found)) for letter, found in groupby(entries, lambda entry: entry.letter)]
    return joined([_below(letter, found) for letter, found in letters])


def _entries(story: Story, document: Document) -> Iterator[_Entry]:
    """Yield headings and captions; headings with the same words have those of the heading above them too."""
    of_all = listed(document)
    headings = list(_with_parents(of_all[Listing.HEADINGS]))
    counted = Counter(walk.words(entry.title) for entry, _ in headings)
    for entry, parent in headings:
        yield from _entry(story, entry, parent if counted[walk.words(entry.title)] > 1 else "")
    for of in (Listing.FIGURES, Listing.TABLES):
        for entry in of_all[of]:
            yield from _entry(story, entry, entry.number.rstrip(":"))


def _with_parents(entries: Iterable[ContentsEntry]) -> Iterator[tuple[ContentsEntry, str]]:
    """Yield headings, each with the words of the heading that it is below."""
    above: dict[int, str] = {}
    for entry in entries:
        yield entry, above.get(entry.level - 1, "")
        above[entry.level] = f"{entry.number} {walk.words(entry.title)}".strip()


def _entry(story: Story, entry: ContentsEntry, label: str) -> Iterator[_Entry]:
    title, link = walk.words(entry.title).rstrip(":"), story.href(entry.target)
    if title and link:
        yield _Entry(title[0].upper() + title[1:], label, link)


def _below(letter: str, entries: list[_Entry]) -> Html:
    items = [
        h("li", h("a", entry.title, f" ({entry.label})" if entry.label else "", href=entry.link)) for entry in entries
    ]
    name = f"letter-{letter.lower() if letter.isascii() and letter.isalpha() else 'other'}"
    return h("section", h("h2", letter, id=name), h("ul", joined(items)), class_="letter")
