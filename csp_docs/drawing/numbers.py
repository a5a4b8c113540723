"""The numbers of a chart as the columns of a table, for all formats that have them below the chart or in its place."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from csp_docs.blocks import Chart, Series
from csp_docs.drawing.scale import exact, exact_target


def names(chart: Chart, category: str, limits: tuple[str, str]) -> tuple[str, ...]:
    """Return the names of the columns: the ``category``, and for each series its numbers and both of its ``limits``."""
    return (category, *chain.from_iterable(_names(series, limits) for series in chart.series))


def rows(chart: Chart, missing: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows: a category and its numbers as they are printed, or the sign for what is ``missing``."""
    for place, category in enumerate(chart.categories):
        values = chain.from_iterable(_values(series, place) for series in chart.series)
        yield (category, *(missing if value is None else exact(value, chart) for value in values))


def notes(chart: Chart) -> tuple[str, ...]:
    """Return what is below the table: the level of the target, and what the limits are."""
    target = f"{chart.target.name}: {exact_target(chart.target, chart)}" if chart.target else ""
    return tuple(filter(None, (target, chart.key)))


def _names(series: Series, limits: tuple[str, str]) -> tuple[str, ...]:
    return (series.name, *(f"{series.name}: {limit}" for limit in limits)) if series.limits else (series.name,)


def _values(series: Series, place: int) -> tuple[Decimal | None, ...]:
    if not series.limits:
        return (series.values[place],)
    return (series.values[place], *(series.limits[place] or (None, None)))
