"""Pictures with as many pixels as readers can see, and not many more."""

from __future__ import annotations

from typing import TypeAlias

from PIL import Image

from csp_docs.reading.pictures.colours import plain

Room: TypeAlias = tuple[float, float]
"""The width and the height that a picture may have where it is printed, in points."""

_MOST_DOTS = 300
"""The most dots per inch that a printed picture keeps: people cannot see more."""
_DOTS = 220
"""Those of a picture that had more: what Word stores unless it is set to something else, and sharp in print."""
_FEW = 10_000
"""The most colours of a drawing. Photographs have many more, also where they are small."""


def is_too_large(image: Image.Image, room: Room) -> bool:
    """Tell whether a picture has more dots per inch in its ``room`` than people see."""
    return _dots(image, room) > _MOST_DOTS


def is_drawing(image: Image.Image) -> bool:
    """Tell whether a picture has so few colours that it is drawn: its lines would become blurred and no smaller."""
    return plain(image).getcolors(_FEW) is not None


def smaller(image: Image.Image, room: Room) -> Image.Image:
    """Return a picture that is too large with fewer pixels.

    The same pixels give the same ones on every machine: bicubic weights need no functions that differ between them.
    """
    share = _DOTS / _dots(image, room)
    width, height = (max(1, round(pixels * share)) for pixels in image.size)
    return plain(image).resize((width, height), Image.Resampling.BICUBIC)


def _dots(image: Image.Image, room: Room) -> float:
    return max(pixels / points for pixels, points in zip(image.size, room, strict=True)) * 72
