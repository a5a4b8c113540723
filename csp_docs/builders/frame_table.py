"""A frame as parts of the model: the same reading for tables, performance tables, charts and maps.

Problems are reported as one ModelError, each with its column and its row, counted from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import partial
from itertools import count, groupby, repeat
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from csp_docs.builders.frame_cells import (
    Cell,
    amount_of,
    figure,
    is_number,
    is_timed,
    missing_or,
    number_of,
    plain,
    words,
)
from csp_docs.builders.frame_columns import Column, called, columns_of
from csp_docs.errors import Code, Problem, did_you_mean, listed
from csp_docs.measures.amounts import column_places, common_places, decimals
from csp_docs.measures.cells import of_figures
from csp_docs.measures.heads import may_name_things, names_things
from csp_docs.measures.rounding import rounded
from csp_docs.measures.years import Says, leaves_open, may_be_year, says
from csp_docs.model import Amount, ColumnGroup, Measure, ModelError
from csp_docs.model.choices import Align
from csp_docs.model.measure_rows import AMOUNTS, FIGURES, WORDS
from csp_docs.model.values import shown

T = TypeVar("T")
_MOST_REPORTED = 10
_MOST_PLACES = 6


@frozen
class Form:
    """How a column of a table prints its numbers: ``places`` decimal places in a ``style``.

    Without ``places`` it is as many as the most exact number has; if whole numbers are among floats, each may keep its
    own.
    ``whole`` is whether it has them if all are whole. ``given`` is whether the style is not only the usual one, and
    ``commas`` whether numbers have them: where a head leaves open what they are, the table says so.
    """

    style: str = "number"
    places: int | None = None
    whole: bool = True
    given: bool = False
    commas: bool = True
    years: bool = False
    """Whether the numbers that may be years have no commas."""


@frozen
class Sheet:
    """The columns of a frame by the names that a script gives them, those of its index first."""

    columns: dict[str, Column]
    decimals: int | None = field(default=None)

    @classmethod
    def of(cls, frame: object, decimals: int | None = None, instead: str = "") -> Sheet:
        """Return a frame of any library; numbers have ``decimals`` places at most.

        ``instead`` is what to write for values of Python.

        Raises ModelError, ModuleNotFoundError.
        """
        judge_places(decimals)
        if isinstance(frame, str | list | tuple | Mapping) and instead:
            fact = f"this must be a frame of pandas, polars or pyarrow, not {shown(frame)}"
            raise ModelError(Code.NOT_A_FRAME, fact, f"for values of Python, write {instead}")
        found = columns_of(frame)
        columns = {column.name: column for column in found}
        if len(columns) < len(found):
            raise _one_name(found)
        if not all([columns, *(column.cells for column in found)]):
            raise ModelError(Code.NOT_A_FRAME, "the frame has no rows", "give it one row or more")
        return cls(columns, decimals)

    def __getitem__(self, name: str) -> Column:
        """Return a column. Raises ModelError."""
        found = self.columns.get(called(name))
        if found is None:
            hint = did_you_mean(called(name), self.columns, "columns")
            raise ModelError(Code.NO_COLUMN, f'the frame has no column "{called(name)}"', hint)
        return found

    @property
    def index(self) -> list[str]:
        """The names of the columns of the index; without an index, that of the first column."""
        return [name for name, column in self.columns.items() if column.of_index] or [next(iter(self.columns))]

    def others(self, *names: str) -> list[str]:
        """Return the names of all columns but these and those of an index."""
        return [name for name, column in self.columns.items() if name not in names and not column.of_index]

    def numbers_beside(self, labels: list[str]) -> list[str]:
        """Return the names of all columns but the ``labels``. Raises ModelError if there are none."""
        if others := self.others(*labels):
            return others
        what = (
            f'the frame has no column besides "{", ".join(labels)}"' if any(labels) else "the frame has only an index"
        )
        hint = 'each row needs a label and a number: make the index a column with `.rename_axis("Year")`'
        raise ModelError(Code.NO_COLUMN, what, f"{hint}, or add a column")

    def measures(self, columns: Mapping[str, str], periods: list[str]) -> list[Measure]:
        """Return a measure for each row, whose parts are in ``columns``, and its ``periods`` too. Raises ModelError."""
        parts = each(self._part, columns, columns.values())
        if periods:
            figures = zip(*each(self._part, repeat("current"), periods), strict=True)
            parts.append([dict(zip(periods, row, strict=True)) for row in figures])
        return each(partial(_measure, [*columns, "periods"][: len(parts)]), count(1), zip(*parts, strict=True))

    def amounts(self, name: str) -> list[Amount | None]:
        """Return the numbers of a column, None where one is missing. Raises ModelError."""
        return _read(self[name], lambda cell: amount_of(cell, self.decimals))

    def by_area(self, key: str, values: str) -> dict[str, Amount | None]:
        """Return the numbers of a column by the areas of another. Raises ModelError."""
        area = key if key in self.columns else self.index[0]
        others = [values] if values else self.numbers_beside([area])
        if len(others) != 1:
            fact = f"the frame has {len(others)} columns besides the column of areas"
            raise ModelError(Code.WHICH_COLUMN, fact, f"name one with `values`: {listed(others)}")
        keys = _read(self[area], lambda cell: None if cell is None else plain(cell))
        numbers = self.amounts(others[0])
        if None in keys or len(set(keys)) < len(numbers):
            fact = f"{self[area].called}: an area is missing or appears twice"
            raise ModelError(Code.GIVEN_TWICE, fact, "give each area one row")
        return {str(name): number for name, number in zip(keys, numbers, strict=True)}

    def texts(self, name: str) -> list[str]:
        """Return the texts of a column, none of which may be missing. Raises ModelError."""
        timed = is_timed(self[name].cells)
        return _read(self[name], lambda cell: _said(cell, timed))

    def labels(self, names: Iterable[str]) -> list[str]:
        """Return the texts of columns, joined row by row. Raises ModelError."""
        return [", ".join(row) for row in zip(*each(self.texts, names), strict=True)]

    def titles(self, name: str) -> list[str]:
        """Return the texts of a column, "" where one is missing. Raises ModelError."""
        return _read(self[name], lambda cell: "" if cell is None else words(cell))

    def printed(self, name: str, form: Form) -> list[str]:
        """Return the cells of a column as a table prints them. Raises ModelError."""
        column = self[name]
        counts_too = any(isinstance(cell, int) for cell in column.cells)
        places = _places(self.numbers(name), form, alike=not counts_too)
        timed = is_timed(column.cells)

        def cell_as_printed(cell: Cell) -> str:
            if cell is None or not is_number(cell):
                return missing_or(cell, "" if cell is None else words(cell, timed=timed))
            number = number_of(cell, rounds=form.places is not None)
            is_plain = not form.commas or (form.years and may_be_year(number))
            return figure(number, "plain" if is_plain else form.style, decimals(number) if places is None else places)

        return _read(column, cell_as_printed)

    def numbers(self, name: str) -> list[Decimal]:
        """Return the numbers among the cells of a column. Raises ModelError."""
        found = _read(self[name], lambda cell: number_of(cell, rounds=True) if is_number(cell) else None)
        return [number for number in found if number is not None]

    def named(self, name: str, head: str, form: Form, *, is_first: bool) -> Form:
        """Return how a column below ``head`` is printed: ``plain`` if it has names or years. Raises ModelError.

        The printed head decides, before the name that the frame has for the column.
        """
        numbers, said = self.numbers(name), (head, name)
        if form.given or not numbers:
            return form
        by_words = next(filter(None, map(says, said)), None)
        all_may_be = all(may_be_year(number, named=by_words is Says.YEARS) for number in numbers)
        years = all_may_be and (is_first if by_words is None else by_words is not Says.AMOUNTS)
        if self[name].of_index or names_things(*said) or years:
            return evolve(form, style="plain")
        is_open = by_words in (Says.YEARS, Says.TIMES) or leaves_open(*said)
        return evolve(form, years=is_open, commas=not may_name_things(*said))

    def align(self, name: str, form: Form) -> Align:
        """Return how a column is aligned: texts and names as words, because a table would change them as figures."""
        cells = self[name].cells
        numbers = any(map(is_number, cells))
        written = ["" if cell is None else "0" if is_number(cell) else plain(cell) for cell in cells]
        return "right" if numbers and form.style != "plain" and of_figures(written) else "left"

    def groups(self, names: Iterable[str]) -> list[ColumnGroup]:
        """Return a header for each run of columns with the same outer levels in their names. Raises ModelError."""
        runs = groupby(map(self.__getitem__, names), lambda column: column.levels[:-1])
        found = [(levels, [column.label for column in run]) for levels, run in runs]
        return [ColumnGroup(": ".join(map(words, levels)), labels) for levels, labels in found if levels]

    def _part(self, part: str, name: str) -> list[Any]:
        if part == "name":
            return self.texts(name)
        if part in FIGURES:
            return [amount or Amount(None) for amount in self.amounts(name)]
        if part in AMOUNTS:
            return self.amounts(name)
        written = words if part in WORDS else plain
        return _read(self[name], lambda cell: None if cell is None else written(cell))


def _one_name(columns: list[Column]) -> ModelError:
    """Return the error for columns of which two have the same name, or no name."""
    nameless = [column for column in columns if not column.name]
    if len(nameless) < 2:
        return ModelError(Code.GIVEN_TWICE, "two columns of the frame have the same name", "give each a different name")
    if all(column.of_index for column in nameless):
        hint = "name them: `.rename_axis([…])`"
        return ModelError(Code.NAMELESS_COLUMN, f"{len(nameless)} levels of the index have no name", hint)
    return next(column for column in nameless if not column.of_index).nameless


def judge_places(places: object) -> None:
    """Refuse what is not a number of decimal places, or None. Raises ModelError."""
    if places is not None and (type(places) is not int or not 0 <= places <= _MOST_PLACES):
        fact, hint = f"`decimals` cannot be {shown(places)}", f"give a whole number from 0 to {_MOST_PLACES}"
        raise ModelError(Code.OUT_OF_RANGE, fact, hint)


def each(read: Callable[..., T], *values: Iterable[Any]) -> list[T]:
    """Return what ``read`` makes of each of ``values``, as ``map`` does. Raises ModelError with the first problems."""
    found, wrong = list[T](), list[ModelError]()
    for one in zip(*values, strict=False):
        try:
            found.append(read(*one))
        except ModelError as error:
            wrong.append(error)
    if len(wrong) == 1:
        raise wrong[0]
    if wrong:
        raise _together(wrong)
    return found


def _together(wrong: list[ModelError]) -> ModelError:
    """Return the first errors as one."""
    first, *others = [problem for error in wrong[:_MOST_REPORTED] for problem in error.problems]
    if left := len(wrong) - len(wrong[:_MOST_REPORTED]):
        others.append(Problem(Code.MORE_OF_THE_SAME, f"there are {left} more problems of this kind"))
    return ModelError(first.code, first.fact, first.hint, others=others)


def _read(column: Column, read: Callable[[Cell], T]) -> list[T]:
    """Return what ``read`` makes of each cell. Raises ModelError with the column and the row of the first problems."""

    def placed(row: int, cell: Cell) -> T:
        try:
            return read(cell)
        except ModelError as error:
            fact = f"{column.called}, row {row}: {error.fact}"
            raise ModelError(error.code, fact, error.hint) from None

    return each(placed, count(1), column.cells)


def _measure(parts: list[str], row: int, values: tuple[Any, ...]) -> Measure:
    """Return the measure of a row; what is missing in it is left out. Raises ModelError."""
    try:
        return Measure(**{part: value for part, value in zip(parts, values, strict=True) if value is not None})
    except ModelError as error:
        raise ModelError(error.code, f"row {row}: {error.fact}", error.hint) from None


def _said(cell: Cell, timed: bool) -> str:
    """Return the text of a cell, days with their times if they are ``timed``. Raises ModelError if it is missing."""
    if cell is None:
        raise ModelError(Code.EMPTY_TEXT, "the text is missing", "say what the numbers of this row are about")
    return words(cell, timed=timed)


def _places(numbers: list[Decimal], form: Form, *, alike: bool) -> int | None:
    """Return the decimal places of a column; None if each number keeps its own. Pounds have pence if any has.

    Numbers of one kind are ``alike``: where a frame has both whole numbers and floats, they may be counts and rates.
    """
    exact = max(map(decimals, numbers), default=0)
    if form.places is not None and (form.whole or exact > 0):
        places = form.places
    elif form.style in ("number", "plain"):
        return exact if alike else column_places(numbers)
    else:
        places = max(0, exact - (2 if form.style == "share" else 0))
    return common_places((rounded(number, places) for number in numbers), "£") if form.style == "money" else places
