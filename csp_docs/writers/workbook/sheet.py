"""Sheets with one table each, as the workbook and the CSV files have them."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from csp_docs.errors import Origin
from csp_docs.records import record


@record
class Number:
    """A number as it is ``printed``, and the ``format`` with which Excel shows it so.

    ``value`` is the number without its ``unit`` ("%", "£", "pp" or none): 88 for 88%.
    """

    printed: str
    value: Decimal
    unit: str
    format: str

    @property
    def stored(self) -> Decimal:
        """The number as Excel stores it: 88% is 0.88."""
        return self.value.scaleb(-2) if self.unit == "%" else self.value


Cell: TypeAlias = str | Number
Row: TypeAlias = tuple[Cell, ...]


@record
class Sheet:
    """A sheet: its title in A1, ``lines`` below it, and a table, whose rows have a cell for each of the ``columns``.

    ``name`` is that of the sheet, ``table`` that of the table. ``notes`` has the text of each footnote that it marks,
    by number. ``repeated`` is the title of the table of the document that has the same numbers once more. The cells of
    its first column lead to the sheets that they name if it ``links``.
    """

    name: str
    title: str
    lines: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    table: str = ""
    notes: tuple[tuple[int, str], ...] = ()
    repeated: str = ""
    links: bool = False
    origin: Origin | None = None

    @property
    def titles(self) -> tuple[str, ...]:
        """All titles by which a reader of the document may look for it."""
        return (self.title, self.repeated) if self.repeated else (self.title,)
