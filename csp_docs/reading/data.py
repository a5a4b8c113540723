"""Numbers of charts and maps from a CSV file: its cells take their places in the tree, each with its row and column."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from csp_docs.errors import LoadError, Located, Origin, Problem, origin_of
from csp_docs.literal import literal
from csp_docs.names import did_you_mean
from csp_docs.reading.csv_rows import rows_of, uneven
from csp_docs.reading.faults import found, shortened
from csp_docs.reading.files import file_problem
from csp_docs.reading.source import source_text
from csp_docs.reading.structure import edition
from csp_docs.reading.tree import LocatedDict, LocatedList, NoValue

_MISSING = "[x]"
_PARTED = "columns are parted by commas, not by ; or tabs: save the file as CSV with commas"
_ROWS = "the first row names the columns; below it stands a row for each category or area"
_HOW = "the first row names the columns: `categories` is one of them, `series` a list of others, or `name: column`"


def fill_chart(chart: LocatedDict, folder: Path, within: Path, language: str) -> tuple[Problem, ...]:
    """Put the columns that ``chart`` names in place of their names, and return what is wrong with them.

    The file of its ``data`` is seen from ``folder`` and must lie ``within`` a folder. Without ``categories`` they are
    the first column, without ``series`` all others; an empty cell is a missing number.
    """
    columns = chart.get("categories", ""), chart.get("series", "")
    data = chart.pop("data")
    chart["categories"] = chart["series"] = NoValue.at("", chart.origin)
    try:
        sheet = _Sheet.of(edition(data, language), folder, within)
        chart["categories"], chart["series"] = sheet.chart(edition(columns[0], language), columns[1])
    except LoadError as error:
        return error.problems
    return ()


def fill_map(shown: LocatedDict, folder: Path, within: Path, language: str) -> tuple[Problem, ...]:
    """Put the numbers of the column that ``values`` names in its place, and return what is wrong with the file.

    ``shown`` is a map; its areas stand in the column called like its ``key``, or in the first one. Without ``values``
    the numbers are the only other column.
    """
    data, column, key = shown.pop("data"), shown.get("values", ""), shown.get("key", "")
    shown["values"] = NoValue.at("", shown.origin)
    try:
        sheet = _Sheet.of(edition(data, language), folder, within)
        shown["values"] = sheet.numbers_of_areas(edition(key, language), edition(column, language))
    except LoadError as error:
        return error.problems
    return ()


@frozen
class _Sheet:
    """The rows of a CSV file below the names of its columns; every cell knows where it stands."""

    names: list[Located]
    rows: list[list[Located]]

    @classmethod
    def of(cls, name: Any, folder: Path, within: Path) -> _Sheet:
        """Return the rows of a file. Raises LoadError."""
        if not isinstance(name, str):
            raise _error(f"found {found(name)}, expected the name of a file", "write `data: crimes.csv`", name)
        if problem := file_problem(name, folder, within):
            raise LoadError([problem])
        file = str(folder / name)
        names, *rows = rows_of(source_text(folder / name, file), file) or [[]]
        if not rows:
            raise _error(f'"{shortened(name)}" has no rows of numbers', _ROWS, name)
        if len(names) == 1:
            raise _error("the file has one column, but two or more are needed", _PARTED, names[0])
        wrong = [row for row in rows if len(row) != len(names)]
        if wrong:
            raise LoadError(uneven(row, len(names)) for row in wrong)
        return cls(names, rows)

    def chart(self, categories: Any, series: Any) -> tuple[LocatedList, LocatedDict]:
        """Return the categories and the series that columns of the sheet hold. Raises LoadError."""
        label = self._column(categories) if categories else 0
        chosen = self._chosen(series) if series else self._others(label)
        numbers = LocatedDict()
        numbers.origin = self.names[0].origin
        for name, at in chosen.items():
            cells = (row[at] for row in self.rows)
            numbers[name] = _list([cell or Located.at(_MISSING, cell.origin) for cell in cells], self.names[at].origin)
        return _list([_literal(row[label]) for row in self.rows], self.names[label].origin), numbers

    def numbers_of_areas(self, key: str, column: Any) -> LocatedDict:
        """Return the numbers of a column by the areas in the column called ``key``, or the first. Raises LoadError."""
        area = self.names.index(Located(key)) if key in self.names else 0
        if not isinstance(column, str):
            hint = "where there is `data`, `values` names the column of numbers"
            raise _error(f"found {found(column)}, expected the name of a column", hint, column)
        number = self._column(column) if column else self._only_other(area)
        numbers = LocatedDict()
        numbers.origin = self.names[number].origin
        for row in self.rows:
            if row[area] in numbers:
                first = next(one[area].origin for one in self.rows if one[area] == row[area])
                raise _error(f'"{shortened(row[area])}" stands here twice', f"first in line {first.line}", row[area])
            numbers[row[area]] = row[number] or Located.at(_MISSING, row[number].origin)
        return numbers

    def _only_other(self, area: int) -> int:
        """Return the only column but one, if there is just one other."""
        first, *more = (at for at in range(len(self.names)) if at != area)
        if more:
            columns = ", ".join(name for at, name in enumerate(self.names) if at != area)
            raise _error(
                "the file has several columns of numbers", f"name one with `values`: {columns}", self.names[area]
            )
        return first

    def _chosen(self, series: Any) -> dict[str, int]:
        """Return the columns of the series by the names that are printed."""
        if isinstance(series, Mapping):
            return {name: self._column(column) for name, column in series.items()}
        if isinstance(series, list):
            columns = [(column, self._column(column)) for column in series]
            return _by_name(columns, "the series name twice the column", "name each column once")
        raise _error(f"found {found(series)}, expected columns", _HOW, series)

    def _others(self, label: int) -> dict[str, int]:
        """Return all columns but that of the categories."""
        others = [(name, at) for at, name in enumerate(self.names) if at != label]
        for name, _ in others:
            if not name:
                raise _error("the column has no name", "name it, or take away the comma before it", name)
        return _by_name(others, "two columns are called", "give each a name of its own")

    def _column(self, name: Any) -> int:
        if not isinstance(name, str):
            raise _error(f"found {found(name)}, expected the name of a column", _HOW, name)
        if self.names.count(Located(name)) == 1:
            return self.names.index(Located(name))
        if name in self.names:
            raise _error(f'two columns are called "{shortened(name)}"', "give each a name of its own", name)
        raise _error(f'there is no column "{shortened(name)}"', did_you_mean(name, self.names, "columns"), name)


def _by_name(columns: list[tuple[Located, int]], fact: str, hint: str) -> dict[str, int]:
    """Return columns by their printed names; ``fact`` and ``hint`` tell of two that are alike. Raises LoadError."""
    chosen = dict[str, int]()
    for name, at in columns:
        printed = _literal(name)
        if printed in chosen:
            raise _error(f'{fact} "{shortened(name)}"', hint, name)
        chosen[printed] = at
    return chosen


def _literal(words: Any) -> Located:
    """Return words of the file, in which nothing is a mark or an expression, where they stand."""
    return Located.at(literal(str(words)), words.origin)


def _list(cells: list[Located], origin: Origin) -> LocatedList:
    values = LocatedList(cells)
    values.origin = origin
    return values


def _error(fact: str, hint: str, at: object) -> LoadError:
    return LoadError([Problem(fact, hint, origin_of(at))])
