"""Diagrams and maps as a group of Word's own shapes: an officer can move them and write in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, assert_never

from csp_docs.blocks import Figure
from csp_docs.drawing import Box, Drawing, Path, Region
from csp_docs.drawing.graph import Point
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.drawings.drawings import Size, alternative, d, emu, frame, inline, preset
from csp_docs.writers.word.drawings.metafile import metafile
from csp_docs.writers.word.drawings.pictures import shown
from csp_docs.writers.word.file.elements import Xml, run, text_content, w
from csp_docs.writers.word.file.measures import half_points, painted
from csp_docs.writers.word.file.package import Media
from csp_docs.writers.word.file.paragraphs import paragraph
from csp_docs.writers.word.styles.diagram_styles import diagram_style, own_lines

_OUTLINE = 1.0
"""The width of a box's outline, in points."""
_WHOLE = 100_000
"""The units for the radius of a corner in DrawingML: parts of the shorter side."""


def diagram_run(media: Media, theme: Theme, figure: Figure, drawing: Drawing) -> Xml:
    """Return the run that shows ``drawing`` as one group of shapes; programs that know none show a picture of it."""
    writer = _ShapeWriter(media, theme, drawing)
    group, size = media.number(), (drawing.width, drawing.height)
    inside = d("a:chOff", x=0, y=0), d("a:chExt", cx=emu(size[0]), cy=emu(size[1]))
    content = d("wpg:wgp", d("wpg:cNvGrpSpPr"), d("wpg:grpSpPr", frame((0, 0), size, *inside)), *writer.shapes())
    picture = shown(figure, size, media.number(), media.metafile(metafile(drawing, theme)))
    return alternative(inline(figure, size, group, "Diagram", content), "wpg", picture)


class _ShapeWriter(NamedTuple):
    media: Media
    theme: Theme
    drawing: Drawing

    def shapes(self) -> Iterator[Xml]:
        yield self._canvas()
        for shape in self.drawing.shapes:
            match shape:
                case Box():
                    yield self._box(shape)
                case Path():
                    yield self._path(shape)
                case Region():
                    yield self._region(shape)
                case _:
                    assert_never(shape)

    def _canvas(self) -> Xml:
        """Return an empty shape as large as the drawing, because LibreOffice stretches groups to their size."""
        place = frame((0, 0), (self.drawing.width, self.drawing.height))
        look = d("wps:spPr", place, preset("rect"), d("a:noFill"), d("a:ln", d("a:noFill")))
        return d("wps:wsp", *self._names("Canvas", "wps:cNvSpPr"), look, d("wps:bodyPr"))

    def _box(self, box: Box) -> Xml:
        place = frame((box.x, box.y), (box.width, box.height))
        line = self._line(box.outline, _OUTLINE) if box.outline else d("a:ln", d("a:noFill"))
        look = d("wps:spPr", place, _rectangle(box), self._fill(box.fill) if box.fill else d("a:noFill"), line)
        words = d("wps:txbx", w("txbxContent", self._words(box)))
        room = d("wps:bodyPr", d("a:noAutofit"), lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr")
        return d("wps:wsp", *self._names("Box", "wps:cNvSpPr"), look, words, room)

    def _path(self, path: Path) -> Xml:
        """Return a line: one of Word's connectors if it is straight, otherwise a shape."""
        (left, top), size = _extent(path.points)
        line = self._line(path.colour, path.width, *([d("a:tailEnd", type="triangle")] if path.head else []))
        if len(path.points) == 2:
            shape, turned, kind = preset("line"), _turned(path), "wps:cNvCnPr"
        else:
            shape, turned, kind = _freeform([path.points], size, filled=False), {}, "wps:cNvSpPr"
        look = d("wps:spPr", frame((left, top), size, **turned), shape, d("a:noFill"), line)
        return d("wps:wsp", *self._names("Arrow" if path.head else "Line", kind), look, d("wps:bodyPr"))

    def _region(self, region: Region) -> Xml:
        place = _extent([point for ring in region.rings for point in ring])
        fill = self._hatched(region) if region.hatch else self._fill(region.fill)
        line = self._line(region.outline, region.edge)
        look = d("wps:spPr", frame(*place), _freeform(region.rings, place[1], filled=True), fill, line)
        return d("wps:wsp", *self._names("Area", "wps:cNvSpPr"), look, d("wps:bodyPr"))

    def _hatched(self, region: Region) -> Xml:
        colours = {"a:fgClr": region.hatch, "a:bgClr": region.fill}
        chosen = (d(name, painted(self.theme, colour)) for name, colour in colours.items())
        return d("a:pattFill", *chosen, prst="ltUpDiag")

    def _words(self, box: Box) -> Xml:
        """Return words with the line breaks that they were measured with, in the size of the drawing."""
        size, lines, look = half_points(self.drawing.size), list[Xml](), list[Xml]()
        if size != half_points(self.theme.body.size):
            lines.append(own_lines(self.drawing.leading))
            look += w("sz", val=size), w("szCs", val=size)
        words = (element for line in box.lines for element in (w("br"), *text_content(line)))
        _, *content = words
        return paragraph(
            diagram_style(self.theme.colours.plain(box.colour), bold=box.bold), [run(look, *content)], *lines
        )

    def _names(self, kind: str, properties: str) -> tuple[Xml, Xml]:
        number = self.media.number()
        return d("wps:cNvPr", id=number, name=f"{kind} {number}"), d(properties)

    def _line(self, colour: str, width: float, *ends: Xml) -> Xml:
        return d("a:ln", self._fill(colour), *ends, w=emu(width))

    def _fill(self, colour: str) -> Xml:
        return d("a:solidFill", painted(self.theme, colour))


def _rectangle(box: Box) -> Xml:
    if not box.radius:
        return preset("rect")
    share = round(box.radius / min(box.width, box.height) * _WHOLE)
    return preset("roundRect", d("a:gd", name="adj", fmla=f"val {share}"))


def _turned(path: Path) -> dict[str, int]:
    """Return the turn of a line that does not go right and down, because DrawingML only has lines that do."""
    (x, y), (end_x, end_y) = path.points
    return {name: 1 for name, turned in (("flipH", end_x < x), ("flipV", end_y < y)) if turned}


def _extent(points: Sequence[Point]) -> tuple[Point, Size]:
    """Return the top left corner and the size of the rectangle around ``points``."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys)), (max(xs) - min(xs), max(ys) - min(ys))


def _freeform(lines: Sequence[Sequence[Point]], size: Size, *, filled: bool) -> Xml:
    """Return a shape of ``size`` with ``lines`` for its edges; those of a filled one are closed."""
    (left, top), _ = _extent([point for line in lines for point in line])
    steps = list[Xml]()
    for line in lines:
        first, *others = (d("a:pt", x=emu(x - left), y=emu(y - top)) for x, y in line)
        steps += d("a:moveTo", first), *(d("a:lnTo", point) for point in others), *([d("a:close")] if filled else [])
    path = d("a:path", *steps, w=emu(size[0]), h=emu(size[1]), fill="norm" if filled else "none")
    empty = (d(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst"))
    return d("a:custGeom", *empty, d("a:rect", l="0", t="0", r="r", b="b"), d("a:pathLst", path))
