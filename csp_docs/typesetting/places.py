"""The places of head and foot on the page, and their words, for all writers. Lengths are in points."""

from __future__ import annotations

from math import cos, radians, sin

from attrs import evolve

from csp_docs.blocks import NO_WORDS, Document, RunningWords
from csp_docs.records import record
from csp_docs.theme.metrics import shortened, width, wrapped
from csp_docs.theme.theme import Theme

HEAD_TOP = 34.0
"""The distance from the top of the text up to the top of the last line of the marking."""
COVER_HEAD_SIDES = 6.0
"""How far the ground of the head of a cover reaches beyond the text at both sides."""
FOOT_RULE = 4.0
"""The distance of the rule above the foot from its words."""
_FOOT_GAP = 24.0
"""The least space between the words of the foot and a page label up to "99 of 99"."""
_SIDE = 0.6
"""The most of the width that the part at the right of a head or foot has, if there is one at the left."""
_CAPITALS, _BELOW = 0.688, 0.21
"""The height of capitals in Arimo, and how far letters such as "g" reach below the line, at size 1."""
_WITH_TAILS = frozenset("gjpqyQ,;")


def foot_words(document: Document, theme: Theme) -> str:
    """Return the words of the foot: the first that fit next to the page label.

    They are the same on pages that are turned, where there is more room. If none fit, the last are shortened. They may
    be among the others, in their place.
    """
    label = document.page_label.replace("{page}", "99").replace("{pages}", "99")
    room = _room(_upright(theme)) - width(label) - _FOOT_GAP / theme.furniture.size
    last = document.foot[-1] if document.foot else ""
    return next((words for words in document.foot if width(words) <= room), shortened(last, room))


def fitted(words: RunningWords, theme: Theme) -> RunningWords:
    """Return the three parts of a running head or foot as they fit on a line; what is too long is shortened."""
    (left, middle, right), room = words, _room(_upright(theme))
    gap = _FOOT_GAP / theme.furniture.size
    if middle:
        middle = _cut_to(middle, room / 2)
        side = (room - _wide(middle)) / 2 - gap
        return _cut_to(left, side), middle, _cut_to(right, side)
    right = _cut_to(right, room * _SIDE if left else room)
    return _cut_to(left, room - _wide(right) - (gap if right else 0)), "", right


def running_head(document: Document, theme: Theme, *, first: bool) -> RunningWords:
    """Return the running head of the first page of a document, or of the others."""
    return fitted(document.running.head_of(first=first), theme)


def running_foot(document: Document, theme: Theme, *, first: bool, cover: bool) -> RunningWords:
    """Return the foot of the first page of a document, or of the others; a cover has one only if that is asked for."""
    if cover:
        return fitted((first and document.running.first_foot) or NO_WORDS, theme)
    given = document.running.foot_of(first=first)
    return (foot_words(document, theme), "", document.page_label) if given is None else fitted(given, theme)


def _wide(text: str) -> float:
    return width(text.replace("{page}", "99").replace("{pages}", "99"))


def _cut_to(text: str, room: float) -> str:
    return text if _wide(text) <= room else shortened(text, room)


def _upright(theme: Theme) -> Theme:
    return evolve(theme, page=theme.page.turned()) if theme.page.width > theme.page.height else theme


def cover_marking(marking: str, draft: str) -> str:
    """Return the ``marking`` of a cover: the word for a ``draft`` is among the details of the cover."""
    if not draft:
        return marking
    return "\n".join(line.removeprefix(draft).removeprefix(" – ") for line in marking.splitlines())


def marking_lines(marking: str, theme: Theme) -> list[str]:
    """Return the lines of ``marking`` on the paper of ``theme``; none when it is empty."""
    given = filter(None, marking.splitlines())
    return [line for words in given for line in wrapped(words, _room(theme), bold=True)]


def head_height(document: Document, marking: str, theme: Theme) -> float:
    """Return the distance from the text up to the head: each line of the marking and the running head increase it."""
    lines = len(marking_lines(marking, theme)) + document.running.has_head
    return HEAD_TOP + theme.furniture.leading * max(lines - 1, 0)


def foot_height(theme: Theme) -> float:
    """Return the distance from the bottom edge of the paper to the line of the page label."""
    return theme.page.bottom / 2


@record
class Watermark:
    """The ``size`` of the word of a watermark, the ``width`` and ``height`` of its letters, and their part ``below``.

    ``below`` the line are letters such as "g". All are in points. The middle of the letters is that of the page.
    """

    size: float
    width: float
    height: float
    below: float


def placed_watermark(text: str, theme: Theme) -> Watermark:
    """Return the place of a watermark on the paper of ``theme``: its slanted letters stay between the margins."""
    look, page = theme.watermark, theme.page
    along, up = cos(radians(look.angle)), sin(radians(look.angle))
    below = 0.0 if _WITH_TAILS.isdisjoint(text) else _BELOW
    wide, high = width(text), _CAPITALS + below
    across, down = wide * along + high * up, wide * up + high * along
    size = min(look.size, page.text_width / across, page.text_height / down)
    return Watermark(size, wide * size, high * size, below * size)


def _room(theme: Theme) -> float:
    """Return the greatest width of a line, at size 1."""
    return theme.page.text_width / theme.furniture.size
