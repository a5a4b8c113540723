"""Names in the words of a drawing: where they are printed, and what is between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from csp_docs.comparing.reading import Piece
from csp_docs.comparing.stream import Stream
from csp_docs.comparing.words import canonical


class Item(NamedTuple):
    """Something that a drawing prints: its ``kind`` and, of a name, its place among those of its kind."""

    kind: str
    at: int
    text: str


def names_in(text: str, names: Sequence[tuple[str, int, str]]) -> Iterator[Item]:
    """Yield the names in a text, and the words between them (kind "word").

    ``names`` have kinds and places. Longer ones are looked for first: "Ward 1" may begin "Ward 12". A name that is
    there twice, or that two have, has no kind, as it is not known which of the two is meant.

    >>> [(item.kind, item.text) for item in names_in("Ward 1 5 Ward 12", [("a", 0, "Ward 1"), ("a", 1, "Ward 12")])]
    [('a', 'Ward 1'), ('word', '5'), ('a', 'Ward 12')]
    """
    stream = Stream((Piece(text, ""),), certain=False)
    found, end = _found(stream, names), 0
    for place, word in zip(stream.starts, stream.words, strict=True):
        if place in found:
            end, item = found[place]
            yield item
        elif place >= end:
            yield Item("word", 0, word)


def _found(stream: Stream, names: Sequence[tuple[str, int, str]]) -> dict[int, tuple[int, Item]]:
    """Return names by the places in a text where they begin, each with its end."""
    found, taken = dict[int, tuple[int, Item]](), set[int]()
    of = Counter(canonical(name) for _, _, name in names)
    for kind, at, name in sorted(names, key=lambda one: -len(one[2])):
        size = len(canonical(name))
        places = [place for place in _places(stream, canonical(name)) if place not in taken]
        for place in places:
            taken |= set(range(place, place + size))
            found[place] = place + size, Item(kind if len(places) == of[canonical(name)] == 1 else "", at, name)
    return found


def _places(stream: Stream, name: str) -> Iterator[int]:
    place = stream.text.find(name) if name else -1
    while place >= 0:
        end = place + len(name)
        if stream.is_start(place) and stream.is_start(end + stream.text.startswith(" ", end)):
            yield place
        place = stream.text.find(name, place + 1)
