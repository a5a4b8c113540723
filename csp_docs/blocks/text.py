"""Blocks of words: paragraphs, lists, and blocks that are set apart from the text around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks.counters import NumberPattern
from csp_docs.blocks.inline import Inlines
from csp_docs.blocks.node import Node
from csp_docs.blocks.tables import Align, RowKeep
from csp_docs.records import record

if TYPE_CHECKING:
    from csp_docs.blocks import Blocks
    from csp_docs.blocks.figures import Figure, Logo


@record
class Paragraph(Node):
    """Running text. ``resolve`` sets ``number`` ("1.1") if it is ``numbered`` and the house style numbers paragraphs.

    A reference can lead to a paragraph with an ``id``, and prints its number. One with a ``marker`` ("1.1.1") counts
    within the paragraph above it; ``resolve`` sets its ``depth``, which is 0 for all others.
    """

    inlines: Inlines
    numbered: bool = False
    number: str = ""
    id: str = ""
    marker: NumberPattern | None = None
    depth: int = 0


@record
class Lines(Node):
    """Short lines that belong together, one below the other: an address, a contact."""

    lines: tuple[Inlines, ...]


@record
class List(Node):
    """A list; its items hold blocks, so lists nest. ``marker`` is None for bullets; numbers begin with ``start``."""

    items: tuple[Blocks, ...]
    marker: NumberPattern | None = None
    start: int = 1


@record
class HeadLook:
    """How a line at the top of the first page looks."""

    align: Align = Align.LEFT
    bold: bool = True


@record
class Masthead(Node):
    """The lines at the top of the first page that say who wrote the paper and who it is for; below them its title.

    Above them may be a ``logo``. ``looks`` has the look of each line, if any is not bold at the left; the title is
    aligned as the last line.
    """

    lines: tuple[Inlines, ...]
    title: Inlines = ()
    looks: tuple[HeadLook, ...] = ()
    logo: Logo | None = None

    @property
    def looked(self) -> tuple[tuple[Inlines, HeadLook], ...]:
        """The lines, each with its look."""
        return tuple(zip(self.lines, self.looks or (HeadLook(),) * len(self.lines), strict=True))

    @property
    def title_align(self) -> Align:
        """How the title is aligned."""
        return self.looks[-1].align if self.looks else Align.LEFT


@record
class Callout(Node):
    """A box that stands out from the text: a notice, a key point. ``resolve`` sets ``whole`` if one page holds it."""

    blocks: Blocks
    title: Inlines = ()
    whole: bool = True


@record
class Quote(Node):
    """A quotation, set apart from the text; ``title`` says whose words they are, and is printed below them.

    ``resolve`` sets ``whole`` if it holds a list and one page holds it.

    One that is ``boxed`` is in a callout, where it has quotation marks and no rule of its own: Word cannot print a box
    inside another one.
    """

    blocks: Blocks
    title: Inlines = ()
    boxed: bool = False
    whole: bool = False


@record
class GridCell:
    """One cell of a grid: a bold title, or none, and blocks below it, which may be a section with its heading."""

    blocks: Blocks
    title: Inlines = ()


@record
class Grid(Node):
    """Cells side by side in ``columns`` of equal width, read row by row. It is for layout; it is not a data table.

    ``resolve`` sets ``keeps``, one for each row of cells.
    """

    cells: tuple[GridCell, ...]
    keeps: tuple[RowKeep, ...] = ()
    columns: int = 2

    @property
    def rows(self) -> tuple[tuple[GridCell, ...], ...]:
        """The cells row by row; the last row may have fewer."""
        return tuple(self.cells[first : first + self.columns] for first in range(0, len(self.cells), self.columns))


@record
class Signature(Node):
    """The signature of the text above: a name in bold, then lines for role and organisation.

    ``portrait`` is above the picture of the ``signature``; neither has a caption.
    """

    name: Inlines
    lines: tuple[Inlines, ...]
    portrait: Figure | None = None
    signature: Figure | None = None
