"""Tables: data below headers, and labels with their values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from itertools import accumulate
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
    """One row of a cover sheet: one fact, or two side by side. It is on the page of the next row if ``with_next``."""

    facts: tuple[Fact, ...]
    with_next: bool = False


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
class Across:
    """A row of a table with one cell over all columns. It says more about the row above it."""

    blocks: Blocks


@record
class RowGroup:
    """Rows of a table's body, which may have a title above them."""

    rows: tuple[tuple[Blocks, ...] | Across, ...]
    title: Inlines = ()

    @property
    def full_rows(self) -> tuple[tuple[Blocks, ...], ...]:
        """The rows that have a cell in each column."""
        return tuple([row for row in self.rows if not isinstance(row, Across)])


@record
class Table(Node):
    """A data table: cells of header rows may span columns; cells of the body hold blocks; no row has a gap.

    Cells of the body do not span columns, but a row may be one text across all of them.

    ``widths`` are shares that add up to 1 (``resolve`` sets them from the content when the author gave none), and
    ``spare`` is the room that a last column of figures leaves at its right, in points. ``resolve`` also sets ``keeps``,
    one for each row of the body (the titles of groups and the totals are rows), and ``head_repeats``, whether the
    header rows are printed again on each page. The words of a ``small`` table are smaller than others. ``turns`` tells
    whether the author can put it on a landscape page: not a table that is drawn from a key of the document.
    ``numbers_of`` is the id of the chart whose numbers it has, if it has nothing else.
    """

    head: tuple[tuple[HeaderCell, ...], ...]
    groups: tuple[RowGroup, ...]
    aligns: tuple[Align, ...]
    row_headers: bool = False
    totals: tuple[tuple[Blocks, ...], ...] = ()
    widths: tuple[float, ...] = ()
    spare: float = 0.0
    keeps: tuple[RowKeep, ...] = ()
    head_repeats: bool = True
    caption: Caption | None = None
    notes: tuple[Inlines, ...] = ()
    source: Inlines = ()
    id: str = ""
    small: bool = False
    turns: bool = True
    numbers_of: str = ""


def headers_over(head: tuple[tuple[HeaderCell, ...], ...], row: int) -> tuple[bool, ...]:
    """Return whether each cell of a header row is above other headers: a rule below it shows which they are."""
    below = {column for cells in head[row + 1 :] for column, cell in _places(cells) if cell.inlines}
    return tuple(
        bool(cell.inlines) and not below.isdisjoint(range(column, column + cell.span))
        for column, cell in _places(head[row])
    )


def _places(row: tuple[HeaderCell, ...]) -> Iterator[tuple[int, HeaderCell]]:
    """Yield each header with the first column that it is above."""
    return zip(accumulate((cell.span for cell in row), initial=0), row, strict=False)


class CellHeaders:
    """The headers of each cell of a table with more than one row of headers, with groups, or with texts across it.

    In simpler tables, readers find headers by their scope (HTML, 4.9.11; ISO 32000-1, table 349). ``fresh`` returns an
    id that nothing else has.
    """

    def __init__(self, table: Table, fresh: Callable[[], str]) -> None:
        self._fresh = fresh
        self._needed = len(table.head) > 1 or any(group.title or _has_across(group) for group in table.groups)
        self._columns: list[list[str]] = [[] for _ in table.aligns]
        self._group: list[str] = []
        self._row: list[str] = []

    def of_columns(self, first: int, span: int) -> str:
        """Return the id of a header over ``span`` columns; empty if none is needed."""
        name = self._id()
        for column in self._columns[first : first + span] if name else ():
            column.append(name)
        return name

    def of_group(self) -> str:
        """Return the id of the header of the rows that follow."""
        self._group = [self._id()]
        return self._group[0]

    def leave_group(self) -> None:
        """End the current group."""
        self._group = []

    def begin_row(self) -> None:
        """Begin a row, which has no header yet."""
        self._row = []

    def of_row(self) -> str:
        """Return the id of the header of a row."""
        self._row = [self._id()]
        return self._row[0]

    def above(self, column: int) -> tuple[str, ...]:
        """Return the ids of the headers of a data cell; none if none are needed."""
        return (*self._columns[column], *self._group, *self._row) if self._needed else ()

    def across(self) -> tuple[str, ...]:
        """Return the ids of the headers of a cell over all columns: of its group and its row, or of all columns."""
        return (*self._group, *self._row) or tuple(dict.fromkeys(name for names in self._columns for name in names))

    def _id(self) -> str:
        return self._fresh() if self._needed else ""


def _has_across(group: RowGroup) -> bool:
    return any(isinstance(row, Across) for row in group.rows)
