"""The zones for blocks: each zone has its own left edge and its own paragraph and list styles."""

from __future__ import annotations

from typing import NamedTuple

from csp_docs.blocks import Numbering
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.labels import text_column

STYLED_DEPTHS = 3
"""The number of depths of Word's own list styles; deeper items have the last one."""


SMALL = "Small"
"""What the names of the styles in tables with small words begin with."""


class Zone(NamedTuple):
    """``indent`` is the left edge of text, in points; ``lists`` is the first word of its list styles ("List", "Table").

    ``tied`` says that these styles include the bullets and indents of this zone. ``prefix`` is that of the ids of its
    styles, where the usual ones were made for another left edge. Boxes of paragraphs, without lists, have ``lists``
    empty.
    """

    name: str
    indent: float
    text: str
    lists: str
    tied: bool = False
    prefix: str = ""

    def list_style(self, kind: str, depth: int) -> str:
        """Return the id of the style for an item's text; ``kind`` is Bullet, Number or Continue, ``depth`` from 0."""
        return list_style(self.lists, kind, depth) if self.lists else self.text


class Zones(NamedTuple):
    """The zones of one document."""

    page: Zone
    section: Zone
    cell: Zone
    small_cell: Zone
    callout: Zone
    quote: Zone
    quote_box: Zone

    @classmethod
    def of(cls, numbering: Numbering, theme: Theme, styles: Numbering, prefix: str) -> Zones:
        """Return the zones; if paragraphs are numbered, the text of all sections is to the right of the numbers.

        ``styles`` is the numbering of the document that the usual styles are made for; the styles of a document with
        another left edge have ids with a ``prefix``.
        """
        column = text_column(numbering, theme)
        moved = column != text_column(styles, theme)
        own = prefix if moved else ""
        text = "Normal" if moved and not column else f"{own}BodyText"
        section = Zone("section", column, text, "List", tied=not moved, prefix=own)
        quote, callout = column + theme.quote_indent, callout_edge(column, theme)
        page = Zone("page", 0, "Normal", "List") if column else section
        return cls(
            page=page,
            section=section,
            cell=Zone("cell", 0, "TableText", "Table", tied=True),
            small_cell=Zone("cell", 0, f"{SMALL}TableText", f"{SMALL}Table", tied=True),
            quote=Zone("quote", quote, f"{own}Quote", "", prefix=own),
            quote_box=page._replace(name="quote", text="QuoteBoxText"),
            callout=Zone("callout", callout, f"{own}Callout", "", prefix=own),
        )


def callout_edge(column: float, theme: Theme) -> float:
    """Return the left edge of the words of a callout in text that begins at ``column``, in points from the margin."""
    return column + theme.callout_bar + theme.callout_padding


def list_style(lists: str, kind: str, depth: int) -> str:
    """Return the id of a list style: ``ListBullet``, ``ListBullet2``, ``ListBullet3``."""
    number = min(depth, STYLED_DEPTHS - 1) + 1
    return f"{lists}{kind}{number if number > 1 else ''}"
