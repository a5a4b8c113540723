"""The cells of tables of two files: where the words alone do not say in which row and column they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from csp_docs.comparing.differences import Difference, Side
from csp_docs.comparing.tables import Rows, Table

if TYPE_CHECKING:
    from csp_docs.comparing.reading import Reading

PART = "cells of tables"
_EMPTY = "(empty)"


def matched(first: Reading, other: Reading) -> Iterator[tuple[Table, Table | None]]:
    """Yield the tables of a file, each with that of the other file that has the same words."""
    waiting: dict[str, list[Table]] = {}
    for one in other.tables:
        waiting.setdefault(one.words, []).append(one)
    for one in first.tables:
        same = waiting.get(one.words)
        yield one, same.pop(0) if same else None


def unequal(first: Reading, other: Reading) -> Iterator[Difference]:
    """Yield the tables of which words are in other cells: the first row that differs."""
    for own, theirs in matched(first, other):
        if theirs and not _is_untold(own, theirs):
            both = zip(*_rows(own, theirs), strict=True)
            for mine, yours in [(mine, yours) for mine, yours in both if mine != yours][:1]:
                yield Difference(PART, _side(mine, own), _side(yours, theirs))


def untold(first: Reading, other: Reading) -> int:
    """Return of how many tables it is not known which words are in which cells."""
    both = ((first, other), (other, first))
    return max(sum(_is_untold(*pair) for pair in matched(*files)) for files in both)


def _is_untold(own: Table, theirs: Table | None) -> bool:
    if theirs is None:
        return own.has_holes
    mine, yours = _rows(own, theirs)
    return _shape(mine) != _shape(yours)


def _rows(own: Table, theirs: Table) -> tuple[Rows, Rows]:
    """Return the rows of two tables that are compared: cell after cell if one of them has no columns."""
    if own.listed or theirs.listed:
        return tuple((cell,) for cell in own.cells), tuple((cell,) for cell in theirs.cells)
    return own.rows, theirs.rows


def _shape(rows: Rows) -> tuple[int, int]:
    return len(rows), max(map(len, rows), default=0)


def _side(row: Sequence[str], of: Table) -> Side:
    return Side(" | ".join(words or _EMPTY for words in row), "", "", of.place)
