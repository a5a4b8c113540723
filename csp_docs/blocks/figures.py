"""Figures: pictures, diagrams, charts, maps, and empty frames."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import ClassVar, TypeAlias

from attrs import field

from csp_docs.blocks.captions import Caption
from csp_docs.blocks.inline import Inlines, Pending, RatingLevel
from csp_docs.blocks.node import Node
from csp_docs.blocks.tables import Align
from csp_docs.records import record


class PictureFormat(Enum):
    """The picture formats that both writers accept."""

    PNG = "png"
    JPEG = "jpeg"


@record
class Picture:
    """A picture that has been checked: the bytes of its file, and its size in pixels."""

    data: bytes = field(repr=False)
    format: PictureFormat
    width: int
    height: int


Step: TypeAlias = tuple[str | float, ...]
"""A step of an outline: ``("M", x, y)``, ``("L", x, y)``, ``("C", x1, y1, x2, y2, x, y)`` or ``("Z",)``."""


@record
class VectorShape:
    """An outline, which is filled, drawn or both; colours are six hexadecimal digits, or empty."""

    steps: tuple[Step, ...] = field(repr=False)
    fill: str = ""
    stroke: str = ""
    line: float = 0
    """The width of the line along the outline."""
    even_odd: bool = False
    """Whether areas inside areas are holes; otherwise, the directions of the outlines say which are."""


@record
class Vector:
    """A picture as shapes, from back to front, on an area of ``width`` and ``height``; y increases downwards."""

    shapes: tuple[VectorShape, ...]
    width: float
    height: float


class DiagramKind(Enum):
    """How a diagram is drawn: as steps, in a circle, or from the top down."""

    STEPS = "steps"
    CYCLE = "cycle"
    TREE = "tree"


@record
class DiagramItem:
    """One box of a diagram; only the items of a tree have items below them."""

    text: str
    items: tuple[DiagramItem, ...] = ()


@record
class Diagram:
    """A diagram by its content; ``csp_docs.drawing`` lays it out for both writers."""

    kind: DiagramKind
    items: tuple[DiagramItem, ...]


@record
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


@record
class Series:
    """The numbers of one series, one for each category, or None if it is missing.

    ``limits`` has the ends of the confidence interval of each number, or None where there is none; or it is empty.
    """

    name: str
    values: tuple[Decimal | None, ...]
    limits: tuple[tuple[Decimal, Decimal] | None, ...] = ()


@record
class Target:
    """A level that is drawn as a line across a chart, and its name: a target, or the average of similar areas."""

    name: str
    value: Decimal


@record
class Chart:
    """A chart by its data: every series has a value, or None, for each of the ``categories``; a pie has one series.

    ``unit`` ("%", "£", "offences") says what is counted. ``highlight`` names what stands out: a category or, of several
    lines, a series. The PDF has a drawing of the chart; Word has a native chart that can be edited.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    target: Target | None = None
    highlight: str = ""
    interval: str = ""
    """What the limits of the series are ("95% confidence interval")."""
    by: str = ""
    """What the series are ("district"), if each has a small chart of its own."""
    spoken: tuple[str, ...] = ()
    """The descriptions of the small charts."""
    title: str = ""
    """The name of a small chart."""
    reach: tuple[Decimal, ...] = field(default=(), repr=False)
    """The values of all small charts, which are on the axis of each."""
    without: str = ""
    """What has no number in a line, and no interval among numbers that have one ("No interval: Melton")."""
    broken: str = ""
    """What warns readers of an axis without zero ("The axis does not start at 0")."""

    @property
    def key(self) -> str:
        """What its intervals are, and what is missing."""
        return ". ".join(filter(None, (self.interval, self.without)))


@record
class MatrixCell:
    """A cell of a risk matrix: its band, and the risks in it ("R1, R3")."""

    level: RatingLevel
    text: str


@record
class RiskMatrix:
    """Risks by ``likelihood``, which increases upwards, and ``impact``, which increases to the right.

    Both are the words printed at the axes. The first of the ``rows`` has the highest likelihood.
    """

    likelihood: str
    impact: str
    rows: tuple[tuple[MatrixCell, ...], ...]


Point: TypeAlias = tuple[int, int]
Ring: TypeAlias = tuple[Point, ...]
"""The corners of an outline or a hole, in steps from the top left corner of the map, with y increasing downwards."""


@record
class MapArea:
    """An area: its rings, its class (0 is the lowest; None without a number), and its rank (0 if it is not shown)."""

    name: str
    rings: tuple[Ring, ...] = field(repr=False)
    level: int | None
    rank: int = 0


@record
class AreaMap:
    """Areas coloured by the class of their number, on a map of ``size``.

    ``legend`` says what each class holds, the lowest first. ``missing`` says which areas have no number, if any.
    ``unit`` says what is counted if the unit is a word.
    """

    areas: tuple[MapArea, ...]
    size: tuple[int, int]
    legend: tuple[str, ...]
    missing: str = ""
    unit: str = ""


@record
class Sparkline:
    """A line, as high as a line of words, through the figures of periods; None where one is missing."""

    values: tuple[Decimal | None, ...]
    ROOM: ClassVar[str] = "0" * 9
    """Words that are as wide as it is."""


FigureContent: TypeAlias = Picture | Vector | Diagram | RiskMatrix | Chart | AreaMap | Sparkline | Frame


@record
class Figure(Node):
    """A picture, a diagram, a chart, a map or a frame, with its caption above and its source below it.

    ``alt`` describes the figure; it is empty only if the figure is ``decorative`` or a frame. ``width`` is a share of
    the text's width, 0 if the author gave none. ``resolve`` sets ``size``: width and height in points.
    """

    content: FigureContent
    alt: str = ""
    decorative: bool = False
    caption: Caption | None = None
    source: Inlines = ()
    id: str = ""
    width: float = 0
    size: tuple[float, float] = (0, 0)


@record
class Logo:
    """The logo or crest of the council, ``size`` large (points), with its alternative text."""

    content: Picture | Vector
    alt: str
    size: tuple[float, float]
    align: Align = Align.LEFT

    @property
    def figure(self) -> Figure:
        """The logo as a figure."""
        return Figure(self.content, alt=self.alt, size=self.size)
