"""Pies: slices clockwise from twelve o'clock, each with its name and share next to it.

If the words of all slices have no room next to them, each slice has its share next to it, and a list has the names.
These two looks are those that Word's own pies have too: labels, which a line leads to where they are moved, and a
legend, which has no shares.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Anchor, Graph, Label, Line, Mark
from csp_docs.drawing.pie_list import draw_listed
from csp_docs.drawing.slices import Pie, Slice, slices
from csp_docs.records import record

_MOVED = 0.75
"""The greatest distance that words are moved from their slice, as a share of a line."""
_LED = 0.25
"""Words that are moved further than this share of a line have a line that leads to them."""
_SHARE = 0.4
"""The largest share of the width for the pie."""
_OUT = 14.0
"""The space between a slice and its words if a line leads to them, in points."""
_NEAR = 6.0
"""The space between a slice and its words, and the least length of the end of a line that leads to words."""
_MOST_LINES = 3
_BETWEEN = 4.0


@record
class _Words:
    """The words of a slice, with the top of their place next to it, and the top that they have."""

    slice: Slice
    lines: tuple[str, ...]
    own: float
    top: float = 0


def draw_pie(canvas: Canvas) -> Graph:
    """Return the drawing of a pie; if words do not fit next to their slices, names are in a list."""
    room, found = canvas.width * (1 - _SHARE) / 2 - _OUT, slices(canvas)
    if not all(canvas.type.holds(f"{one.name} {one.share}", room, _MOST_LINES) for one in found):
        return draw_listed(canvas, found)
    lines = [canvas.type.lines_up_to(one.name, one.share, room, _MOST_LINES) for one in found]
    words = list(zip(found, lines, strict=True))
    sides = [[one for one in words if one[0].is_right], [one for one in reversed(words) if not one[0].is_right]]
    height = max(canvas.least, *(_stacked(canvas, side) for side in sides))
    pie = Pie((canvas.width / 2, height / 2), min(height - 2 * _BETWEEN, canvas.width * _SHARE) / 2)
    placed = [one for side in sides for one in _placed(canvas, side, pie, height)]
    if any(abs(one.top - one.own) > canvas.type.leading * _MOVED for one in placed):
        return draw_listed(canvas, found)
    marks = (mark for one in placed for mark in _label(canvas, one, pie))
    return canvas.graph([*(pie.slice(one) for one in found if one.is_seen), *marks], height, pie.edges)


def _stacked(canvas: Canvas, side: list[tuple[Slice, tuple[str, ...]]]) -> float:
    return sum(canvas.type.height(len(lines)) + _BETWEEN for _, lines in side)


def _placed(canvas: Canvas, side: list[tuple[Slice, tuple[str, ...]]], pie: Pie, height: float) -> Iterator[_Words]:
    """Yield the words of one side: next to their slices, or moved as far as they need room."""
    left, top = height - _stacked(canvas, side), 0.0
    for one, lines in side:
        high = canvas.type.height(len(lines))
        own = pie.at(one.middle, _OUT / 2)[1] - high / 2
        found = min(max(own, top), top + left)
        left -= found - top
        yield _Words(one, lines, own, found)
        top = found + high + _BETWEEN


def _label(canvas: Canvas, words: _Words, pie: Pie) -> Iterator[Mark]:
    """Yield the words of a slice, as close to the pie as possible, and a line that leads to them if they are moved."""
    half, side = canvas.type.height(len(words.lines)) / 2, 1 if words.slice.is_right else -1
    edge, bend = pie.at(words.slice.middle), pie.at(words.slice.middle, _OUT / 2)
    (middle_x, middle_y), y = pie.middle, words.top + half
    down = words.top - words.own
    is_led = abs(down) > canvas.type.leading * _LED
    level = max(0.0, abs(y - middle_y) - half)
    beside = math.sqrt(max(0.0, pie.radius**2 - level**2)) + (_OUT if is_led else _NEAR)
    x = middle_x + side * max(beside, abs(bend[0] - middle_x) + (_NEAR if is_led else 0))
    if is_led:
        yield Line((edge, bend, (x - side * _NEAR / 2, y)), "rule", canvas.theme.chart.axis)
    anchor = Anchor.START if words.slice.is_right else Anchor.END
    away = (0, down) if is_led else (0, 0)
    yield Label(x, words.top, words.lines, anchor, value=(0, words.slice.number), away=away)
