"""Tables of the format to tables of the block tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, walk
from csp_docs.compose.content.table_figures import Cells, alike
from csp_docs.compose.content.typed import below, in_row
from csp_docs.compose.context import Context
from csp_docs.errors import Code, origin_of
from csp_docs.measures.cells import of_figures
from csp_docs.measures.sums import Row, kinds_of, same_numbers
from csp_docs.measures.years import is_money
from csp_docs.model import Across, Band, ColumnGroup, Table
from csp_docs.model.lists import Bullets, ListItem, Numbered
from csp_docs.model.numbers import Written, written
from csp_docs.model.tables import TableRow, TableSize, TotalRow, rows_of_totals
from csp_docs.records import record

if TYPE_CHECKING:
    from csp_docs.compose.content.rows.sums import Sums

Widths: TypeAlias = tuple[float, ...]
Lists: TypeAlias = Callable[[Bullets | Numbered, Context], b.List]
NOTHING = "–"
"""Printed in a cell of a table made from the model where nothing was given, so that no empty cell looks forgotten."""
_OF_HUNDRED = re.compile(
    r"%|\b(?:per ?cent|percentages?|shares?|proportions?|rates?|canran|cyfran|cyfradd)\b", re.IGNORECASE
)
"""A head that says so has shares: 35 of 100 cases are not the same as 35%."""


def or_nothing(blocks: Blocks) -> Blocks:
    """Return the blocks of a cell, or a dash if there are none."""
    return blocks or (b.Paragraph((b.Text(NOTHING),)),)


def table(given: Table, context: Context, lists: Lists) -> b.Table:
    """Return a table with its headers, aligned columns, caption, notes and source; ``lists`` makes those in cells."""
    found = _Rows(given, context, lists).body()
    _judge_figures(given, found.printed, context)
    head = _head(given, context)
    return b.Table(
        head=head,
        groups=found.groups,
        aligns=tuple(b.Align(name) for name in given.align) or _aligns(given, found.printed),
        row_headers=given.row_headers,
        totals=found.totals,
        widths=shares_of(given.widths, head[-1], context, given.caption or given.names[0]),
        small=is_small(given.size, context, given.caption or given.names[0]),
        caption=caption_of(given.caption, context.term("table"), context),
        notes=tuple(context.inlines(note) for note in given.notes),
        source=source_of(given.source, context),
        id=given.id,
        origin=origin_of(given.caption) or origin_of(given.names[0]),
    )


@record
class _Group:
    """Rows below a band, or those above the first one, which have none: full rows, and texts across all columns."""

    band: Band | None
    rows: tuple[tuple[ListItem, ...] | Across, ...]

    @property
    def totals(self) -> tuple[TotalRow, ...]:
        return rows_of_totals(self.band.total) if self.band else ()

    @property
    def sign(self) -> int:
        """1, or -1 if the sum of the table subtracts these rows."""
        return -1 if self.band and self.band.subtract else 1


@record
class _Body:
    """The body of a table: its groups, the totals of all of it, and the words of its full rows."""

    groups: tuple[b.RowGroup, ...]
    totals: tuple[Cells, ...]
    printed: list[list[str]]


@record
class _Rows:
    """The rows of a table in the block tree; ``lists`` makes the lists in its cells."""

    given: Table
    context: Context
    lists: Lists

    def body(self) -> _Body:
        """Return all rows, with figures of one form in each column."""
        given, groups = self.given, _grouped(self.given.rows)
        full = [[self._cells(row) for row in group.rows if not isinstance(row, Across)] for group in groups]
        counts, rows = [len(rows) for rows in full], list(chain(*full))
        of_groups, of_table = list[tuple[Cells, ...]]([()] * len(groups)), tuple[Cells, ...]()
        if given.has_sums:
            from csp_docs.compose.content.rows.sums import Sums, warn_of_words, with_row_sums

            given_rows = [row for group in groups for row in group.rows if not isinstance(row, Across)]
            warn_of_words(given, rows, given_rows, self.context)
            rows = with_row_sums(rows, given, self.context)
            sums = Sums.of(given, _divided(rows, counts), [group.sign for group in groups], self.context)
            of_groups = [self._totals(group.totals, sums.of_group(at)) for at, group in enumerate(groups)]
            of_table = self._totals(given.totals, sums)
        found, totals = alike(given, tuple(rows), (*chain(*of_groups), *of_table), self.context)
        ends = _divided(totals, [len(one) for one in of_groups])
        return _Body(
            tuple(map(self._group, groups, _divided(found, counts), ends)),
            totals[len(totals) - len(of_table) :],
            [[" ".join(walk.texts(cell)) for cell in row] for row in found],
        )

    def _cells(self, row: tuple[ListItem, ...]) -> Cells:
        """Return the cells of a row; sums that are left out are empty."""
        left_out = self.given.sums if len(row) < len(self.given.columns) else ()
        cells = iter(row)
        places = range(len(self.given.columns))
        return tuple(() if place in left_out else self._cell(next(cells), row, place) for place in places)

    def _cell(self, cell: ListItem, row: tuple[ListItem, ...], place: int, *, is_total: bool = False) -> Blocks:
        """Return a cell; one below "Reference", or next to "Helpline", is printed as it is typed."""
        if not isinstance(cell, str):
            return (self.lists(cell, self.context),)
        head, name = self.given.names[place], row[0]
        if place in self.given.ratings and cell:
            from csp_docs.compose.content.rows.ratings import rated

            return rated(cell, head, self.context, needed=not is_total)
        inside = in_row((name,), cell, self.context) if isinstance(name, str) else self.context
        return below(head, cell, inside).paragraphs(cell)

    def _totals(self, rows: tuple[TotalRow, ...], sums: Sums) -> tuple[Cells, ...]:
        """Return rows with totals: calculated, or as they are typed, which is compared with the sums."""
        found = list[Cells]()
        for row in rows:
            if isinstance(row, str):
                found.append(sums.row(row, self.context.paragraphs(row)))
            else:
                sums.compare(row, alone=len(rows) == 1)
                found.append(tuple(self._cell(cell, row, place, is_total=True) for place, cell in enumerate(row)))
        return tuple(found)

    def _group(self, group: _Group, rows: tuple[Cells, ...], totals: tuple[Cells, ...]) -> b.RowGroup:
        full, context = iter(rows), self.context
        made = [
            b.Across(context.paragraphs(row.across)) if isinstance(row, Across) else next(full) for row in group.rows
        ]
        title = context.inlines(group.band.band) if group.band else ()
        return b.RowGroup((*made, *(tuple(map(_strong, row)) for row in totals)), title)


def _grouped(rows: tuple[TableRow, ...]) -> list[_Group]:
    """Return the rows by their bands; those above the first band have none."""
    groups = [_Group(None, ())]
    for row in rows:
        if isinstance(row, Band):
            groups.append(_Group(row, row.rows))
        else:
            groups[-1] = evolve(groups[-1], rows=(*groups[-1].rows, row))
    return groups if groups[0].rows else groups[1:]


def _divided(rows: Sequence[Cells], counts: list[int]) -> list[tuple[Cells, ...]]:
    """Return rows in runs of these lengths."""
    return [tuple(rows[start:end]) for start, end in pairwise(accumulate(counts, initial=0))]


def _strong(cell: Blocks) -> Blocks:
    return tuple(
        walk.changed(block, inlines=(b.Strong(block.inlines),)) if isinstance(block, b.Paragraph) else block
        for block in cell
    )


def facts_table(facts: Mapping[str, str], summary: str, context: Context) -> b.Facts:
    """Return labels with their texts as a table of two columns."""
    rows = tuple(
        b.FactRow((b.Fact(context.inlines(label), below(label, text, context).paragraphs(text)),))
        for label, text in facts.items()
    )
    return b.Facts(rows, summary, origin=origin_of(next(iter(facts))))


def shares_of(widths: tuple[float, ...], head: tuple[b.HeaderCell, ...], context: Context, at: object) -> Widths:
    """Return the shares of the columns with these names; none, and a problem, if there are not as many ``widths``."""
    if widths and len(widths) != len(head):
        names = ", ".join(walk.words(cell.inlines) for cell in head)
        fact = f"`widths` has {len(widths)} values, but the table prints {len(head)} columns: {names}"
        context.problem(Code.WRONG_LENGTH, fact, "give one value for each of these columns", at)
        return ()
    return tuple(width / sum(widths) for width in widths)


def is_small(size: TableSize, context: Context, at: object) -> bool:
    """Return whether a table has small words; one that the council's template does not allow is a warning."""
    if size is TableSize.SMALL and not context.layout.small_tables:
        fact = "the table asks for `size: small`, but the template of the council does not allow small tables"
        allowed = f"`layouts: {{{context.document.kind}: {{small_tables: yes}}}}`"
        hint = f"it is printed in 12 pt: remove `size`, or allow it in the template, {allowed}"
        context.warn(Code.SMALL_NOT_ALLOWED, fact, hint, at)
        return False
    return size is TableSize.SMALL


def caption_of(caption: str, word: str, context: Context) -> b.Caption | None:
    """Return a caption in the series of ``word``; None if there is none."""
    return b.Caption(word, context.inlines(caption)) if caption else None


def source_of(source: str, context: Context) -> b.Inlines:
    """Return a source after the council's word for it."""
    return (b.Text(f"{context.term('source')}: "), *context.inlines(source)) if source else ()


def _head(given: Table, context: Context) -> tuple[tuple[b.HeaderCell, ...], ...]:
    names = tuple(b.HeaderCell(context.inlines(column)) for column in given.names)
    if not given.groups:
        return (names,)
    return (_group_row(given, context), names)


def _group_row(given: Table, context: Context) -> tuple[b.HeaderCell, ...]:
    """Return the header row above the column names: groups over their columns, empty cells elsewhere."""
    cells: list[b.HeaderCell] = []
    column = 0
    for group in given.groups:
        start = _start(group, given.names, column)
        if start is None:
            hint = f"name columns that are next to each other, in order: {', '.join(given.names)}"
            context.problem(
                Code.COLUMNS_APART,
                f'the columns of the group "{group.title}" are not next to each other',
                hint,
                group.title,
            )
            return ()
        cells += [b.HeaderCell(())] * (start - column)
        cells.append(b.HeaderCell(context.inlines(group.title), len(group.columns)))
        column = start + len(group.columns)
    return (*cells, *[b.HeaderCell(())] * (len(given.names) - column))


def _start(group: ColumnGroup, columns: tuple[str, ...], first: int) -> int | None:
    """Return where a group's columns are next to each other, after those of earlier groups (names may repeat)."""
    width = len(group.columns)
    places = range(first, len(columns) - width + 1)
    return next((start for start in places if columns[start : start + width] == group.columns), None)


def _aligns(given: Table, printed: list[list[str]]) -> tuple[b.Align, ...]:
    """Return the alignment of each column: figures are right-aligned, words left-aligned."""
    first = 1 if given.row_headers else 0
    return tuple(
        b.Align.RIGHT if place >= first and of_figures(column) else b.Align.LEFT
        for place, column in enumerate(zip(*printed, strict=True))
    )


def _judge_figures(given: Table, printed: list[list[str]], context: Context) -> None:
    """Warn of columns with the same figures, and of a typed total that counts a total among the rows."""
    numbers = [list(map(written, cells)) for cells in zip(*printed, strict=True)]
    columns = [tuple(found.value if found else None for found in column) for column in numbers]
    of_figures = [at for at, column in enumerate(columns) if None not in column]
    named = [(given.names[at], columns[at], numbers[at]) for at in of_figures]
    context.problems.extend(same_numbers(Row(head, values, _units(head, found)) for head, values, found in named))
    rows = [Row(row[0], tuple(columns[at][place] for at in of_figures)) for place, row in enumerate(printed)]
    total = next((row for row in given.totals if not isinstance(row, str)), ())
    totals = [place for place, kind in enumerate(kinds_of([rows])[0]) if not kind.is_added] if total else []
    for at in of_figures if totals else ():
        known = [value or Decimal(0) for value in columns[at]]
        if 0 < len(totals) < len(printed) and _value(total[at]) == sum(known) != known[totals[0]]:
            fact = f'the total of "{given.names[at]}" counts "{printed[totals[0]][0]}" too, which is a total'
            context.warn(Code.TOTAL_AMONG_ROWS, fact, "remove that row, and correct the total", total[at])
            return


def _units(head: str, numbers: list[Written | None]) -> tuple[str, ...]:
    """Return what the figures of a column are in: the unit of its head, and of each cell that has one."""
    of_head = "%" if _OF_HUNDRED.search(head) else "£" if is_money(head) else ""
    return tuple(found.unit or of_head for found in numbers if found)


def _value(cell: str) -> Decimal | None:
    found = written(cell)
    return found.value if found else None
