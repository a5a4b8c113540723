"""Looks: one set of measures that every writer reads, so that Word and PDF break lines and pages alike.

All lengths are points. Nothing that is read is smaller than 12 pt (government guidance on accessible documents).
"""

from __future__ import annotations

from attrs import frozen

POINTS_PER_CM = 72 / 2.54


@frozen
class TextStyle:
    """How one role of text looks; ``leading`` is the distance from line to line."""

    size: float
    leading: float
    bold: bool = False
    colour: str = "text"
    before: float = 0
    after: float = 0


@frozen
class Page:
    """Paper and margins; the default gives lines of about 70 characters on A4."""

    width: float = 595.28
    height: float = 841.89
    left: float = 2.54 * POINTS_PER_CM
    right: float = 2.54 * POINTS_PER_CM
    top: float = 2.54 * POINTS_PER_CM
    bottom: float = 2.54 * POINTS_PER_CM

    @property
    def text_width(self) -> float:
        """The measure between the margins."""
        return self.width - self.left - self.right


@frozen
class Colours:
    """Colours as six hexadecimal digits. ``accent`` and ``text`` need a contrast of 4.5 to white (WCAG 2.2, 1.4.3)."""

    text: str = "0B0C0C"
    accent: str = "1F3864"
    link: str = "0B4F9E"
    rule: str = "9AA3AD"
    shade: str = "EEF2F7"


@frozen
class Fonts:
    """The family embedded in the PDF, and the family that Word names: they have the same widths."""

    pdf: str = "Arimo"
    word: str = "Arial"


LEADING = 16.5
"""Body leading: 12 pt Arial at 1.2 lines (Word's single line is 1.149 of the size)."""


@frozen
class Theme:
    """Everything that a writer needs to know about looks."""

    fonts: Fonts = Fonts()
    colours: Colours = Colours()
    page: Page = Page()
    body: TextStyle = TextStyle(12, LEADING, after=9)
    headings: tuple[TextStyle, ...] = (
        TextStyle(16, 20, bold=True, colour="accent", before=20, after=8),
        TextStyle(14, 18, bold=True, colour="accent", before=16, after=6),
        TextStyle(12, LEADING, bold=True, colour="accent", before=14, after=4),
        TextStyle(12, LEADING, bold=True, colour="text", before=12, after=4),
    )
    appendix: TextStyle = TextStyle(20, 25, bold=True, colour="accent", after=14)
    masthead: TextStyle = TextStyle(14, 18, bold=True, colour="accent", after=4)
    list_item: TextStyle = TextStyle(12, LEADING, after=4)
    cell: TextStyle = TextStyle(12, 15.5, after=5)
    label: TextStyle = TextStyle(12, 15.5, bold=True, after=3)
    caption: TextStyle = TextStyle(12, 15.5, bold=True, colour="accent", before=12, after=6)
    source: TextStyle = TextStyle(12, 15.5, after=3)
    note: TextStyle = TextStyle(12, 15, after=3)
    furniture: TextStyle = TextStyle(12, 15)
    number_width: float = 1.5 * POINTS_PER_CM
    list_indent: float = 12
    """No wider: readers of the page take marker and words for two columns when they stand further apart."""
    cell_padding: tuple[float, float] = (6, 4.5)
    fact_label: float = 0.31

    def heading(self, level: int) -> TextStyle:
        """The style of a heading; ``level`` counts from 1, and deeper levels look like the last."""
        return self.headings[min(level, len(self.headings)) - 1]

    def colour(self, name: str) -> str:
        """Six hexadecimal digits of the colour called ``name``."""
        return str(getattr(self.colours, name))


def contrast_to_white(colour: str) -> float:
    """Return the contrast ratio of six hexadecimal digits to white, 1 to 21 (WCAG 2.2, relative luminance)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
