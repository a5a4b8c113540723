"""Where figures fit inside of an area: level lines are cut by its borders, and a piece that is long enough is taken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import dist
from typing import TypeAlias

from csp_docs.drawing.graph import Point

Rings: TypeAlias = tuple[tuple[Point, ...], ...]
_LINES = 24
"""Lines that are tried."""
_AMPLE = 2.0
"""How much of the width of a box is room enough."""


def room_inside(rings: Rings, width: float, height: float) -> Point | None:
    """Return the middle of a box of ``width`` and ``height`` that lies inside of ``rings``; None where there is none.

    It stands near the middle of the largest ring, and rather where there is ample room than there.
    """
    middle = _middle(max(rings, key=_size))
    heights = [y for ring in rings for _, y in ring]
    top, bottom = min(heights), max(heights)
    found = list[tuple[float, float, Point]]()
    for line in range(1, _LINES):
        y = top + (bottom - top) * line / _LINES
        spans = list(_spans(rings, y))
        for other in (y - height / 2, y + height / 2):
            spans = [shared for pair in product(spans, _spans(rings, other)) for shared in _shared(*pair)]
        for left, right in spans:
            if right - left >= width:
                ample = round(min(right - left, _AMPLE * width), 2)
                found.append((ample, -dist(middle, ((left + right) / 2, y)), ((left + right) / 2, y)))
    return max(found)[2] if found else None


def _size(ring: tuple[Point, ...]) -> float:
    """Return the area of a ring (the shoelace formula)."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs)) / 2


def _middle(ring: tuple[Point, ...]) -> Point:
    xs, ys = zip(*ring, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _spans(rings: Rings, y: float) -> Iterator[tuple[float, float]]:
    """Yield the pieces of a level line that lie inside, by the even-odd rule."""
    crossed = sorted(
        start_x + (y - start_y) / (end_y - start_y) * (end_x - start_x)
        for ring in rings
        for (start_x, start_y), (end_x, end_y) in zip(ring, (*ring[1:], ring[0]), strict=True)
        if (start_y <= y) != (end_y <= y)
    )
    return zip(crossed[::2], crossed[1::2], strict=True)


def _shared(one: tuple[float, float], other: tuple[float, float]) -> Iterator[tuple[float, float]]:
    left, right = max(one[0], other[0]), min(one[1], other[1])
    if left < right:
        yield left, right
