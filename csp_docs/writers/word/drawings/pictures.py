"""Pictures: the unchanged file, in a separate part, shown in a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Figure, Picture, Vector
from csp_docs.typesetting.sizes import outside
from csp_docs.writers.word.drawings.drawings import (
    Size,
    anchored,
    d,
    described,
    embedded,
    frame,
    in_body,
    inline,
    preset,
)
from csp_docs.writers.word.file.elements import Xml

if TYPE_CHECKING:
    from csp_docs.writers.word.story import Story


def picture_run(story: Story, figure: Figure, picture: Picture, size: Size) -> Xml:
    """Return the run that shows ``picture``, ``size`` large."""
    number, cut = story.media.number(), outside(picture, *size)
    return d("w:r", inline(figure, size, number, "Picture", _filling(story.media.id(picture), size, number, cut)))


def vector_run(story: Story, figure: Figure, vector: Vector, size: Size) -> Xml:
    """Return the run that shows a drawn picture, ``size`` large: as SVG, and as PNG for programs that cannot draw."""
    from csp_docs.drawing.vectors import whole_svg
    from csp_docs.writers.word.drawings.vectors import raster

    number, media = story.media.number(), story.media
    filling = _filling(media.id(raster(vector, size)), size, number, (0, 0), media.drawn(whole_svg(vector)))
    return d("w:r", inline(figure, size, number, "Picture", filling))


def cover_run(story: Story, figure: Figure, picture: Picture, size: Size) -> Xml:
    """Return the run of a picture under the text of a cover, at the top of the paper."""
    number = story.media.number()
    filling = _filling(story.media.id(picture), size, number, outside(picture, *size))
    return in_body(d("w:r", anchored(described(figure, number, "Picture"), size, filling, height=3)))


def shown(figure: Figure, size: Size, number: int, relationship: str) -> Xml:
    """Return ``w:drawing`` with all of the picture that has this ``relationship``."""
    return inline(figure, size, number, "Picture", _filling(relationship, size, number, (0, 0)))


def _filling(relationship: str, size: Size, number: int, outside: tuple[float, float], drawn: str = "") -> Xml:
    """Return a picture that fills a box of ``size``; what is ``outside`` the box at each side is cut off."""
    names = d("pic:nvPicPr", d("pic:cNvPr", id=number, name=f"Picture {number}"), d("pic:cNvPicPr"))
    across, down = (round(share * 100_000) for share in outside)
    cut = [d("a:srcRect", l=across, t=down, r=across, b=down)] if across or down else []
    fill = d("pic:blipFill", embedded(relationship, drawn), *cut, d("a:stretch", d("a:fillRect")))
    return d("pic:pic", names, fill, d("pic:spPr", frame((0, 0), size), preset("rect")))
