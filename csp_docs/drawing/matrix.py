"""A risk matrix: cells in the tints of their bands, each with the sign of the band and its risks."""

from __future__ import annotations

from itertools import accumulate

from csp_docs.blocks import MatrixCell, RiskMatrix
from csp_docs.drawing.shapes import Box, Drawing
from csp_docs.theme import metrics
from csp_docs.theme.colours import ON
from csp_docs.theme.theme import Theme

_WIDEST, _LOWEST = 76.0, 34.0
"""The greatest width and the least height of a cell, in points."""
_PADDING = 6.0
_GAP = 10.0
"""The space next to the word of an axis, in points."""


def draw_matrix(matrix: RiskMatrix, width: float, theme: Theme) -> Drawing:
    """Return the drawing of ``matrix``, ``width`` points wide; each row is as high as its cells need."""
    size, leading = theme.body.size, theme.cell.leading
    side = metrics.width(matrix.likelihood, bold=True) * size + _GAP
    left = side + metrics.width("0") * size + _GAP
    across = min(_WIDEST, (width - left) / len(matrix.rows[0]))
    lines = [[_lines(cell, across / size) for cell in row] for row in matrix.rows]
    heights = [max(_LOWEST, max(map(len, row)) * leading + 2 * _PADDING) for row in lines]
    *tops, foot = accumulate(heights, initial=0.0)
    cells = [
        _cell(cell, (left + place * across, tops[level], across, heights[level]), lines[level][place])
        for level, row in enumerate(matrix.rows)
        for place, cell in enumerate(row)
    ]
    words = [
        _words(matrix.likelihood, 0, foot / 2 - leading / 2, side, leading, bold=True),
        _words(matrix.impact, left, foot + leading, across * len(matrix.rows[0]), leading, bold=True),
    ]
    likelihoods = [
        _words(str(len(tops) - level), side, top + (height - leading) / 2, left - side, leading)
        for level, (top, height) in enumerate(zip(tops, heights, strict=True))
    ]
    impacts = [
        _words(str(place + 1), left + place * across, foot, across, leading) for place in range(len(matrix.rows[0]))
    ]
    return Drawing(width, foot + 2 * leading, (*cells, *words, *likelihoods, *impacts), size, leading)


def _lines(cell: MatrixCell, room: float) -> tuple[str, ...]:
    """Return the sign of a cell's band and its risks, in lines of this width (at size 1)."""
    return tuple(metrics.wrapped(f"{cell.level.sign} {cell.text}".strip(), room - _PADDING / 6, bold=True))


def _cell(cell: MatrixCell, place: tuple[float, float, float, float], lines: tuple[str, ...]) -> Box:
    return Box(*place, lines, cell.level.value, f"{ON}{cell.level.value}", outline="white", bold=True)


def _words(text: str, x: float, y: float, width: float, height: float, *, bold: bool = False) -> Box:
    return Box(x, y, width, height, (text,), "", "text", bold=bold)
