"""A street file, row by row: its columns, what their cells may contain, and what is wrong with any others."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from csp_docs.errors import Code, LoadError, Origin, Problem, did_you_mean
from csp_docs.records import record

MOST_PROBLEMS = 20
"""As many problems of one file are reported; if a file has more, they have one cause."""
_LONGEST_ROW = 1_000_000
_SAVED = "save the file as data.police.uk provides it: as UTF-8, separated by commas"
_IN_FILE_NAME = re.compile(r"(\d{4}-\d{2})-.*-street\.csv", re.ASCII)


@record
class Column:
    """A column that is read: its name in the file, what its cells look like, and an example for messages."""

    name: str
    pattern: str
    example: str


COLUMNS = {
    "month": Column("Month", "(19|20)[0-9]{2}-(0[1-9]|1[0-2])", "a month such as 2019-01"),
    "code": Column("LSOA code", "([EW][0-9]{8})?", "the code of an area such as E01025770"),
    "area": Column(
        "LSOA name", r"([A-Z][A-Za-z.,'&() -]{1,79} [0-9]{3}[A-Z]{1,2})?", "an area such as Harborough 002A"
    ),
    "type": Column("Crime type", "[A-Z][A-Za-z,() -]{1,59}", "a type of crime such as Burglary"),
}
"""The columns that are counted, by the names that they have in queries. Rows without a place have no area."""
_PLACE = {"code": "area", "area": "code"}
"""The columns of which both or neither are filled."""
LAST_PART = " [0-9]{3}[A-Z]{1,2}$"
"""What an LSOA's name has after that of its district."""
_LAST_PART = re.compile(LAST_PART)
_PATTERNS = {name: re.compile(column.pattern) for name, column in COLUMNS.items()}


def district_of(area: str) -> str:
    """Return the district that an LSOA is named after: "Harborough 002A" lies in Harborough."""
    return _LAST_PART.sub("", area)


def month_of_name(name: str) -> str:
    """Return the month that a file of data.police.uk has in its name, or ``""``."""
    found = _IN_FILE_NAME.fullmatch(name)
    return found[1] if found else ""


def header(path: Path, file: str) -> list[str]:
    """Return the names that the columns have in queries, in the order of the file. Raises LoadError.

    Columns that are not counted are named by their position.
    """
    names = [name.strip() for name in next(_rows(path, file), (1, []))[1]]
    if not names:
        raise LoadError([Problem(Code.NO_ROWS, "the file is empty", _SAVED, Origin(file, 1, 1))])
    if not all(map(_is_text, names)):
        raise LoadError([Problem(Code.NOT_TEXT, "the file is not UTF-8 text", _SAVED, Origin(file, 1, 1))])
    known = {column.name: name for name, column in COLUMNS.items()}
    missing = [column for column in known if names.count(column) != 1]
    if missing:
        raise LoadError(_no_column(column, names, file) for column in missing)
    return [known.get(name, f"column{at}") for at, name in enumerate(names)]


def faults(path: Path, file: str, columns: list[str], month: str) -> list[Problem]:
    """Return what is wrong with the rows of a file, the first ``MOST_PROBLEMS``; all must be of ``month`` if given."""
    return list(islice(_faults(path, file, columns, month), MOST_PROBLEMS))


def _faults(path: Path, file: str, columns: list[str], month: str) -> Iterator[Problem]:
    rows = _rows(path, file)
    next(rows)
    try:
        for line, cells in rows:
            yield from _faults_of_row(cells, columns, month, Origin(file, line, 1))
    except LoadError as error:
        yield from error.problems


def _faults_of_row(cells: list[str], columns: list[str], month: str, origin: Origin) -> Iterator[Problem]:
    if not cells:
        return
    if len(cells) != len(columns):
        found = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
        yield Problem(
            Code.WRONG_ROW_OF_FILE, f"the row has {found}, but the file has {len(columns)} columns", _SAVED, origin
        )
        return
    for at, (name, cell) in enumerate(zip(columns, cells, strict=True), 1):
        place = Origin(origin.file, origin.line, at, COLUMNS[name].name if name in COLUMNS else "")
        if not _is_text(cell):
            yield Problem(Code.NOT_TEXT, "the cell is not UTF-8 text", _SAVED, place)
        elif name in COLUMNS and not _PATTERNS[name].fullmatch(cell):
            yield Problem(Code.WRONG_CELL, f"this must be {COLUMNS[name].example}, not {_shown(cell)}", _SAVED, place)
        elif name == "month" and month and cell != month:
            hint = "keep each row in the file of its month, or give a file of several months another name"
            yield Problem(Code.WRONG_CELL, f"the month is {cell}, but the file is for {month}", hint, place)
        elif name in _PLACE and not cell and cells[columns.index(_PLACE[name])]:
            fact = f"the row has no {COLUMNS[name].name}, but it has the {COLUMNS[_PLACE[name]].name}"
            yield Problem(Code.WRONG_CELL, fact, "give both, or neither for a row without a place", place)


def _rows(path: Path, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row with the line on which it begins. Raises LoadError."""
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as text:
        lines, line = _Lines(text), 1
        reader = csv.reader(lines, strict=True)
        try:
            for cells in reader:
                yield line, cells
                lines.of_row, line = 0, reader.line_num + 1
        except csv.Error as error:
            raise LoadError(
                [Problem(Code.WRONG_ROW_OF_FILE, f"the row cannot be read: {error}", _SAVED, Origin(file, line, 1))]
            ) from None


class _Lines:
    """The lines of a text for a CSV reader, which would otherwise hold a row in memory however long it is."""

    def __init__(self, text: TextIO) -> None:
        self.of_row, self._text = 0, text

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(_LONGEST_ROW)
        self.of_row += len(line)
        if self.of_row > _LONGEST_ROW:
            raise csv.Error(f"it is longer than {_LONGEST_ROW:,} characters")
        if not line:
            raise StopIteration
        return line


def _no_column(column: str, names: list[str], file: str) -> Problem:
    if column in names:
        fact = f'there are {names.count(column)} columns "{column}"'
        return Problem(Code.COLUMN_TWICE, fact, "keep one of them", Origin(file, 1, 1))
    return Problem(
        Code.NO_COLUMN,
        f'there is no column "{column}"',
        did_you_mean(column, [name[:40] for name in names], "columns"),
        Origin(file, 1, 1),
    )


def _is_text(cell: str) -> bool:
    """Tell whether all bytes of a cell were UTF-8 (others were read as lone surrogates), and none is NUL."""
    return not any("\udc80" <= sign <= "\udcff" or sign == "\0" for sign in cell)


def _shown(cell: str) -> str:
    return f'the text "{cell[:40]}"' if cell else "nothing"
