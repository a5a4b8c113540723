"""Blocks of words: paragraphs, lists, and what stands out from the text around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from csp_docs.blocks.counters import NumberPattern
from csp_docs.blocks.inline import Inlines
from csp_docs.blocks.node import Node
from csp_docs.blocks.tables import RowKeep

if TYPE_CHECKING:
    from csp_docs.blocks import Blocks
    from csp_docs.blocks.figures import Figure


@frozen
class Paragraph(Node):
    """Running text. Resolve sets ``number`` ("1.1") where ``numbered`` and the house style numbers paragraphs.

    References lead to one with an ``id``, and print its number.
    """

    inlines: Inlines
    numbered: bool = False
    number: str = ""
    id: str = ""


@frozen
class Lines(Node):
    """Short lines under each other that belong together: an address, a contact."""

    lines: tuple[Inlines, ...]


@frozen
class List(Node):
    """A list; its items hold blocks, so lists nest. ``marker`` is None for bullets, else it numbers from ``start``."""

    items: tuple[Blocks, ...]
    marker: NumberPattern | None = None
    start: int = 1


@frozen
class Masthead(Node):
    """The lines at the head of the first page that say whose paper this is and where it goes."""

    lines: tuple[Inlines, ...]


@frozen
class Callout(Node):
    """A box that stands out from the text: a notice, a key point. Resolve sets ``whole``: one page holds all of it."""

    blocks: Blocks
    title: Inlines = ()
    whole: bool = True


@frozen
class Quote(Node):
    """Words of somebody else, set off from the text; ``title`` says whose they are and stands below them."""

    blocks: Blocks
    title: Inlines = ()


@frozen
class GridCell:
    """One cell of a grid: a strong title, or none, over its blocks, which may be a section with its heading."""

    blocks: Blocks
    title: Inlines = ()


@frozen
class Grid(Node):
    """Cells side by side in two columns of equal width, read row by row. It sets out the page; it is not a data table.

    Resolve sets ``keeps``, one for each row of two cells.
    """

    cells: tuple[GridCell, ...]
    keeps: tuple[RowKeep, ...] = ()

    @property
    def rows(self) -> tuple[tuple[GridCell, ...], ...]:
        """The cells row by row; the last row may have one cell."""
        return tuple(self.cells[first : first + 2] for first in range(0, len(self.cells), 2))


@frozen
class Signature(Node):
    """Who signs what stands above: a strong name over lines for role and organisation.

    ``portrait`` stands above the picture of the ``signature``; neither has a caption.
    """

    name: Inlines
    lines: tuple[Inlines, ...]
    portrait: Figure | None = None
    signature: Figure | None = None
