"""What is placed on pages: boxes, each a strip of a page that is never cut. Lengths are points, y grows downwards."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from attrs import define, field, frozen

from csp_docs.render.pdf.fonts import Face
from csp_docs.render.pdf.structure import Anchor, Content, Link


@define(eq=False)
class Run:
    """Words of one look, in one leaf of the tag tree. ``notes`` are the lines of the footnote whose mark this is."""

    text: str
    face: Face
    size: float
    colour: str
    content: Content
    rise: float = 0
    link: Link | None = None
    underlined: bool = False
    notes: tuple[Line, ...] = ()


class Piece(NamedTuple):
    """What is painted of a run in one line; ``x`` from the left margin; ``width`` without the space at its end."""

    x: float
    run: Run
    text: str
    width: float


ACCENT_BAR = 4.0
"""The width of the bar at the left of a callout."""


@frozen(eq=False)
class Frame:
    """The shaded box behind the boxes of one callout, with its accent bar; ``left`` from the left margin."""

    left: float
    width: float


@define(eq=False, kw_only=True)
class Box:
    """The base of boxes. ``keep`` holds it on one page with the next; ``repeat`` stands above it on a new page."""

    height: float
    before: float = 0
    after: float = 0
    keep: bool = False
    notes: tuple[Line, ...] = ()
    anchors: list[Anchor] = field(factory=list)
    repeat: tuple[Row, ...] = ()
    frame: Frame | None = None


@define(eq=False, kw_only=True)
class Line(Box):
    """A line of text; ``baseline`` from its top."""

    baseline: float
    pieces: list[Piece]


@define(eq=False, kw_only=True)
class Row(Box):
    """A table row: its cells' boxes lie side by side, ``padding`` below its top. ``shade`` is a colour or empty."""

    cells: list[list[Placed]]
    left: float
    width: float
    shade: str = ""
    rule_above: float = 0
    rule_below: float = 0


@define(eq=False, kw_only=True)
class Blank(Box):
    """Empty space that belongs to what it stands in: the padding of a callout."""


@define(eq=False, kw_only=True)
class Break(Box):
    """What follows begins on a new page."""

    height: float = 0


AnyBox: TypeAlias = Line | Row | Blank | Break


class Placed(NamedTuple):
    """A box and how far down its top is."""

    top: float
    box: AnyBox


def gap(above: AnyBox, below: AnyBox) -> float:
    """Return the space between two boxes: the larger wish of the two, as Word has it."""
    return max(above.after, below.before)


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
    """Hold all ``boxes`` on one page; the last may part from what follows."""
    for box in boxes[:-1]:
        box.keep = True
