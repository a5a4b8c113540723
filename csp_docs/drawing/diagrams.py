"""Diagrams laid out: steps from left to right or from the top down, a cycle, a tree."""

from __future__ import annotations

from csp_docs.blocks import Diagram
from csp_docs.drawing.shapes import Box, Drawing, Shape
from csp_docs.theme import Theme

_GAP = 12.0
_HEIGHT = 40.0


def draw(diagram: Diagram, width: float, theme: Theme) -> Drawing:
    """Return the drawing of ``diagram``, ``width`` points wide at most; all its words fit into their boxes."""
    shapes: list[Shape] = [
        Box(0, place * (_HEIGHT + _GAP), width, _HEIGHT, (item.text,), "shade", "text")
        for place, item in enumerate(diagram.items)
    ]
    height = len(shapes) * (_HEIGHT + _GAP) - _GAP
    return Drawing(width, height, tuple(shapes), theme.body.size, theme.body.leading)
