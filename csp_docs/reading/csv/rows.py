"""The rows of a CSV file, with the place of each cell."""

from __future__ import annotations

import csv
import io

from csp_docs.errors import Code, LoadError, Located, Origin, Problem


def rows_of(text: str, file: str) -> list[list[Located]]:
    """Return the rows of a text, without empty rows. Places count cells from 1 and have the column's name.

    The place of a row is where it begins. Raises LoadError.
    """
    reader, names, rows = csv.reader(io.StringIO(text, newline=""), strict=True), list[str](), list[list[Located]]()
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                names = names or [cell.strip() for cell in cells]
                rows.append([_cell(cell, names, at, Origin(file, line, at)) for at, cell in enumerate(cells, 1)])
            line = reader.line_num + 1
    except csv.Error as error:
        raise LoadError([_unreadable(str(error), Origin(file, line, 1))]) from None
    return rows


def _cell(text: str, names: list[str], at: int, origin: Origin) -> Located:
    name = names[at - 1] if at <= len(names) else ""
    return Located.at(text.strip(), Origin(origin.file, origin.line, at, name))


def uneven(row: list[Located], columns: int) -> Problem:
    """Return what is wrong with a row that has more or fewer cells than the file has columns."""
    origin = Origin(row[0].origin.file, row[0].origin.line, 1)
    hint = "give each row a cell for each column, and put a text with a comma in quotes"
    cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
    return Problem(Code.WRONG_ROW_OF_FILE, f"the row has {cells}, but the file has {columns} columns", hint, origin)


def _unreadable(error: str, place: Origin) -> Problem:
    if "field limit" in error:
        fact = f"a cell is longer than {csv.field_size_limit():,} characters"
        return Problem(Code.WRONG_ROW_OF_FILE, fact, 'if a cell begins with ", end it with "', place)
    return Problem(Code.WRONG_ROW_OF_FILE, f"the row cannot be read: {error}", "save the file as CSV again", place)
