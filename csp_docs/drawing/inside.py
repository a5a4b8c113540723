"""The place for figures inside an area: its borders cut horizontal lines, and a piece that is long enough is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from math import dist
from typing import TypeAlias

from csp_docs.drawing.graph import Point

Rings: TypeAlias = tuple[tuple[Point, ...], ...]
Span: TypeAlias = tuple[float, float]
"""A piece of a horizontal line, from left to right."""
_LINES = 24
"""The number of lines that are tried."""
_AMPLE = 2.0
"""The room that counts as ample, as a multiple of the width of a box."""


def room_inside(rings: Rings, width: float, height: float) -> Point | None:
    """Return the middle of a box of ``width`` and ``height`` that is inside ``rings``; None if there is no room.

    It is near the middle of the largest ring, but ample room is more important than the middle.
    """
    middle = _middle(max(rings, key=_size))
    heights = [y for ring in rings for _, y in ring]
    top, bottom = min(heights), max(heights)
    found = list[tuple[float, float, Point]]()
    for line in range(1, _LINES):
        y = top + (bottom - top) * line / _LINES
        spans = list(_spans(rings, y))
        for other in (y - height / 2, y + height / 2):
            spans = list(_shared(spans, list(_spans(rings, other))))
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


def _spans(rings: Rings, y: float) -> Iterator[Span]:
    """Yield the pieces of a horizontal line that are inside, by the even-odd rule."""
    crossed = sorted(
        start_x + (y - start_y) / (end_y - start_y) * (end_x - start_x)
        for ring in rings
        for (start_x, start_y), (end_x, end_y) in zip(ring, (*ring[1:], ring[0]), strict=True)
        if (start_y <= y) != (end_y <= y)
    )
    return zip(crossed[::2], crossed[1::2], strict=True)


def _shared(ones: list[Span], others: list[Span]) -> Iterator[Span]:
    """Yield the parts that pieces of two lines have in common; the pieces of each line are in order."""
    one = other = 0
    while one < len(ones) and other < len(others):
        left, right = max(ones[one][0], others[other][0]), min(ones[one][1], others[other][1])
        if left < right:
            yield left, right
        if ones[one][1] < others[other][1]:
            one += 1
        else:
            other += 1
