"""Boxes to content streams: every operator stands in a leaf of the tag tree or in an artifact."""

from __future__ import annotations

from itertools import groupby
from typing import assert_never

from attrs import define, field

from csp_docs.render.pdf.embed import Subset
from csp_docs.render.pdf.fonts import Face
from csp_docs.render.pdf.shapes import ACCENT_BAR, AnyBox, Blank, Break, Frame, Line, Piece, Placed, Row
from csp_docs.render.pdf.structure import Annotation, Content
from csp_docs.theme import Theme

LAYOUT = "/Artifact<</Type/Layout>>BDC"
HEADER = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
_UNDERLINE_DEPTH, _UNDERLINE_WIDTH = 0.11, 0.06
"""Of an underline, as shares of the size of its text."""


@define(eq=False)
class FontSet:
    """The faces that a document uses so far."""

    subsets: dict[Face, Subset] = field(factory=dict)

    def subset(self, face: Face) -> Subset:
        """Return the part of ``face`` that is embedded."""
        subset = self.subsets.get(face)
        if subset is None:
            subset = self.subsets[face] = Subset(face, f"F{len(self.subsets) + 1}")
        return subset


@define(eq=False)
class Painter:
    """Paints one page; ``leaves`` are what its marked content belongs to, in the order of their numbers."""

    theme: Theme
    fonts: FontSet
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
        for frame, group in groupby(boxes, lambda placed: placed.box.frame):
            members = list(group)
            if frame:
                self._frame(frame, top - members[0].top, top - members[-1].top - members[-1].box.height)
            for placed in members:
                self._box(placed.box, top - placed.top)

    def _box(self, box: AnyBox, top: float) -> None:
        for anchor in box.anchors:
            anchor.page, anchor.top = self.page, top + box.before / 2
        match box:
            case Line():
                self.line(box, top)
            case Row():
                self._row(box, top)
            case Blank() | Break():
                return
            case _:
                assert_never(box)

    def line(self, line: Line, top: float) -> None:
        """Paint the pieces of ``line`` and make its links active."""
        base = top - line.baseline
        for piece in line.pieces:
            self._text(piece, base)
        for piece in line.pieces:
            if piece.run.underlined:
                self._underline(piece, base)
            if piece.run.link and not self.artifact:
                self._annotate(piece, base)

    def text(self, x: float, y: float, face: Face, size: float, text: str) -> None:
        """Show ``text``; ``x`` from the left margin, ``y`` from the page's foot."""
        subset, font = self.fonts.subset(face), ""
        if self._font != (face, size):
            self._font = (face, size)
            font = f"/{subset.resource} {size:g} Tf "
        self.operators.append(f"BT {font}{self._x(x)} {y:.2f} Td<{text.translate(subset)}>Tj ET")

    def _text(self, piece: Piece, base: float) -> None:
        run = piece.run
        self.mark(self.artifact or run.content)
        self.colour(run.colour)
        self.text(piece.x, base + run.rise, run.face, run.size, piece.text)

    def _underline(self, piece: Piece, base: float) -> None:
        size = piece.run.size
        self.mark(self.artifact or LAYOUT)
        self.colour(piece.run.colour)
        y = base - size * (_UNDERLINE_DEPTH + _UNDERLINE_WIDTH)
        self.rectangle(piece.x, y, piece.width, size * _UNDERLINE_WIDTH)

    def _annotate(self, piece: Piece, base: float) -> None:
        run, left = piece.run, piece.x + self.theme.page.left
        assert run.link is not None  # noqa: S101
        bottom, top = base + run.rise - run.face.descent * run.size, base + run.rise + run.face.ascent * run.size
        annotation = Annotation(self.page, (left, bottom, left + piece.width, top), run.link)
        run.link.element.kids.append(annotation)
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

    def _frame(self, frame: Frame, top: float, bottom: float) -> None:
        self.mark(self.artifact or LAYOUT)
        self.colour(self.theme.colours.shade)
        self.rectangle(frame.left, bottom, frame.width, top - bottom)
        self.colour(self.theme.colours.accent)
        self.rectangle(frame.left, bottom, ACCENT_BAR, top - bottom)

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

    def colour(self, colour: str) -> None:
        """Fill and write in ``colour`` (six hexadecimal digits) from now on."""
        if colour != self._colour:
            self._colour = colour
            red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
            self.operators.append(f"{red:.4g} {green:.4g} {blue:.4g} rg")

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
