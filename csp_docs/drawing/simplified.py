"""Borders with only the corners that readers can see. A border between two areas stays the same in both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from csp_docs.blocks import Point, Ring

_TOLERANCE = 5
"""The greatest distance that a border may move, in steps of ``projection``: a third of a point on a map as wide as the
text."""
_LONGEST = 256
"""The most corners that are judged together: the time increases with the square of their number."""


def simplified(rings: Sequence[Ring]) -> list[Ring]:
    """Return rings without the corners that do not visibly move a border; corners where borders meet are kept."""
    neighbours = defaultdict[Point, set[Point]](set)
    for ring in rings:
        for place, corner in enumerate(ring):
            neighbours[corner] |= {ring[place - 1], ring[(place + 1) % len(ring)]}
    meeting = {corner for corner, beside in neighbours.items() if len(beside) > 2}
    return [_simplified(ring, meeting) for ring in rings]


def _simplified(ring: Ring, meeting: Collection[Point]) -> Ring:
    start = next((place for place, corner in enumerate(ring) if corner in meeting), ring.index(min(ring)))
    around = (*ring[start:], *ring[: start + 1])
    ends = [place for place, corner in enumerate(around) if corner in meeting or place in (0, len(ring))]
    borders = (around[first : last + 1] for first, last in pairwise(ends))
    kept = tuple(corner for border in borders for corner in _border(border)[:-1])
    return kept if len(kept) > 2 else ring


def _border(corners: Ring) -> Ring:
    """Return a border between two areas, judged in the same direction for both."""
    if corners[::-1] < corners:
        return _border(corners[::-1])[::-1]
    parts = [corners[place : place + _LONGEST + 1] for place in range(0, len(corners) - 1, _LONGEST)]
    return (*(corner for part in parts for corner in _kept(part)[:-1]), corners[-1])


def _kept(corners: Ring) -> Ring:
    """Return the ends of a line and the corners that it needs (Douglas and Peucker, 1973)."""
    return tuple(corners[place] for place in sorted(set(_needed(corners))))


def _needed(corners: Ring) -> Iterator[int]:
    spans = [(0, len(corners) - 1)]
    while spans:
        first, last = spans.pop()
        yield from (first, last)
        between = range(first + 1, last)
        far = max(between, key=lambda place: _distance(corners[place], corners[first], corners[last]), default=0)
        if between and _distance(corners[far], corners[first], corners[last]) > _TOLERANCE**2:
            spans += (first, far), (far, last)


def _distance(corner: Point, start: Point, end: Point) -> float:
    """Return the square of the distance from a corner to the line from ``start`` to ``end``."""
    (x, y), (along, down) = (corner[0] - start[0], corner[1] - start[1]), (end[0] - start[0], end[1] - start[1])
    length, share = along**2 + down**2, x * along + y * down
    if share <= 0:
        return x**2 + y**2
    if share >= length:
        return (x - along) ** 2 + (y - down) ** 2
    return (x * down - y * along) ** 2 / length
