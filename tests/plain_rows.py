"""The rows of tables that have nothing but texts."""

from __future__ import annotations

from csp_docs.model import Table


def plain_rows(table: Table) -> list[tuple[str, ...]]:
    """Return the texts of the cells of each row."""
    rows = [row for row in table.rows if isinstance(row, tuple)]
    assert len(rows) == len(table.rows)
    return [tuple(cell for cell in row if isinstance(cell, str)) for row in rows]
