"""The space above the rows of grids, for all writers."""

from __future__ import annotations

from csp_docs.blocks import Grid, GridCell, Section
from csp_docs.theme.theme import Theme


def spaces_above(grid: Grid, level: int, theme: Theme) -> list[float]:
    """Return the space above each row of ``grid``: that above its headings, which are of ``level``, if any is larger.

    So a heading in a grid is as far below the text above it as any other of its level.
    """
    return [
        max(theme.grid_gutter if place else theme.apart, *(_above(cell, level, theme) for cell in row))
        for place, row in enumerate(grid.rows)
    ]


def _above(cell: GridCell, level: int, theme: Theme) -> float:
    """Return the space that the heading at the top of a cell has above it; 0 if there is none."""
    first = None if cell.title else next(iter(cell.blocks), None)
    return theme.heading(level).before if isinstance(first, Section) and first.title else 0.0
