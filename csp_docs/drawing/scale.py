"""The axis of a chart's values, and the format of its numbers: the same for all writers."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

from attrs import evolve

from csp_docs.blocks import Chart, ChartKind, Target
from csp_docs.measures.amounts import PENCE, amount, common_places
from csp_docs.records import record

STACKED = (ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR)
_STEPS = (1, 2, 5)
_MOST = 6
"""The most steps of an axis."""
_FLAT = Decimal("0.25")
"""Lines that change by less than this share of their height are shown on a larger scale, without zero."""
_ROOM = Decimal("0.1")
"""The share of the axis that stays free below negative values, for their numbers next to the names."""
_PLACES = 2
"""The most decimal places for values of usual size."""
_FIGURES = 2
"""The number of significant figures that the smallest value keeps."""
_DIGITS = 60
"""The digits of sums and quotients; the longest number of a document has 36."""


@record
class Scale:
    """The axis of values, from ``minimum`` to ``maximum``, with a tick at each whole multiple of ``step``."""

    minimum: Decimal
    maximum: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The values that have a tick, from the lowest."""
        count = int((self.maximum - self.minimum) / self.step)
        return tuple(self.minimum + place * self.step for place in range(count + 1))

    def share(self, value: Decimal) -> float:
        """Return the place of ``value`` on the axis: 0 at the minimum, 1 at the maximum."""
        return float((value - self.minimum) / (self.maximum - self.minimum))

    @property
    def places(self) -> int:
        """The number of decimal places of the ticks."""
        return _places(self.step)

    @property
    def base(self) -> Decimal:
        """The value that columns and bars begin at."""
        return max(self.minimum, Decimal(0))


def scale(chart: Chart) -> Scale:
    """Return the axis of ``chart``: at most six steps of 1, 2 or 5, times a power of ten.

    It includes zero, except for lines that change very little. Steps are whole numbers if all values are.
    """
    with localcontext(prec=_DIGITS):
        reached = _extent(chart)
        low, high = min(reached), max(reached)
        if not (chart.kind is ChartKind.LINE and 0 < high - low < _FLAT * high):
            low, high = min(low, Decimal(0)), max(high, Decimal(0))
        if chart.kind in (ChartKind.COLUMN, ChartKind.BAR) and low < 0:
            low -= _ROOM * (high - low)
        whole = all(value == value.to_integral_value() for value in reached)
        return _divided(low, high, whole) if low < high else Scale(Decimal(0), Decimal(1), Decimal(1))


def highest(chart: Chart) -> Decimal:
    """Return the highest value of ``chart`` that the axis includes: zero, if all are negative."""
    return max(*_extent(chart), Decimal(0))


def is_broken(chart: Chart) -> bool:
    """Return whether the axis of ``chart`` begins above zero."""
    return chart.kind is not ChartKind.PIE and scale(chart).minimum > 0


def _divided(low: Decimal, high: Decimal, whole: bool) -> Scale:
    exponent = (high - low).adjusted() - 1
    while True:
        for step in (Decimal(first).scaleb(exponent) for first in _STEPS):
            found = Scale(_multiple(low, step, ROUND_FLOOR), _multiple(high, step, ROUND_CEILING), step)
            if found.maximum - found.minimum <= _MOST * step and (step >= 1 or not whole):
                return found
        exponent += 1


def values(chart: Chart) -> tuple[Decimal, ...]:
    """Return all numbers of ``chart``, including its target, and those of the small charts next to it."""
    return (*_given(chart), *chart.reach, *((chart.target.value,) if chart.target else ()))


def _given(chart: Chart) -> tuple[Decimal, ...]:
    return tuple(value for series in chart.series for value in series.values if value is not None)


def _limits(chart: Chart) -> tuple[Decimal, ...]:
    return tuple(limit for series in chart.series for pair in series.limits if pair for limit in pair)


def places(chart: Chart) -> int:
    """Return the number of decimal places of the values of ``chart``: two, or those of its ticks, at most.

    There are more if the smallest value would not keep two figures: 0.0042 has four.
    """
    given = values(chart)
    small = max((_FIGURES - 1 - value.adjusted() for value in given if value), default=0)
    return min(max(_PLACES, scale(chart).places, small), max(map(_places, given), default=0))


@record
class Figures:
    """The format of all numbers of a chart; units other than % and £ are at the axis."""

    unit: str
    places: int

    def with_places(self, places: int) -> Figures:
        """Return the format with this number of decimal places; pounds with tenths have pence."""
        return evolve(self, places=PENCE if self.unit == "£" and places == 1 else places)

    def printed(self, value: Decimal) -> str:
        """Return a number with its unit: "1,234", "12.5%", "−£500"."""
        return amount(value, self.unit, self.places)


def figures(chart: Chart) -> Figures:
    """Return the format of the values of ``chart`` in its drawing: its numbers all have the same decimal places."""
    return _format(chart).with_places(places(chart))


def exact(value: Decimal, chart: Chart) -> str:
    """Return a value of a series in words and tables: with as many decimal places as the most exact value has."""
    return _in_words(value, (*_given(chart), *_limits(chart)), chart)


def exact_target(target: Target, chart: Chart) -> str:
    """Return the level of a target in words and tables, with its own decimal places."""
    return _in_words(target.value, (target.value,), chart)


def _in_words(value: Decimal, among: tuple[Decimal, ...], chart: Chart) -> str:
    found = _format(chart)
    return evolve(found, places=common_places(among, found.unit)).printed(value)


def _format(chart: Chart) -> Figures:
    return Figures("" if axis_title(chart) else chart.unit, 0)


def axis_title(chart: Chart) -> str:
    """Return the words at the axis of values; empty if each number has the unit."""
    return "" if chart.unit in ("%", "£") else chart.unit


def _extent(chart: Chart) -> tuple[Decimal, ...]:
    """Return the values that the axis must include: for stacked series, the top and bottom of the stacks."""
    if chart.kind not in STACKED:
        return (*values(chart), *_limits(chart)) or (Decimal(0),)
    stacks = list(zip(*(series.values for series in chart.series), strict=True))
    ups = (sum((value for value in stack if value and value > 0), Decimal(0)) for stack in stacks)
    downs = (sum((value for value in stack if value and value < 0), Decimal(0)) for stack in stacks)
    return (*ups, *downs, *((chart.target.value,) if chart.target else ()))


def _multiple(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (value / step).to_integral_value(rounding) * step


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
