"""The background of a page, under its text: the tint of a cover, and the watermark."""

from __future__ import annotations

from math import cos, radians, sin

from csp_docs.typesetting.places import placed_watermark
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
    """Paint the letters of ``text`` across the middle of the page.

    They are shapes, because text would be copied together with the words of the page.
    """
    from csp_docs.writers.pdf.type.outlines import outlines  # only a draft needs the shapes of letters

    page, look = painter.theme.page, painter.theme.watermark
    letters = placed_watermark(text, painter.theme)
    along, up = cos(radians(look.angle)), sin(radians(look.angle))
    right, down = letters.width / 2, letters.height / 2 - letters.below
    corner = page.width / 2 - right * along + down * up, page.height / 2 - right * up - down * along
    painter.mark(WATERMARK)
    painter.colour(painter.theme.colour(look.colour))
    turned = (letters.size * factor for factor in (along, up, -up, along))
    painter.shape(outlines(text, face), (*turned, *corner))
