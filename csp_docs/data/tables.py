"""Small tables used with the police files, as CSV: every cell has its file, row and column."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from attrs import evolve

from csp_docs.errors import Code, LoadError, Located, Origin, Problem, Severity, did_you_mean, keeping, origin_of
from csp_docs.model import Amount, ModelError
from csp_docs.model.measures import in_unit
from csp_docs.model.values import file_name
from csp_docs.reading.csv.rows import rows_of, uneven
from csp_docs.reading.source import source_text
from csp_docs.records import record

_MOST_BYTES = 32 * 2**20
_MOST_PROBLEMS = 20
T = TypeVar("T")
Item = TypeVar("Item")
Row = dict[str, Located]


@record
class Sheet:
    """The names of a file's columns, and its rows by them; ``uneven`` are rows with another number of cells."""

    names: list[Located]
    rows: list[Row]
    uneven: list[Problem]


def table(path: str | os.PathLike[str]) -> Sheet:
    """Return what a file holds. Raises LoadError if it cannot be read."""
    file = file_name(path)
    if _size(file) > _MOST_BYTES:
        raise LoadError(
            [
                Problem(
                    Code.FILE_TOO_LARGE,
                    f'"{file}" has more than {_MOST_BYTES:,} bytes',
                    "keep the columns that are needed",
                )
            ]
        )
    findings: list[Problem] = []
    text = source_text(Path(file), file, findings)
    with keeping(evolve(finding, severity=Severity.ERROR) for finding in findings):
        names, *rows = rows_of(text, file) or [[]]
        if findings:  # published figures are not corrected
            raise LoadError([])
    if not rows:
        hint = "name the columns in the first row, and add a row below it for each area"
        raise LoadError([Problem(Code.NO_ROWS, f'"{file}" has no rows of numbers', hint, Origin(file, 1, 1))])
    even: list[Row] = [dict(zip(names, row, strict=True)) for row in rows if len(row) == len(names)]
    return Sheet(names, even, [uneven(row, len(names)) for row in rows if len(row) != len(names)])


def _size(file: str) -> int:
    """Return the bytes of a file; 0 for one that cannot be read, which its reader reports."""
    try:
        return Path(file).stat().st_size
    except (OSError, ValueError):
        return 0


def needed(columns: Iterable[str], sheet: Sheet) -> None:
    """Refuse a table without one of the columns, or with two of a name. Raises LoadError."""
    names, place = sheet.names, origin_of(sheet.names[0])
    found = [(column, names.count(Located(column))) for column in columns]
    problems = [
        Problem(Code.NO_COLUMN, f'there is no column "{column}"', did_you_mean(column, names, "columns"), place)
        if not count
        else Problem(Code.COLUMN_TWICE, f'there are {count} columns "{column}"', "keep one of them", place)
        for column, count in found
        if count != 1
    ]
    if problems:
        raise _first((*problems, *sheet.uneven))


def repeated(rows: Iterable[Row], *columns: str) -> Iterator[Problem]:
    """Yield a problem for each row that has the same cells as an earlier one in all of ``columns``."""
    known = set[tuple[str, ...]]()
    for row in rows:
        named = tuple(row[column] for column in columns)
        if named in known and all(named):
            fact = f'"{", ".join(named)[:80]}" appears twice'
            yield Problem(Code.GIVEN_TWICE, fact, "keep one of its rows", origin_of(row[columns[0]]))
        known.add(named)


def each(items: Iterable[Item], read: Callable[[Item], T], others: Iterable[Problem] = ()) -> list[T]:
    """Return what is read of each row or cell. Raises LoadError with the first of their problems and the ``others``."""
    found, problems = list[T](), list(others)
    for item in items:
        try:
            found.append(read(item))
        except LoadError as error:
            problems += error.problems
    if problems:
        raise _first(problems)
    return found


def _first(problems: Iterable[Problem]) -> LoadError:
    """Return the error that reports the first problems of a file."""
    return LoadError(LoadError(problems).problems[:_MOST_PROBLEMS])


def number(cell: Located) -> Decimal | None:
    """Return the number of a cell; None if it is not available, ``[x]``. Raises LoadError."""
    try:
        found = Amount.parse(cell)
    except ModelError as error:
        raise LoadError([Problem(error.code, error.fact, error.hint, origin_of(cell))]) from None
    if found.unit:
        fact = f'"{cell}" is written {in_unit(found.unit)}, but counts and rates have no unit'
        raise LoadError([Problem(Code.MIXED_UNITS, fact, "remove the sign, or choose another column", origin_of(cell))])
    return found.value


def whole(cell: Located) -> int:
    """Return the whole number of a cell. Raises LoadError."""
    found = number(cell)
    if found is None or found < 0 or found != int(found):
        hint = "write it in figures, without decimal places"
        raise LoadError(
            [Problem(Code.WRONG_CELL, f'"{cell[:40]}" is not a whole number, 0 or more', hint, origin_of(cell))]
        )
    return int(found)
