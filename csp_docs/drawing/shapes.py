"""The parts of a drawing. Lengths are points from its top left corner; y increases downwards."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen


@frozen
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


@frozen
class Path:
    """A line through points, two or more; if it has a ``head``, it ends in an arrow head."""

    points: tuple[tuple[float, float], ...]
    colour: str
    head: bool = False
    width: float = 1.5


@frozen
class Region:
    """The area inside rings, with an outline; holes turn in the other direction."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    fill: str
    outline: str
    edge: float
    hatch: str = ""
    """The colour of lines over ``fill``, or empty."""


Shape: TypeAlias = Box | Path | Region


@frozen
class Drawing:
    """Shapes on a canvas, from back to front. ``size`` and ``leading`` apply to all words."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    size: float
    leading: float
