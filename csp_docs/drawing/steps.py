"""Steps: from left to right if there is room for their words, otherwise from the top down; many are in rows."""

from __future__ import annotations

from itertools import pairwise

from csp_docs.drawing.shapes import Box, Drawing, Path
from csp_docs.drawing.sheet import Sheet, middle

_MOST = 5
"""The most boxes side by side."""
_READABLE = 4
"""The most lines of words in a box of a row; longer texts are easier to read from the top down."""
_ACROSS, _DOWN, _AROUND = 30.0, 26.0, 38.0
"""The room of an arrow: to the right, downwards, and from the end of a row to the start of the next."""
_CLEAR = 4.0
"""The space between an arrow and its boxes, in points."""
_LANE = 26.0
"""The room at the left of the arrow that leads back to the first step."""
_NARROWEST = 0.5
"""The least share of the width for steps from the top down."""


def draw_steps(texts: list[str], sheet: Sheet, closed: bool = False) -> Drawing:
    """Return the drawing of steps in their order; if ``closed``, an arrow leads from the last back to the first."""
    if not closed and _fits_in_row(texts, sheet):
        return _rows(texts, sheet, len(texts), closed)
    rows = [
        columns
        for columns in range(2, _MOST + 1)
        if all(sheet.strong.keeps_words(text, _box_width(sheet.width - _LANE, columns)) for text in texts)
    ]
    drawings = [_rows(texts, sheet, columns, closed) for columns in (1, *rows)]
    fitting = (drawing for drawing in drawings if drawing.height <= sheet.height)
    return next(fitting, min(drawings, key=lambda drawing: drawing.height))


def _fits_in_row(texts: list[str], sheet: Sheet) -> bool:
    width = _box_width(sheet.width, len(texts))
    return 1 < len(texts) <= _MOST and all(sheet.strong.holds(text, width, _READABLE) for text in texts)


def _box_width(width: float, columns: int) -> float:
    return (width - (columns - 1) * _ACROSS) / columns


def _rows(texts: list[str], sheet: Sheet, columns: int, closed: bool) -> Drawing:
    left = _LANE if closed else 0.0
    width = _box_width(sheet.width - left, columns)
    if columns == 1:
        width = min(width, max(sheet.width * _NARROWEST, *map(sheet.strong.width, texts)))
        left = max(left, (sheet.width - width) / 2)
    boxes, y = list[Box](), 0.0
    for first in range(0, len(texts), columns):
        row = texts[first : first + columns]
        height = sheet.strong.height(row, width)
        boxes += [sheet.strong.box(text, left + n * (width + _ACROSS), y, width, height) for n, text in enumerate(row)]
        y += height + (_DOWN if columns == 1 else _AROUND)
    arrows = [_arrow(box, following) for box, following in pairwise(boxes)]
    if closed and len(boxes) > 1:
        arrows.append(_arrow_back(boxes))
    bottom = max(y for shape in arrows for _, y in shape.points) if arrows else 0
    return sheet.drawing([*arrows, *boxes], max(bottom, boxes[-1].y + boxes[-1].height))


def _arrow(box: Box, following: Box) -> Path:
    (x, y), (next_x, _) = middle(box), middle(following)
    start, end = box.y + box.height + _CLEAR, following.y - _CLEAR
    if box.y == following.y:
        return _path((box.x + box.width + _CLEAR, y), (following.x - _CLEAR, y))
    if x == next_x:
        return _path((x, start), (x, end))
    half = (start + end) / 2
    return _path((x, start), (x, half), (next_x, half), (next_x, end))


def _arrow_back(boxes: list[Box]) -> Path:
    (x, _), (_, first_y) = middle(boxes[-1]), middle(boxes[0])
    bottom, left = boxes[-1].y + boxes[-1].height, boxes[0].x
    below, lane = bottom + _AROUND / 2, left - _LANE + 2
    return _path((x, bottom + _CLEAR), (x, below), (lane, below), (lane, first_y), (left - _CLEAR, first_y))


def _path(*points: tuple[float, float]) -> Path:
    return Path(points, "accent", head=True)
