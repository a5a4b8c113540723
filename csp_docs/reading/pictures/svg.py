"""Drawings from SVG files: read without entities, scripts or anything outside the file, and drawn anew as shapes.

Nothing of the file itself reaches a document: only outlines and colours do (SVG 1.1, static content).
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite, sqrt
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from csp_docs.blocks import Step, Vector, VectorShape
from csp_docs.errors import Code, CspDocsError, Problem
from csp_docs.reading.pictures.svg_looks import (
    START,
    Look,
    Matrix,
    colour,
    length,
    local,
    look_of,
    moved,
    style_sheet,
    times,
)
from csp_docs.reading.pictures.svg_paths import path_steps, shape_steps

MOST_BYTES = 2_000_000
_MOST_STEPS, _DEEPEST = 100_000, 60
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
_AROUND = {"svg", "g", "a", "switch"}
_NOT_SEEN = {"defs", "title", "desc", "metadata", "style", "namedview", "linearGradient", "radialGradient", "symbol",
             "clipPath", "mask", "filter", "pattern", "marker"}  # fmt: skip
_REFUSED = {
    "script": ("has a script", "save it without scripts"),
    "image": ("has a picture inside it", "save that picture as PNG, and use it alone"),
    "text": ("has letters as text", "turn them into outlines: in Inkscape, Path and then Object to Path"),
    "foreignObject": ("has parts of a web page", "save it as plain SVG"),
    "animate": ("is animated", "save one frame of it"),
}


class SvgError(CspDocsError):
    """A drawing cannot be printed."""

    def __init__(self, called: str, fact: str, hint: str) -> None:
        super().__init__([Problem(Code.PICTURE_UNREADABLE, f"{called} {fact}", hint)])


def is_svg(data: bytes) -> bool:
    """Return whether a file is SVG rather than a picture of pixels."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \r\n\t")
    return start.startswith((b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg"))


def read_svg(data: bytes, called: str) -> Vector:
    """Return the drawing in a file's content. Raises SvgError, with what the drawing is ``called``."""
    if len(data) > MOST_BYTES:
        raise SvgError(called, "is larger than 2 MB", "simplify it, or save it as PNG")
    root = _tree(data, called)
    if local(str(root.tag)) != "svg":
        raise SvgError(called, "is not SVG", "save it as PNG, JPEG or SVG")
    left, top, width, height = _box(root, called)
    reader = _Reader(root, called)
    reader.read(root, START, (1, 0, 0, 1, -left, -top), 0)
    if not reader.shapes:
        raise SvgError(called, "shows nothing", "check that it has shapes")
    return Vector(tuple(reader.shapes), width, height)


def _tree(data: bytes, called: str) -> Element:
    """Return the elements of a file; entities are refused where they are declared, so that none is ever expanded."""
    builder, parser = TreeBuilder(), expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: builder.start(name, given)
    parser.EndElementHandler, parser.CharacterDataHandler = builder.end, builder.data

    def refused(*_: object) -> None:
        raise SvgError(called, "declares entities", "save it as plain SVG")

    parser.EntityDeclHandler = refused
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as error:
        raise SvgError(called, "is damaged", "open it in a program and save it again") from error


def _box(root: Element, called: str) -> tuple[float, float, float, float]:
    """Return the area that is shown: its left and top, width and height."""
    try:
        left, top, width, height = (float(value) for value in root.get("viewBox", "").replace(",", " ").split())
    except ValueError:
        left, top = 0.0, 0.0
        width, height = length(root.get("width")) or 0, length(root.get("height")) or 0
    if not (width > 0 and height > 0 and all(map(isfinite, (left, top, width, height)))):
        raise SvgError(called, "does not say how large it is", "save it with a `viewBox`, or a width and a height")
    if max(width, height) > 50 * min(width, height):
        raise SvgError(called, f"is {width:g} x {height:g} and would look like a line", "crop it in another way")
    return left, top, width, height


class _Reader:
    """The shapes of a drawing, from back to front."""

    def __init__(self, root: Element, called: str) -> None:
        self.called, self.sheet, self.shapes, self.left = called, style_sheet(root), list[VectorShape](), _MOST_STEPS
        self.named = {name: element for element in root.iter() if (name := element.get("id"))}

    def read(self, element: Element, around: Look, matrix: Matrix, depth: int) -> None:
        """Add the shapes of an element and of those in it."""
        name = local(str(element.tag))
        if name in _REFUSED:
            raise SvgError(self.called, *_REFUSED[name])
        if depth > _DEEPEST:
            raise SvgError(self.called, "has too many groups inside each other", "simplify it")
        look = look_of(element, around, self.sheet)
        if name in _NOT_SEEN or look.get("display") == "none" or look.get("visibility") in ("hidden", "collapse"):
            self._check(element, name)
            return
        self._judge(look)
        matrix = times(matrix, moved(element.get("transform", "")))
        if name in _SHAPES:
            self._shape(element, name, look, matrix)
        elif name == "use":
            self._use(element, look, matrix, depth)
        elif name in _AROUND:
            for child in element:
                self.read(child, look, matrix, depth + 1)

    def _check(self, element: Element, name: str) -> None:
        """Refuse scripts wherever they are."""
        if name != "style" and any(local(str(below.tag)) == "script" for below in element.iter()):
            raise SvgError(self.called, *_REFUSED["script"])

    def _judge(self, look: Look) -> None:
        for name in ("clip-path", "mask", "filter"):
            if look.get(name, "none") != "none":
                raise SvgError(self.called, f'has "{name}"', "flatten it in the program that it was drawn with")
        for name in ("opacity", "fill-opacity", "stroke-opacity"):
            if look.get(name, "1").rstrip("0").rstrip(".") not in ("1", "100%", "", "0"):
                raise SvgError(self.called, "has colours that one can see through", "draw it with full colours")

    def _use(self, element: Element, look: Look, matrix: Matrix, depth: int) -> None:
        names = (value for key, value in element.items() if local(key) == "href")
        target = next(names, "")
        if not target.startswith("#"):
            raise SvgError(self.called, "shows something from another file", "save it as plain SVG")
        if (found := self.named.get(target[1:])) is not None:
            at = length(element.get("x")) or 0, length(element.get("y")) or 0
            inside = list(found) if local(str(found.tag)) == "symbol" else [found]
            for one in inside:
                self.read(one, look, times(matrix, (1, 0, 0, 1, *at)), depth + 1)

    def _shape(self, element: Element, name: str, look: Look, matrix: Matrix) -> None:
        given = {key: size for key in element.keys() if (size := length(element.get(key))) is not None}  # noqa: SIM118
        path = path_steps(element.get("d", "")) if name == "path" else None
        steps = shape_steps(name, given, element.get("points", "")) if path is None else path
        self.left -= len(steps)
        if self.left < 0:
            raise SvgError(self.called, f"has more than {_MOST_STEPS:,} lines and curves", "simplify it")
        whole = look.get("opacity") == "0"
        hidden = {name for name in ("fill", "stroke") if whole or look.get(f"{name}-opacity") == "0"}
        fill = "" if name == "line" or "fill" in hidden else self._colour(look["fill"], look)
        stroke = "" if "stroke" in hidden else self._colour(look["stroke"], look)
        line = (length(look["stroke-width"]) or 0) * sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
        drawn = tuple(_placed(step, matrix) for step in steps)
        if drawn and (fill or (stroke and line)):
            even_odd = look.get("fill-rule") == "evenodd"
            self.shapes.append(VectorShape(drawn, fill, stroke if line else "", line if stroke else 0, even_odd))

    def _colour(self, value: str, look: Look) -> str:
        """Return a colour; that of a gradient is the mean of its stops, because one colour prints well everywhere."""
        if value.startswith("url("):
            value = self._mean(value[4:].partition(")")[0].strip("'\"# "), look)
        found = colour(value, look)
        if found is None:
            raise SvgError(self.called, f'has the colour "{value[:40]}", which is not known', "give it as #RRGGBB")
        return found

    def _mean(self, name: str, look: Look) -> str:
        stops = [*self._stops(name, 0)]
        found = [colour(stop, look) for stop in stops]
        known = [one for one in found if one]
        if not known:
            raise SvgError(self.called, "has a pattern or a gradient that cannot be printed", "use flat colours")
        parts = ([int(one[place : place + 2], 16) for one in known] for place in (0, 2, 4))
        return "#" + "".join(f"{round(sum(part) / len(part)):02X}" for part in parts)

    def _stops(self, name: str, depth: int) -> Iterator[str]:
        element = self.named.get(name)
        if element is None or depth > _DEEPEST:
            return
        for child in element:
            if local(str(child.tag)) == "stop":
                given = {"stop-color": child.get("stop-color", "black")} | look_of(child, {}, self.sheet)
                yield given["stop-color"]
        for key, value in element.items():
            if local(key) == "href":
                yield from self._stops(value.removeprefix("#"), depth + 1)


def _placed(step: Step, matrix: Matrix) -> Step:
    """Return a step where a transformation puts it."""
    kind, *numbers = step
    a, b, c, d, e, f = matrix
    points = zip(map(float, numbers[::2]), map(float, numbers[1::2]), strict=True)
    return (kind, *(value for x, y in points for value in (a * x + c * y + e, b * x + d * y + f)))
