"""The boxes that are placed on pages: strips that are never cut. Lengths are points; y increases downwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from attrs import define, field, frozen

from csp_docs.blocks import Picture
from csp_docs.writers.pdf.page_style import PageStyle
from csp_docs.writers.pdf.structure import Anchor, Content, Link
from csp_docs.writers.pdf.type.fonts import Face, Family

if TYPE_CHECKING:
    from csp_docs.drawing import Drawing, Graph


@define(eq=False, repr=False)
class Run:
    """Words of one look, in one leaf of the tag tree. ``notes`` has the lines of the footnote, if this is its mark.

    ``highlight`` is the colour that the words are printed on, or empty.
    """

    text: str
    face: Face
    size: float
    colour: str
    content: Content
    rise: float = 0
    link: Link | None = None
    underlined: bool = False
    highlight: str = ""
    notes: tuple[Line, ...] = ()


class Piece(NamedTuple):
    """The part of a run in one line; ``x`` is from the left margin; ``width`` is without the space at its end."""

    x: float
    run: Run
    text: str
    width: float


@frozen(eq=False, repr=False)
class Frame:
    """The background of boxes that belong together: a bar at their left, and a shade or none.

    ``left`` is measured from the left margin; ``bar`` is the bar's width, ``colour`` its colour.
    """

    left: float
    width: float
    bar: float
    colour: str
    shade: str = ""


@define(eq=False, repr=False, kw_only=True)
class Box:
    """The base of boxes. ``keep`` keeps a box on one page with the next; ``repeat`` is printed above it on a new page.

    ``keep_lines`` is for lines of one paragraph, and applies even if no page has room for everything that ``keep``
    keeps together.

    ``frames`` are painted under it, the outermost first.

    ``drop``, if it is set, is the exact distance from the box above it, or from the top of the page.
    """

    height: float
    before: float = 0
    after: float = 0
    drop: float = 0
    keep: bool = False
    keep_lines: bool = False
    notes: tuple[Line, ...] = ()
    anchors: list[Anchor] = field(factory=list)
    repeat: tuple[Row, ...] = ()
    frames: tuple[Frame, ...] = ()


PAGE_COLUMN = 26.0
"""The room for page numbers at the right of the contents, enough for three digits."""


@frozen(eq=False, repr=False)
class Leader:
    """The end of a line of the contents: dots, then the page number of ``anchor``, which ends at ``right``.

    ``number`` has its look and its leaf; ``dots`` is the face of the dots, which begin at ``left`` without a title.
    """

    number: Run
    dots: Face
    anchor: Anchor
    left: float
    right: float

    def piece(self) -> Piece:
        """Return the page number, after all boxes are placed; the space before it separates it from the title."""
        run = self.number
        run.text = f" {self.anchor.page + 1}"
        width = run.face.width(run.text) * run.size
        return Piece(self.right - width, run, run.text, width)

    def dotted(self, start: float) -> tuple[float, str]:
        """Return dots from ``start`` on, and the place where they begin: the dots of all lines are aligned."""
        pitch = self.dots.width(". ") * self.number.size
        end = self.right - PAGE_COLUMN
        count = max(int((end - start - _LEAST_GAP) / pitch), 0)
        return end - count * pitch, ". " * count


_LEAST_GAP = 3.0
"""The least space between a title and the first dot, which would otherwise look like a full stop."""


@define(eq=False, repr=False, kw_only=True)
class Line(Box):
    """A line of text; ``baseline`` is from its top. ``opens`` marks the first line of a paragraph."""

    baseline: float
    opens: bool = False
    pieces: list[Piece]
    leader: Leader | None = None


@define(eq=False, repr=False, kw_only=True)
class Row(Box):
    """A table row: the boxes of its cells are side by side, with ``padding`` below the rule above and at the row's end.

    ``shade`` is a colour or empty; the rule above is part of the height, as in Word. A row that ``breaks`` can be split
    between two pages.
    """

    cells: list[list[Placed]]
    left: float
    width: float
    padding: float = 0
    shade: str = ""
    rule_above: float = 0
    rule_below: float = 0
    breaks: bool = False


class Blank(Box):
    """Empty space that belongs to the box around it: the padding of a callout."""

    __slots__ = ()


@define(eq=False, repr=False, kw_only=True)
class Break(Box):
    """A break: the next box begins on a new page of this ``style``."""

    height: float = 0
    style: PageStyle


@define(eq=False, repr=False, kw_only=True)
class Art(Box):
    """A picture or a drawing, with words in ``family``. ``content`` is its leaf; without one it is an artifact."""

    left: float
    width: float
    shown: Picture | Drawing | Graph
    family: Family
    content: Content | None


@define(eq=False, repr=False, kw_only=True)
class DashedFrame(Box):
    """The empty place of a picture, with ``words`` in its middle."""

    left: float
    width: float
    words: list[Placed]


AnyBox: TypeAlias = Line | Row | Blank | Break | Art | DashedFrame


class Placed(NamedTuple):
    """A box, and the distance down to its top."""

    top: float
    box: AnyBox


def gap(above: AnyBox, below: AnyBox) -> float:
    """Return the space between two boxes: the larger of their two values, as in Word, unless it is set exactly."""
    return below.drop or max(above.after, below.before)


def stack(boxes: list[AnyBox], top: float = 0) -> list[Placed]:
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
    placed = stack(boxes)
    return placed[-1].top + placed[-1].box.height if placed else 0.0


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
