"""Diagrams laid out: steps from left to right or from the top down, a cycle, a tree; risk matrices and maps."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from attrs import evolve

from csp_docs.blocks import AreaMap, Diagram, DiagramKind, RiskMatrix, Sparkline
from csp_docs.drawing.cycle import draw_cycle
from csp_docs.drawing.maps import draw_map
from csp_docs.drawing.matrix import draw_matrix
from csp_docs.drawing.readable import chosen
from csp_docs.drawing.shapes import Drawing
from csp_docs.drawing.sheet import Sheet, shrunk
from csp_docs.drawing.sparkline import draw_sparkline
from csp_docs.drawing.steps import draw_steps
from csp_docs.drawing.tree import draw_tree
from csp_docs.theme.theme import Theme

Drawable: TypeAlias = Diagram | RiskMatrix | AreaMap | Sparkline
_NARROWEST = 140.0
"""The least width that has room for words of 12 pt."""


def draw(diagram: Drawable, width: float, theme: Theme) -> Drawing:
    """Return the drawing of ``diagram``, ``width`` points wide; all its words fit into their boxes.

    It is no higher than a figure may be. Its words are smaller than those of the theme only if a page cannot hold it
    with larger ones. They are smaller than 9 point (``is_small``) only if a page cannot hold it at all: such a drawing
    must not be printed. The long words of a map are cut: ``cut`` has them.
    """
    if isinstance(diagram, Sparkline):
        return draw_sparkline(diagram, theme)
    sheet = Sheet.of(width, theme)

    def drawn(factor: float) -> Drawing | None:
        larger = sheet.grown(factor)
        drawing = _drawn(diagram, larger, theme)
        if drawing.height > larger.height or drawing.spills:
            return None
        fitted = shrunk(drawing, 1 / factor) if factor > 1 else drawing
        return fitted if isinstance(diagram, AreaMap) else evolve(fitted, width=width)

    return chosen(drawn, theme.body.size, _NARROWEST / width)


def _drawn(diagram: Diagram | RiskMatrix | AreaMap, sheet: Sheet, theme: Theme) -> Drawing:
    match diagram:
        case RiskMatrix():
            return draw_matrix(diagram, sheet.width, theme)
        case AreaMap():
            return draw_map(diagram, sheet.width, sheet.height, theme)
        case Diagram():
            return _of_boxes(diagram, sheet)
        case _:
            assert_never(diagram)


def _of_boxes(diagram: Diagram, sheet: Sheet) -> Drawing:
    match diagram.kind:
        case DiagramKind.STEPS:
            return draw_steps([item.text for item in diagram.items], sheet)
        case DiagramKind.CYCLE:
            return draw_cycle([item.text for item in diagram.items], sheet)
        case DiagramKind.TREE:
            return draw_tree(diagram.items, sheet)
        case _:
            assert_never(diagram.kind)
