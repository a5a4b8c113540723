"""Diagrams as a group of Word's own shapes: an officer can move them and write in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from attrs import frozen
from lxml import etree

from csp_docs.blocks import Figure
from csp_docs.drawing import Box, Drawing, Path
from csp_docs.render.word.drawings import alternative, d, emu, frame, inline, preset
from csp_docs.render.word.elements import paragraph_properties, run, text_content, w
from csp_docs.render.word.measures import twips
from csp_docs.render.word.package import Media
from csp_docs.theme import Theme

_OUTLINE = 1.0
"""The width of a box's outline, in points."""
_WHOLE = 100_000
"""DrawingML gives the radius of a corner in so many parts of the shorter side."""


def diagram_run(media: Media, theme: Theme, figure: Figure, drawing: Drawing) -> etree._Element:
    """Return the run that shows ``drawing`` as one group of shapes."""
    writer = _ShapeWriter(media, theme, drawing)
    group, size = media.number(), (drawing.width, drawing.height)
    inside = d("a:chOff", x=0, y=0), d("a:chExt", cx=emu(size[0]), cy=emu(size[1]))
    content = d("wpg:wgp", d("wpg:cNvGrpSpPr"), d("wpg:grpSpPr", frame((0, 0), size, *inside)), *writer.shapes())
    return alternative(inline(figure, size, group, "Diagram", content), "wpg")


@frozen
class _ShapeWriter:
    media: Media
    theme: Theme
    drawing: Drawing

    def shapes(self) -> Iterator[etree._Element]:
        yield self._canvas()
        for shape in self.drawing.shapes:
            match shape:
                case Box():
                    yield self._box(shape)
                case Path():
                    yield self._path(shape)
                case _:
                    assert_never(shape)

    def _canvas(self) -> etree._Element:
        """Nothing, as large as the drawing: LibreOffice stretches what stands in a group to the group's size."""
        place = frame((0, 0), (self.drawing.width, self.drawing.height))
        look = d("wps:spPr", place, preset("rect"), d("a:noFill"), d("a:ln", d("a:noFill")))
        return d("wps:wsp", *self._names("Canvas", "wps:cNvSpPr"), look, d("wps:bodyPr"))

    def _box(self, box: Box) -> etree._Element:
        place = frame((box.x, box.y), (box.width, box.height))
        line = self._line(box.outline, _OUTLINE) if box.outline else d("a:ln", d("a:noFill"))
        look = d("wps:spPr", place, _rectangle(box), self._fill(box.fill) if box.fill else d("a:noFill"), line)
        words = d("wps:txbx", w("txbxContent", self._words(box)))
        room = d("wps:bodyPr", d("a:noAutofit"), lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr")
        return d("wps:wsp", *self._names("Box", "wps:cNvSpPr"), look, words, room)

    def _path(self, path: Path) -> etree._Element:
        """A straight line is one of Word's connectors, another one a shape of its own."""
        left, top = (min(point[axis] for point in path.points) for axis in (0, 1))
        right, bottom = (max(point[axis] for point in path.points) for axis in (0, 1))
        size = right - left, bottom - top
        line = self._line(path.colour, path.width, *([d("a:tailEnd", type="triangle")] if path.head else []))
        if len(path.points) == 2:
            shape, turned, kind = preset("line"), _turned(path), "wps:cNvCnPr"
        else:
            points = [(x - left, y - top) for x, y in path.points]
            shape, turned, kind = _outline(points, size), {}, "wps:cNvSpPr"
        look = d("wps:spPr", frame((left, top), size, **turned), shape, d("a:noFill"), line)
        return d("wps:wsp", *self._names("Arrow" if path.head else "Line", kind), look, d("wps:bodyPr"))

    def _words(self, box: Box) -> etree._Element:
        """Words stay in the lines that they were measured in.

        LibreOffice forgets how a style aligns words where the shape stands in a table.
        """
        drawing = self.drawing
        lines = [w("spacing", line=twips(drawing.leading), lineRule="exact"), w("jc", val="center")]
        colour, size = w("color", val=self.theme.colour(box.colour)), int(drawing.size * 2)
        weight = [w("b"), w("bCs")] if box.bold else []
        look = [*weight, colour, w("sz", val=size), w("szCs", val=size)]
        words = (element for line in box.lines for element in (w("br"), *text_content(line)))
        _, *content = words
        return w("p", paragraph_properties([w("pStyle", val="DiagramText"), *lines]), run(look, *content))

    def _names(self, kind: str, properties: str) -> tuple[etree._Element, etree._Element]:
        number = self.media.number()
        return d("wps:cNvPr", id=number, name=f"{kind} {number}"), d(properties)

    def _line(self, colour: str, width: float, *ends: etree._Element) -> etree._Element:
        return d("a:ln", self._fill(colour), *ends, w=emu(width))

    def _fill(self, colour: str) -> etree._Element:
        return d("a:solidFill", d("a:srgbClr", val=self.theme.colour(colour)))


def _rectangle(box: Box) -> etree._Element:
    if not box.radius:
        return preset("rect")
    share = round(box.radius / min(box.width, box.height) * _WHOLE)
    return preset("roundRect", d("a:gd", name="adj", fmla=f"val {share}"))


def _turned(path: Path) -> dict[str, int]:
    """Return how a line that does not go right and down is turned: DrawingML has only those."""
    (x, y), (end_x, end_y) = path.points
    return {name: 1 for name, turned in (("flipH", end_x < x), ("flipV", end_y < y)) if turned}


def _outline(points: Iterable[tuple[float, float]], size: tuple[float, float]) -> etree._Element:
    """Return the shape of a line through ``points``, from the top left corner of a shape of ``size``."""
    first, *others = (d("a:pt", x=emu(x), y=emu(y)) for x, y in points)
    steps = d("a:moveTo", first), *(d("a:lnTo", point) for point in others)
    path = d("a:path", *steps, w=emu(size[0]), h=emu(size[1]), fill="none")
    empty = (d(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst"))
    return d("a:custGeom", *empty, d("a:rect", l="0", t="0", r="r", b="b"), d("a:pathLst", path))
