"""Pictures, diagrams and empty frames as content streams."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, cos, sin
from typing import TYPE_CHECKING, assert_never

from csp_docs.blocks import Picture, Vector
from csp_docs.drawing import Box, Drawing, Graph, Path, Region
from csp_docs.typesetting.sizes import outside
from csp_docs.writers.pdf.objects import operands
from csp_docs.writers.pdf.paint.graphs import GraphCanvas
from csp_docs.writers.pdf.paint.paint import Painter

if TYPE_CHECKING:
    from csp_docs.drawing.graph import Point
    from csp_docs.writers.pdf.type.fonts import Family
    from csp_docs.writers.pdf.type.shapes import Art, EmptyFrame

_HEAD_LENGTH, _HEAD_WIDTH = 9.0, 8.0
"""The length and width of an arrow head, in points."""
_HANDLE = 0.5523
"""The distance of the handles of a quarter of a circle from its ends, as a share of the radius."""
_HATCH_WIDTH, _HATCH_STEP = 0.5, 5.0
"""The width of the lines of a hatching, and the distance between them along an edge of the page."""
_EDGE = 1.0
"""The width of a box's outline."""


def paint_art(painter: Painter, art: Art, top: float) -> None:
    """Paint a picture or a drawing, and record its place in its element (ISO 14289-1, 7.3)."""
    painter.mark_content(art.content)
    left, bottom = painter.theme.page.left + art.left, top - art.height
    if art.content:
        box = f"{left:.2f} {bottom:.2f} {left + art.width:.2f} {top:.2f}"
        art.content.element.attributes = f"/O/Layout/Placement/Block/BBox[{box}]"
    match art.shown:
        case Picture():
            _picture(painter, art, art.shown, left, bottom)
        case Vector():
            from csp_docs.writers.pdf.paint.vectors import paint_vector

            paint_vector(painter, art.shown, left, bottom, art.width, art.height)
        case Drawing():
            _Canvas(painter, art.shown, art.family, left, top).paint()
        case Graph():
            GraphCanvas(painter, art.shown, art.family, left, top).paint()
        case _:
            assert_never(art.shown)


def _picture(painter: Painter, art: Art, picture: Picture, left: float, bottom: float) -> None:
    """Paint a picture so large that it fills its box; what would be outside the box is cut off."""
    image, (across, down) = painter.resources.image(picture), outside(picture, art.width, art.height)
    width, height = art.width / (1 - 2 * across), art.height / (1 - 2 * down)
    place = f"{width:.2f} 0 0 {height:.2f} {left - across * width:.2f} {bottom - down * height:.2f}"
    cut = f"{left:.2f} {bottom:.2f} {art.width:.2f} {art.height:.2f} re W n " if across or down else ""
    painter.operators.append(f"q {cut}{place} cm /{image.resource} Do Q")


def paint_frame(painter: Painter, frame: EmptyFrame, top: float) -> None:
    """Paint the rules of an empty frame, which are inside its edges."""
    painter.mark_content(None)
    edge, colour = painter.theme.frame_rule, operands(painter.theme.colours.rule)
    left, bottom = painter.theme.page.left + frame.left + edge / 2, top - frame.height + edge / 2
    rectangle = f"{left:.2f} {bottom:.2f} {frame.width - edge:.2f} {frame.height - edge:.2f} re"
    painter.operators.append(f"{colour} RG {edge:g} w {rectangle} S")


class _Canvas:
    """A drawing with its top left corner at ``left`` and ``top`` of the page."""

    def __init__(self, painter: Painter, drawing: Drawing, family: Family, left: float, top: float) -> None:
        self.painter, self.drawing, self.family, self.left, self.top = painter, drawing, family, left, top

    def paint(self) -> None:
        for shape in self.drawing.shapes:
            match shape:
                case Box():
                    self._box(shape)
                case Path():
                    self._path(shape)
                case Region():
                    self._region(shape)
                case _:
                    assert_never(shape)

    def _add(self, operators: str) -> None:
        self.painter.operators.append(operators)

    def _at(self, x: float, y: float) -> str:
        return f"{self.left + x:.2f} {self.top - y:.2f}"

    def _stroke(self, colour: str, width: float) -> None:
        self._add(f"{operands(self.painter.theme.colour(colour))} RG {width:g} w 1 j")

    def _box(self, box: Box) -> None:
        if box.fill:
            self.painter.colour(self.painter.theme.colour(box.fill))
        if box.outline:
            self._stroke(box.outline, _EDGE)
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}
        if box.fill or box.outline:
            self._add(f"{self._rounded(box)} {paint[bool(box.fill), bool(box.outline)]}")
        self._words(box)

    def _rounded(self, box: Box) -> str:
        """Return the outline of ``box``, clockwise from the left end of its top."""
        x, y, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
        r, h = box.radius, box.radius * (1 - _HANDLE)
        return (
            f"{self._at(x + r, y)} m {self._at(right - r, y)} l "
            f"{self._at(right - h, y)} {self._at(right, y + h)} {self._at(right, y + r)} c "
            f"{self._at(right, bottom - r)} l "
            f"{self._at(right, bottom - h)} {self._at(right - h, bottom)} {self._at(right - r, bottom)} c "
            f"{self._at(x + r, bottom)} l "
            f"{self._at(x + h, bottom)} {self._at(x, bottom - h)} {self._at(x, bottom - r)} c "
            f"{self._at(x, y + r)} l "
            f"{self._at(x, y + h)} {self._at(x + h, y)} {self._at(x + r, y)} c h"
        )

    def _words(self, box: Box) -> None:
        face, size, leading = self.family.face(bold=box.bold), self.drawing.size, self.drawing.leading
        self.painter.colour(self.painter.theme.colour(box.colour))
        baseline = (leading + (face.ascent - face.descent) * size) / 2
        y = box.y + (box.height - len(box.lines) * leading) / 2 + baseline
        for line in box.lines:
            x = box.x + (box.width - face.width(line) * size) / 2
            self.painter.text(self.left + x - self.painter.theme.page.left, self.top - y, face, size, f"{line} ")
            y += leading

    def _path(self, path: Path) -> None:
        *points, (x, y) = path.points
        if path.head:
            before_x, before_y = points[-1]
            angle = atan2(y - before_y, x - before_x)
            along, across = cos(angle), sin(angle)
            points.append((x - along * _HEAD_LENGTH / 2, y - across * _HEAD_LENGTH / 2))
            self._head(x, y, along, across, path.colour)
        else:
            points.append((x, y))
        self._stroke(path.colour, path.width)
        start, *rest = (self._at(*point) for point in points)
        self._add(f"{start} m {' '.join(f'{point} l' for point in rest)} S")

    def _region(self, region: Region) -> None:
        """Fill the inside, by the even-odd rule, and hatch it; then draw the outline over both."""
        rings = " ".join(
            f"{self._at(*ring[0])} m {' '.join(f'{self._at(*point)} l' for point in ring[1:])} h"
            for ring in region.rings
        )
        self.painter.colour(self.painter.theme.colour(region.fill))
        self._stroke(region.outline, region.edge)
        if not region.hatch:
            self._add(f"{rings} B*")
            return
        self._add(f"{rings} f* q {rings} W* n")
        self._stroke(region.hatch, _HATCH_WIDTH)
        self._add(" ".join(f"{self._at(*start)} m {self._at(*end)} l" for start, end in _hatching(region)) + " S Q")
        self._add(f"{rings} S")

    def _head(self, x: float, y: float, along: float, across: float, colour: str) -> None:
        """Fill an arrow head with its tip at ``x`` and ``y``; the other two arguments are its direction."""
        back_x, back_y = x - along * _HEAD_LENGTH, y - across * _HEAD_LENGTH
        half = _HEAD_WIDTH / 2
        self.painter.colour(self.painter.theme.colour(colour))
        left, right = (back_x + across * half, back_y - along * half), (back_x - across * half, back_y + along * half)
        self._add(f"{self._at(x, y)} m {self._at(*left)} l {self._at(*right)} l h f")


def _hatching(region: Region) -> Iterator[tuple[Point, Point]]:
    """Yield lines that rise to the right, over the rectangle around a region."""
    xs, ys = zip(*(point for ring in region.rings for point in ring), strict=True)
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    for place in range(int((right - left + bottom - top) / _HATCH_STEP) + 1):
        x = left + place * _HATCH_STEP
        yield (x, top), (x - (bottom - top), bottom)
