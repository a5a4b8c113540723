"""The numbers that confidence intervals are drawn from, as columns of the workbook of a chart.

Word draws a line with two ends from two differences, and a band as two areas, one on the other: the lower limit, which
is not painted, and the difference to the upper one.
"""

from __future__ import annotations

from decimal import Decimal

from csp_docs.blocks import Chart, Series
from csp_docs.drawing.intervals import has_band

_BAND, _LINE = ("(min)", "(max − min)"), ("(−)", "(+)")
"""The ends of the names of the columns; every language has these signs."""


def interval_columns(chart: Chart) -> tuple[Series, ...]:
    """Return two columns for each series with limits, in the order of the series."""
    return tuple(column for series in chart.series if series.limits for column in _pair(chart, series))


def _pair(chart: Chart, series: Series) -> tuple[Series, Series]:
    rows = list(zip(series.limits, series.values, strict=True))
    if has_band(chart):
        ends, first = _BAND, tuple(pair and pair[0] for pair, _ in rows)
        second = tuple(pair and pair[1] - pair[0] for pair, _ in rows)
    else:
        ends, first = _LINE, tuple(_difference(value, pair and pair[0]) for pair, value in rows)
        second = tuple(_difference(pair and pair[1], value) for pair, value in rows)
    name = f"{series.name}, {chart.interval}"
    return Series(f"{name} {ends[0]}", first), Series(f"{name} {ends[1]}", second)


def _difference(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other
