"""Tables: rows and columns, headings and texts across all columns, and totals."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, TypeAlias, cast

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.choices import Align, TableSizeName
from csp_docs.model.lists import Bullets, ListItem, Numbered
from csp_docs.model.numbers import as_cell
from csp_docs.model.values import (
    IN_FILE,
    SHORT_FORM,
    Markdown,
    ModelError,
    items,
    named,
    said,
    shares,
    some,
    texts,
)

_NARROWEST = 0.04
"""The smallest share of a table's width that a column may have: room for three digits at 12 pt."""


class TableSize(Enum):
    """The size of the words of a table: 12 pt as in the text, or 10 pt if the council's template allows that."""

    NORMAL = "normal"
    SMALL = "small"


def table_size(value: TableSize | TableSizeName) -> TableSize:
    """Return a size by its name."""
    return named(TableSize, value)


def wide_enough(_: object, attribute: Attribute[Any], widths: tuple[float, ...]) -> None:
    """Refuse a column that is too narrow for words: an attrs validator."""
    if any(width <= 0 or width < _NARROWEST * sum(widths) for width in widths):
        fact, hint = "a column is too narrow for words", "give shares such as 40, 30, 30"
        raise ModelError(Code.OUT_OF_RANGE, fact, hint, (attribute.name,))


def _columns(value: list[Any] | tuple[Any, ...]) -> tuple[ColumnName, ...]:
    return items(tuple(map(as_cell, items(value, object))), (str, Column))


def _aligns(value: list[Align] | tuple[Align, ...]) -> tuple[str, ...]:
    return texts(cast(list[str], value))


def _groups(value: list[ColumnGroup] | tuple[ColumnGroup, ...]) -> tuple[ColumnGroup, ...]:
    return items(value, ColumnGroup)


Cells: TypeAlias = tuple[ListItem, ...]
"""A row: its cells are texts, of one paragraph or several, and lists."""
TotalRow: TypeAlias = Markdown | tuple[Markdown, ...]
"""The words of a row whose totals are calculated, or a cell for each column."""
Totals: TypeAlias = Markdown | tuple[TotalRow, ...]
"""One row with totals, or several."""


def _cells(value: list[Any] | tuple[Any, ...]) -> Cells:
    """Return the cells of a row: numbers become texts, and a list is a list of bullets. An empty text is a cell."""
    found = tuple(Bullets(cell) if isinstance(cell, list | tuple) else as_cell(cell) for cell in items(value, object))
    return items(found, (str, Bullets, Numbered))


def _texts_in(value: list[Any] | tuple[Any, ...]) -> tuple[str, ...]:
    """Return the cells of a row that has no lists."""
    return items(tuple(map(as_cell, items(value, object))))


def _table_rows(value: Sequence[list[Any] | tuple[Any, ...] | Band | Across]) -> tuple[TableRow, ...]:
    """Return the rows of a table."""
    return tuple(row if isinstance(row, Band | Across) else _cells(row) for row in _rows(value, (Band, Across)))


def totals(value: str | list[Any] | tuple[Any, ...]) -> Totals:
    """Return a row with totals as texts; several, if any of them is a list."""
    if isinstance(value, str):
        return value
    if any(isinstance(row, list | tuple) for row in items(value, object)):
        return tuple(row if isinstance(row, str) else _texts_in(row) for row in items(value, (str, list, tuple)))
    return _texts_in(value)


def rows_of_totals(given: Totals) -> tuple[TotalRow, ...]:
    """Return each row with totals."""
    if isinstance(given, str):
        return (given,) if given else ()
    return given if any(isinstance(row, tuple) for row in given) else ((given,) if given else ())  # type: ignore[return-value]


def _inside(value: Sequence[list[Any] | tuple[Any, ...] | Across]) -> tuple[BandRow, ...]:
    return tuple(row if isinstance(row, Across) else _cells(row) for row in _rows(value, (Across,)))


def _rows(value: Any, kinds: tuple[type, ...]) -> tuple[Any, ...]:
    for position, row in enumerate(value if isinstance(value, list | tuple) else ()):
        if isinstance(row, Band) and Band not in kinds:
            hint = "end the first band before it"
            raise ModelError(Code.BLOCK_NOT_HERE, "a band of rows is inside another band", hint, (position,))
    return items(value, (list, tuple, *kinds))


@model_record
class Column:
    """A column, by the name at its head. Its cells are ratings if it is one of ``rating``.

    ``sum`` says that its cells add up the figures to their left, as far as the column before it with a sum.
    """

    column: Markdown = field(validator=said, metadata=SHORT_FORM)
    rating: bool = field(default=False, kw_only=True)
    sum: bool = field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.rating and self.sum:
            fact = f'the column "{self.column}" has both ratings and sums'
            raise ModelError(Code.ONE_OF_SEVERAL, fact, "give just one of the two", ("sum",))


@model_record
class Across:
    """A row with one text across all columns, such as the progress of the action above it."""

    across: Markdown = field(validator=said)


@model_record
class Band:
    """A heading across all columns: for its own ``rows``, or else for those after it, up to the next band.

    ``total`` is the last of its rows. The sum of a whole table has a band that it must ``subtract`` with a minus.
    """

    band: Markdown = field(validator=said)
    rows: tuple[BandRow, ...] = field(default=(), converter=_inside, kw_only=True)
    total: Totals = field(default=(), converter=totals, kw_only=True)
    subtract: bool = field(default=False, kw_only=True)


BandRow: TypeAlias = Cells | Across
TableRow: TypeAlias = Cells | Band | Across
ColumnName: TypeAlias = Markdown | Column


@model_record
class ColumnGroup:
    """A header over columns that are next to each other. It names these columns."""

    title: Markdown = field(validator=said)
    columns: tuple[Markdown, ...] = field(converter=texts, validator=some)


@model_record
class Table:
    """A table. A row has a cell for each column, a text or a list; ``""`` is an empty cell.

    A row may also be a heading across all columns (``Band``), or a text (``Across``). A text for ``total`` names a row
    of sums, which are calculated. ``align`` is ``left``, ``right`` or ``centre`` for each column; ``widths`` are
    proportions in any unit. Of the size ``small``, it is printed in 10 pt if the council's template allows that.
    """

    columns: tuple[ColumnName, ...] = field(converter=_columns, validator=some, metadata=IN_FILE)
    rows: tuple[TableRow, ...] = field(converter=_table_rows, validator=some, metadata=IN_FILE)
    id: str = field(default="", kw_only=True)
    caption: Markdown = field(default="", kw_only=True)
    row_headers: bool = field(default=False, kw_only=True)
    groups: tuple[ColumnGroup, ...] = field(default=(), converter=_groups, kw_only=True)
    total: Totals = field(default=(), converter=totals, kw_only=True)
    align: tuple[str, ...] = field(default=(), converter=_aligns, kw_only=True)
    widths: tuple[float, ...] = field(default=(), converter=shares, validator=wide_enough, kw_only=True)
    size: TableSize = field(default=TableSize.NORMAL, converter=table_size, kw_only=True)
    notes: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    source: Markdown = field(default="", kw_only=True)

    @property
    def names(self) -> tuple[Markdown, ...]:
        """The names of the columns."""
        return tuple(one.column if isinstance(one, Column) else one for one in self.columns)

    @property
    def ratings(self) -> tuple[int, ...]:
        """The places of the columns with ratings."""
        return tuple(place for place, one in enumerate(self.columns) if isinstance(one, Column) and one.rating)

    @property
    def sums(self) -> tuple[int, ...]:
        """The places of the columns that add up others."""
        return tuple(place for place, one in enumerate(self.columns) if isinstance(one, Column) and one.sum)

    @property
    def totals(self) -> tuple[TotalRow, ...]:
        """The rows with totals of the whole table."""
        return rows_of_totals(self.total)

    @property
    def has_sums(self) -> bool:
        """Whether there are rows or columns that add up others."""
        return bool(self.sums or self.total) or any(isinstance(row, Band) and row.total for row in self.rows)

    @columns.validator
    def _named(self, _: Attribute[Any], columns: tuple[ColumnName, ...]) -> None:
        for position, name in enumerate(columns):
            if isinstance(name, str) and not name.strip():
                raise ModelError(
                    Code.EMPTY_TEXT, f"column {position + 1} has no name", "say what it holds", ("columns", position)
                )

    @rows.validator
    def _full_rows(self, _: Attribute[Any], rows: tuple[TableRow, ...]) -> None:
        of_band = False
        for number, row in enumerate(rows):
            at = ("rows", number)
            _below_a_row(row, rows[number - 1] if number else None, at)
            if isinstance(row, Band):
                self._full_band(row, rows[number + 1 : number + 2], at)
                of_band = bool(row.rows)
            elif of_band:
                hint = "put it before the first band, or in its own band"
                raise ModelError(Code.GROUP_MISPLACED, "a row after a band looks like part of the band", hint, at)
            elif not isinstance(row, Across):
                self._full_row(row, f"row {number + 1}", at)

    def _full_band(self, band: Band, following: tuple[TableRow, ...], at: tuple[str | int, ...]) -> None:
        if not band.rows and not [row for row in following if not isinstance(row, Band)]:
            fact = f'the band "{band.band}" has no rows'
            raise ModelError(Code.EMPTY_LIST, fact, "add its rows below it, or remove it", at)
        for number, row in enumerate(band.rows):
            _below_a_row(row, band.rows[number - 1] if number else None, (*at, "rows", number))
            if not isinstance(row, Across):
                self._full_row(row, f"row {number + 1}", (*at, "rows", number))
        self._full_totals(band.total, (*at, "total"))

    def _full_row(self, row: Cells, what: str, at: tuple[str | int, ...]) -> None:
        """Refuse a row that is not as long as the columns; columns with sums may be left out of it."""
        if not self.sums or len(row) != len(self.columns) - len(self.sums):
            _same_length(row, self.columns, what, at)

    @total.validator
    def _full_total(self, _: Attribute[Any], total: Totals) -> None:
        self._full_totals(total, ("total",))

    def _full_totals(self, given: Totals, at: tuple[str | int, ...]) -> None:
        found = rows_of_totals(given)
        for number, row in enumerate(found):
            if not isinstance(row, str):
                _same_length(row, self.columns, "the total row", at if len(found) == 1 else (*at, number))

    @align.validator
    def _known_aligns(self, _: Attribute[Any], align: tuple[str, ...]) -> None:
        _same_length(align or self.columns, self.columns, "align", ("align",))
        for position, name in enumerate(align):
            if name not in ("left", "right", "centre"):
                raise ModelError(
                    Code.UNKNOWN_VALUE,
                    f'the alignment "{name}" is not known',
                    "use left, right or centre",
                    ("align", position),
                )

    @widths.validator
    def _full_widths(self, _: Attribute[Any], widths: tuple[float, ...]) -> None:
        _same_length(widths or self.columns, self.columns, "widths", ("widths",))


def _below_a_row(row: TableRow, above: TableRow | None, at: tuple[str | int, ...]) -> None:
    """Refuse a text across all columns that has no row ``above`` it."""
    if isinstance(row, Across) and (above is None or isinstance(above, Band)):
        hint = "put it below the row that it belongs to; for a heading above rows, write `band: …`"
        raise ModelError(Code.NOTHING_ABOVE, "a text across all columns has no row above it", hint, at)


def _same_length(cells: tuple[Any, ...], columns: tuple[Any, ...], what: str, at: tuple[str | int, ...]) -> None:
    if len(cells) != len(columns):
        raise ModelError(
            Code.WRONG_LENGTH,
            f"{what} has {_counted(len(cells), 'value')}, but the table has {_counted(len(columns), 'column')}",
            "give one value for each column" + ("" if what in ("align", "widths") else ' ("" is an empty cell)'),
            at,
        )


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
