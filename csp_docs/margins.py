"""Room at the head of the page for what every page must say."""

from __future__ import annotations

from attrs import evolve

from csp_docs.arial import wrapped
from csp_docs.theme import Theme

_ABOVE_TEXT = 52.0
"""From the text up to the top of the marking's last line: the running head and its rule stand between, in points."""
_TO_EDGE = 28.0
"""What stays white at the edge of the paper: office printers reach no further (10 mm)."""


def with_room_for(marking: str, theme: Theme) -> Theme:
    """Return ``theme`` with a top margin that holds all lines of ``marking`` (none when it is empty)."""
    if not marking:
        return theme
    lines = wrapped(marking, theme.page.text_width / theme.furniture.size, bold=True)
    needed = _ABOVE_TEXT + theme.furniture.leading * (len(lines) - 1) + _TO_EDGE
    return evolve(theme, page=evolve(theme.page, top=max(theme.page.top, needed)))
