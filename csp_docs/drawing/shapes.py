"""The parts of a drawing. Lengths are points from its top left corner; y increases downwards."""

from __future__ import annotations

from typing import TypeAlias

from csp_docs.records import record
from csp_docs.theme import metrics

_CLOSE = 1e-6
"""A tolerance, because sums of widths differ in their last digits."""


@record
class Box:
    """A rectangle with words in its middle, already broken into lines; ``radius`` rounds its corners.

    ``fill``, ``outline`` and ``colour`` (of the words) name colours of the theme; if a name is empty, that part is not
    painted.
    """

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    fill: str
    colour: str
    outline: str = ""
    radius: float = 0
    bold: bool = False


@record
class Path:
    """A line through points, two or more; if it has a ``head``, it ends in an arrow head."""

    points: tuple[tuple[float, float], ...]
    colour: str
    head: bool = False
    width: float = 1.5


@record
class Region:
    """The area inside rings, with an outline; holes turn in the other direction."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    fill: str
    outline: str
    edge: float
    hatch: str = ""
    """The colour of lines over ``fill``, or empty."""


Shape: TypeAlias = Box | Path | Region


@record
class Drawing:
    """Shapes on a canvas, from back to front. ``size`` and ``leading`` apply to all words.

    ``cut`` has the words of which only the beginning is printed.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    size: float
    leading: float
    cut: tuple[str, ...] = ()

    @property
    def spills(self) -> bool:
        """Whether the words of a box are wider or higher than the box."""
        return any(self._spills(shape) for shape in self.shapes if isinstance(shape, Box))

    def _spills(self, box: Box) -> bool:
        wide = max((metrics.width(line, bold=box.bold) for line in box.lines), default=0) * self.size
        return wide > box.width + _CLOSE or len(box.lines) * self.leading > box.height + _CLOSE
