"""Room at the top of the page for the marking of a document."""

from __future__ import annotations

from attrs import evolve

from csp_docs.blocks import Document, Embedded, Part, walk
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import head_height

_TO_EDGE = 28.0
"""The white edge of the paper (10 mm), which office printers cannot print on."""


def with_room_for(document: Document, theme: Theme) -> Theme:
    """Return ``theme`` with a top margin for the marking of ``document``, of its parts, and of documents in it."""
    inside = list(walk.in_flow(document.blocks))
    found = [(document, document.marking)]
    found += [(block.document, block.document.marking) for block in inside if isinstance(block, Embedded)]
    found += [(document, block.marking) for block in inside if isinstance(block, Part)]
    needed = max(_height(one, marking, theme) for one, marking in found)
    return evolve(theme, page=evolve(theme.page, top=max(theme.page.top, needed)))


def _height(document: Document, marking: str, theme: Theme) -> float:
    """Return the top margin that holds the running head and all lines of ``marking``, in points; 0 without any."""
    return head_height(document, marking, theme) + _TO_EDGE if marking or document.running.has_head else 0
