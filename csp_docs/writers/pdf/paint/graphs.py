"""The drawings of charts as content streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from csp_docs.drawing.graph import Anchor, Area, Graph, Label, Line
from csp_docs.writers.pdf.objects import operands
from csp_docs.writers.pdf.paint.paint import Painter

if TYPE_CHECKING:
    from csp_docs.drawing.graph import Point
    from csp_docs.writers.pdf.type.fonts import Family

_SHIFT = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
"""The share of a line that is before the point of its label."""


class GraphCanvas:
    """A chart with its top left corner at ``left`` and ``top`` of the page."""

    def __init__(self, painter: Painter, graph: Graph, family: Family, left: float, top: float) -> None:
        self.painter, self.graph, self.family, self.left, self.top = painter, graph, family, left, top

    def paint(self) -> None:
        """Paint all marks, from back to front."""
        for mark in self.graph.marks:
            match mark:
                case Area():
                    self._area(mark)
                case Line():
                    self._line(mark)
                case Label():
                    self._label(mark)
                case _:
                    assert_never(mark)

    def _area(self, area: Area) -> None:
        self.painter.colour(self.painter.theme.colour(area.fill))
        if area.outline:
            self._stroke(area.outline, area.edge)
        self._add(f"{self._through(area.points)} h {'B' if area.outline else 'f'}")

    def _line(self, line: Line) -> None:
        self._stroke(line.colour, line.width)
        dash = " ".join(f"{part:.2f}" for part in line.dash)
        path = f"{self._through(line.points)} S"
        self._add(f"[{dash}] 0 d {path} [] 0 d" if dash else path)

    def _label(self, label: Label) -> None:
        face, size, leading = self.family.face(bold=label.bold), self.graph.size, self.graph.leading
        self.painter.colour(self.painter.theme.colour(label.colour))
        y = label.y + (leading + (face.ascent - face.descent) * size) / 2
        for line in label.lines:
            x = label.x - face.width(line) * size * _SHIFT[label.anchor]
            self.painter.text(self.left + x - self.painter.theme.page.left, self.top - y, face, size, f"{line} ")
            y += leading

    def _stroke(self, colour: str, width: float) -> None:
        self._add(f"{operands(self.painter.theme.colour(colour))} RG {width:g} w 1 j")

    def _through(self, points: tuple[Point, ...]) -> str:
        start, *rest = (f"{self.left + x:.2f} {self.top - y:.2f}" for x, y in points)
        return f"{start} m {' '.join(f'{point} l' for point in rest)}"

    def _add(self, operators: str) -> None:
        self.painter.operators.append(operators)
