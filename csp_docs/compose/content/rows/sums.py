"""Sums of tables: of columns and rows, calculated from what is printed, and compared with those that are typed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Self

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, walk
from csp_docs.compose.content.table_figures import Cells, heads_of
from csp_docs.compose.context import Context
from csp_docs.errors import Code
from csp_docs.measures.sums import Kind, Row, is_called_total, kinds_of, parts_of
from csp_docs.measures.table_sums import Figure, Sum, aim_of, disagrees, has_sum, is_of_shares, summed, words_among
from csp_docs.model import Band, Table
from csp_docs.model.lists import ListItem
from csp_docs.model.tables import rows_of_totals
from csp_docs.reading.faults import shortened
from csp_docs.records import record

_LEFT_OUT = "correct it, or write only the words of the total, and it is calculated"


@record
class _Part:
    """The printed cells of rows of one group, the sign with which a sum has them, and what each row is."""

    rows: tuple[tuple[str, ...], ...]
    sign: int
    kinds: list[Kind]


@record
class Sums:
    """The sums of the columns of a table, or of one of its groups."""

    given: Table
    parts: list[_Part]
    columns: tuple[int, ...]
    context: Context

    @classmethod
    def of(cls, given: Table, groups: list[tuple[Cells, ...]], signs: list[int], context: Context) -> Self:
        """Return the sums of ``groups`` of rows, which have these ``signs`` in the sum of the table."""
        printed = [tuple(map(_printed, rows)) for rows in groups]
        whole = list(zip(*chain(*printed), strict=True))
        columns = tuple(
            place
            for place, cells in enumerate(whole)
            if place in given.sums or (place and has_sum(heads_of(given, place), cells))
        )
        named = [[_row(row, columns) for row in rows] for rows in printed]
        kinds = kinds_of(named, is_first_loose=not isinstance(given.rows[0], Band))
        return cls(given, [_Part(*one) for one in zip(printed, signs, kinds, strict=True)], columns, context)

    def of_group(self, place: int) -> Sums:
        """Return the sums of the columns in one group."""
        part = self.parts[place]
        return Sums(self.given, [_Part(part.rows, 1, part.kinds)], self.columns, self.context)

    def row(self, words: str, label: Blocks) -> Cells:
        """Return the row of sums that is called ``words``; a sum that would mean nothing is a problem."""
        named = [_row(row, self.columns) for part in self.parts for row in part.rows]
        kinds = [kind for part in self.parts for kind in part.kinds]
        self.context.problems.extend(parts_of(named, f'the total "{words}"', kinds).findings)
        found = {column: self._sum(column) for column in self.columns}
        mixed = next((column for column, one in found.items() if len(one.units) > 1), None)
        if mixed is not None:
            units = " and ".join(f'in "{unit}"' if unit else "without a unit" for unit in found[mixed].units)
            fact = f'the total "{words}" would add figures of "{self.given.names[mixed]}" {units}'
            self.context.problem(Code.NO_TOTAL, fact, "give them one unit, or type the cells of the total", words)
        elif not found:
            fact = f'the total "{words}" has nothing to add up: no column has amounts'
            self.context.problem(Code.NO_TOTAL, fact, "type a cell for each column: `total: [All, …]`", words)
        return (label, *(_cell(found[at].printed) if at in found else () for at in range(1, len(self.given.columns))))

    def compare(self, typed: tuple[str, ...], *, alone: bool) -> None:
        """Warn of a typed total that is not the sum. One of several is a sum only if it is called so."""
        if is_of_shares(typed[0]) or not (alone or is_called_total(typed[0])):
            return
        for column in self.columns:
            cells = self._added(column)
            if disagrees(typed[column], cells, of_first=True) and not self._counts_totals(column, typed):
                head, found = self.given.names[column], aim_of(cells).printed
                fact = f'the total of "{head}" is {typed[column]}, but its rows add up to {found}'
                hint = _LEFT_OUT if len(self._sum(column).units) == 1 else "correct it, and give the figures one unit"
                self.context.warn(Code.WRONG_TOTAL, fact, hint, typed[column] or typed[0])

    def _counts_totals(self, column: int, typed: tuple[str, ...]) -> bool:
        """Tell whether a typed total adds the totals among the rows too, which has a warning of its own."""
        every = summed([(row[column], part.sign) for part in self.parts for row in part.rows])
        has_totals = any(not kind.is_added for part in self.parts for kind in part.kinds)
        return has_totals and every.figure == Figure.of(typed[column])

    def _sum(self, column: int) -> Sum:
        return summed(self._added(column))

    def _added(self, column: int) -> list[tuple[str, int]]:
        return [
            (row[column], part.sign)
            for part in self.parts
            for row, kind in zip(part.rows, part.kinds, strict=True)
            if kind.is_added
        ]


def with_row_sums(rows: list[Cells], given: Table, context: Context) -> list[Cells]:
    """Return rows with the cells of columns of sums; those that are typed are compared with the sums."""
    if not given.sums:
        return rows
    printed = [list(_printed(row)) for row in rows]
    start = 1
    for column in given.sums:
        columns = list(zip(*printed, strict=True))
        added = [place for place in range(start, column) if has_sum(heads_of(given, place), columns[place])]
        if not added:
            fact = f'the column "{given.names[column]}" has nothing to add up: no column before it has amounts'
            context.problem(Code.NO_TOTAL, fact, "put it after the columns that it adds", given.names[column])
        for place, row in enumerate(printed):
            rows[place] = _with_sum(rows[place], row, column, added, given, context)
            row[column] = _printed(rows[place])[column]
        start = column + 1
    return rows


def warn_of_words(given: Table, rows: list[Cells], cells: list[tuple[ListItem, ...]], context: Context) -> None:
    """Warn of words in columns that are added up, whose sums are not known or leave them out.

    ``cells`` are those that the author gave for ``rows``.
    """
    in_bands = (rows_of_totals(row.total) for row in given.rows if isinstance(row, Band))
    has_total = any(isinstance(total, str) for total in chain(given.totals, *in_bands))
    end = len(given.columns) if has_total else max(given.sums, default=0)
    columns = list(zip(*map(_printed, rows), strict=True))
    for place in range(1, end):
        heads, column = heads_of(given, place), columns[place]
        if place in (*given.sums, *given.ratings) or not (words := words_among(heads, column)):
            continue
        at = column.index(words)
        fact = f'"{shortened(words)}" of "{columns[0][at]}" is not a figure, but the column "{heads[0]}" is added up'
        printed = "its sums are printed as [x]" if has_sum(heads, column) else "its figures are in no sum"
        hint = f'{printed}: write a figure, "[x]", or "–" if there is nothing to add, and the words in a note'
        left_out = sum(sums < place for sums in given.sums) if len(cells[at]) < len(columns) else 0
        context.warn(Code.WORDS_IN_SUM, fact, hint, cells[at][place - left_out])


def _with_sum(cells: Cells, row: list[str], column: int, added: list[int], given: Table, context: Context) -> Cells:
    parts = [(row[place], 1) for place in added]
    found = summed(parts)
    if len(found.units) > 1 and not row[column]:
        fact = f'the sum of "{row[0]}" would add figures with different units'
        context.problem(Code.NO_TOTAL, fact, "give them one unit", given.names[column])
    if not row[column]:
        return (*cells[:column], _cell(found.printed), *cells[column + 1 :])
    if disagrees(row[column], parts):
        fact = f'"{given.names[column]}" of "{row[0]}" is {row[column]}, but the row adds up to {aim_of(parts).printed}'
        context.warn(Code.WRONG_TOTAL, fact, "correct it, or leave it out, and it is calculated", given.names[column])
    return cells


def _row(row: Sequence[str], columns: tuple[int, ...]) -> Row:
    figures = [Figure.of(row[column]) for column in columns]
    return Row(row[0], tuple(figure.value if figure else None for figure in figures))


def _printed(row: Cells) -> tuple[str, ...]:
    return tuple(" ".join(walk.texts(cell)) for cell in row)


def _cell(printed: str) -> Blocks:
    return (b.Paragraph((b.Text(printed),)),) if printed else ()
