"""Areas of the globe on a plane: longitude and latitude in steps from the top left corner; y increases downwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, radians
from typing import TypeAlias

from csp_docs.blocks import Ring
from csp_docs.drawing.simplified import simplified
from csp_docs.records import record

Position: TypeAlias = tuple[float, float]
Polygon: TypeAlias = Sequence[Sequence[Position]]
"""Rings of longitude and latitude in degrees: the outline, then the holes in it."""
SIDE = 7_000
"""The number of steps of the longer side: a step is a tenth of a point on the widest map on paper. Because steps are
whole, a corner is the same on every machine, and in all areas that meet there."""
_SPECK = 10
"""The side of an area that is too small to see, in steps."""
_LEAST = 1e-6
"""The least extent of a map, in degrees: a tenth of a metre."""


def projected(areas: Sequence[Sequence[Polygon]]) -> tuple[list[tuple[Ring, ...]], tuple[int, int]]:
    """Return the rings of each area, without corners that are too small to see, and the width and height of the map.

    Outlines and holes turn in opposite directions, so that holes stay empty by every rule of filling.
    """
    plane = _Plane.around([position for area in areas for polygon in area for ring in polygon for position in ring])
    rings = [list(plane.rings(area)) for area in areas]
    kept = iter(simplified([ring for area in rings for ring in area]))
    return [tuple(next(kept) for _ in area) for area in rings], plane.size


@record
class _Plane:
    """An equirectangular projection: a degree of longitude is as long as at the middle latitude.

    This keeps the shapes of areas up to the size of a county. ``across`` and ``down`` are steps for each degree.
    """

    west: float
    north: float
    across: float
    down: float
    size: tuple[int, int]

    @classmethod
    def around(cls, positions: list[Position]) -> _Plane:
        """Return the plane that just holds ``positions``."""
        west, east = min(x for x, _ in positions), max(x for x, _ in positions)
        south, north = min(y for _, y in positions), max(y for _, y in positions)
        shrunk = cos(radians((south + north) / 2))
        step = SIDE / max((east - west) * shrunk, north - south, _LEAST)
        size = round((east - west) * shrunk * step), round((north - south) * step)
        return cls(west, north, shrunk * step, step, (max(size[0], _SPECK), max(size[1], _SPECK)))

    def rings(self, area: Sequence[Polygon]) -> Iterator[Ring]:
        """Yield the rings of an area that are large enough to see, or a speck if none is."""
        seen = False
        for polygon in area:
            outline, *holes = map(self._ring, polygon)
            if _size(outline):
                seen = True
                yield outline if _size(outline) > 0 else outline[::-1]
                yield from (hole if _size(hole) < 0 else hole[::-1] for hole in holes if _size(hole))
        if not seen:
            x, y = self._ring(area[0][0])[0]
            yield (x, y), (x + _SPECK, y), (x + _SPECK, y + _SPECK), (x, y + _SPECK)

    def _ring(self, ring: Sequence[Position]) -> Ring:
        """Return a ring in steps; no corner appears twice in a row."""
        corners = [(round((x - self.west) * self.across), round((self.north - y) * self.down)) for x, y in ring]
        return tuple(corner for place, corner in enumerate(corners) if corner != corners[place - 1]) or (corners[0],)


def _size(ring: Ring) -> int:
    """Return twice the size of the area inside a ring; negative if it turns to the left."""
    return sum(x * below - right * y for (x, y), (right, below) in zip(ring, (*ring[1:], ring[0]), strict=True))
