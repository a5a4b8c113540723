"""The tint of a cover, under its text, and the watermark, a shadow over the page."""

from __future__ import annotations

from math import cos, radians, sin

from csp_docs.theme.colours import see_through
from csp_docs.typesetting.places import placed_watermark
from csp_docs.writers.pdf.paint.paint import LAYOUT, WATERMARK, Painter
from csp_docs.writers.pdf.type.fonts import Face


def paint_cover(painter: Painter) -> None:
    """Paint the background of a cover."""
    theme = painter.theme
    look, page = theme.cover, theme.page
    painter.mark(LAYOUT)
    painter.colour(theme.colour(look.tint))
    painter.rectangle(-page.left, 0, page.width, page.height)
    if look.bar:
        painter.colour(theme.colour(look.accent))
        painter.rectangle(-page.left, 0, look.bar, page.height)


def paint_watermark(text: str, face: Face, painter: Painter) -> None:
    """Paint the letters of ``text`` across the middle of the page, over all that is on it: shades would hide them.

    They are shapes, because text would be copied together with the words of the page.
    """
    from csp_docs.writers.pdf.type.outlines import outlines  # only a draft needs the shapes of letters

    page, look = painter.theme.page, painter.theme.watermark
    letters = placed_watermark(text, painter.theme)
    along, up = cos(radians(look.angle)), sin(radians(look.angle))
    right, down = letters.width / 2, letters.height / 2 - letters.below
    corner = page.width / 2 - right * along + down * up, page.height / 2 - right * up - down * along
    painter.mark(WATERMARK)
    colour, opacity = see_through(painter.theme.colour(look.colour))
    painter.colour(colour)
    turned = (letters.size * factor for factor in (along, up, -up, along))
    painter.shadow(outlines(text, face), (*turned, *corner), opacity)
