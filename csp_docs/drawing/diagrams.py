"""Diagrams laid out: steps from left to right or from the top down, a cycle, a tree."""

from __future__ import annotations

from typing import assert_never

from attrs import evolve

from csp_docs.blocks import AreaMap, Diagram, DiagramKind, RiskMatrix
from csp_docs.drawing.cycle import draw_cycle
from csp_docs.drawing.maps import draw_map
from csp_docs.drawing.matrix import draw_matrix
from csp_docs.drawing.shapes import Drawing
from csp_docs.drawing.sheet import Sheet, shrunk
from csp_docs.drawing.steps import draw_steps
from csp_docs.drawing.tree import draw_tree
from csp_docs.theme.theme import Theme

_NARROWEST = 140.0
"""The least width that has room for words of 12 pt."""
_GROWTH = 1.2


def draw(diagram: Diagram | RiskMatrix | AreaMap, width: float, theme: Theme) -> Drawing:
    """Return the drawing of ``diagram``, ``width`` points wide; all its words fit into their boxes.

    It is no higher than a figure may be. A diagram is shrunk only if a page cannot hold it with words of the theme's
    size.
    """
    if isinstance(diagram, RiskMatrix):
        return draw_matrix(diagram, width, theme)
    if isinstance(diagram, AreaMap):
        return draw_map(diagram, width, theme)
    sheet = Sheet.of(width, theme)
    factor = max(1.0, _NARROWEST / width)
    drawing = _drawn(diagram, sheet.grown(factor))
    while drawing.height > sheet.height * factor:
        factor *= _GROWTH
        drawing = _drawn(diagram, sheet.grown(factor))
    return evolve(shrunk(drawing, 1 / factor), width=width) if factor > 1 else drawing


def _drawn(diagram: Diagram, sheet: Sheet) -> Drawing:
    match diagram.kind:
        case DiagramKind.STEPS:
            return draw_steps([item.text for item in diagram.items], sheet)
        case DiagramKind.CYCLE:
            return draw_cycle([item.text for item in diagram.items], sheet)
        case DiagramKind.TREE:
            return draw_tree(diagram.items, sheet)
        case _:
            assert_never(diagram.kind)
