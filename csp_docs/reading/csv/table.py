"""The columns of a CSV file that a block of a document names, with the place of every cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from attrs import Factory

from csp_docs.errors import Code, Located, Origin, Problem, did_you_mean, keeping, origin_of
from csp_docs.reading.csv.rows import rows_of, uneven
from csp_docs.reading.faults import first_of, found, load_error, shortened
from csp_docs.reading.folder import Folder
from csp_docs.reading.source import text_of
from csp_docs.reading.structure import edition
from csp_docs.reading.tree import NoValue
from csp_docs.records import record
from csp_docs.text.literal import in_one_line

_COMMAS = "separate columns with commas, not semicolons or tabs: save the file as CSV with commas"
_ANOTHER = "add a column of numbers to the one of names"
_SEPARATORS = re.compile(rb"[;\t|]")
_ROWS = "name the columns in the first row, and add a row for each category, area or measure below it"
_HOW = "name columns as in the first row of the file: a list of them, or `printed name: column`"


@record
class Column:
    """A column: its name in the first row, and its cells below. A cell without a value has already been reported."""

    name: Located
    cells: list[Located]

    @property
    def printed(self) -> Located:
        """The name exactly as it is in the file, without marks or expressions."""
        return as_plain_text(self.name)


@record
class Sheet:
    """The columns of a CSV file, for an edition in one language. All problems are collected and reported together."""

    columns: list[Column]
    language: str
    problems: list[Problem] = Factory(list)

    @classmethod
    def of(cls, data: Any, language: str, fewest: int) -> Sheet:
        """Return the columns of the file that a block names, which needs ``fewest`` of them. Raises LoadError."""
        name = edition(data, language)
        if not isinstance(name, str):
            fact = f"this must be the name of a file, not {found(name)}"
            raise load_error(Code.WRONG_TYPE, fact, "write `data: crimes.csv`", name)
        folder, findings = Folder.of(name), list[Problem]()
        file = str(folder.path(name))
        with keeping(findings):
            content = folder.read(name)
            names, *rows = rows_of(text_of(content, file, findings), file) or [[]]
            if len(names) == 1 and _SEPARATORS.search(content.partition(b"\n")[0]):
                raise load_error(Code.NO_ROWS, "the file has one column, because it has no commas", _COMMAS, names[0])
            _judge_size(names, rows, name, fewest)
        wrong = [uneven(row, len(names)) for row in rows if len(row) != len(names)]
        full = [row if len(row) == len(names) else [_told(row[0].origin)] * len(names) for row in rows]
        columns = [Column(*column) for column in zip(names, map(list, zip(*full, strict=True)), strict=True)]
        return cls(columns, language, [*findings, *first_of(wrong, len(wrong), "rows")])

    def problem(self, code: Code, fact: str, hint: str, at: object) -> None:
        """Record a problem of the file, or of what a block says about it."""
        self.problems.append(Problem(code, fact, hint, origin_of(at)))

    def column(self, given: Any, hint: str = _HOW) -> Column:
        """Return the column that the block names. If there is none, record a problem and return an empty column."""
        name = edition(given, self.language)
        names = [column.name for column in self.columns]
        if not isinstance(name, str):
            self.problem(Code.WRONG_TYPE, f"this must be the name of a column, not {found(name)}", hint, name)
        elif name not in names:
            self.problem(
                Code.NO_COLUMN, f'there is no column "{shortened(name)}"', did_you_mean(name, names, "columns"), name
            )
        elif names.count(Located(name)) > 1:
            self.problem(
                Code.COLUMN_TWICE, f'two columns are called "{shortened(name)}"', "give each its own name", name
            )
        else:
            return self.columns[names.index(Located(name))]
        return self._told_column(name)

    def chosen(self, given: Any) -> list[tuple[Located, Column]]:
        """Return columns with their printed names: a list of names, or printed names with columns, or both."""
        names = edition(given, self.language)
        if isinstance(names, Mapping):
            return [(printed, self.column(name)) for printed, name in names.items()]
        if isinstance(names, list):
            return [column for name in names for column in self._listed(edition(name, self.language))]
        self.problem(Code.WRONG_TYPE, f"this must be columns, not {found(names)}", _HOW, names)
        none = self._told_column(names)
        return [(none.name, none)]

    def others(self, than: Column) -> list[tuple[Located, Column]]:
        """Return all columns except one, with their printed names. A column without a name is a problem."""
        others = [column for column in self.columns if column is not than] if than in self.columns else []
        for column in others:
            if not column.name:
                self.problem(
                    Code.EMPTY_TEXT, "the column has no name", "name it, or remove the comma before it", column.name
                )
        return [(column.printed, column) for column in others if column.name]

    def _told_column(self, at: object) -> Column:
        place = origin_of(at) or self.columns[0].name.origin
        return Column(_told(place), [_told(place)] * len(self.columns[0].cells))

    def _listed(self, name: Any) -> list[tuple[Located, Column]]:
        if isinstance(name, Mapping):
            return self.chosen(name)
        column = self.column(name)
        return [(as_plain_text(name) if isinstance(name, Located) else column.printed, column)]


def _judge_size(names: list[Located], rows: list[list[Located]], file: str, fewest: int) -> None:
    """Refuse a file without rows, or with fewer columns than are needed. Raises LoadError."""
    if not rows:
        fact = f'"{shortened(file)}" has no rows below the names of its columns'
        raise load_error(Code.NO_ROWS, fact, _ROWS, file)
    if len(names) < fewest:
        fact = f"the file has one column, but {fewest} or more are needed"
        raise load_error(Code.NO_ROWS, fact, _ANOTHER, names[0])


def as_plain_text(words: Located) -> Located:
    """Return words of the file as text without marks or expressions."""
    return words if isinstance(words, NoValue) else Located.at(in_one_line(words), words.origin)


def _told(origin: Origin) -> Located:
    return NoValue.at("", origin)
