"""Line breaking: first fit, left to right. Every width comes from the cache of its face."""

from __future__ import annotations

from itertools import accumulate

from attrs import define, field

from csp_docs.typesetting import breaks
from csp_docs.writers.pdf.type.fonts import SOFT_HYPHEN, Part
from csp_docs.writers.pdf.type.shapes import Piece, Run

FORCED_BREAK = "\n"
_TOLERANCE = 0.01
"""A tolerance in points, because sums of widths differ in their last digits."""


@define(eq=False, repr=False)
class _Stretch:
    """Words of one run that are together in a line."""

    x: float
    run: Run
    text: str
    end: float


@define(eq=False, repr=False)
class _Setter:
    """The current line, and the unit after it: everything since the last place where the line may end.

    ``space`` is the width of the space between the two, which belongs to the run ``space_of``. ``tail`` is printed
    between them if the line ends there, and ``unit_tail`` is the same for the end of the unit.
    """

    width: float
    x: float
    lines: list[list[Piece]] = field(factory=list)
    line: list[_Stretch] = field(factory=list)
    unit: list[tuple[Run, str, float]] = field(factory=list)
    unit_width: float = 0
    unit_tail: str = ""
    space: float = 0
    space_of: Run | None = None
    tail: str = ""

    def add(self, run: Run) -> None:
        """Add the words of ``run``; its first and last may be part of words in the runs next to it."""
        if run.text == FORCED_BREAK:
            self.commit()
            self.end_line(" ")
            return
        words = run.text.split(" ")
        self.add_word(run, words[0])
        space, at = run.face.space * run.size, 1
        while at < len(words):
            self.commit()
            self.space, self.space_of, self.tail = space, run, ""
            at = self.take_whole(run, words, at)
            self.add_word(run, words[at])
            at += 1

    def take_whole(self, run: Run, words: list[str], at: int) -> int:
        """Set the words from ``at`` on that fit and have spaces on both sides; return the place of the next word.

        Most words are like this, and do not need the care that the others do.
        """
        if not (self.line and self.line[-1].run is run):
            return at
        known, size, limit = run.face.words, run.size, self.width + _TOLERANCE
        x, end, last = self.x, at, len(words) - 1
        while end < last:
            parts = known[words[end]]
            x += self.space + parts[0].width * size
            if x > limit or len(parts) > 1 or not words[end]:
                break
            self.x, end = x, end + 1
        if end > at:
            self.line[-1].text += " " + " ".join(words[at:end])
            self.line[-1].end = self.x
        return end

    def add_word(self, run: Run, word: str) -> None:
        """Add ``word``; the next text decides whether the line may end after it."""
        parts = run.face.words[word]
        self.add_part(run, parts[0])
        for part in parts[1:]:
            self.commit()
            self.add_part(run, part)

    def add_part(self, run: Run, part: Part) -> None:
        """Add a part that cannot be cut, and the text that is printed after it if the line ends there."""
        if part.text:
            width = part.width * run.size
            self.unit.append((run, part.text, width))
            self.unit_width += width
        self.unit_tail = part.tail

    def commit(self) -> None:
        """Put everything since the last place where the line may end into the line, or into the next line."""
        if not self.unit:
            return
        tail, last = self.unit_tail, self.unit[-1][0]
        width = self.unit_width + (last.face.width(tail) * last.size if tail else 0)
        if self.line and self.x + self.space + width > self.width + _TOLERANCE:
            self.end_line(self.tail or (" " if self.space else ""))
        if self.x + width > self.width + _TOLERANCE and not self.line:
            self._cut_unit()
        self._set_unit()
        self.tail = tail

    def _set_unit(self) -> None:
        line, x = self.line, self.x
        if self.space and line:
            self._set_space()
            x += self.space
        for run, text, width in self.unit:
            if line and line[-1].run is run:
                line[-1].text += text
                line[-1].end = x + width
            else:
                line.append(_Stretch(x, run, text, x + width))
            x += width
        self.x, self.space = x, 0
        self.unit, self.unit_width = [], 0

    def _set_space(self) -> None:
        """Set a space in the run that contains it, so that a link contains only its words."""
        following = self.unit[0][0] if self.unit else None
        if following and following is self.space_of and following is not self.line[-1].run:
            self.line.append(_Stretch(self.x, following, " ", self.x + self.space))
        else:
            self.line[-1].text += " "

    def _cut_unit(self) -> None:
        """Set a unit that is wider than a line in lines of its own, until the rest fits in one."""
        unit, self.unit, self.unit_width = self.unit, [], 0
        for run, text, width in unit:
            while text and self.x + self.unit_width + width > self.width + _TOLERANCE:
                head = _fitting(run, text, self.width - self.x - self.unit_width, not self.unit)
                if head:
                    self.unit.append((run, head, run.face.width(head) * run.size))
                self._set_unit()
                self.end_line("")
                text = text[len(head) :]
                width = run.face.width(text) * run.size
            if text:
                self.unit.append((run, text, width))
                self.unit_width += width

    def end_line(self, ending: str) -> None:
        """End the line; ``ending`` is a space between words, so that programs that read the tags separate them."""
        if self.line and ending:
            last = self.line[-1]
            last.text += ending
            if ending == SOFT_HYPHEN:
                last.end += last.run.face.width(SOFT_HYPHEN) * last.run.size
        self.lines.append([Piece(s.x, s.run, s.text, s.end - s.x) for s in self.line])
        self.line, self.x, self.space, self.tail = [], 0, 0, ""


def break_lines(runs: list[Run], width: float, first: float = 0) -> list[list[Piece]]:
    """Return the lines of ``runs`` in ``width`` points, the first of them indented by ``first``; at least one."""
    setter = _Setter(width, first)
    for run in runs:
        setter.add(run)
    setter.commit()
    if setter.line or not setter.lines:
        setter.end_line("")
    return setter.lines


def _fitting(run: Run, text: str, room: float, whole: bool) -> str:
    """Return the start of ``text`` that fits, up to a place where the word may be divided, if there is one.

    It has at least one character if the ``whole`` line is free, because otherwise there would be no end.
    """
    count, used = 0, 0.0
    for character in text:
        used += run.face.width(character) * run.size
        if used > room + _TOLERANCE:
            break
        count += 1
    ends = accumulate(map(len, breaks.parts(text)))
    return text[: max((end for end in ends if end <= count), default=max(count, int(whole)))]
