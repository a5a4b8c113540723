"""The places of head and foot on the page, and their words, for all writers. Lengths are in points."""

from __future__ import annotations

from csp_docs.blocks import Document
from csp_docs.theme.metrics import shortened, width, wrapped
from csp_docs.theme.theme import Theme

HEAD_TOP = 34.0
"""The distance from the top of the text up to the top of the last line of the marking."""
FOOT_RULE = 4.0
"""The distance of the rule above the foot from its words."""
_FOOT_GAP = 24.0
"""The least space between the words of the foot and the page label."""


def foot_words(document: Document, theme: Theme) -> str:
    """Return the words of the foot: the first that fit next to the page label on the paper of ``theme``.

    If none fit, the last are shortened.
    """
    label = document.page_label.replace("{page}", "999").replace("{pages}", "999")
    room = _room(theme) - width(label) - _FOOT_GAP / theme.furniture.size
    last = document.foot[-1] if document.foot else ""
    return next((words for words in document.foot if width(words) <= room), shortened(last, room))


def cover_marking(marking: str, draft: str) -> str:
    """Return the ``marking`` of a cover: the word for a ``draft`` is among the details of the cover."""
    return marking.removeprefix(draft).removeprefix(" – ") if draft else marking


def marking_lines(marking: str, theme: Theme) -> list[str]:
    """Return the lines of ``marking`` on the paper of ``theme``; none when it is empty."""
    return wrapped(marking, _room(theme), bold=True) if marking else []


def head_height(marking: str, theme: Theme) -> float:
    """Return the distance from the text up to the head: each line of the marking increases it."""
    return HEAD_TOP + theme.furniture.leading * max(len(marking_lines(marking, theme)) - 1, 0)


def foot_height(theme: Theme) -> float:
    """Return the distance from the bottom edge of the paper to the line of the page label."""
    return theme.page.bottom / 2


def _room(theme: Theme) -> float:
    """Return the greatest width of a line, at size 1."""
    return theme.page.text_width / theme.furniture.size
