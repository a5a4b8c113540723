"""Room at the top of the page for the marking of a document."""

from __future__ import annotations

from attrs import evolve

from csp_docs.blocks import Document, walk
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import head_height

_TO_EDGE = 28.0
"""The white edge of the paper (10 mm), which office printers cannot print on."""


def with_room_for(document: Document, theme: Theme) -> Theme:
    """Return ``theme`` with a top margin that holds the marking of ``document``, and of each one embedded in it."""
    needed = max(_height(one.marking, theme) for one in walk.documents(document))
    return evolve(theme, page=evolve(theme.page, top=max(theme.page.top, needed)))


def _height(marking: str, theme: Theme) -> float:
    """Return the top margin that holds all lines of ``marking``, in points; 0 when it is empty."""
    return head_height(marking, theme) + _TO_EDGE if marking else 0
