"""The headers of a cell of a table, if its place alone does not show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from csp_docs.blocks import Table
from csp_docs.writers.pdf.objects import text_string

if TYPE_CHECKING:
    from csp_docs.writers.pdf.type.setting import Setting


@define(eq=False, repr=False)
class CellHeaders:
    """The headers of each cell of a table with more than one row of headers (ISO 32000-1, table 349).

    In simpler tables, readers find headers by their scope.
    """

    setting: Setting
    table: Table
    columns: list[list[str]] = field(init=False)
    group: list[str] = field(factory=list)
    row: list[str] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self.columns = [[] for _ in self.table.aligns]

    def of_columns(self, first: int, span: int) -> str:
        """Return the ID of a header over ``span`` columns; empty if none is needed."""
        name = self._id()
        for column in self.columns[first : first + span] if name else ():
            column.append(name)
        return name

    def of_group(self) -> str:
        """Return the ID of the header of the rows that follow."""
        self.group = [self._id()]
        return self.group[0]

    def leave_group(self) -> None:
        """End the current group."""
        self.group = []

    def of_row(self) -> str:
        """Return the ID of the header of a row."""
        self.row = [self._id()]
        return self.row[0]

    def above(self, column: int) -> str:
        """Return the attributes of a data cell."""
        if not self._needed:
            return ""
        return f"/O/Table/Headers[{''.join(map(text_string, (*self.columns[column], *self.group, *self.row)))}]"

    @property
    def _needed(self) -> bool:
        return len(self.table.head) > 1 or any(group.title for group in self.table.groups)

    def _id(self) -> str:
        return self.setting.header_id() if self._needed else ""
