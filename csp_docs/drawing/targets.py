"""The line of a target: it is broken at words that it would strike through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from csp_docs.drawing.graph import Label, Line, Point
from csp_docs.drawing.legend import stroke
from csp_docs.drawing.palette import TARGET
from csp_docs.drawing.words import Type
from csp_docs.theme.theme import Theme

CLEAR = 6.0
"""The space between a word and the end of the line next to it, so that a dash does not look like a minus."""
BESIDE = 3.0
"""The space between a word and a line that passes it, which is less than that between a bar and its number."""
SHORTEST = 6.0
"""The least length of a piece of the line: a shorter one looks like a sign."""

_Span = tuple[float, float]


def target_lines(line: tuple[Point, Point], labels: Iterable[Label], type_: Type, theme: Theme) -> Iterator[Line]:
    """Yield the pieces of ``line``, level or upright, that keep clear of ``labels``; all of it if there are none."""
    (x, y), (end_x, end_y) = line
    is_level = y == end_y
    pieces = [(x, end_x) if is_level else (y, end_y)]
    for left, top, right, bottom in map(type_.extent, labels):
        across, along = ((top, bottom), (left, right)) if is_level else ((left, right), (top, bottom))
        if across[0] - BESIDE < (y if is_level else x) < across[1] + BESIDE:
            space = CLEAR if is_level else BESIDE
            pieces = [part for piece in pieces for part in _without(piece, (along[0] - space, along[1] + space))]
    long = [piece for piece in pieces if piece[1] - piece[0] >= SHORTEST]
    for start, end in long or sorted(pieces, key=lambda piece: piece[0] - piece[1])[:1]:
        ends = ((start, y), (end, y)) if is_level else ((x, start), (x, end))
        yield stroke(ends, TARGET, theme)


def _without(piece: _Span, gap: _Span) -> Iterator[_Span]:
    """Yield what ``gap`` leaves of ``piece``."""
    if gap[0] > piece[0]:
        yield piece[0], min(piece[1], gap[0])
    if gap[1] < piece[1]:
        yield max(piece[0], gap[1]), piece[1]
