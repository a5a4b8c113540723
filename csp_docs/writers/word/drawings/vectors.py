"""Drawn pictures in Word: SVG, which Word draws since 2016, and the same as PNG for all other programs."""

from __future__ import annotations

from io import BytesIO
from math import ceil
from typing import TypeAlias

from PIL import Image, ImageChops, ImageColor, ImageDraw

from csp_docs.blocks import Picture, PictureFormat, Step, Vector, VectorShape
from csp_docs.writers.word.drawings.drawings import Size

_DOTS = 300
"""The dots per inch of the picture, which printers need."""
_FINER, _MOST_PIXELS = 3, 6000
"""Each dot is painted as so many dots in a row and below each other, so that edges are smooth."""
_PARTS = 16
"""The lines that a curve is made of."""
_NEUTRAL = 128

Points: TypeAlias = list[tuple[float, float]]


def raster(vector: Vector, size: Size) -> Picture:
    """Return a drawn picture of a ``size`` in points as PNG, on a transparent ground; the same for the same shapes."""
    finer = _FINER if max(size) / 72 * _DOTS * _FINER <= _MOST_PIXELS else 1
    wide, high = (max(1, ceil(side / 72 * _DOTS)) for side in size)
    scale = wide * finer / vector.width, high * finer / vector.height
    whole = Image.new("RGBA", (wide * finer, high * finer), (255, 255, 255, 0))
    for shape in vector.shapes:
        _paint(whole, shape, scale)
    content = BytesIO()
    whole.resize((wide, high), Image.Resampling.BOX).save(content, "PNG", optimize=True)
    return Picture(content.getvalue(), PictureFormat.PNG, wide, high)


def _paint(whole: Image.Image, shape: VectorShape, scale: tuple[float, float]) -> None:
    rings = [ring for ring in _rings(shape.steps, scale) if len(ring) > 1]
    if shape.fill:
        whole.paste(ImageColor.getrgb(f"#{shape.fill}"), mask=_inside(rings, whole.size, even_odd=shape.even_odd))
    if shape.stroke:
        draw, width = ImageDraw.Draw(whole), max(1, round(shape.line * (scale[0] + scale[1]) / 2))
        for ring in rings:
            closed = ring[0] == ring[-1]  # a further line makes a join of its corner
            draw.line([*ring, ring[1]] if closed else ring, fill=f"#{shape.stroke}", width=width, joint="curve")


def _inside(rings: list[Points], size: tuple[int, int], *, even_odd: bool) -> Image.Image:
    """Return what is inside outlines: by their directions, or where an odd number of them is around a point."""
    count = Image.new("L", size, _NEUTRAL)
    for ring in rings:
        mask = Image.new("L", size, 0)
        ImageDraw.Draw(mask).polygon(ring, fill=1)
        count = ImageChops.add(count, mask) if even_odd or _turns_right(ring) else ImageChops.subtract(count, mask)
    return count.point(lambda value: 255 * ((value - _NEUTRAL) % 2 if even_odd else value != _NEUTRAL))


def _turns_right(ring: Points) -> bool:
    ends = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in ends) > 0


def _rings(steps: tuple[Step, ...], scale: tuple[float, float]) -> list[Points]:
    """Return the outlines as points, with curves as short lines."""
    rings: list[Points] = []
    for kind, *given in steps:
        values = [float(value) * scale[place % 2] for place, value in enumerate(given)]
        if kind == "M" or not rings:
            rings.append([(values[0], values[1])] if values else [])
        elif kind == "L":
            rings[-1].append((values[0], values[1]))
        elif kind == "C":
            rings[-1] += _curve(rings[-1][-1], values)
        elif rings[-1]:
            rings[-1].append(rings[-1][0])
            rings.append([rings[-1][0]])
    return rings


def _curve(start: tuple[float, float], values: list[float]) -> Points:
    return [
        (_between(place / _PARTS, start[0], *values[::2]), _between(place / _PARTS, start[1], *values[1::2]))
        for place in range(1, _PARTS + 1)
    ]


def _between(share: float, *ends: float) -> float:
    first, second, third, last = ends
    rest = 1 - share
    return rest**3 * first + 3 * rest**2 * share * second + 3 * rest * share**2 * third + share**3 * last
