"""A tree: roots at the top and their children below; a wide or deep tree is drawn as indented lines."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, groupby

from csp_docs.blocks import DiagramItem
from csp_docs.drawing.lettering import Lettering
from csp_docs.drawing.shapes import Box, Drawing, Path
from csp_docs.drawing.sheet import Sheet, middle
from csp_docs.records import record

_READABLE = 5
"""The most lines of words in a box of a tree that spreads; longer texts are easier to read in indented lines."""
_DEEPEST = 5
"""The most levels of a tree that spreads."""
_WIDEST = 0.4
"""The greatest width of a box of a tree that spreads, as a share of the full width."""
_BESIDE, _BELOW = 14.0, 30.0
"""The space between boxes of one level, and between levels, in points."""
_INDENT, _INDENTED = 28.0, 0.4
"""The indent of a level, and the largest share of the width for the indents of all levels together."""
_LINE_GAP = 9.0
"""The space between two lines of an indented tree, in points."""


@record
class _Place:
    """The place of one item: its level from 0, and the index of its parent among all places (-1: none)."""

    text: str
    level: int
    parent: int
    leaf: bool


def draw_tree(items: tuple[DiagramItem, ...], sheet: Sheet) -> Drawing:
    """Return the drawing of a tree."""
    places = _places(items)
    drawing = _spread(places, sheet) if _spreads(places, sheet) else None
    return drawing if drawing and drawing.height <= sheet.height else _indented(places, sheet)


def _places(items: tuple[DiagramItem, ...]) -> list[_Place]:
    """Return all items in reading order."""
    places = list[_Place]()
    waiting = [(item, 0, -1) for item in reversed(items)]
    while waiting:
        item, level, parent = waiting.pop()
        waiting += [(below, level + 1, len(places)) for below in reversed(item.items)]
        places.append(_Place(item.text, level, parent, not item.items))
    return places


def _lettering(level: int, sheet: Sheet) -> Lettering:
    return sheet.plain if level else sheet.strong


def _box_width(places: list[_Place], sheet: Sheet) -> float:
    leaves = sum(place.leaf for place in places)
    return min((sheet.width - (leaves - 1) * _BESIDE) / leaves, sheet.width * _WIDEST)


def _spreads(places: list[_Place], sheet: Sheet) -> bool:
    """Return whether boxes side by side have room for the words."""
    width = _box_width(places, sheet)
    holds = (_lettering(place.level, sheet).holds(place.text, width, _READABLE) for place in places)
    return max(place.level for place in places) < _DEEPEST and all(holds)


def _spread(places: list[_Place], sheet: Sheet) -> Drawing:
    width = _box_width(places, sheet)
    heights = _level_heights(places, sheet, width)
    tops = [0.0, *accumulate(height + _BELOW for height in heights)]
    columns = _columns(places)
    left = (sheet.width - max(columns) * (width + _BESIDE) - width) / 2
    boxes = [
        _lettering(place.level, sheet).box(
            place.text, left + column * (width + _BESIDE), tops[place.level], width, heights[place.level]
        )
        for place, column in zip(places, columns, strict=True)
    ]
    return sheet.drawing([*_lines(places, boxes, _branch), *boxes], tops[-1] - _BELOW)


def _level_heights(places: list[_Place], sheet: Sheet, width: float) -> list[float]:
    by_level = groupby(sorted(places, key=lambda place: place.level), lambda place: place.level)
    return [_lettering(level, sheet).height([place.text for place in some], width) for level, some in by_level]


def _columns(places: list[_Place]) -> list[float]:
    """Return the column of each item: leaves are side by side, the others are above their children."""
    leaves, columns = sum(place.leaf for place in places), [0.0] * len(places)
    ends: dict[int, list[float]] = {}
    for at, place in reversed(list(enumerate(places))):
        if place.leaf:
            leaves -= 1
        columns[at] = leaves if place.leaf else (ends[at][0] + ends[at][-1]) / 2
        ends.setdefault(place.parent, []).append(columns[at])
    return columns


def _indented(places: list[_Place], sheet: Sheet) -> Drawing:
    deepest = max(place.level for place in places)
    indent = min(_INDENT, sheet.width * _INDENTED / max(1, deepest))
    boxes, y = list[Box](), 0.0
    for place in places:
        lettering, x = _lettering(place.level, sheet), place.level * indent
        width = min(sheet.width - x, lettering.width(place.text))
        height = lettering.height([place.text], width)
        boxes.append(lettering.box(place.text, x, y, width, height))
        y += height + _LINE_GAP
    return sheet.drawing([*_lines(places, boxes, _stem), *boxes], y - _LINE_GAP)


def _lines(places: list[_Place], boxes: list[Box], line: Callable[[Box, Box], Path]) -> list[Path]:
    """Return the lines from each parent to its children."""
    paired = zip(places, boxes, strict=True)
    return [line(boxes[place.parent], box) for place, box in paired if place.parent >= 0]


def _branch(parent: Box, child: Box) -> Path:
    """Return the line from the foot of ``parent`` to the top of ``child``."""
    (x, _), (child_x, _) = middle(parent), middle(child)
    foot, half = parent.y + parent.height, child.y - _BELOW / 2
    if abs(x - child_x) < 1:
        return Path(((x, foot), (x, child.y)), "accent")
    return Path(((x, foot), (x, half), (child_x, half), (child_x, child.y)), "accent")


def _stem(parent: Box, child: Box) -> Path:
    """Return the line from below the left end of ``parent`` to the left side of ``child``."""
    (_, y), x = middle(child), (parent.x + child.x) / 2
    return Path(((x, parent.y + parent.height), (x, y), (child.x, y)), "accent")
