"""Where a block stands: each zone has its own left edge and its own paragraph and list styles."""

from __future__ import annotations

from attrs import frozen

from csp_docs.blocks import Numbering
from csp_docs.theme import Theme

STYLED_DEPTHS = 3
"""Word's own list styles go three deep; deeper items take the last one."""

CALLOUT_BAR, CALLOUT_PADDING = 4.0, 10.0
"""The bar beside a callout, and the space around its text, in points."""


@frozen
class Zone:
    """``indent`` is the left edge of text, in points; ``lists`` the first word of its list styles ("List", "Table").

    ``tied`` says that these styles bring the bullets and indents of this zone along.
    """

    name: str
    indent: float
    text: str
    lists: str
    tied: bool = False

    def list_style(self, kind: str, depth: int) -> str:
        """Return the id of the style for an item's text; ``kind`` is Bullet, Number or Continue, ``depth`` from 0."""
        return list_style(self.lists, kind, depth) if self.lists else self.text


@frozen
class Zones:
    """The zones of one document."""

    page: Zone
    section: Zone
    cell: Zone
    callout: Zone

    @classmethod
    def of(cls, numbering: Numbering, theme: Theme) -> Zones:
        """Return the zones; numbered paragraphs push the text of all sections to the right of their numbers."""
        column = text_column(numbering, theme)
        section = Zone("section", column, "BodyText", "List", tied=True)
        return cls(
            page=Zone("page", 0, "Normal", "List") if column else section,
            section=section,
            cell=Zone("cell", 0, "TableText", "Table", tied=True),
            callout=Zone("callout", column + CALLOUT_BAR + CALLOUT_PADDING, "Callout", ""),
        )


def text_column(numbering: Numbering, theme: Theme) -> float:
    """Return where the text of sections begins, in points from the margin."""
    return theme.number_width if numbering.paragraphs else 0


def list_style(lists: str, kind: str, depth: int) -> str:
    """Return the id of a list style: ``ListBullet``, ``ListBullet2``, ``ListBullet3``."""
    number = min(depth, STYLED_DEPTHS - 1) + 1
    return f"{lists}{kind}{number if number > 1 else ''}"
