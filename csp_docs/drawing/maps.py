"""Maps laid out: areas in the shades of their classes, the ranks of the highest, and a legend next to or below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from csp_docs.blocks import AreaMap, MapArea
from csp_docs.drawing.graph import CUT
from csp_docs.drawing.inside import Rings, room_inside
from csp_docs.drawing.shapes import Box, Drawing, Region, Shape
from csp_docs.drawing.words import Type
from csp_docs.records import record
from csp_docs.theme.colours import ON
from csp_docs.theme.theme import Theme

_EDGE = 0.75
"""The width of outlines."""
_SAMPLE = (20.0, 11.0)
"""The size of the samples of the legend."""
_NEAR, _GAP, _BETWEEN = 8.0, 18.0, 3.0
"""The space between a sample and its words, between map and legend, and between two lines of the legend."""
_SPARE = 4.0
"""Spare room next to words in their boxes: other programs measure words a little wider, and would break the line."""
_MOST_LINES = 3
"""The most lines for the words of a class."""
_BESIDE = 0.42
"""The largest share of the width for a legend next to the map."""
_LARGER = 1.4
"""The legend is below the map if that makes the map larger by this factor."""
_AROUND = (3.0, 1.0)
"""The room around a rank: at its sides, and above and below its figures."""
_FIGURES = 0.72
"""The height of figures, as a share of the size of the type."""
_SHADES = 6


def draw_map(shown: AreaMap, width: float, height: float, theme: Theme) -> Drawing:
    """Return the drawing of ``shown``, ``width`` points wide at most and no higher than ``height``."""
    layouts = (_Layout.of(shown, (width, height), theme, beside=beside) for beside in (False, True))
    return max(layouts, key=_worth).drawing()


@record
class _Layout:
    """A map in the top left corner of the drawing, with ``scale`` points for each of its steps.

    ``legend`` has the lines of the unit, if it has words, and of each class; they begin at ``x`` and ``y``.
    """

    shown: AreaMap
    theme: Theme
    type: Type
    scale: float
    legend: tuple[tuple[str, ...], ...]
    x: float
    y: float
    beside: bool

    @classmethod
    def of(cls, shown: AreaMap, room: tuple[float, float], theme: Theme, *, beside: bool) -> _Layout:
        """Return the layout that fits into ``room`` with the legend next to the map (``beside``) or below it."""
        type_, (steps_across, steps_down), (width, height) = Type.of(theme), shown.size, room
        words = (*filter(None, [shown.unit]), *reversed(shown.legend), *filter(None, [shown.missing]))
        most = _BESIDE * width if beside else width
        lines = tuple(type_.lines(text, most - _SAMPLE[0] - _NEAR, _MOST_LINES) for text in words)
        wide = _SAMPLE[0] + _NEAR + max(type_.width(*one) for one in lines)
        across, down = width - 2 * _EDGE, height - 2 * _EDGE
        if beside:
            across -= wide + _GAP
        else:
            down -= _height(lines, type_) + _GAP
        scale = min(across / steps_across, down / steps_down)
        at = (steps_across * scale + _GAP, 0.0) if beside else (0.0, steps_down * scale + _GAP)
        return cls(shown, theme, type_, scale, lines, *at, beside)

    def drawing(self) -> Drawing:
        """Return the map with its legend."""
        places = [self._rings(area) for area in self.shown.areas]
        regions = [self._region(rings, area.level) for rings, area in zip(places, self.shown.areas, strict=True)]
        ranks = [self._rank(rings, area) for rings, area in zip(places, self.shown.areas, strict=True) if area.rank]
        shapes: list[Shape] = [*regions, *(box for found in ranks for box in found), *self._legend()]
        across, down = (_EDGE + steps * self.scale for steps in self.shown.size)
        wide = self.x + _SAMPLE[0] + _NEAR + max(self.type.width(*lines) for lines in self.legend)
        size = max(across + _EDGE, wide), max(down + _EDGE, self.y + _height(self.legend, self.type))
        cut = tuple(" ".join(lines) for lines in self.legend if any(CUT in line for line in lines))
        return Drawing(*size, tuple(shapes), self.type.size, self.type.leading, cut)

    def _rings(self, area: MapArea) -> Rings:
        return tuple(
            tuple((round(_EDGE + x * self.scale, 2), round(_EDGE + y * self.scale, 2)) for x, y in ring)
            for ring in area.rings
        )

    def _region(self, rings: Rings, level: int | None) -> Region:
        if level is None:
            return Region(rings, "white", "text", _EDGE, hatch="text")
        return Region(rings, self._shade(level), "text", _EDGE)

    def _shade(self, level: int) -> str:
        """Return the colour of a class: if there are few classes, their shades are spread over all shades."""
        steps = max(len(self.shown.legend) - 1, 1)
        return f"map_{1 + (2 * level * (_SHADES - 1) + steps) // (2 * steps)}"

    def _rank(self, rings: Rings, area: MapArea) -> Iterator[Box]:
        """Yield the rank of an area, if its figures fit inside."""
        figures, size = str(area.rank), self.type.size
        width, height = self.type.width(figures) + 2 * _AROUND[0], _FIGURES * size + 2 * _AROUND[1]
        middle = room_inside(rings, width, height)
        if middle and area.level is not None:
            colour, leading = f"{ON}{self._shade(area.level)}", self.type.leading
            yield Box(middle[0] - width / 2, middle[1] - leading / 2, width, leading, (figures,), "", colour)

    def _legend(self) -> Iterator[Shape]:
        """Yield the unit, and a sample and its words for each class, the highest first."""
        y, left = self.y, self.x + _EDGE + _SAMPLE[0] + _NEAR - _SPARE
        levels = [*reversed(range(len(self.shown.legend))), None]
        for place, lines in enumerate(self.legend, -1 if self.shown.unit else 0):
            if place >= 0:
                yield self._sample(y, levels[place])
            for line in lines:
                yield Box(left, y, self.type.width(line) + 2 * _SPARE, self.type.leading, (line,), "", "text")
                y += self.type.leading
            y += _BETWEEN

    def _sample(self, y: float, level: int | None) -> Region:
        """Return the sample of a class next to a line at ``y``."""
        top = y + (self.type.leading - _SAMPLE[1]) / 2
        left, right, bottom = self.x + _EDGE, self.x + _EDGE + _SAMPLE[0], top + _SAMPLE[1]
        return self._region((((left, top), (right, top), (right, bottom), (left, bottom)),), level)


def _height(legend: Sequence[Sequence[str]], type_: Type) -> float:
    return sum(type_.height(len(lines)) + _BETWEEN for lines in legend) - _BETWEEN


def _worth(layout: _Layout) -> float:
    return layout.scale * (_LARGER if layout.beside else 1)
