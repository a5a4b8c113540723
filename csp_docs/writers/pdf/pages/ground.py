"""The background of a page, under its text: the tint of a cover, and the watermark."""

from __future__ import annotations

from math import cos, radians, sin

from csp_docs.writers.pdf.page_style import PageStyle
from csp_docs.writers.pdf.paint.paint import LAYOUT, WATERMARK, Painter
from csp_docs.writers.pdf.type.fonts import Face


def paint_ground(style: PageStyle, face: Face, painter: Painter) -> None:
    """Paint the background under the text; ``face`` is that of the watermark."""
    if style.cover:
        _cover(painter)
    if style.watermark:
        _watermark(style.watermark, face, painter)


def _cover(painter: Painter) -> None:
    theme = painter.theme
    look, page = theme.cover, theme.page
    painter.mark(LAYOUT)
    painter.colour(theme.colour(look.tint))
    painter.rectangle(-page.left, 0, page.width, page.height)
    if look.bar:
        painter.colour(theme.colour(look.accent))
        painter.rectangle(-page.left, 0, look.bar, page.height)


def _watermark(text: str, face: Face, painter: Painter) -> None:
    """Paint the letters of ``text`` across the middle of the page, smaller if they would reach into the margins.

    They are shapes, because text would be copied together with the words of the page.
    """
    from csp_docs.writers.pdf.type.outlines import outlines  # only a draft needs the shapes of letters

    page, look = painter.theme.page, painter.theme.watermark
    along, up = cos(radians(look.angle)), sin(radians(look.angle))
    wide, high = face.width(text), face.capital
    room = page.text_width, page.height - page.top - page.bottom
    size = min(look.size, room[0] / (wide * along + high * up), room[1] / (wide * up + high * along))
    x = page.width / 2 - (wide * along - high * up) * size / 2
    y = page.height / 2 - (wide * up + high * along) * size / 2
    painter.mark(WATERMARK)
    painter.colour(painter.theme.colour(look.colour))
    painter.shape(outlines(text, face), (size * along, size * up, -size * up, size * along, x, y))
