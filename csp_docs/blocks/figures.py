"""Figures: pictures, diagrams, charts, maps, and the frame that waits for one."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from attrs import field, frozen

from csp_docs.blocks.captions import Caption
from csp_docs.blocks.inline import Inlines, Pending, RatingLevel
from csp_docs.blocks.node import Node


class PictureFormat(Enum):
    """The formats of pictures that both writers take as they are."""

    PNG = "png"
    JPEG = "jpeg"


@frozen
class Picture:
    """A picture's file, checked: its bytes, and its size in pixels."""

    data: bytes = field(repr=False)
    format: PictureFormat
    width: int
    height: int


class DiagramKind(Enum):
    """How a diagram is drawn: one after the other, in a circle, or from the top down."""

    STEPS = "steps"
    CYCLE = "cycle"
    TREE = "tree"


@frozen
class DiagramItem:
    """One box of a diagram; only items of a tree have others below them."""

    text: str
    items: tuple[DiagramItem, ...] = ()


@frozen
class Diagram:
    """A diagram as what it says; ``csp_docs.drawing`` lays it out for both writers."""

    kind: DiagramKind
    items: tuple[DiagramItem, ...]


@frozen
class Frame:
    """An empty frame in place of a picture that somebody still owes."""

    pending: Pending


class ChartKind(Enum):
    """How a chart is drawn."""

    COLUMN = "column"
    BAR = "bar"
    STACKED_COLUMN = "stacked_column"
    STACKED_BAR = "stacked_bar"
    LINE = "line"
    PIE = "pie"


@frozen
class Series:
    """The numbers of one series, one for each category; None where there is none."""

    name: str
    values: tuple[Decimal | None, ...]


@frozen
class Target:
    """A level that a chart draws a line at, and its name."""

    name: str
    value: Decimal


@frozen
class Chart:
    """A chart as its data: every series has a value, or None, for each of the ``categories``; a pie has one series.

    ``unit`` ("%", "£", "offences") says what is counted. The chart is drawn from this in the PDF, and a native chart
    that can be edited in Word.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    target: Target | None = None


@frozen
class MatrixCell:
    """A cell of a risk matrix: its band, and the risks that stand there ("R1, R3")."""

    level: RatingLevel
    text: str


@frozen
class RiskMatrix:
    """Risks by ``likelihood``, rising from the foot, and by ``impact``, rising to the right: the words at both sides.

    The first of the ``rows`` is that of the highest likelihood.
    """

    likelihood: str
    impact: str
    rows: tuple[tuple[MatrixCell, ...], ...]


Point: TypeAlias = tuple[int, int]
Ring: TypeAlias = tuple[Point, ...]
"""The corners of an outline or a hole, in steps from the top left corner of the map, y growing downwards."""


@frozen
class MapArea:
    """An area: its rings; its class, from 0, the lowest, or None without a number; its rank, 0 where none is shown."""

    name: str
    rings: tuple[Ring, ...] = field(repr=False)
    level: int | None
    rank: int = 0


@frozen
class AreaMap:
    """Areas painted by the class of their number, on a map of ``size``.

    ``legend`` says in words what each class holds, the lowest first; ``missing`` which areas have no number, if any;
    ``unit`` what is counted, where that is a word.
    """

    areas: tuple[MapArea, ...]
    size: tuple[int, int]
    legend: tuple[str, ...]
    missing: str = ""
    unit: str = ""


FigureContent: TypeAlias = Picture | Diagram | RiskMatrix | Chart | AreaMap | Frame


@frozen
class Figure(Node):
    """A picture, a diagram, a chart, a map or a frame, with its caption and source below it.

    ``alt`` says what is to be seen; it is empty only for what is ``decorative`` and for a frame. ``width`` is a share
    of the text's width, 0 where the author gave none. Resolve sets ``size``: width and height in points.
    """

    content: FigureContent
    alt: str = ""
    decorative: bool = False
    caption: Caption | None = None
    source: Inlines = ()
    id: str = ""
    width: float = 0
    size: tuple[float, float] = (0, 0)
