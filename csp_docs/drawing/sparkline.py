"""Sparklines: the figures of periods as a line in a cell, with a dot at the last one."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import groupby

from csp_docs.blocks import Sparkline
from csp_docs.drawing.shapes import Drawing, Path, Region, Shape
from csp_docs.theme import metrics
from csp_docs.theme.theme import Theme

_DOT = 4.0
"""The width of the dot, in points."""
_LINE = 1.5
_CORNERS = 12
"""The corners of a dot, enough for it to look round."""


def draw_sparkline(sparkline: Sparkline, theme: Theme) -> Drawing:
    """Return a line from the first to the last figure, with a gap where one is missing."""
    size = theme.cell.size
    width, height = metrics.width(Sparkline.ROOM) * size, size
    points = list(_points(sparkline, width - _DOT, height - _DOT))
    shapes = list[Shape]()
    for known, run in groupby(points, key=lambda point: point is not None):
        line = tuple(point for point in run if point)
        if known and len(line) > 1:
            shapes.append(Path(line, "accent", width=_LINE))
        elif known:
            shapes.append(_dot(line[0], _DOT / 2))
    if last := points[-1]:
        shapes.append(_dot(last, _DOT))
    return Drawing(width, height, tuple(shapes), size, theme.cell.leading)


def _points(sparkline: Sparkline, width: float, height: float) -> Iterator[tuple[float, float] | None]:
    known = [value for value in sparkline.values if value is not None]
    low, high = min(known), max(known)
    for place, value in enumerate(sparkline.values):
        x = _DOT / 2 + width * place / max(len(sparkline.values) - 1, 1)
        up = 0.5 if high == low or value is None else float((value - low) / (high - low))
        yield None if value is None else (x, _DOT / 2 + height * (1 - up))


def _dot(at: tuple[float, float], size: float) -> Region:
    turns = (2 * math.pi * corner / _CORNERS for corner in range(_CORNERS))
    ring = tuple((at[0] + size / 2 * math.cos(turn), at[1] + size / 2 * math.sin(turn)) for turn in turns)
    return Region((ring,), "accent", "accent", 0.25)
