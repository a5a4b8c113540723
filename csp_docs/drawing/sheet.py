"""The sheet for a diagram: its room, and the two looks of its boxes."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from csp_docs.drawing.lettering import Lettering
from csp_docs.drawing.shapes import Box, Drawing, Path, Region, Shape
from csp_docs.records import record
from csp_docs.theme.theme import Theme


@record
class Sheet:
    """Room for a diagram: it is as wide as ``width``, and should be no higher than ``height``."""

    width: float
    height: float
    strong: Lettering
    """The lettering with white words on the accent colour."""
    plain: Lettering
    """The lettering with dark words on a shade."""

    @classmethod
    def of(cls, width: float, theme: Theme) -> Sheet:
        """Return the room on a page of ``theme``."""
        size, leading = theme.body.size, theme.cell.leading
        strong = Lettering(size, leading, fill="accent", colour="white", bold=True)
        plain = Lettering(size, leading, fill="shade", colour="text", outline="accent")
        return cls(width, theme.tallest_figure, strong, plain)

    def grown(self, factor: float) -> Sheet:
        """Return a sheet ``factor`` times as large, for words of the same size."""
        return evolve(self, width=self.width * factor, height=self.height * factor)

    def drawing(self, shapes: Iterable[Shape], height: float) -> Drawing:
        """Return the drawing of ``shapes`` over the full width."""
        return Drawing(self.width, height, tuple(shapes), self.plain.size, self.plain.leading)


def shrunk(drawing: Drawing, factor: float) -> Drawing:
    """Return ``drawing`` with all its lengths, and the size of its words, multiplied by ``factor``."""
    return evolve(
        drawing,
        width=drawing.width * factor,
        height=drawing.height * factor,
        shapes=tuple(_shrunk(shape, factor) for shape in drawing.shapes),
        size=drawing.size * factor,
        leading=drawing.leading * factor,
    )


def _shrunk(shape: Shape, factor: float) -> Shape:
    if isinstance(shape, Path):
        points = tuple((x * factor, y * factor) for x, y in shape.points)
        return evolve(shape, points=points, width=shape.width * factor)
    if isinstance(shape, Region):
        rings = tuple(tuple((x * factor, y * factor) for x, y in ring) for ring in shape.rings)
        return evolve(shape, rings=rings, edge=shape.edge * factor)
    measures = {name: getattr(shape, name) * factor for name in ("x", "y", "width", "height", "radius")}
    return evolve(shape, **measures)


def middle(box: Box) -> tuple[float, float]:
    """Return the middle of ``box``."""
    return box.x + box.width / 2, box.y + box.height / 2
