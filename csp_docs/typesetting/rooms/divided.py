"""The room of columns whose longest words do not fit side by side: as few words as can be are divided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

from csp_docs.records import record
from csp_docs.theme.theme import Theme
from csp_docs.typesetting import breaks
from csp_docs.typesetting.cells import Cells, Words

_SIGN = 7.0
"""A line of a divided word is up to so many points shorter than its room, because the next sign does not fit."""
_MORE_LINES = 0.5
"""A word on three lines is so much worse than one on two; one on two is worse by 1 than one that is not divided."""
_MOST_LINES = 4
"""A word is not divided into more lines than these if it can get the room."""


@record
class Tight:
    """A column that has at least the room ``kept``; how many ``words`` need how much room, in whole points.

    Its words do not have ``sides`` of the room.
    """

    kept: float
    sides: float
    words: Counter[int]

    def ways(self) -> list[tuple[float, float]]:
        """Return the rooms in which fewer words are divided, or into fewer lines, each with how badly it reads then."""
        return [(room, self._cost(room)) for room in sorted({self.kept, *self._rooms()})]

    def _rooms(self) -> Iterator[float]:
        for word in self.words:
            inner = word - self.sides
            lines = (inner / count + _SIGN + self.sides for count in range(2, _MOST_LINES + 1))
            yield from (room for room in (float(word), *lines) if self.kept < room <= word)

    def _cost(self, room: float) -> float:
        line = max(room - self.sides - _SIGN, 1.0)
        divided = ((count, ceil((word - self.sides) / line)) for word, count in self.words.items() if word > room)
        return sum(count * (1 + _MORE_LINES * max(lines - 2, 0)) for count, lines in divided)


def tight(cells: Cells, theme: Theme, kept: Sequence[float]) -> list[Tight]:
    """Return the columns of ``cells`` with the room that they have ``kept``, and the words that each holds alone."""
    words = [Counter[int]() for _ in kept]
    for cell in cells.cells:
        if cell.span == 1:
            parts = (part for word in cell.unbroken() for part in periods(word))
            words[cell.column].update(ceil(part.room(theme)) for part in parts)
    return [Tight(room, theme.cell_sides, held) for room, held in zip(kept, words, strict=True)]


def periods(word: Words) -> list[Words]:
    """Return the parts of ``word``; a period of years is divided rather than a word."""
    return word.each(piece for part in breaks.parts(word.text) for piece in breaks.periods(part))


def figures(word: Words) -> list[Words]:
    """Return the figures in ``word``, with their ranges."""
    return [part for part in periods(word) if breaks.is_figure(part.text)] + pieces(word)


def pieces(word: Words) -> list[Words]:
    """Return the figures in ``word``; ranges may be divided."""
    found = (piece for part in breaks.parts(word.text) for piece in breaks.pieces(part))
    return word.each(piece for piece in found if breaks.is_figure(piece))


def least_divided(columns: Sequence[Tight], room: float) -> list[float]:
    """Return the room of each of ``columns``, ``room`` points or less in all: what most improves a point comes first.

    >>> short, long = Tight(30, 8, Counter({44: 3})), Tight(30, 8, Counter({90: 1}))
    >>> least_divided((short, long), 90)
    [44.0, 35.5]
    """
    ways = [column.ways() for column in columns]
    chosen = [way[0] for way in ways]
    while better := [*_better(ways, chosen, room - sum(wide for wide, _ in chosen))]:
        _, column, way = max(better)
        chosen[column] = way
    return [wide for wide, _ in chosen]


def _better(
    ways: list[list[tuple[float, float]]], chosen: list[tuple[float, float]], left: float
) -> Iterator[tuple[float, int, tuple[float, float]]]:
    """Yield what reads better and needs no more than is ``left``: the gain for each point, the column, and the way."""
    for column, (wide, cost) in enumerate(chosen):
        for room, less in ways[column]:
            if wide < room <= wide + left and less < cost:
                yield (cost - less) / (room - wide), column, (room, less)
