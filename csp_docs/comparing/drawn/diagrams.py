"""The words of drawings without data, such as diagrams and maps, in their order; descriptions say which is which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product

from csp_docs.comparing.differences import Difference, Side, differences
from csp_docs.comparing.reading import Charted, Piece
from csp_docs.comparing.stream import Stream
from csp_docs.comparing.words import canonical

PART = "words of drawings"
_WORD = re.compile(r"\w+|[^\w\s-]")
"""A word or a sign; hyphens may divide words, so they do not count."""
_LONGEST = 4_000
"""In a drawing with more letters, names that changed places are not looked for."""


def unequal(own: Charted, theirs: Charted) -> Iterator[Difference]:
    """Yield the differences between what two drawings print: other words, and two names that changed places.

    A web page has a drawing for each width. Programs paint the parts of a drawing in different orders: only where the
    rest is in the same order have two names certainly changed places.
    """
    for left, right in _both(own, theirs):
        streams = _stream(left, own), _stream(right, theirs)
        found = list(differences(PART, *streams))
        missing, more = _words(left) - _words(right), _words(right) - _words(left)
        if missing or more:
            yield from found if len(found) == 1 else [_difference(missing, more, own, theirs)]
            return
        if swapped(streams[0].text, streams[1].text):
            yield from found
            return


def in_other_order(own: Charted, theirs: Charted) -> bool:
    """Tell whether two drawings print the same words in orders of which it is not known what they say."""
    for left, right in _both(own, theirs):
        first, other = _stream(left, own), _stream(right, theirs)
        if any(differences(PART, first, other)):
            return _words(left) == _words(right) and not swapped(first.text, other.text)
    return False


def _both(own: Charted, theirs: Charted) -> Iterator[tuple[str, str]]:
    """Yield the words of each two drawings, if both have words: a picture has none."""
    if own.prints and theirs.prints:
        yield from product(own.drawn, theirs.drawn)


def swapped(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for two parts that changed places.

    >>> swapped("North 1 South 2", "South 1 North 2")
    True
    >>> swapped("North East South", "South North East")
    True
    """
    begin = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    end = next((at for at, (a, b) in enumerate(zip(reversed(one), reversed(other), strict=False)) if a != b), 0)
    a, b = one[begin : len(one) - end], other[begin : len(other) - end]
    if len(a) != len(b) or len(a) > _LONGEST:
        return False
    firsts = [size for size in range(1, len(a)) if b.endswith(a[:size])]
    lasts = [size for size in range(1, len(a)) if b.startswith(a[-size:])]
    return any(
        first + last <= len(a) and a[first : len(a) - last] == b[last : len(a) - first]
        for first, last in product(firsts, lasts)
    )


def _words(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(" ".join(map(canonical, text.split()))))


def _stream(text: str, drawing: Charted) -> Stream:
    return Stream((Piece(text, drawing.place),), certain=False)


def _difference(missing: Counter[str], more: Counter[str], own: Charted, theirs: Charted) -> Difference:
    return Difference(PART, _side(missing, own), _side(more, theirs))


def _side(words: Counter[str], drawing: Charted) -> Side:
    return Side(" ".join(words.elements()), "", "", drawing.place)
