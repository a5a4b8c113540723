"""Performance tables, tables, charts and maps of frames: of pandas, polars or pyarrow, read through narwhals.

The words of a frame print as they stand: nothing in them is a mark or an expression. What is missing in it (null, NaN,
an empty text) is not available. Problems are told as ModelError, with the column and the row, which counts from 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time
from decimal import Decimal
from math import isnan
from os import PathLike
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from csp_docs.literal import literal
from csp_docs.model import (
    Amount,
    AreaMap,
    Chart,
    ChartTarget,
    ChartType,
    Measure,
    MeasureGroup,
    ModelError,
    Performance,
    PerformanceColumn,
    Period,
    Table,
)
from csp_docs.model.measure_rows import FIGURES, WORDS, by_title
from csp_docs.model.measures import NOT_AVAILABLE, AmountLike, as_written, to_amount
from csp_docs.model.values import items, shown
from csp_docs.names import did_you_mean

if TYPE_CHECKING:
    from narwhals.stable.v2 import DataFrame, Series
    from narwhals.stable.v2.typing import IntoDataFrame

Columns: TypeAlias = list[str] | tuple[str, ...] | Mapping[str, str]
_TARGETS = ("target", "target_change")


def performance(
    frame: IntoDataFrame,
    *,
    name: str,
    current: str,
    previous: str = "",
    baseline: str = "",
    target: str = "",
    target_change: str = "",
    unit: str = "",
    better: str = "",
    note: str = "",
    measure_id: str = "",
    group: str = "",
    total: str = "",
    columns: list[PerformanceColumn] | tuple[PerformanceColumn, ...] = (),
    id: str = "",  # noqa: A002
    caption: str = "",
    period: Period | str | None = None,
    notes: list[str] | tuple[str, ...] = (),
    source: str = "",
) -> Performance:
    """Return a performance table with a measure for each row of ``frame``.

    ``name`` to ``measure_id`` name the columns that hold these parts of a measure; a row without a target has none.
    ``group`` names the column with the titles of groups: the rows of each stand together, in the order of the titles,
    behind those without one. All else is the table's own. Raises ModelError; ModuleNotFoundError without narwhals.
    """
    named = {"name": name, "current": current, "previous": previous, "baseline": baseline, "target": target}
    named |= {"target_change": target_change, "unit": unit, "better": better, "note": note, "id": measure_id}
    sheet = _Sheet.of(frame)
    measures = sheet.measures({part: column for part, column in named.items() if column})
    listed = _grouped(measures, sheet[group]) if group else measures
    return Performance(
        listed, columns=columns, total=total, id=id, caption=caption, period=period, notes=notes, source=source
    )


def table(
    frame: IntoDataFrame,
    *,
    columns: Columns = (),
    id: str = "",  # noqa: A002
    caption: str = "",
    row_headers: bool = False,
    notes: list[str] | tuple[str, ...] = (),
    source: str = "",
) -> Table:
    """Return the rows of ``frame`` as a table; numbers stand as they are, without commas.

    ``columns`` are the names of some columns, or printed names with columns; all without it. Raises ModelError;
    ModuleNotFoundError without narwhals.
    """
    sheet = _Sheet.of(frame)
    chosen = columns if isinstance(columns, Mapping) else {literal(n): n for n in items(columns) or sheet.columns}
    cells = [[NOT_AVAILABLE if v is None else _literal(v) for v in sheet[name]] for name in chosen.values()]
    rows = list(zip(*cells, strict=True))
    return Table(list(chosen), rows, id=id, caption=caption, row_headers=row_headers, notes=notes, source=source)


def chart(
    frame: IntoDataFrame,
    type: ChartType | str,  # noqa: A002
    *,
    categories: str = "",
    series: Columns = (),
    unit: str = "",
    target: ChartTarget | AmountLike = None,
    id: str = "",  # noqa: A002
    caption: str = "",
    source: str = "",
    alt: str = "",
) -> Chart:
    """Return a chart of columns of ``frame``.

    ``categories`` names a column, the first one without it. ``series`` are the names of others, or printed names with
    columns; all others without it. Raises ModelError; ModuleNotFoundError without narwhals.
    """
    sheet = _Sheet.of(frame)
    label = categories or next(iter(sheet.columns))
    others = [name for name in sheet.columns if name != label]
    chosen = series if isinstance(series, Mapping) else {literal(name): name for name in items(series) or others}
    labels, numbers = sheet.texts(label), {name: sheet.amounts(column) for name, column in chosen.items()}
    return Chart(type, labels, numbers, unit=unit, target=target, id=id, caption=caption, source=source, alt=alt)


def area_map(
    frame: IntoDataFrame,
    areas: str | PathLike[str],
    *,
    values: str = "",
    key: str = "",
    name: str = "",
    classes: int = 5,
    unit: str = "",
    top: int = 10,
    id: str = "",  # noqa: A002
    caption: str = "",
    source: str = "",
    alt: str = "",
    label: str = "",
) -> AreaMap:
    """Return a map of the ``areas`` of a GeoJSON file, painted by a column of ``frame``.

    The areas stand in the column called like ``key``, or in the first one. ``values`` names the column of numbers,
    without it the only other one. Raises ModelError; ModuleNotFoundError without narwhals.
    """
    numbers = _Sheet.of(frame).by_area(key, values)
    return AreaMap(
        areas, numbers, key=key, name=name, classes=classes, unit=unit, top=top, id=id, caption=caption, source=source,
        alt=alt, label=label,
    )  # fmt: skip


@frozen
class _Sheet:
    """The columns of a frame by their names, as texts (pandas has columns called 2024); None is a missing value."""

    columns: dict[str, list[Any]]

    @classmethod
    def of(cls, frame: object) -> _Sheet:
        """Return a frame of any library. Raises ModelError, ModuleNotFoundError."""
        whole = _read(frame)
        columns = {str(name): _values(whole[:, at]) for at, name in enumerate(whole.columns)}
        if not all([columns, *columns.values()]):
            raise ModelError("the frame has no rows", "give it one row or more; an index is no column")
        return cls(columns)

    def __getitem__(self, name: str) -> list[Any]:
        """Return the values of a column. Raises ModelError."""
        if name not in self.columns:
            raise ModelError(f'the frame has no column "{name}"', did_you_mean(str(name), self.columns, "columns"))
        return self.columns[name]

    def measures(self, columns: Mapping[str, str]) -> list[Measure]:
        """Return a measure for each row, whose parts stand in ``columns``. Raises ModelError."""
        parts = {part: self._part(part, name) for part, name in columns.items()}
        found = []
        for row, values in enumerate(zip(*parts.values(), strict=True), 1):
            given = {part: value for part, value in zip(parts, values, strict=True) if value is not None}
            try:
                found.append(Measure(**given))
            except ModelError as error:
                raise ModelError(f"row {row}: {error.fact}", error.hint) from None
        return found

    def amounts(self, name: str) -> list[Amount]:
        """Return the numbers of a column. Raises ModelError."""
        return [Amount(None) if value is None else _amount(value, name, row) for row, value in self._rows(name)]

    def by_area(self, key: str, values: str) -> dict[str, Amount]:
        """Return the numbers of a column by the areas of another. Raises ModelError."""
        area = key if key in self.columns else next(iter(self.columns))
        others = [name for name in self.columns if name != area]
        if not values and len(others) != 1:
            fact = f"the frame has {len(others)} columns beside that of the areas"
            raise ModelError(fact, f"name one with `values`: {', '.join(others)}")
        keys, numbers = [_text(value) for value in self[area] if value is not None], self.amounts(values or others[0])
        if len(set(keys)) < len(numbers):
            raise ModelError(f'column "{area}": an area is missing or stands there twice', "give each area one row")
        return dict(zip(keys, numbers, strict=True))

    def texts(self, name: str) -> list[str]:
        """Return the texts of a column, of which none may miss. Raises ModelError."""
        for row, value in self._rows(name):
            if value is None:
                raise ModelError(f'column "{name}", row {row}: the text is missing', "say what the numbers are of")
        return [_literal(value) for value in self[name]]

    def _part(self, part: str, name: str) -> list[Any]:
        if part == "name":
            return self.texts(name)
        if part in FIGURES:
            return self.amounts(name)
        if part in _TARGETS:
            return [None if value is None else _amount(value, name, row) for row, value in self._rows(name)]
        written = _literal if part in WORDS else _text
        return [None if value is None else written(value) for value in self[name]]

    def _rows(self, name: str) -> Iterator[tuple[int, Any]]:
        return enumerate(self[name], 1)


def _grouped(measures: list[Measure], titles: list[Any]) -> list[Measure | MeasureGroup]:
    """Return measures by the titles of their groups; those whose title is missing stand for themselves."""
    loose, groups = by_title(measures, ["" if title is None else _literal(title) for title in titles])
    return [*loose, *map(MeasureGroup, groups, groups.values())]


def _read(frame: Any) -> DataFrame[Any]:
    """Return a frame as narwhals sees it, which is imported only here. Raises ModelError, ModuleNotFoundError."""
    try:
        from narwhals.exceptions import DuplicateError
        from narwhals.stable.v2 import Float32, Float64, String, from_native, selectors
    except ModuleNotFoundError:
        raise ModuleNotFoundError('frames are read through narwhals: pip install "csp-docs[frames]"') from None
    try:
        whole: DataFrame[Any] = from_native(frame, eager_only=True)
    except TypeError:
        hint = "collect a lazy frame; make a frame of a series"
        raise ModelError(f"found {shown(frame)}, expected a frame of pandas, polars or pyarrow", hint) from None
    except DuplicateError as error:
        raise ModelError("two columns of the frame have one name", "give each a name of its own") from error
    # 61.72 in 32 bits is 61.720001 in the 64 of Python's numbers, unless it goes by way of a text.
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


def _amount(value: object, column: str, row: int) -> Amount:
    """Return a number; a text is read as in YAML. Raises ModelError."""
    try:
        return to_amount(value if isinstance(value, float | Decimal) else str(value)) or Amount(None)
    except ModelError as error:
        raise ModelError(f'column "{column}", row {row}: {error.fact}', error.hint) from None


def _literal(value: object) -> str:
    """Return text that prints a value as it is written."""
    return literal(_text(value))


def _text(value: object) -> str:
    """Return how a value is written: a whole number without ``.0``, a day without its midnight."""
    match value:
        case float():
            return f"{as_written(value):f}"
        case datetime() if value.time() == time():
            return str(value.date())
    return str(value)
