"""Tables as they are laid out: in which row and column each value is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from csp_docs.comparing.words import canonical
from csp_docs.records import record

_MOST_ACROSS, _MOST_CELLS = 1_000, 1_000_000
Rows = tuple[tuple[str, ...], ...]


@record
class Table:
    """A table at a ``place``: its ``words`` in one form, and those of the cells of its rows, as they are laid out."""

    place: str
    words: str
    rows: Rows
    cells: tuple[str, ...] = ()
    """The cells with words in their order, those that are merged once."""
    listed: bool = False
    """Whether it is a list of terms and their values, which has no columns."""

    @property
    def has_holes(self) -> bool:
        """Tell whether a cell is empty or merged: then the order of words does not say what is in which cell.

        Empty cells after the last words do not count: a grid with three cells in two columns ends with one.
        """
        flat = [words for row in self.rows for words in row]
        last = max((place for place, words in enumerate(flat) if words), default=0)
        return "" in flat[:last] or "".join(flat) != self.words


@record
class Cell:
    """The words of a cell, and how many columns and rows it goes over; ``goes_on`` is one merged with that above."""

    words: str
    across: int = 1
    down: int = 1
    goes_on: bool = False


def table(place: str, rows: Iterable[Sequence[Cell]]) -> Table:
    """Return the table of cells: a merged cell is in all columns and rows that it goes over.

    >>> table("", [[Cell("a", down=2), Cell("b")], [Cell("c")]]).rows
    (('a', 'b'), ('a', 'c'))
    """
    given = [[(_letters(cell.words), cell) for cell in row] for row in rows]
    return _table(place, given, listed=False)


def listed(place: str, words: Iterable[str]) -> Table:
    """Return a list of terms and their values as a table; ``words`` are those of each term and each value.

    >>> listed("", ["Ward", "All", "Lead", ""]).cells
    ('Ward', 'All', 'Lead')
    """
    return _table(place, [[(_letters(one), Cell(one))] for one in words], listed=True)


def _table(place: str, given: list[list[tuple[str, Cell]]], *, listed: bool) -> Table:
    cells = tuple(words for row in given for words, _ in row if words)
    return Table(place, "".join(cells), _without_empty(_laid_out(given)), cells, listed)


def _letters(words: str) -> str:
    """Return words without spaces and hyphens, which ends of lines may have."""
    return canonical(words).replace("-", "").replace(" ", "")


def _laid_out(given: list[list[tuple[str, Cell]]]) -> list[list[str]]:
    rows, waiting, above = list[list[str]](), dict[int, tuple[int, str]](), list[str]()
    room = _MOST_CELLS
    for row in given:
        here = list[str]()
        for words, cell in row:
            _fill(here, waiting)
            said = above[len(here)] if cell.goes_on and len(here) < len(above) else words
            for _ in range(min(max(cell.across, 1), _MOST_ACROSS, room)):
                if cell.down > 1:
                    waiting[len(here)] = cell.down - 1, said
                here.append(said)
        _fill(here, waiting)
        room = max(room - len(here), 1)
        rows.append(here)
        above = here
    return rows


def _fill(here: list[str], waiting: dict[int, tuple[int, str]]) -> None:
    """Add the cells of rows above that go on in this one."""
    while len(here) in waiting:
        rows, words = waiting.pop(at := len(here))
        if rows > 1:
            waiting[at] = rows - 1, words
        here.append(words)
        if rows > 1:
            waiting[at] = rows - 1, words


def _without_empty(rows: list[list[str]]) -> Rows:
    """Return rows of one length, without rows and columns that are empty."""
    columns = [column for column in zip_longest(*(row for row in rows if any(row)), fillvalue="") if any(column)]
    return tuple(zip(*columns, strict=True))
