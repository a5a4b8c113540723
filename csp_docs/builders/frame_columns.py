"""The columns of a frame or series of pandas, polars or pyarrow, and of its index, read through narwhals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve, frozen

from csp_docs import model
from csp_docs.builders.frame_cells import Cell, cell_of, plain, words
from csp_docs.errors import Code, did_you_mean, to_install
from csp_docs.model import ModelError
from csp_docs.model.measure_rows import by_title
from csp_docs.model.values import items, shown
from csp_docs.text.literal import in_one_line

if TYPE_CHECKING:
    from narwhals.stable.v2 import DataFrame, Series

Name: TypeAlias = str | int | date | tuple[str | int | date, ...]
"""How a script names a column: as the frame does, or in the words that print it; the levels of a name as a tuple."""
_ONE_NAME = "two columns of the frame have the same name", "give each a different name"
_BETWEEN = ": "
"""Joins the levels of a column's name."""
_NAMELESS_INDEX = '{{ term("row_name") }}'
_MOST_SHOWN = 3
_YEARS = range(1900, 2101)


@frozen
class Column:
    """A column: the values of the levels of its name, the outer level first, and its cells."""

    levels: tuple[Cell, ...]
    cells: list[Cell]
    of_index: bool = False
    is_series: bool = False

    @property
    def name(self) -> str:
        """The name that a script gives it; "" for an index without a name."""
        return _BETWEEN.join(map(plain, self.levels))

    @property
    def label(self) -> str:
        """The innermost level of its name, as text that prints it. Raises ModelError if there is none."""
        if self.levels:
            return words(self.levels[-1])
        if self.of_index:
            return _NAMELESS_INDEX
        raise self.nameless

    @property
    def nameless(self) -> ModelError:
        """The error for a column or a series without a name."""
        fact, hint = "a column of the frame has no name", "name it: `.rename(columns={…})`"
        if self.is_series:
            fact, hint = "the series has no name", 'name it: `.rename("Number")`'
        return ModelError(Code.NAMELESS_COLUMN, fact, hint)

    @property
    def called(self) -> str:
        """What messages call it."""
        if self.levels:
            return f'column "{self.name}"'
        return "the index" if self.of_index else "the series" if self.is_series else "the column without a name"

    @property
    def whole_label(self) -> str:
        """All levels of its name, as text that prints them. Raises ModelError if there are none."""
        return _BETWEEN.join([*map(words, self.levels[:-1]), self.label])


def called(name: Any) -> str:
    """Return the name of a column as a text: "2022" for 2022, "Crimes: 2022" for the levels of a name."""
    return name if isinstance(name, str) else _BETWEEN.join(map(plain, _levels(name)))


def all_called(names: Any) -> list[str]:
    """Return the names in a list as texts. Raises ModelError."""
    return list(map(called, items(names, object)))


def columns_of(frame: Any) -> list[Column]:
    """Return the columns of a frame, after those of its index. Raises ModelError, ModuleNotFoundError."""
    whole, is_series = _read(frame)
    index = list(_index(whole))
    cells = [_cells(whole[:, at]) for at in range(len(whole.columns))]
    names: list[Any] = [None] if is_series and not _levels(getattr(frame, "name", None)) else list(whole.columns)
    if not is_series and names and names == list(range(len(names))) and getattr(frame.columns, "name", None) is None:
        hint = "name them: `pd.DataFrame(rows, columns=[…])`"
        raise ModelError(Code.NAMELESS_COLUMN, "the columns of the frame have only numbers from 0", hint)
    named = zip(map(_levels, names), cells, strict=True)
    return [*index, *(Column(levels, found, is_series=is_series) for levels, found in named)]


def _read(frame: Any) -> tuple[DataFrame[Any], bool]:
    """Return a frame as narwhals reads it; narwhals is imported only here. Raises ModelError, ModuleNotFoundError."""
    try:
        from narwhals.exceptions import DuplicateError
        from narwhals.stable.v2 import DataFrame, from_native
    except ModuleNotFoundError:
        raise ModuleNotFoundError(f"frames need narwhals: {to_install('frames')}") from None
    try:
        found: Any = from_native(frame, eager_only=True, allow_series=True)
    except TypeError:
        fact = f"this must be a frame of pandas, polars or pyarrow, not {shown(frame)}"
        raise ModelError(Code.NOT_A_FRAME, fact, "collect a lazy frame; turn anything else into a frame") from None
    except DuplicateError as error:
        raise ModelError(Code.GIVEN_TWICE, *_ONE_NAME) from error
    return (found, False) if isinstance(found, DataFrame) else (found.to_frame(), True)


def _index(whole: DataFrame[Any]) -> Iterator[Column]:
    """Yield the levels of the index of pandas that have a name, or values other than numbers. Raises ModelError.

    Numbers without a name that count the rows are left out, and all others are an error.
    """
    from narwhals.stable.v2 import from_native, maybe_get_index

    index: Any = maybe_get_index(whole)
    for at in range(index.nlevels if index is not None else 0):
        level = index.get_level_values(at)
        named = _levels(level.name)
        if named or getattr(level.dtype, "kind", "") not in "iu":
            yield Column(named, _cells(from_native(level.to_series(), series_only=True)), of_index=True)
        elif not _counts_rows(level, alone=index.nlevels == 1):
            raise _nameless_index(level)


def _counts_rows(level: Any, *, alone: bool) -> bool:
    """Tell whether numbers count rows from 0; one of several levels may begin again for each value of another."""
    numbers = list(level) if alone else list(dict.fromkeys(level))
    return bool(numbers == list(range(len(numbers))))


def _nameless_index(level: Any) -> ModelError:
    """Return the error for an index whose numbers may be years, ages or anything else that must not be lost."""
    are_years = all(number in _YEARS for number in level)
    first = ", ".join(map(str, level[:_MOST_SHOWN])) + (", …" if len(level) > _MOST_SHOWN else "")
    what = "look like years" if are_years else f"do not count its rows from 0: {first}"
    hint = f'`.rename_axis("{"Year" if are_years else "Age"}")` makes them a column, '
    hint += "`.reset_index(drop=True)` removes them, as after sorting or filtering"
    return ModelError(Code.NAMELESS_COLUMN, f"the index of the frame has no name, and its numbers {what}", hint)


def _cells(column: Series[Any]) -> list[Cell]:
    from narwhals.stable.v2 import Float32, Float64, String

    if column.dtype == Float32:  # as in cell_of
        column = column.cast(String).cast(Float64)
    return [cell_of(*given) for given in zip(column.to_list(), column.is_null().to_list(), strict=True)]


def _levels(name: Any) -> tuple[Cell, ...]:
    """Return the levels of a column's name that say something: pandas fills those of an index with empty texts."""
    levels: Iterable[Any] = name if isinstance(name, tuple) else (name,)
    cells = (cell_of(level, level is None) for level in levels)
    return tuple(cell for cell in cells if not _is_nothing(cell))


def _is_nothing(cell: Cell) -> bool:
    return cell is None or cell != cell  # NaT as a name


def arranged(made: model.Table, ratings: tuple[Any, ...], bands: Name) -> model.Table:
    """Return a table with columns of ratings, and rows below the ``bands`` that a column names. Raises ModelError."""
    rated = {_place(made, name) for name in ratings}
    columns = [model.Column(name, rating=True) if at in rated else name for at, name in enumerate(made.names)]
    if bands == "":
        return evolve(made, columns=columns) if rated else made
    place = _place(made, bands)
    rows = [row for row in made.rows if isinstance(row, tuple)]
    titles = [cell if isinstance(cell := row[place], str) else "" for row in rows]
    loose, named = by_title([_without(row, place) for row in rows], titles)
    in_bands = [model.Band(title, rows=below) for title, below in named.items()]
    return evolve(
        made, columns=_without(tuple(columns), place), rows=[*loose, *in_bands], align=_without(made.align, place)
    )


def _without(cells: tuple[Any, ...], place: int) -> tuple[Any, ...]:
    return (*cells[:place], *cells[place + 1 :])


def _place(made: model.Table, name: Name) -> int:
    """Return the place of a column by its printed name."""
    words = in_one_line(called(name))
    if words not in made.names:
        fact = f'there is no column "{called(name)}"'
        raise ModelError(Code.NO_COLUMN, fact, did_you_mean(words, made.names, "columns"))
    return made.names.index(words)
