"""Boxes to content streams: every operator stands in a leaf of the tag tree or in an artifact."""

from __future__ import annotations

from itertools import groupby
from typing import assert_never

from attrs import define, field

from csp_docs.blocks import Picture
from csp_docs.render.pdf.art import paint_art, paint_frame
from csp_docs.render.pdf.embed import Subset
from csp_docs.render.pdf.fonts import Face
from csp_docs.render.pdf.graphs import operands
from csp_docs.render.pdf.images import Image
from csp_docs.render.pdf.shapes import AnyBox, Art, Blank, Break, DashedFrame, Frame, Leader, Line, Piece, Placed, Row
from csp_docs.render.pdf.structure import Annotation, Content, Link
from csp_docs.theme import Theme

LAYOUT = "/Artifact<</Type/Layout>>BDC"
HEADER = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
WATERMARK = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC"
_UNDERLINE_DEPTH, _UNDERLINE_WIDTH = 0.11, 0.06
"""Of an underline, as shares of the size of its text."""
_HIGHLIGHT = 1.0
"""How far a highlight reaches beyond its words."""


@define(eq=False)
class Resources:
    """The faces and the pictures that a document uses so far; equal pictures are stored once."""

    subsets: dict[Face, Subset] = field(factory=dict)
    images: dict[Picture, Image] = field(factory=dict)

    def subset(self, face: Face) -> Subset:
        """Return the part of ``face`` that is embedded."""
        subset = self.subsets.get(face)
        if subset is None:
            subset = self.subsets[face] = Subset(face, f"F{len(self.subsets) + 1}")
        return subset

    def image(self, picture: Picture) -> Image:
        """Return ``picture`` with its name on pages."""
        image = self.images.get(picture)
        if image is None:
            image = self.images[picture] = Image(f"Im{len(self.images) + 1}", picture)
        return image


@define(eq=False)
class Painter:
    """Paints one page; ``leaves`` are what its marked content belongs to, in the order of their numbers."""

    theme: Theme
    resources: Resources
    page: int
    operators: list[str] = field(factory=list)
    leaves: list[Content] = field(factory=list)
    annotations: list[Annotation] = field(factory=list)
    artifact: str = ""
    _mark: Content | str | None = None
    _font: tuple[Face, float] | None = None
    _colour: str = ""

    def stack(self, boxes: list[Placed], top: float) -> None:
        """Paint ``boxes``, whose tops are measured downwards from ``top`` (upwards from the page's foot)."""
        self._frames(boxes, top, 0)
        for placed in boxes:
            self._box(placed.box, top - placed.top)

    def _box(self, box: AnyBox, top: float) -> None:
        for anchor in box.anchors:
            anchor.top = top + box.before / 2
        match box:
            case Line():
                self.line(box, top)
            case Row():
                self._row(box, top)
            case Art():
                paint_art(self, box, top)
            case DashedFrame():
                paint_frame(self, box, top)
            case Blank() | Break():
                return
            case _:
                assert_never(box)

    def line(self, line: Line, top: float) -> None:
        """Paint the pieces of ``line`` and make its links active."""
        base = top - line.baseline
        for piece in line.pieces:
            if piece.run.highlight:
                self._highlight(piece, base)
        for piece in line.pieces:
            self._text(piece, base)
        end = [self._leader(line.leader, line.pieces, base)] if line.leader else []
        for piece in line.pieces:
            if piece.run.underlined:
                self._underline(piece, base)
        for link, linked in groupby([*line.pieces, *end], lambda piece: piece.run.link):
            if link and not self.artifact:
                self._annotate(link, list(linked), base)

    def text(self, x: float, y: float, face: Face, size: float, text: str) -> None:
        """Show ``text``; ``x`` from the left margin, ``y`` from the page's foot."""
        subset, font = self.resources.subset(face), ""
        if self._font != (face, size):
            self._font = (face, size)
            font = f"/{subset.resource} {size:g} Tf "
        self.operators.append(f"BT {font}{self._x(x)} {y:.2f} Td<{text.translate(subset)}>Tj ET")

    def _text(self, piece: Piece, base: float) -> None:
        run = piece.run
        self.mark(self.artifact or run.content)
        self.colour(run.colour)
        self.text(piece.x, base + run.rise, run.face, run.size, piece.text)

    def _highlight(self, piece: Piece, base: float) -> None:
        run = piece.run
        bottom, height = base - run.face.descent * run.size, (run.face.ascent + run.face.descent) * run.size
        self.mark(self.artifact or LAYOUT)
        self.colour(run.highlight)
        self.rectangle(piece.x - _HIGHLIGHT, bottom, piece.width + 2 * _HIGHLIGHT, height)

    def _underline(self, piece: Piece, base: float) -> None:
        size = piece.run.size
        self.mark(self.artifact or LAYOUT)
        self.colour(piece.run.colour)
        y = base - size * (_UNDERLINE_DEPTH + _UNDERLINE_WIDTH)
        self.rectangle(piece.x, y, piece.width, size * _UNDERLINE_WIDTH)

    def _leader(self, leader: Leader, title: list[Piece], base: float) -> Piece:
        """Paint the dots and the page number behind the ``title`` of an entry of the contents; return the number."""
        number = leader.piece()
        x, dots = leader.dotted(title[-1].x + title[-1].width if title else 0)
        self.mark(LAYOUT)
        self.colour(number.run.colour)
        self.text(x, base, leader.dots, number.run.size, dots)
        self._text(number, base)
        return number

    def _annotate(self, link: Link, pieces: list[Piece], base: float) -> None:
        """Make one area of the words of ``link`` that stand in one line."""
        run, last, margin = pieces[0].run, pieces[-1], self.theme.page.left
        bottom, top = base + run.rise - run.face.descent * run.size, base + run.rise + run.face.ascent * run.size
        rectangle = (pieces[0].x + margin, bottom, last.x + last.width + margin, top)
        annotation = Annotation(self.page, rectangle, link)
        link.element.kids.append(annotation)
        self.annotations.append(annotation)

    def _row(self, row: Row, top: float) -> None:
        bottom = top - row.height
        if row.shade:
            self.mark(self.artifact or LAYOUT)
            self.colour(row.shade)
            self.rectangle(row.left, bottom, row.width, row.height)
        self.rule(row.left, top, row.width, row.rule_above)
        self.rule(row.left, bottom, row.width, row.rule_below)
        for cell in row.cells:
            self.stack(cell, top)

    def _frames(self, boxes: list[Placed], top: float, depth: int) -> None:
        """Paint what lies behind ``boxes``: the outermost frames first, then those inside them."""
        for frame, group in groupby(boxes, lambda placed: placed.box.frames[depth : depth + 1]):
            members = list(group)
            if frame:
                self._frame(frame[0], top - members[0].top, top - members[-1].top - members[-1].box.height)
                self._frames(members, top, depth + 1)

    def _frame(self, frame: Frame, top: float, bottom: float) -> None:
        self.mark(self.artifact or LAYOUT)
        if frame.shade:
            self.colour(frame.shade)
            self.rectangle(frame.left, bottom, frame.width, top - bottom)
        self.colour(frame.colour)
        self.rectangle(frame.left, bottom, frame.bar, top - bottom)

    def rule(self, x: float, y: float, width: float, thickness: float) -> None:
        """Paint a horizontal rule in the colour of rules, or in that of text when it is a strong one."""
        if not thickness:
            return
        self.mark(self.artifact or LAYOUT)
        self.colour(self.theme.colours.rule if thickness <= 1 else self.theme.colours.text)
        self.rectangle(x, y - thickness / 2, width, thickness)

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        """Fill a rectangle in the current colour."""
        self.operators.append(f"{self._x(x)} {y:.2f} {width:.2f} {height:.2f} re f")

    def shape(self, path: str, matrix: tuple[float, ...]) -> None:
        """Paint a path in the current colour, moved and turned by ``matrix`` (from the page's corner)."""
        self.operators.append(f"q {' '.join(f'{value:.3f}' for value in matrix)} cm\n{path}\nQ")

    def colour(self, colour: str) -> None:
        """Fill and write in ``colour`` (six hexadecimal digits) from now on."""
        if colour != self._colour:
            self._colour = colour
            self.operators.append(f"{operands(colour)} rg")

    def mark_content(self, content: Content | None) -> None:
        """Let what is painted now belong to ``content``, or to the page's looks where it is nobody's."""
        self.mark(self.artifact or content or LAYOUT)

    def mark(self, mark: Content | str | None) -> None:
        """Let what is painted now belong to a leaf, or to an artifact whose opening operator ``mark`` is."""
        if mark is self._mark:
            return
        if self._mark is not None:
            self.operators.append("EMC")
        self._mark = mark
        if isinstance(mark, str):
            self.operators.append(mark)
        elif mark is not None:
            number = len(self.leaves)
            self.leaves.append(mark)
            mark.marks.append((self.page, number))
            self.operators.append(f"/{mark.element.tag}<</MCID {number}>>BDC")

    def _x(self, x: float) -> str:
        return f"{x + self.theme.page.left:.2f}"
