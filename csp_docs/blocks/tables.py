"""Tables: data below headers, and labels with their values."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from csp_docs.blocks.captions import Caption
from csp_docs.blocks.inline import Inlines
from csp_docs.blocks.node import Node
from csp_docs.records import record

if TYPE_CHECKING:
    from csp_docs.blocks import Blocks


@record
class RowKeep:
    """Rules for a row at the end of a page: ``keep`` it with the next row; it may be split if it ``breaks``."""

    keep: bool = False
    breaks: bool = False


@record
class Fact:
    """A label and the value next to it; if the label is empty, the value has the complete row."""

    label: Inlines
    blocks: Blocks


@record
class FactRow:
    """One row of a cover sheet: one fact, or two side by side."""

    facts: tuple[Fact, ...]


@record
class FactHeading:
    """A heading row for the rows below it."""

    title: Inlines


@record
class Facts(Node):
    """The two-column label and value table: the cover sheet of a report. Labels are row headers.

    ``summary`` says what the table holds, for those who cannot see it. ``resolve`` sets ``widths``, the shares of two
    columns, or of four when any row holds two facts, and ``keeps``, one for each row.
    """

    rows: tuple[FactRow | FactHeading, ...]
    summary: str
    widths: tuple[float, ...] = ()
    spare: float = 0.0
    keeps: tuple[RowKeep, ...] = ()


class Align(Enum):
    """How the text of a column is aligned."""

    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


@record
class HeaderCell:
    """A column header; ``span`` is the number of columns that it covers."""

    inlines: Inlines
    span: int = 1

    def align(self, own: Align) -> Align:
        """Return how its words are aligned: in the middle of several columns, otherwise as its ``own`` column."""
        return Align.CENTRE if self.span > 1 else own


@record
class RowGroup:
    """Rows of a table's body, which may have a title above them."""

    rows: tuple[tuple[Blocks, ...], ...]
    title: Inlines = ()


@record
class Table(Node):
    """A data table: cells of header rows may span columns; body cells hold blocks and do not span; no row has a gap.

    ``widths`` are shares that add up to 1 (``resolve`` sets them from the content when the author gave none), and
    ``spare`` is the room that a last column of figures leaves at its right, in points. ``resolve`` also sets ``keeps``,
    one for each row of the body (the titles of groups and the total are rows), and ``head_repeats``, whether the header
    rows are printed again on each page. ``turns`` tells whether the author can put it on a landscape page: not a table
    that is drawn from a key of the document. ``numbers_of`` is the id of the chart whose numbers it has, if it has
    nothing else.
    """

    head: tuple[tuple[HeaderCell, ...], ...]
    groups: tuple[RowGroup, ...]
    aligns: tuple[Align, ...]
    row_headers: bool = False
    total: tuple[Blocks, ...] = ()
    widths: tuple[float, ...] = ()
    spare: float = 0.0
    keeps: tuple[RowKeep, ...] = ()
    head_repeats: bool = True
    caption: Caption | None = None
    notes: tuple[Inlines, ...] = ()
    source: Inlines = ()
    id: str = ""
    turns: bool = True
    numbers_of: str = ""
