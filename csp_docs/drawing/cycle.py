"""A cycle: boxes on an ellipse, clockwise from the top, with arrows along it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations, dropwhile, pairwise

from csp_docs.drawing.shapes import Box, Drawing, Path
from csp_docs.drawing.sheet import Sheet
from csp_docs.drawing.steps import draw_steps
from csp_docs.records import record

Point = tuple[float, float]

_FEWEST, _MOST = 3, 8
_READABLE = 4
"""The most lines of words in a box."""
_SHARES = (0.36, 0.32, 0.28, 0.25, 0.22, 0.19)
"""The widths of boxes that are tried, as shares of the full width."""
_ROUND = 1.5
"""The greatest width of the ellipse, as a multiple of its height."""
_GROWTH = 4.0
"""The steps in which the ellipse grows until there is room, in points."""
_GAP = 22.0
"""The space between two boxes that an arrow needs, in points."""
_CLEAR = 5.0
"""The space between an arrow and a box, in points."""
_SHORTEST = 32.0
"""The least length of an arrow, in points."""
_FINE, _COARSE = 96, 8
"""The number of points of a curve while it is cut at boxes, and the approximate number of straight parts it is drawn
with."""


@record
class _Ellipse:
    """The curve through the middles of the boxes, by half its width and half its height."""

    middle: Point
    across: float
    down: float

    def at(self, turn: float) -> Point:
        """Return the point at the share ``turn`` of the way round, clockwise from the top."""
        angle = 2 * math.pi * turn - math.pi / 2
        return self.middle[0] + self.across * math.cos(angle), self.middle[1] + self.down * math.sin(angle)


def draw_cycle(texts: list[str], sheet: Sheet) -> Drawing:
    """Return the drawing of a cycle; if no ellipse has room, it is drawn as steps that lead back to the first."""
    drawings = list[Drawing]()
    if _FEWEST <= len(texts) <= _MOST:
        for width in (share * sheet.width for share in _SHARES):
            if all(sheet.strong.holds(text, width, _READABLE) for text in texts):
                drawings += _smallest(texts, sheet, width)
    return min(drawings, key=lambda drawing: drawing.height) if drawings else draw_steps(texts, sheet, closed=True)


def _smallest(texts: list[str], sheet: Sheet, width: float) -> Iterator[Drawing]:
    """Yield the smallest cycle of boxes with ``width`` that leaves room for its arrows, if there is one."""
    height = sheet.strong.height(texts, width)
    down = height
    while 2 * down + height <= sheet.height:
        across = min((sheet.width - width) / 2, _ROUND * down)
        ellipse = _Ellipse((sheet.width / 2, down + height / 2), across, down)
        stops = [ellipse.at(place / len(texts)) for place in range(len(texts))]
        boxes = [
            sheet.strong.box(text, x - width / 2, y - height / 2, width, height)
            for text, (x, y) in zip(texts, stops, strict=True)
        ]
        apart = all(_apart(one, other) for one, other in combinations(boxes, 2))
        if apart and (arrows := _arrows(ellipse, boxes)):
            lowest = max(y for arrow in arrows for _, y in arrow.points)
            yield sheet.drawing([*arrows, *boxes], max(lowest, *(box.y + height for box in boxes)))
            return
        down += _GROWTH


def _arrows(ellipse: _Ellipse, boxes: list[Box]) -> list[Path]:
    """Return the arrow from each box to the next; none at all if there is no room for one of them."""
    found = list[Path]()
    for place in range(len(boxes)):
        arrow = next(_arrow(ellipse, boxes, place), None)
        if arrow is None:
            return []
        found.append(arrow)
    return found


def _arrow(ellipse: _Ellipse, boxes: list[Box], place: int) -> Iterator[Path]:
    """Yield the arrow from a box to the next, if it is long enough to see and no box is in its way."""
    start, end = boxes[place], boxes[(place + 1) % len(boxes)]
    turns = ((place + part / _FINE) / len(boxes) for part in range(_FINE + 1))
    curve = [ellipse.at(turn) for turn in turns]
    if abs(start.y - end.y) < 1:
        curve = [(x, curve[0][1]) for x, _ in curve]  # the bottom of the ellipse would lead below both boxes
    begun = list(dropwhile(lambda point: _near(start, point), curve))
    ended = list(dropwhile(lambda point: _near(end, point), reversed(begun)))[::-1]
    long_enough = sum(math.dist(*ends) for ends in pairwise(ended)) >= _SHORTEST
    if long_enough and not any(_near(box, point) for box in boxes for point in ended):
        step = max(1, len(ended) // _COARSE)
        yield Path((*ended[:-step:step], ended[-1]), "accent", head=True)


def _near(box: Box, point: Point) -> bool:
    x, y = point
    across, down = abs(x - box.x - box.width / 2), abs(y - box.y - box.height / 2)
    return across < box.width / 2 + _CLEAR and down < box.height / 2 + _CLEAR


def _apart(one: Box, other: Box) -> bool:
    across = max(one.x, other.x) - min(one.x + one.width, other.x + other.width)
    down = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
    return max(across, down) >= _GAP
