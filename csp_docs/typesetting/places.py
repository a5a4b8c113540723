"""The places of head, marking and foot on the page, and their words, for all writers. Lengths are in points."""

from __future__ import annotations

from csp_docs.theme.metrics import shortened, wrapped
from csp_docs.theme.theme import Theme

HEAD_TOP = 34.0
"""The distance from the top of the text up to the top of the running head; a rule is between the two."""
MARKING_TOP = 52.0
"""The distance from the top of the text up to the top of the last line of the marking, which is above the running
head."""


def fitted(running_head: str, theme: Theme) -> str:
    """Return ``running_head``, shortened to one line on the paper of ``theme``."""
    return shortened(running_head, _room(theme))


def marking_lines(marking: str, theme: Theme) -> list[str]:
    """Return the lines of ``marking`` on the paper of ``theme``; none when it is empty."""
    return wrapped(marking, _room(theme), bold=True) if marking else []


def head_height(marking: str, theme: Theme) -> float:
    """Return the distance from the text up to the head: each line of the marking increases it."""
    lines = marking_lines(marking, theme)
    return MARKING_TOP + theme.furniture.leading * (len(lines) - 1) if lines else HEAD_TOP


def foot_height(theme: Theme) -> float:
    """Return the distance from the bottom edge of the paper to the line of the page label."""
    return theme.page.bottom / 2


def _room(theme: Theme) -> float:
    """Return the greatest width of a line, at size 1."""
    return theme.page.text_width / theme.furniture.size
