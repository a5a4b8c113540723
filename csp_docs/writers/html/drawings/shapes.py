"""The shapes of diagrams, risk matrices and maps as elements of SVG."""

from __future__ import annotations

from math import atan2, cos, sin
from typing import TYPE_CHECKING, assert_never

from csp_docs.drawing import Box, Drawing, Path, Region
from csp_docs.writers.html.anchors import OWN
from csp_docs.writers.html.drawings.marks import ink, number, path, words
from csp_docs.writers.html.elements import NOTHING, Html, h, joined

if TYPE_CHECKING:
    from csp_docs.writers.html.story import Story

_HEAD_LENGTH, _HEAD_WIDTH = 9.0, 8.0
"""The length and width of an arrow head, in points."""
_STEP, _HATCH = 3.5, 0.5
"""The distance between the lines of a hatching, and their thickness."""


def drawing_shapes(drawing: Drawing, story: Story) -> Html:
    """Return all shapes, from back to front."""
    hatched = any(isinstance(shape, Region) and shape.hatch for shape in drawing.shapes)
    hatching = story.anchors.fresh(f"{OWN}hatching") if hatched else ""
    shapes = [_shape(shape, drawing, hatching) for shape in drawing.shapes]
    return joined([_hatching(hatching), *shapes] if hatched else shapes)


def _shape(shape: Box | Path | Region, drawing: Drawing, hatching: str) -> Html:
    match shape:
        case Box():
            return _box(shape, drawing)
        case Path():
            return _path(shape)
        case Region():
            return _region(shape, hatching)
        case _:
            assert_never(shape)


def _box(box: Box, drawing: Drawing) -> Html:
    y = box.y + (box.height - len(box.lines) * drawing.leading) / 2
    type_, colour, weight = (drawing.size, drawing.leading), ink(box.colour), "bold" if box.bold else None
    lettering = words(box.lines, box.x + box.width / 2, y, type_, colour, text_anchor="middle", font_weight=weight)
    if not (box.fill or box.outline):
        return lettering
    sides = {"x": number(box.x), "y": number(box.y), "width": number(box.width), "height": number(box.height)}
    edge = ink(box.outline) if box.outline else None
    return h("rect", **sides, rx=number(box.radius), fill=ink(box.fill), stroke=edge) + lettering


def _path(line: Path) -> Html:
    colour, points, head = ink(line.colour), line.points, NOTHING
    if line.head:
        (before_x, before_y), (x, y) = points[-2:]
        angle = atan2(y - before_y, x - before_x)
        along, across = cos(angle), sin(angle)
        points = (*points[:-1], (x - along * _HEAD_LENGTH / 2, y - across * _HEAD_LENGTH / 2))
        head = _arrow_head(x, y, along, across, colour)
    return h("path", d=path(points), fill="none", stroke=colour, stroke_width=f"{line.width:g}") + head


def _arrow_head(x: float, y: float, along: float, across: float, colour: str) -> Html:
    """Return an arrow head with its tip at ``x`` and ``y``; ``along`` and ``across`` are its direction."""
    back_x, back_y, half = x - along * _HEAD_LENGTH, y - across * _HEAD_LENGTH, _HEAD_WIDTH / 2
    left = back_x + across * half, back_y - along * half
    right = back_x - across * half, back_y + along * half
    return h("path", d=path(((x, y), left, right), closed=True), fill=colour)


def _region(region: Region, hatching: str) -> Html:
    """Return an area with its outline; a hatched one has the lines of the hatching over its colour."""
    rings = "".join(path(ring, closed=True) for ring in region.rings)
    edge = {"stroke": ink(region.outline), "stroke_width": f"{region.edge:g}", "stroke_linejoin": "round"}
    area = h("path", d=rings, fill=ink(region.fill), fill_rule="evenodd", **edge)
    return area + h("path", d=rings, fill=f"url(#{hatching})", fill_rule="evenodd") if region.hatch else area


def _hatching(name: str) -> Html:
    """Return the pattern of a hatching: lines that rise to the right."""
    line = h("path", d=f"M0 0V{_STEP}", stroke=ink("text"), stroke_width=_HATCH)
    return h(
        "pattern", line, id=name, width=_STEP, height=_STEP, patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )  # fmt: skip
