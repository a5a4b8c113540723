"""Room at the top of pages for their running head and their marking."""

from __future__ import annotations

from attrs import evolve

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import head_height

_TO_EDGE = 28.0
"""The white edge of the paper (10 mm), which office printers cannot print on."""


def with_room_for(document: Document, marking: str, theme: Theme) -> Theme:
    """Return ``theme`` with a top margin for the running head and all lines of the ``marking`` of some pages.

    ``theme`` may be that of other pages of the file: each run of pages has as much room as its own head needs.
    """
    usual = theme.page.usual_top or theme.page.top
    has_head = bool(marking) or document.running.has_head
    needed = head_height(document, marking, theme) + _TO_EDGE if has_head else 0
    return evolve(theme, page=evolve(theme.page, top=max(usual, needed), usual_top=usual))
