"""Tables and facts: texts in rows and columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.choices import Align
from csp_docs.model.numbers import Cell, as_cell
from csp_docs.model.values import (
    IN_FILE,
    Markdown,
    ModelError,
    items,
    named_values,
    said,
    shares,
    some,
    texts,
    words,
)

_NARROWEST = 0.04
"""The smallest share of a table's width that a column may have: room for three digits at 12 pt."""


def _cells(value: list[Any] | tuple[Cell, ...]) -> tuple[str, ...]:
    """Return the cells of a row as texts; an empty text is an empty cell."""
    return items(tuple(map(as_cell, items(value, object))))


def _rows(value: list[list[Any]] | list[tuple[Any, ...]] | tuple[tuple[Cell, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(_cells, items(value, (list, tuple))))


def _facts(value: Mapping[str, Any]) -> dict[str, str]:
    return words({name: as_cell(part) for name, part in named_values(value).items()})


def _aligns(value: list[Align] | tuple[Align, ...]) -> tuple[str, ...]:
    return texts(cast(list[str], value))


def _groups(value: list[ColumnGroup] | tuple[ColumnGroup, ...]) -> tuple[ColumnGroup, ...]:
    return items(value, ColumnGroup)


@model_record
class ColumnGroup:
    """A header over columns that are next to each other. It names these columns."""

    title: Markdown = field(validator=said)
    columns: tuple[Markdown, ...] = field(converter=texts, validator=some)


@model_record
class Table:
    """A table of texts. Every row must be as long as ``columns``; ``""`` is an empty cell.

    ``align`` is ``left``, ``right`` or ``centre`` for each column; ``widths`` are proportions in any unit.
    """

    columns: tuple[Markdown, ...] = field(converter=_cells, validator=some, metadata=IN_FILE)
    rows: tuple[tuple[Markdown, ...], ...] = field(converter=_rows, validator=some, metadata=IN_FILE)
    id: str = field(default="", kw_only=True)
    caption: Markdown = field(default="", kw_only=True)
    row_headers: bool = field(default=False, kw_only=True)
    groups: tuple[ColumnGroup, ...] = field(default=(), converter=_groups, kw_only=True)
    total: tuple[Markdown, ...] = field(default=(), converter=_cells, kw_only=True)
    align: tuple[str, ...] = field(default=(), converter=_aligns, kw_only=True)
    widths: tuple[float, ...] = field(default=(), converter=shares, kw_only=True)
    notes: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    source: Markdown = field(default="", kw_only=True)

    @columns.validator
    def _named(self, _: Attribute[Any], columns: tuple[str, ...]) -> None:
        for position, name in enumerate(columns):
            if not name.strip():
                raise ModelError(
                    Code.EMPTY_TEXT, f"column {position + 1} has no name", "say what it holds", ("columns", position)
                )

    @rows.validator
    def _full_rows(self, _: Attribute[Any], rows: tuple[tuple[str, ...], ...]) -> None:
        for number, row in enumerate(rows):
            _same_length(row, self.columns, f"row {number + 1}", ("rows", number))

    @total.validator
    def _full_total(self, _: Attribute[Any], total: tuple[str, ...]) -> None:
        _same_length(total or self.columns, self.columns, "the total row", ("total",))

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
        if any(width < _NARROWEST * sum(widths) for width in widths):
            raise ModelError(
                Code.OUT_OF_RANGE, "a column is too narrow for words", "give shares such as 40, 30, 30", ("widths",)
            )


@model_record
class Facts:
    """A table with two columns, labels and texts, in the given order."""

    facts: dict[str, Markdown] = field(converter=_facts, validator=some)


def _same_length(cells: tuple[Any, ...], columns: tuple[str, ...], what: str, at: tuple[str | int, ...]) -> None:
    if len(cells) != len(columns):
        raise ModelError(
            Code.WRONG_LENGTH,
            f"{what} has {_counted(len(cells), 'value')}, but the table has {_counted(len(columns), 'column')}",
            "give one value for each column" + ("" if what in ("align", "widths") else ' ("" is an empty cell)'),
            at,
        )


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
