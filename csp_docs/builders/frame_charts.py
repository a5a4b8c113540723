"""The columns of a frame as the series of a chart, with their limits, or as small charts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TypeAlias

from csp_docs.builders.frame_columns import Name, all_called, called
from csp_docs.builders.frame_table import Sheet, each
from csp_docs.errors import Code, listed
from csp_docs.model import Amount, ModelError
from csp_docs.model.measure_rows import by_category

Names: TypeAlias = list[str] | list[int] | list[Name] | tuple[Name, ...]
Columns: TypeAlias = Names | Mapping[str, str] | Mapping[str, int] | Mapping[str, Name]
Limits: TypeAlias = Mapping[str, Name] | None


def charted(
    sheet: Sheet, categories: Name, series: Columns, by: str, limits: tuple[Limits, Limits]
) -> tuple[list[str], dict[str, list[Amount | None]]]:
    """Return the categories, and the numbers of each series, or of each small chart. Raises ModelError.

    Columns of ``limits`` are not among the series that are not named.
    """
    label = [called(categories)] if categories != "" else sheet.index
    if by:
        return _small_charts(sheet, by, label, [called(name) for name in series])
    return _series(sheet, label, series, [called(name) for side in limits for name in (side or {}).values()])


def _series(
    sheet: Sheet, label: list[str], series: Columns, limits: list[str]
) -> tuple[list[str], dict[str, list[Amount | None]]]:
    """Return the categories, and the numbers of columns by their printed names. Raises ModelError."""
    if isinstance(series, Mapping):
        chosen = {head: called(name) for head, name in series.items()}
    else:
        names = all_called(series) or sheet.numbers_beside([*label, *limits])
        chosen = {sheet[name].whole_label: name for name in names}
    if twice := [name for name in label if name in chosen.values()]:
        fact = f'the column "{twice[0]}" would be both the categories of the chart and a series'
        raise ModelError(
            Code.WHICH_COLUMN, fact, "name a column of labels with `categories`, or leave it out of `series`"
        )
    reading = [lambda: sheet.labels(label), *(partial(sheet.amounts, name) for name in chosen.values())]
    labels, *numbers = each(lambda read: read(), reading)
    return labels, dict(zip(chosen, numbers, strict=True))


def limits_of(sheet: Sheet, columns: Limits) -> dict[str, list[Amount | None]]:
    """Return the limits in columns, by the names of series. Raises ModelError."""
    names = columns or {}
    return dict(zip(names, each(sheet.amounts, map(called, names.values())), strict=True))


def _small_charts(
    sheet: Sheet, by: str, label: list[str], series: list[str]
) -> tuple[list[str], dict[str, list[Amount | None]]]:
    """Return the categories, and the numbers of each value of the column ``by``. Raises ModelError."""
    numbers = series or [name for name in sheet.others(*label) if name != by]
    if len(numbers) != 1:
        fact = f"small charts show one column of numbers, and there are {len(numbers)}"
        raise ModelError(Code.WHICH_COLUMN, fact, f"name one with `series`: {listed(numbers)}")
    titles, labels = sheet.labels([by]), sheet.labels(label)
    names, found, twice = by_category(titles, labels, sheet.amounts(numbers[0]), None)
    if twice:
        row = twice[0]
        fact = f'row {row + 1}: "{titles[row]}" has two rows for "{labels[row]}"'
        raise ModelError(Code.GIVEN_TWICE, fact, "keep one of them")
    return names, found
