"""Words that a PDF paints, put together to lines: it has places instead of spaces and ends of lines."""

from __future__ import annotations

import re
from math import hypot

from attrs import define, field, frozen

from csp_docs.comparing.words import LINE_END_HYPHEN

_NEW_LINE = 0.5
"""How far below or above, in heights of the letters, words are on another line."""
_SPACE = 0.15
"""How wide, in the same measure, a gap is that separates words."""
_RAISED, _SIMILAR = 0.1, 0.9
"""How far off the line letters are that are a word of their own if they are smaller than this, too: marks of notes."""
_DOTS = r"(?:[.·…_:]\s*)"
_NUMBER = r"(?:\d+|[ivxlc]+)\s*$"
_LEADER = re.compile(rf"\s*{_DOTS}{{3,}}{_NUMBER}", re.IGNORECASE)
_LEADER_OR_GAP = re.compile(rf"(?:\s+{_DOTS}*|{_DOTS}{{2,}}){_NUMBER}", re.IGNORECASE)
_LONGEST_LEADER = 300
_HYPHENS = ("-", "\u2010")


@define
class Line:
    """A line: its words, the size of its letters, and the height of its base on the page."""

    parts: list[str] = field(factory=list)
    size: float = 0.0
    height: float = 0.0

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(self.parts)


@define
class Sink:
    """Lines in the order in which they are painted, where the first words begin, and where the last words end.

    ``along`` is the direction of the last words, and ``size`` their size.
    """

    lines: list[Line] = field(factory=list)
    start: tuple[float, float] = (0.0, 0.0)
    end: tuple[float, float] = (0.0, 0.0)
    along: tuple[float, float] = (1.0, 0.0)
    size: float = 1.0

    def add(self, text: str, matrix: tuple[float, ...], size: float, advance: float) -> None:
        """Add words that begin at the origin of ``matrix``."""
        a, b, c, d, x, y = matrix
        length = hypot(a, b) or 1.0
        height = (hypot(c, d) or 1.0) * abs(size) or 1.0
        across = a / length, b / length
        if not self.lines:
            self.start = x, y
        between = self._between(x, y, height, across) if self.lines else "\n"
        if between == "\n":
            self.lines.append(Line(size=height, height=y))
        elif between:
            self.lines[-1].parts.append(between)
        self.lines[-1].parts.append(text)
        self.lines[-1].size = max(self.lines[-1].size, height)
        self.along, self.end, self.size = across, (x + advance * a, y + advance * b), height

    def place(self) -> Place:
        """Return the place after the last words."""
        return Place(self, len(self.lines), len(self.lines[-1].parts) if self.lines else 0)

    def before(self, following: Sink) -> str:
        """Return what is between these words and those of a sink that is read after them."""
        if not (self.lines and following.lines):
            return ""
        return self._between(*following.start, following.lines[0].size, following.along)

    def _between(self, x: float, y: float, height: float, across: tuple[float, float]) -> str:
        """Return what is between the last words and others: nothing, a space, or the end of a line."""
        if abs(across[0] - self.along[0]) + abs(across[1] - self.along[1]) > _NEW_LINE:
            return "\n"
        right, up = x - self.end[0], y - self.end[1]
        off, gap = up * self.along[0] - right * self.along[1], right * self.along[0] + up * self.along[1]
        if abs(off) > _NEW_LINE * max(height, self.lines[-1].size):
            return "\n"
        raised = abs(off) > _RAISED * height and not _SIMILAR < height / self.size < 1 / _SIMILAR
        return " " if raised or gap > _SPACE * height or gap < -height else ""

    def text(self) -> str:
        """Return the words, a line below the other; a hyphen at the end of a line may only divide a word."""
        return joined([line.text for line in self.lines])


@frozen
class Place:
    """A place in a sink, by the lines and the parts of the last line before it."""

    sink: Sink
    lines: int
    parts: int

    def text(self) -> str:
        """Return the words after the place."""
        head = self.sink.lines[self.lines - 1].parts[self.parts :] if self.lines else []
        return "".join([*head, *(line.text for line in self.sink.lines[self.lines :])])

    def replace(self, words: str) -> None:
        """Put ``words`` in the place of those after it."""
        del self.sink.lines[max(self.lines, 1) :]
        last = self.sink.lines[-1]
        del last.parts[self.parts if self.lines else 0 :]
        last.parts.append(words)


def without_page_number(line: str, *, needs_leader: bool) -> str:
    """Return an entry of contents without the number of a page at its end, after a gap or a leader of dots."""
    pattern = _LEADER if needs_leader else _LEADER_OR_GAP
    return line[:-_LONGEST_LEADER] + pattern.sub("", line[-_LONGEST_LEADER:])


def joined(lines: list[str]) -> str:
    """Return lines as one text."""
    *above, last = lines or [""]
    return "\n".join([*(marked(line) for line in above), last])


def marked(line: str) -> str:
    """Return a line; the hyphen at its end, after a letter, is marked as one that may only divide a word."""
    end = line.rstrip()
    if end.endswith(_HYPHENS) and end[-2:-1].isalpha():
        return end[:-1] + LINE_END_HYPHEN
    return line
