"""The cells of tables of two files: where the words alone do not say in which row and column they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from csp_docs.comparing.differences import Difference, Side
from csp_docs.comparing.tables import Table

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
        if theirs and own.rows != theirs.rows and _shape(own) == _shape(theirs):
            mine, yours = next(both for both in zip(own.rows, theirs.rows, strict=True) if both[0] != both[1])
            yield Difference(PART, _side(mine, own), _side(yours, theirs))


def untold(first: Reading, other: Reading) -> int:
    """Return of how many tables it is not known which words are in which cells."""
    both = ((first, other), (other, first))
    return max(sum(_is_untold(*pair) for pair in matched(*files)) for files in both)


def _is_untold(own: Table, theirs: Table | None) -> bool:
    return own.has_holes if theirs is None else _shape(own) != _shape(theirs)


def _shape(one: Table) -> tuple[int, int]:
    return len(one.rows), max(map(len, one.rows), default=0)


def _side(row: Sequence[str], of: Table) -> Side:
    return Side(" | ".join(words or _EMPTY for words in row), "", "", of.place)
