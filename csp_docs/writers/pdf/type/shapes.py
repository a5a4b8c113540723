"""The boxes that are placed on pages: strips that are never cut. Lengths are points; y increases downwards."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from csp_docs.blocks import Picture, Vector
    from csp_docs.drawing import Drawing, Graph
    from csp_docs.writers.pdf.page_style import PageStyle
    from csp_docs.writers.pdf.structure import Anchor, Content, Link
    from csp_docs.writers.pdf.type.fonts import Face, Family


class Run:
    """Words of one look, in one leaf of the tag tree.

    If this is the mark of a footnote, ``notes`` has the lines of the footnote, whose number leads back to ``anchor``.

    ``highlight`` is the colour that the words are printed on, or empty.
    """

    __slots__ = (
        "anchor", "colour", "content", "face", "highlight", "link", "notes", "rise", "size", "text", "underlined",
    )  # fmt: skip

    def __init__(self, text: str, face: Face, size: float, colour: str, content: Content) -> None:
        self.text, self.face, self.size, self.colour, self.content = text, face, size, colour, content
        self.rise = 0.0
        self.link: Link | None = None
        self.underlined, self.highlight = False, ""
        self.notes: tuple[Line, ...] = ()
        self.anchor: Anchor | None = None


class Piece:
    """The part of a run in one line; ``x`` is from the left margin; ``width`` is without the space at its end."""

    __slots__ = ("run", "text", "width", "x")

    def __init__(self, x: float, run: Run, text: str, width: float) -> None:
        self.x, self.run, self.text, self.width = x, run, text, width


class Frame:
    """The background of boxes that belong together: a bar at their left, and a shade or none.

    ``left`` is measured from the left margin; ``bar`` is the bar's width, ``colour`` its colour. If the first bar has a
    meaning, ``content`` is its leaf; bars on other pages are artifacts.
    """

    __slots__ = ("bar", "colour", "content", "left", "shade", "width")

    def __init__(
        self, left: float, width: float, bar: float, colour: str, shade: str = "", content: Content | None = None
    ) -> None:
        self.left, self.width, self.bar, self.colour, self.shade = left, width, bar, colour, shade
        self.content = content


class Box:
    """The base of boxes. ``keep`` keeps a box on one page with the next; ``repeat`` is printed above it on a new page.

    ``keep_lines`` is for lines of one paragraph, and applies even if no page has room for everything that ``keep``
    keeps together.

    ``frames`` are painted under it, the outermost first.

    ``drop``, if it is set, is the exact distance from the box above it, or from the top of the page. A box that
    ``sinks`` is at the foot of the text area, with all that follow it.
    """

    __slots__ = (
        "after", "anchors", "before", "drop", "frames", "height", "keep", "keep_lines", "notes", "repeat", "sinks",
    )  # fmt: skip

    def __init__(self, height: float) -> None:
        self.height = height
        self.before = self.after = self.drop = 0.0
        self.keep = self.keep_lines = self.sinks = False
        self.notes: tuple[Line, ...] = ()
        self.anchors: tuple[Anchor, ...] = ()
        self.repeat: tuple[Row, ...] = ()
        self.frames: tuple[Frame, ...] = ()


class Leader:
    """The end of a line of the contents: dots, then the page number of ``anchor``, which ends at ``right``.

    ``number`` has its look and its leaf; ``dots`` is the face of the dots, which begin at ``left`` without a title.
    """

    __slots__ = ("anchor", "dots", "left", "number", "right")

    def __init__(self, number: Run, dots: Face, anchor: Anchor, left: float, right: float) -> None:
        self.number, self.dots, self.anchor, self.left, self.right = number, dots, anchor, left, right

    def piece(self) -> Piece:
        """Return the page number, after all boxes are placed; the space before it separates it from the title."""
        run = self.number
        run.text = f" {self.anchor.page + 1}"
        width = run.face.width(run.text) * run.size
        return Piece(self.right - width, run, run.text, width)

    def dotted(self, start: float) -> tuple[float, str]:
        """Return dots from ``start`` up to the page number, and the place where they begin: all lines align them."""
        pitch, end = self.dots.width(".") * self.number.size, self.piece().x
        last = self.right - ceil((self.right - end) / pitch) * pitch
        count = max(int((last - start - _LEAST_GAP) / pitch), 0)
        return last - count * pitch, "." * count


_LEAST_GAP = 3.0
"""The least space between a title and the first dot, which would otherwise look like a full stop."""


class Line(Box):
    """A line of text; ``baseline`` is from its top. ``opens`` marks the first line of a paragraph."""

    __slots__ = ("baseline", "leader", "opens", "pieces")

    def __init__(self, height: float, baseline: float, pieces: list[Piece]) -> None:
        super().__init__(height)
        self.baseline, self.pieces = baseline, pieces
        self.opens = False
        self.leader: Leader | None = None


class Tint(NamedTuple):
    """The colour of one cell; ``left`` is measured from the left margin."""

    left: float
    width: float
    colour: str


class Row(Box):
    """A table row: the boxes of its cells are side by side, with ``padding`` below the rule above and at the row's end.

    ``shade`` is a colour or empty, and ``tints`` are those of single cells; the rule above is part of the height, as in
    Word. It is painted over ``spans``, each from the left and so wide. A row that ``breaks`` can be split between two
    pages.
    """

    __slots__ = ("breaks", "cells", "left", "padding", "rule_above", "rule_below", "shade", "spans", "tints", "width")

    def __init__(
        self, height: float, cells: list[list[Placed]], left: float, width: float, padding: float, rule_above: float
    ) -> None:
        super().__init__(height)
        self.cells, self.left, self.width = cells, left, width
        self.padding, self.rule_above, self.rule_below = padding, rule_above, 0.0
        self.shade, self.breaks = "", False
        self.spans: tuple[tuple[float, float], ...] = ((left, width),)
        self.tints: tuple[Tint, ...] = ()


class Blank(Box):
    """Empty space that belongs to the box around it: the padding of a callout."""

    __slots__ = ()

    def __init__(self, height: float, *, before: float = 0, after: float = 0, keep: bool = False) -> None:
        super().__init__(height)
        self.before, self.after, self.keep = before, after, keep


class Break(Box):
    """A break: the next box begins on a new page of this ``style``."""

    __slots__ = ("style",)

    def __init__(self, style: PageStyle) -> None:
        super().__init__(0)
        self.style = style


class Art(Box):
    """A picture or a drawing, with words in ``family``. ``content`` is its leaf; without one it is an artifact."""

    __slots__ = ("content", "family", "left", "shown", "width")

    def __init__(
        self,
        height: float,
        left: float,
        width: float,
        shown: Picture | Vector | Drawing | Graph,
        family: Family,
        content: Content | None,
    ) -> None:
        super().__init__(height)
        self.left, self.width, self.shown, self.family, self.content = left, width, shown, family, content


class EmptyFrame(Box):
    """The empty place of a picture, with ``words`` in its middle."""

    __slots__ = ("left", "width", "words")

    def __init__(self, height: float, left: float, width: float, words: list[Placed]) -> None:
        super().__init__(height)
        self.left, self.width, self.words = left, width, words


AnyBox: TypeAlias = "Line | Row | Blank | Break | Art | EmptyFrame"


class Placed(NamedTuple):
    """A box, and the distance down to its top."""

    top: float
    box: AnyBox


def gap(above: AnyBox, below: AnyBox) -> float:
    """Return the space between two boxes: the larger of their two values, as in Word, unless it is set exactly."""
    return below.drop or max(above.after, below.before)


def stack(boxes: list[AnyBox], top: float) -> list[Placed]:
    """Return ``boxes`` one below the other from ``top`` on, without space above the first."""
    placed: list[Placed] = []
    for box in boxes:
        if placed:
            top += gap(placed[-1].box, box)
        placed.append(Placed(top, box))
        top += box.height
    return placed


def stack_height(boxes: list[AnyBox]) -> float:
    """Return the height of ``boxes`` one below the other."""
    height = 0.0
    for place, box in enumerate(boxes):
        height += gap(boxes[place - 1], box) if place else 0
        height += box.height
    return height


def keep_together(boxes: list[AnyBox]) -> None:
    """Keep all ``boxes`` on one page; the last need not be kept with the next box."""
    for box in boxes[:-1]:
        box.keep = True


def keep_lines(lines: list[Line]) -> None:
    """Keep all ``lines`` of a paragraph on one page."""
    for line in lines[:-1]:
        line.keep_lines = True


def keep_with_next(boxes: list[AnyBox]) -> None:
    """Keep the paragraph or row at the end of ``boxes`` with the next box.

    Word and LibreOffice do not split a paragraph that is kept with the next one.
    """
    for box in reversed(boxes):
        box.keep = True
        if not isinstance(box, Line) or box.opens:
            return


def framed(boxes: list[AnyBox], frame: Frame) -> list[AnyBox]:
    """Return ``boxes`` with ``frame`` painted under all of them."""
    for box in boxes:
        box.frames = (frame, *box.frames)
    return boxes
