"""Titles in lines that read well, for all writers: where their lines end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

from attrs import evolve

from csp_docs.blocks import (
    Align,
    Blocks,
    Caption,
    Emphasis,
    Inline,
    Inlines,
    Landscape,
    Part,
    Section,
    Strong,
    Text,
    walk,
)
from csp_docs.theme.metrics import SHORT_WORD, leads_on, width
from csp_docs.theme.theme import TextStyle, Theme

_NO_BREAK, _HYPHEN = "\u00a0", "\u2011"
_DASH = re.compile(r"(?<=[-–—])(?=.)")
"""Where Word may break a line inside a word, as in "2011–14"."""
_LEEWAY = 0.1
"""The least difference, in sizes of the words, between rooms in which lines would end one word earlier or later."""
_MOST_BALANCED = 8
"""The lines up to which a title is balanced; longer ones are paragraphs."""
_LONE, _IN_RANGE, _JOINED, _AFTER_SIGN = 400.0, 1000.0, 9.0, 36.0
"""What a line of a single word costs, one that ends in a range, and one that ends after a short word, after the first
word of a phrase or before a number; and what a line gains that ends after a sign. They are squares of the size of the
words: a lack of 3 sizes costs 9."""
_FEWEST = 2
"""A line with so many words gives none to the next one."""
_SIGNS = frozenset(":;,.–—?!")


def further_room(blocks: Blocks, theme: Theme) -> float:
    """Return how much more room the heading above ``blocks`` has than others: they may begin on turned pages."""
    match blocks:
        case (Landscape(), *_):
            return theme.page.turned().text_width - theme.page.text_width
        case ((Section() | Part()) as first, *_):
            return further_room(first.blocks, theme)
    return 0


class Balanced(NamedTuple):
    """The words of a title, and how much ``narrower`` than its room it is set (points), so that its lines end well."""

    words: Inlines
    narrower: float = 0


def balanced(title: Inlines, look: TextStyle, room: float, before: str = "") -> Balanced:
    """Return ``title`` so that its lines end where they read well, and not at a dash. It needs no more lines.

    It is narrower, so that its words are what was written when somebody changes them in Word. If that does not end the
    lines there, or would shorten the rule below the title, it has no-break spaces and hyphens: only plain, strong and
    stressed words can be joined. ``before`` is printed in front of it.
    """
    lines, label = _Lines((before + walk.words(title)).split(" "), look, room), before.count(" ")
    return _ending(lines, lines.starts(label), title, label, look)


def head_line(theme: Theme, *, bold: bool) -> TextStyle:
    """Return the style of a line above the title of a paper."""
    return theme.masthead if bold else evolve(theme.masthead, bold=False)


def sides(narrower: float, align: Align) -> tuple[float, float]:
    """Return how much of ``narrower`` is at the left and at the right of a title."""
    match align:
        case Align.LEFT:
            return 0, narrower
        case Align.CENTRE:
            return narrower / 2, narrower / 2
        case Align.RIGHT:
            return narrower, 0


def lines_of(title: str, look: TextStyle, room: float) -> list[str]:
    """Return ``title`` in the lines that ``balanced`` sets it in."""
    words = title.split(" ")
    starts = _Lines(words, look, room).starts()
    return [" ".join(words[start:end]) for start, end in pairwise((*starts, len(words)))]


def without_lone_word(caption: Caption, look: TextStyle, room: float) -> Balanced:
    """Return the words of ``caption`` so that the last of its lines has more than one word; it needs no more lines."""
    label, title = f"{caption.label}: ", caption.inlines
    lines, bold = _Lines((label + walk.words(title)).split(" "), look, room, label.count(" ")), label.count(" ")
    starts = lines.companion(lines.full())
    return _ending(lines, starts, title, bold, look) if starts else Balanced(title)


def _ending(lines: _Lines, starts: tuple[int, ...], title: Inlines, label: int, look: TextStyle) -> Balanced:
    """Return ``title`` so that its ``lines`` begin with the words ``starts``, the first ``label`` of them before it."""
    narrow = None if look.rule else lines.room_for(starts)
    if narrow is not None:
        return Balanced(title, (lines.room - narrow) * look.size)
    joins, whole = lines.joins(starts), lines.whole(starts)
    return Balanced(_joined(title, joins, whole, label) if joins or whole else title)


def _joined(title: Inlines, joins: frozenset[int], whole: frozenset[int], first: int) -> Inlines:
    """Return ``title`` with no-break spaces for its spaces in ``joins``, and no-break hyphens in words in ``whole``.

    ``first`` is the number of its first word, and of the space after that.
    """
    place = first

    def printed(sign: str) -> str:
        nonlocal place
        if sign == " ":
            place += 1
            return _NO_BREAK if place - 1 in joins else sign
        return _HYPHEN if sign == "-" and place in whole else sign

    def text(words: str) -> str:
        return "".join(map(printed, words))

    def on_inline(inline: Inline) -> Inline:
        match inline:
            case Text():
                return evolve(inline, text=text(inline.text))
            case Strong() | Emphasis():
                return walk.inline_rebuilt(inline, on_inlines)
        text(walk.words((inline,)))
        return inline

    def on_inlines(inlines: Inlines) -> Inlines:
        return walk.mapped(on_inline, inlines)

    return on_inlines(title)


class _Way(NamedTuple):
    """A way to set words in lines: how badly it reads, and the first word of each line; none if there is no way."""

    cost: float
    starts: tuple[int, ...] = ()


class _Lines:
    """The ways to set ``words`` in as few lines as can be. Each line ends at a space, as both writers break it.

    The first ``strong`` words are in bold, whatever the look.
    """

    def __init__(self, words: list[str], look: TextStyle, room: float, strong: int = 0) -> None:
        self.words, self.room, self.bold = words, room / look.size, look.bold
        self.space = width(" ", bold=look.bold)
        looks = ((word, look.bold or place < strong) for place, word in enumerate(words))
        self.edges = [*accumulate((width(word, bold=bold) + self.space for word, bold in looks), initial=0.0)]
        self.ways: dict[tuple[int, int, int], _Way] = {}

    def room_for(self, starts: tuple[int, ...]) -> float | None:
        """Return the room in which the lines begin with the words ``starts`` of themselves; None if there is none.

        Word also breaks a line after a dash: the part up to it does not fit on the line before either.
        """
        ends = (*starts[1:], len(self.words))
        wide = [self._width(start, end) for start, end in zip(starts, ends, strict=True)]
        over = (line + self._to_dash(start) for line, start in zip(wide, starts[1:], strict=False))
        least, most = max(wide), min(over, default=inf)
        if least <= self.room < most:
            return self.room
        return (least + most) / 2 if most - least > _LEEWAY and most <= self.room else None

    def joins(self, starts: tuple[int, ...]) -> frozenset[int]:
        """Return the spaces to join (that after the first word is 0), so that the lines begin with ``starts``.

        Nothing is joined in a title of one line.
        """
        ends = (*starts[1:], len(self.words))
        return frozenset(
            space for start, end in zip(starts, ends, strict=True) for space in range(end, self._full(start))
        )

    def whole(self, starts: tuple[int, ...]) -> frozenset[int]:
        """Return the words whose hyphens are joined, so that the lines begin with ``starts``.

        The line before has room for the part of such a word up to its first hyphen.
        """
        return frozenset(
            word
            for start, end in pairwise(starts)
            for word in range(end, min(self._full(start) + 1, len(self.words)))
            if "-" in self.words[word] and self._width(start, word) + self._to_dash(word) <= self.room
        )

    def starts(self, label: int = 0) -> tuple[int, ...]:
        """Return the first word of each line, if the lines end where they read best.

        The first ``label`` words are on one line with the next.
        """
        full = self.full()
        best = self._best(0, label + 1, len(full)) if 1 < len(full) <= _MOST_BALANCED else None
        return best.starts if best else full

    def full(self) -> tuple[int, ...]:
        """Return the first word of each line, if each line but the last has all the words that fit."""
        starts = [0]
        while (end := self._full(starts[-1])) < len(self.words):
            starts.append(end)
        return tuple(starts)

    def companion(self, starts: tuple[int, ...]) -> tuple[int, ...]:
        """Return ``starts`` with a second word in a last line of one; nothing if it has more, or no room for two."""
        (before, last), count = (0, *starts)[-2:], len(self.words)
        if last != count - 1 or last - before <= _FEWEST or self._width(last - 1, count) > self.room:
            return ()
        return (*starts[:-1], last - 1)

    def _full(self, start: int) -> int:
        """Return the end of a line from ``start`` on that has all the words that fit, at least one."""
        end = start + 1
        while end < len(self.words) and self._width(start, end + 1) <= self.room:
            end += 1
        return end

    def _width(self, start: int, end: int) -> float:
        return self.edges[end] - self.edges[start] - self.space

    def _to_dash(self, word: int) -> float:
        """Return the width of a word up to its first dash, and of the space before it."""
        return self.space + width(_DASH.split(self.words[word])[0], bold=self.bold)

    def _best(self, start: int, least: int, lines: int) -> _Way | None:
        """Return the best way to set the words from ``start`` on in so many ``lines``; the first ends at ``least``.

        A line that is not full ends because the words after it are joined: those have to be on one line, too.
        """
        key = start, least, lines
        if key not in self.ways:
            found = list(self._all(start, least, lines))
            self.ways[key] = min(found, key=lambda way: way.cost, default=_Way(inf))
        way = self.ways[key]
        return way if way.starts else None

    def _all(self, start: int, least: int, lines: int) -> Iterator[_Way]:
        full, count = self._full(start), len(self.words)
        if lines == 1:
            if full == count >= least:
                yield _Way(self._cost(start, count), (start,))
            return
        for end in range(max(least, start + 1), min(full, count - 1) + 1):
            if rest := self._best(end, full + 1 if end < full else end + 1, lines - 1):
                yield _Way(self._cost(start, end) + rest.cost, (start, *rest.starts))

    def _cost(self, start: int, end: int) -> float:
        """Return how badly a line reads: its lack of width, in squares of its size, and faults that are worth more."""
        cost = (self.room - self._width(start, end)) ** 2 + _LONE * (end - start == 1)
        if end == len(self.words):
            return cost
        last, following = self.words[end - 1], self.words[end]
        if last[-1:] in _SIGNS or following.startswith("("):
            return cost - _AFTER_SIGN
        if self._in_range(end):
            cost += _IN_RANGE
        joined = following[:1].isdigit() or leads_on(last) or self._begins_phrase(start, end)
        return cost + _JOINED * joined

    def _begins_phrase(self, start: int, end: int) -> bool:
        """Return whether a line ends with the first word after a sign, as in "Appendix B – The"."""
        return end - start > 1 and self.words[end - 2][-1:] in _SIGNS

    def _in_range(self, end: int) -> bool:
        """Return whether a line that ends before the word ``end`` divides a range such as "2008 to 2011"."""
        around = (self.words[place : place + 3] for place in (end - 1, end - 2) if place >= 0)
        return any(
            len(words) == 3 and words[0][-1:].isdigit() and len(words[1]) <= SHORT_WORD and words[2][:1].isdigit()
            for words in around
        )
