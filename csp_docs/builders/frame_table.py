"""The columns of a frame of pandas, polars or pyarrow, read through narwhals, as parts of the model.

Problems are reported as one ModelError, each with its column and its row, counted from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time
from decimal import Decimal
from functools import partial
from itertools import count
from math import isnan
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import frozen

from csp_docs.errors import Code, did_you_mean
from csp_docs.model import Amount, Measure, ModelError
from csp_docs.model.measure_rows import AMOUNTS, FIGURES, WORDS
from csp_docs.model.measures import as_written, to_amount
from csp_docs.model.values import shown
from csp_docs.text.literal import in_one_line

if TYPE_CHECKING:
    from narwhals.stable.v2 import DataFrame, Series

T = TypeVar("T")
_ONE_NAME = "two columns of the frame have the same name", "give each a different name"
_MOST_REPORTED = 10


@frozen
class Sheet:
    """The columns of a frame by their names, as texts (pandas has columns called 2024); None is a missing value."""

    columns: dict[str, list[Any]]

    @classmethod
    def of(cls, frame: object) -> Sheet:
        """Return a frame of any library. Raises ModelError, ModuleNotFoundError."""
        whole = _read(frame)
        if len(set(map(str, whole.columns))) < len(whole.columns):
            raise ModelError(Code.GIVEN_TWICE, *_ONE_NAME)
        columns = {str(name): _values(whole[:, at]) for at, name in enumerate(whole.columns)}
        if not all([columns, *columns.values()]):
            raise ModelError(
                Code.NOT_A_FRAME, "the frame has no rows", "give it one row or more; an index is not a column"
            )
        return cls(columns)

    def __getitem__(self, name: str) -> list[Any]:
        """Return the values of a column. Raises ModelError."""
        if name not in self.columns:
            raise ModelError(
                Code.NO_COLUMN, f'the frame has no column "{name}"', did_you_mean(str(name), self.columns, "columns")
            )
        return self.columns[name]

    def measures(self, columns: Mapping[str, str]) -> list[Measure]:
        """Return a measure for each row, whose parts are in ``columns``. Raises ModelError."""
        parts = each(self._part, columns, columns.values())
        return each(partial(_measure, list(columns)), count(1), zip(*parts, strict=True))

    def amounts(self, name: str) -> list[Amount | None]:
        """Return the numbers of a column, None where one is missing. Raises ModelError."""
        return each(partial(_amount, name), count(1), self[name])

    def by_area(self, key: str, values: str) -> dict[str, Amount | None]:
        """Return the numbers of a column by the areas of another. Raises ModelError."""
        area = key if key in self.columns else next(iter(self.columns))
        others = [name for name in self.columns if name != area]
        if not values and len(others) != 1:
            fact = f"the frame has {len(others)} columns besides the column of areas"
            raise ModelError(Code.WHICH_COLUMN, fact, f"name one with `values`: {', '.join(others)}")
        keys, numbers = [_text(value) for value in self[area] if value is not None], self.amounts(values or others[0])
        if len(set(keys)) < len(numbers):
            raise ModelError(
                Code.GIVEN_TWICE, f'column "{area}": an area is missing or appears twice', "give each area one row"
            )
        return dict(zip(keys, numbers, strict=True))

    def texts(self, name: str) -> list[str]:
        """Return the texts of a column, none of which may be missing. Raises ModelError."""
        return each(partial(_words, name), count(1), self[name])

    def _part(self, part: str, name: str) -> list[Any]:
        if part == "name":
            return self.texts(name)
        if part in FIGURES:
            return [amount or Amount(None) for amount in self.amounts(name)]
        if part in AMOUNTS:
            return self.amounts(name)
        written = as_it_stands if part in WORDS else _text
        return [None if value is None else written(value) for value in self[name]]


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
        more = (
            [f"there are {len(wrong) - _MOST_REPORTED} more problems of this kind"]
            if len(wrong) > _MOST_REPORTED
            else []
        )
        raise ModelError(Code.MORE_OF_THE_SAME, "\n".join([*map(str, wrong[:_MOST_REPORTED]), *more]))
    return found


def _measure(parts: list[str], row: int, values: tuple[Any, ...]) -> Measure:
    """Return the measure of a row; what is missing in it is left out. Raises ModelError."""
    try:
        return Measure(**{part: value for part, value in zip(parts, values, strict=True) if value is not None})
    except ModelError as error:
        raise ModelError(error.code, f"row {row}: {error.fact}", error.hint) from None


def _read(frame: Any) -> DataFrame[Any]:
    """Return a frame as narwhals reads it; narwhals is imported only here. Raises ModelError, ModuleNotFoundError."""
    try:
        from narwhals.exceptions import DuplicateError
        from narwhals.stable.v2 import Float32, Float64, String, from_native, selectors
    except ModuleNotFoundError:
        raise ModuleNotFoundError('frames need narwhals: pip install "csp-docs[frames]"') from None
    try:
        whole: DataFrame[Any] = from_native(frame, eager_only=True)
    except TypeError:
        hint = "collect a lazy frame; turn a series into a frame"
        raise ModelError(
            Code.NOT_A_FRAME, f"this must be a frame of pandas, polars or pyarrow, not {shown(frame)}", hint
        ) from None
    except DuplicateError as error:
        raise ModelError(Code.GIVEN_TWICE, *_ONE_NAME) from error
    # 61.72 in 32 bits becomes 61.720001 in Python's 64 bits, unless it is converted through a text.
    return whole.with_columns(selectors.by_dtype(Float32).cast(String).cast(Float64))


def _values(column: Series[Any]) -> list[Any]:
    """Return the values of a column, None where one is missing."""
    values = zip(column.to_list(), column.is_null().to_list(), strict=True)
    return [None if missing or _nothing(value) else value for value, missing in values]


def _nothing(value: object) -> bool:
    match value:
        case float():
            return isnan(value)
        case str():
            return not value.strip()
    return False


def _amount(column: str, row: int, value: object) -> Amount | None:
    """Return a number, or none; a text is read as in YAML. Raises ModelError."""
    try:
        return to_amount(value if value is None or isinstance(value, float | Decimal) else str(value))
    except ModelError as error:
        raise ModelError(error.code, f'column "{column}", row {row}: {error.fact}', error.hint) from None


def _words(column: str, row: int, value: object) -> str:
    """Return the text of a cell. Raises ModelError if it is missing."""
    if value is None:
        raise ModelError(
            Code.EMPTY_TEXT,
            f'column "{column}", row {row}: the text is missing',
            "say what the numbers of this row are about",
        )
    return as_it_stands(value)


def as_it_stands(value: object) -> str:
    """Return text that prints a value as it is written."""
    return in_one_line(_text(value))


def _text(value: object) -> str:
    """Return how a value is written: a whole number without ``.0``, a day without its midnight."""
    match value:
        case float():
            return f"{as_written(value):f}"
        case datetime() if value.time() == time():
            return str(value.date())
    return str(value)
