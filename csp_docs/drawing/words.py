"""The words of charts: their widths and line breaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from csp_docs.drawing.graph import CUT, Anchor, Label
from csp_docs.drawing.lettering import UNSEEN
from csp_docs.records import record
from csp_docs.theme import metrics
from csp_docs.theme.theme import Theme

_CLOSE = 1e-6
"""A tolerance, because sums of widths differ in their last digits."""


@record
class Type:
    """The type of all words of a chart."""

    size: float
    leading: float

    @classmethod
    def of(cls, theme: Theme) -> Type:
        """Return the type of charts in ``theme``."""
        return cls(theme.body.size, theme.cell.leading)

    def width(self, *lines: str, bold: bool = False) -> float:
        """Return the width of the widest of ``lines``."""
        return max((metrics.width(line, bold=bold) for line in lines), default=0.0) * self.size

    def height(self, count: int) -> float:
        """Return the height of this number of lines."""
        return count * self.leading

    def extent(self, label: Label) -> tuple[float, float, float, float]:
        """Return the left, top, right and bottom edge of ``label``."""
        width = self.width(*label.lines, bold=label.bold)
        left = label.x - width * {Anchor.START: 0, Anchor.MIDDLE: 0.5, Anchor.END: 1}[label.anchor]
        return left, label.y, left + width, label.y + self.height(len(label.lines))

    def holds(self, text: str, room: float, most: int) -> bool:
        """Return whether ``text`` fits in ``most`` lines of ``room`` points without cutting a word."""
        return self.width(*text.translate(UNSEEN).split()) <= room and len(self._wrapped(text, room)) <= most

    def lines(self, text: str, room: float, most: int, *, bold: bool = False) -> tuple[str, ...]:
        """Return ``text`` in ``most`` lines no wider than ``room``; a longer text ends in an ellipsis."""
        lines = self._wrapped(text, room, bold=bold)
        if len(lines) > most:
            lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        return tuple(self._cut(line, room, bold=bold) for line in lines)

    def lines_up_to(self, name: str, number: str, room: float, most: int) -> tuple[str, ...]:
        """Return ``name`` and ``number`` in lines like these; if they are too long, only the name is cut."""

        def lines(words: str) -> tuple[str, ...]:
            return self.lines(f"{words} {number}", room, most)

        if lines(name)[-1].endswith(number):
            return lines(name)
        return lines(f"{_longest(name, lambda part: lines(f'{part.rstrip()}{CUT}')[-1].endswith(number))}{CUT}")

    def _wrapped(self, text: str, room: float, *, bold: bool = False) -> list[str]:
        return metrics.wrapped(text.translate(UNSEEN), room / self.size + _CLOSE, bold=bold)

    def _cut(self, line: str, room: float, *, bold: bool) -> str:
        if self.width(line, bold=bold) <= room + _CLOSE * self.size:
            return line
        return f"{_longest(line, lambda part: self.width(f'{part}{CUT}', bold=bold) <= room)}{CUT}"


def _longest(text: str, fits: Callable[[str], bool]) -> str:
    """Return as much of the beginning of ``text`` as ``fits``; every shorter beginning fits too."""
    lengths = range(1, len(text) + 1)
    return text[: bisect_left(lengths, True, key=lambda length: not fits(text[:length]))].rstrip()
