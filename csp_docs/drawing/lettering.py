"""Words in boxes: their line breaks, and the size of the box that they need."""

from __future__ import annotations

from collections.abc import Iterable

from csp_docs.drawing.shapes import Box
from csp_docs.records import record
from csp_docs.theme import metrics

PADDING = (10.0, 8.0)
"""The space between words and the sides of their box, and between words and its top and bottom."""
_RADIUS = 5.0
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060"))
"""Invisible characters that say where to break and join words."""
_CLOSE = 1e-6
"""A tolerance, because sums of widths differ in their last digits."""


@record
class Lettering:
    """The type of a drawing's words, and the look of the boxes around them."""

    size: float
    leading: float
    fill: str
    colour: str
    outline: str = ""
    bold: bool = False

    def width(self, text: str) -> float:
        """Return the width of the box that holds ``text`` in one line."""
        return metrics.width(text, bold=self.bold) * self.size + 2 * PADDING[0]

    def holds(self, text: str, width: float, most: int) -> bool:
        """Return whether a box of this width holds ``text`` in ``most`` lines without cutting a word."""
        return self.keeps_words(text, width) and len(self.lines(text, width)) <= most

    def keeps_words(self, text: str, width: float) -> bool:
        """Return whether a box of this width holds ``text`` without cutting a word."""
        return all(self.width(word) <= width for word in ("", *text.split()))

    def lines(self, text: str, width: float) -> tuple[str, ...]:
        """Return the lines of ``text`` in a box of this width; a word that is wider than the box is cut."""
        room = (width - 2 * PADDING[0]) / self.size + _CLOSE
        words = " ".join(part for word in text.translate(UNSEEN).split() for part in self._cut(word, room))
        return tuple(metrics.wrapped(words, room, bold=self.bold))

    def height(self, texts: Iterable[str], width: float) -> float:
        """Return the height of boxes of this width, as the longest of ``texts`` needs it."""
        most = max(len(self.lines(text, width)) for text in texts)
        return most * self.leading + 2 * PADDING[1]

    def box(self, text: str, x: float, y: float, width: float, height: float) -> Box:
        """Return the box with ``text`` in its middle."""
        lines = self.lines(text, width)
        return Box(x, y, width, height, lines, self.fill, self.colour, self.outline, _RADIUS, self.bold)

    def _cut(self, word: str, room: float) -> list[str]:
        parts = [""]
        for sign in word:
            if parts[-1] and metrics.width(parts[-1] + sign, bold=self.bold) > room:
                parts.append("")
            parts[-1] += sign
        return parts
