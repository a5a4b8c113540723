"""The headers of a cell of a table, if its place alone does not show them."""

from __future__ import annotations

from csp_docs.blocks import Table


class CellHeaders:
    """The headers of each cell of a table with more than one row of headers, or with groups (HTML, 4.9.11).

    In simpler tables, browsers find headers by their scope.
    """

    def __init__(self, table: Table, name: str) -> None:
        self.name = name
        self.needed = len(table.head) > 1 or any(group.title for group in table.groups)
        self.columns: list[list[str]] = [[] for _ in table.aligns]
        self.group: list[str] = []
        self.row: list[str] = []
        self.made = 0

    def of_columns(self, first: int, span: int) -> str | None:
        """Return the id of a header over ``span`` columns; None if none is needed."""
        name = self._id()
        for column in self.columns[first : first + span] if name else ():
            column.append(name)
        return name or None

    def of_group(self) -> str | None:
        """Return the id of the header of the rows that follow."""
        self.group = [self._id()]
        return self.group[0] or None

    def leave_group(self) -> None:
        """End the current group."""
        self.group = []

    def begin_row(self) -> None:
        """Begin a row, which has no header yet."""
        self.row = []

    def of_row(self) -> str | None:
        """Return the id of the header of a row."""
        self.row = [self._id()]
        return self.row[0] or None

    def above(self, column: int) -> str | None:
        """Return the ids of the headers of a data cell; None if none are needed."""
        return " ".join((*self.columns[column], *self.group, *self.row)) or None if self.needed else None

    def _id(self) -> str:
        if not self.needed:
            return ""
        self.made += 1
        return f"{self.name}-h{self.made}"
