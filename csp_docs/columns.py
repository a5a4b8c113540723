"""Column widths from the content of a table, for every writer alike."""

from __future__ import annotations

from csp_docs import walk
from csp_docs.blocks import Table

_LONG = 40
"""A cell of more characters than this wraps: it asks for no more room than this."""
_AIR = 3
"""Room beside a column's longest word, in characters."""


def column_widths(table: Table) -> tuple[float, ...]:
    """Return shares that add up to 1: no column narrower than its longest word, the rest by the length of the texts."""
    columns = list(zip(*_rows(table), strict=True))
    wanted = [max(_longest_word(texts) + _AIR, min(max(map(len, texts)), _LONG)) for texts in columns]
    return tuple(width / sum(wanted) for width in wanted)


def _rows(table: Table) -> list[list[str]]:
    names = [walk.words(cell.inlines) for cell in table.head[-1]]
    rows = [row for group in table.groups for row in group.rows]
    cells = [[" ".join(walk.texts(cell)) for cell in row] for row in (*rows, table.total) if row]
    return [names, *cells]


def _longest_word(texts: tuple[str, ...]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=0)
