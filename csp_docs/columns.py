"""Column widths from the content of a table, for every writer alike."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

from csp_docs import walk
from csp_docs.arial import width
from csp_docs.blocks import Table
from csp_docs.errors import DocumentWarning, Problem
from csp_docs.theme import Theme

_FIGURE = re.compile(r"[0-9●▲■]")
"""Figures and ratings: parted, they could be misread."""
_LEAST = 0.07
"""A column of words keeps this share of the page, else all columns give alike."""
_LONG = 0.45
"""A cell wraps: it asks for no more than this share of the page."""


def column_widths(table: Table, theme: Theme) -> tuple[float, ...]:
    """Return shares that add up to 1: no column narrower than its longest word, the rest by the length of its cells.

    A column's name may take several lines: a long one over figures leaves the room to columns of words. Warns of a
    table whose longest words do not fit side by side: words will be parted, and figures only where all columns hold
    nothing else.
    """
    page = theme.page.text_width
    columns = list(zip(*_rows(table), strict=True))
    least = [_room(max(_unbroken(texts), key=_wide, default=""), theme) for texts in columns]
    wanted = [
        max(narrow, min(_room(max(texts[1:], key=_wide, default=""), theme), _LONG * page))
        for narrow, texts in zip(least, columns, strict=True)
    ]
    spare = page - sum(least)
    if spare < 0:
        _warn(table)
        return _parted(columns, least, theme)
    asked = [more - narrow for narrow, more in zip(least, wanted, strict=True)]
    share = min(spare / sum(asked), 1) if sum(asked) else 0
    widths = [narrow + share * more for narrow, more in zip(least, asked, strict=True)]
    return tuple(one / sum(widths) for one in widths)


def _parted(columns: list[tuple[str, ...]], least: list[float], theme: Theme) -> tuple[float, ...]:
    """Return shares where words are parted: figures and ratings keep their room first, columns of words give theirs."""
    page = theme.page.text_width
    figures = [list(filter(_FIGURE.search, _unbroken(texts[1:]))) for texts in columns]
    kept = [_room(max(found, key=_wide), theme) if found else 0 for found in figures]
    missing = [narrow - keep for narrow, keep in zip(least, kept, strict=True)]
    rest = page - sum(kept)
    if rest < _LEAST * page * kept.count(0):
        return tuple(narrow / sum(least) for narrow in least)
    return tuple((keep + more * rest / sum(missing)) / page for keep, more in zip(kept, missing, strict=True))


def _unbroken(texts: tuple[str, ...]) -> Iterator[str]:
    """Yield what a line cannot be broken in: words, and words that a no-break space holds together."""
    for text in texts:
        yield from text.split(" ")


def _room(text: str, theme: Theme) -> float:
    """Return what a cell needs to hold ``text`` on one line, in points; bold, as headers and totals are."""
    return _wide(text) * theme.cell.size + 2 * theme.cell_padding[0] + 0.5


def _wide(text: str) -> float:
    return width(text, bold=True)


def _warn(table: Table) -> None:
    name = f'the table "{walk.words(table.caption.inlines)}"' if table.caption else "a table"
    fact = f"{name} is too wide for the page: its longest words are parted"
    hint = "give it fewer columns or shorter words, or put it in the block `landscape`"
    warnings.warn(str(Problem(fact, hint, table.origin)), DocumentWarning, stacklevel=2)


def _rows(table: Table) -> list[list[str]]:
    names = [walk.words(cell.inlines) for cell in table.head[-1]]
    rows = [row for group in table.groups for row in group.rows]
    cells = [[" ".join(walk.texts(cell)) for cell in row] for row in (*rows, table.total) if row]
    return [names, *cells]
