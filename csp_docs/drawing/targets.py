"""The line of a target: it is in front of columns and bars, and their numbers are on the side of it where they end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from csp_docs.drawing.bars import Bar
from csp_docs.drawing.canvas import Canvas
from csp_docs.drawing.graph import Anchor, Area, Graph, Label, Line, Point
from csp_docs.drawing.legend import stroke
from csp_docs.drawing.palette import TARGET
from csp_docs.drawing.plot import GAP, Plot
from csp_docs.drawing.words import Type
from csp_docs.theme.colours import ON
from csp_docs.theme.theme import Theme

_CLEAR = 6.0
"""The space between a word and the end of the line next to it, so that a dash does not look like a minus."""
_BESIDE = 3.0
"""The space between a word and a line that passes it, which is less than that between a bar and its number."""
_BEYOND = 6.0
"""The space between the line and a number that is moved away from it."""
_INSIDE = 3.0
"""The space between the end of a column or bar and its number inside it."""
_AROUND = 2.0
"""The space between a number in a part of a stack and the line on both sides: the part has no less room."""
_HALO = 0.75
"""The white edge of the line on both sides, by which it is seen on dark columns."""
_SHORTEST = 6.0
"""The least length of a piece of the line: a shorter one looks like a sign."""

_WIDEST = 0.2
"""The largest share of the width for the name of a target."""
_LEAST = 0.3
"""The share of the line that readers need to see that it is one."""

_Span = tuple[float, float]


def target_lines(line: tuple[Point, Point], labels: Iterable[Label], type_: Type, theme: Theme) -> Iterator[Line]:
    """Yield the pieces of ``line``, level or upright, that keep clear of ``labels``; all of it if there are none."""
    (x, y), (end_x, end_y) = line
    is_level = y == end_y
    pieces = [(x, end_x) if is_level else (y, end_y)]
    for left, top, right, bottom in map(type_.extent, labels):
        across, along = ((top, bottom), (left, right)) if is_level else ((left, right), (top, bottom))
        if across[0] - _BESIDE < (y if is_level else x) < across[1] + _BESIDE:
            space = _CLEAR if is_level else _BESIDE
            pieces = [part for piece in pieces for part in _without(piece, (along[0] - space, along[1] + space))]
    long = [piece for piece in pieces if piece[1] - piece[0] >= _SHORTEST]
    for start, end in long or sorted(pieces, key=lambda piece: piece[0] - piece[1])[:1]:
        ends = ((start, y), (end, y)) if is_level else ((x, start), (x, end))
        yield stroke(ends, TARGET, theme)


def in_front(pieces: Iterable[Line]) -> Iterator[Line]:
    """Yield the pieces of the line over columns and bars: each has a white edge."""
    for piece in pieces:
        yield Line(piece.points, "white", piece.width + 2 * _HALO)
        yield piece


def clear(canvas: Canvas, plot: Plot, bar: Bar, label: Label) -> Label:
    """Return the number of a column or bar; it is moved if the line of the target would strike or touch it.

    It never crosses the line. That of a bar which reaches the target is past the line. That of a shorter one is inside
    the end of its bar, or stays where it is if the bar has no room, and the line has a gap there.
    """
    target = canvas.chart.target
    if not target or not _touches(canvas, plot, label):
        return label
    (x, level), _ = plot.level(target.value)
    left, _, _, bottom = canvas.type.extent(label)
    if bar.tip < target.value:
        return _inside(canvas, plot, bar, label, (x, level))
    if plot.across:
        return evolve(label, x=x + _BEYOND, away=(x + _BEYOND - left, 0))
    up = bottom + _BEYOND - level
    return evolve(label, y=label.y - up, away=(0, -up))


def _touches(canvas: Canvas, plot: Plot, label: Label) -> bool:
    """Return whether the line of the target would strike or touch ``label``, or be close to it."""
    (x, level), _ = plot.level(canvas.chart.target.value if canvas.chart.target else canvas.scale.base)
    left, top, right, bottom = canvas.type.extent(label)
    start, end, line = (left, right, x) if plot.across else (top, bottom, level)
    return start - _BEYOND < line < end + _BEYOND


def _inside(canvas: Canvas, plot: Plot, bar: Bar, label: Label, line: Point) -> Label:
    """Return the number inside the end of its ``bar``, which is before the ``line``, if that has room for it."""
    (left, low), (right, high) = plot.at(bar.start, bar.base), plot.at(bar.end, bar.tip)
    wide = canvas.type.width(*label.lines)
    if plot.across:
        end = min(right - _INSIDE, line[0] - _BEYOND)
        has_room, moved = end - left >= wide + _INSIDE, evolve(label, x=end, anchor=Anchor.END)
    else:
        top = max(high + _INSIDE, line[1] + _BEYOND)
        has_room = right - left >= wide + 2 * _AROUND and low - top >= canvas.type.leading + _INSIDE
        moved = evolve(label, y=top)
    return evolve(moved, colour=f"{ON}{bar.colour}") if has_room else label


def grounds(line: tuple[Point, Point], labels: Iterable[Label], type_: Type) -> Iterator[Area]:
    """Yield the ground of each number in a part of a stack that a level ``line`` would strike through: its colour."""
    for label in labels:
        if strikes(line[0][1], label, type_):
            left, top, right, bottom = type_.extent(label)
            left, right = left - _AROUND, right + _AROUND
            yield Area(((left, top), (right, top), (right, bottom), (left, bottom)), label.colour.removeprefix(ON))


def target_words(canvas: Canvas) -> tuple[str, ...]:
    """Return the lines of the name of a target next to a plane; none without a target."""
    return canvas.target_lines(canvas.width * _WIDEST)


def target_name(canvas: Canvas, plot: Plot, edge: float = 0) -> Label:
    """Return the name of the target at the end of its level line, never below or above the chart's plane.

    It begins at the ``edge`` where the names of lines do, if there are some.
    """
    target, lines = canvas.chart.target, target_words(canvas)
    _, (x, y) = plot.level(target.value if target else canvas.scale.base)
    half = canvas.type.height(len(lines)) / 2
    return Label(max(x + GAP, edge), min(max(y - half, canvas.head.height), plot.bottom + GAP - half), lines)


def strikes(level: float, label: Label, type_: Type) -> bool:
    """Return whether a line at this ``level`` would strike through ``label``, or touch it."""
    _, top, _, bottom = type_.extent(label)
    return top - _BESIDE < level < bottom + _BESIDE


def is_seen(graph: Graph) -> bool:
    """Return whether numbers leave enough of the level line of a target, if there is one."""
    left, _, right, _ = graph.plane or (0, 0, 0, 0)
    return not graph.chart.target or level_length(graph) >= _LEAST * (right - left)


def level_length(graph: Graph) -> float:
    """Return the length of all pieces of the level line of a target."""
    dashed = (mark for mark in graph.marks if isinstance(mark, Line) and mark.dash and mark.colour == TARGET.colour)
    return sum(line.points[-1][0] - line.points[0][0] for line in dashed)


def _without(piece: _Span, gap: _Span) -> Iterator[_Span]:
    """Yield what ``gap`` leaves of ``piece``."""
    if gap[0] > piece[0]:
        yield piece[0], min(piece[1], gap[0])
    if gap[1] < piece[1]:
        yield max(piece[0], gap[1]), piece[1]
