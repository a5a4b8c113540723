"""The differences between two texts: where they part and where they meet again."""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.comparing.stream import END, Stream
from csp_docs.records import record

_ALIKE = 16
"""How many letters have to be the same for two texts to have met again."""
_WINDOWS = (500, 5_000, 200_000)
_REACH = 200
"""How far a word may reach."""
_CONTEXT = 5
"""How many words are shown on each side of a difference."""


_CLOSING = ".,;:!?)]"


@record
class Side:
    """One of two files at a difference: its ``words`` there, which may be none, those around them, and the place."""

    words: str
    before: str
    after: str
    place: str


@record
class Difference:
    """Where two files differ: ``part`` is the text, the notes or the descriptions of pictures."""

    part: str
    first: Side
    other: Side


def differences(part: str, first: Stream, other: Stream) -> Iterator[Difference]:
    """Yield the differences between two texts in their order."""
    a, b = first.text + END * _ALIKE, other.text + END * _ALIKE
    i = j = 0
    while True:
        same = _alike(a, b, i, j)
        i, j = i + same, j + same
        if i >= len(a) or j >= len(b):
            return
        if i in first.soft and a[i + 1] == b[j]:
            i += 1
        elif j in other.soft and b[j + 1] == a[i]:
            j += 1
        else:
            p, q = _meeting(a, b, i, j)
            yield _difference(part, (first, i, p), (other, j, q))
            i, j = p, q


def spacing(part: str, first: Stream, other: Stream) -> Iterator[Difference]:
    """Yield where two texts with the same letters are divided into other words: "can not" and "cannot"."""
    if first.text != other.text:
        return
    shown = -1
    for place in sorted(set(first.starts) ^ set(other.starts)):
        if place > shown and not _closes(place, first, other):
            yield _difference(part, (first, place, place), (other, place, place))
            shown = next(at for at in range(place, len(first.text) + 1) if first.is_start(at) and other.is_start(at))


def _closes(place: int, first: Stream, other: Stream) -> bool:
    """Tell whether there is a sign that ends words, such as a full stop: a space before it says nothing."""
    after = place + 1
    return first.text[place:after] in tuple(_CLOSING) and (first.is_start(after) or other.is_start(after))


def _alike(a: str, b: str, i: int, j: int) -> int:
    """Return how many characters are the same from the places ``i`` and ``j`` on."""
    same, step, most = 0, 64, min(len(a) - i, len(b) - j)
    while same < most:
        size = min(step, most - same)
        if a[i + same : i + same + size] == b[j + same : j + same + size]:
            same += size
            step *= 2
        elif size == 1:
            break
        else:
            step = max(size // 2, 1)
    return same


def _meeting(a: str, b: str, i: int, j: int) -> tuple[int, int]:
    """Return the nearest places at which two texts are alike again; their ends if they never are."""
    for window in _WINDOWS:
        places = dict[str, int]()
        for at in range(min(window, len(b) - j - _ALIKE + 1)):
            places.setdefault(b[j + at : j + at + _ALIKE], at)
        best = (window * 2, 0, 0)
        for at in range(min(window, len(a) - i - _ALIKE + 1)):
            if at >= best[0]:
                break
            found = places.get(a[i + at : i + at + _ALIKE])
            if found is not None:
                best = min(best, (at + found, at, found))
        if best[0] < window * 2:
            return i + best[1], j + best[2]
    return len(a), len(b)


def _difference(part: str, a: tuple[Stream, int, int], b: tuple[Stream, int, int]) -> Difference:
    """Return a difference in whole words: it reaches back and on to where a word begins in both texts."""
    (first, i, p), (other, j, q) = a, b
    reach = min(i, j, _REACH)
    back = next((by for by in range(reach) if first.is_start(i - by) and other.is_start(j - by)), reach)
    on = next((by for by in range(_REACH) if first.is_start(p + by) and other.is_start(q + by)), 0)
    return Difference(part, _side(first, i - back, p + on), _side(other, j - back, q + on))


def _side(stream: Stream, start: int, end: int) -> Side:
    first, last = stream.word_at(start), stream.word_at(end)
    return Side(
        stream.shown(first, last),
        stream.shown(first - _CONTEXT, first),
        stream.shown(last, last + _CONTEXT),
        stream.place_of(first),
    )
