"""The axis of a chart's values, and how its numbers are printed: the same in every writer."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext

from attrs import evolve, frozen

from csp_docs.blocks import Chart, ChartKind
from csp_docs.measures.amounts import LONG, amount, pounds
from csp_docs.measures.rounding import rounded

STACKED = (ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR)
_STEPS = (1, 2, 5)
_MOST = 6
"""Steps of an axis."""
_FLAT = Decimal("0.25")
"""Lines that rise and fall by less than this share of their height are looked at from near by, without zero."""
_ROOM = Decimal("0.1")
"""The share of the axis that stays free below what is negative: its number stands there, beside the names."""
_PLACES = 2
"""Decimal places that values of usual size are printed with at most; pounds have so many or none."""
_FIGURES = 2
"""Figures that the smallest value keeps."""
_DIGITS = 60
"""Of any sum and quotient: the longest number of a document has 36."""


@frozen
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
        """How far up the axis ``value`` stands: 0 at the minimum, 1 at the maximum."""
        return float((value - self.minimum) / (self.maximum - self.minimum))

    @property
    def places(self) -> int:
        """How many decimal places the ticks are printed with."""
        return _places(self.step)

    @property
    def base(self) -> Decimal:
        """The value that columns and bars begin at."""
        return max(self.minimum, Decimal(0))


def scale(chart: Chart) -> Scale:
    """Return the axis of ``chart``: at most six steps of 1, 2 or 5 and its powers of ten.

    Zero is on it, except below lines that hardly rise and fall. Steps are whole where all values are.
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


def _divided(low: Decimal, high: Decimal, whole: bool) -> Scale:
    exponent = (high - low).adjusted() - 1
    while True:
        for step in (Decimal(first).scaleb(exponent) for first in _STEPS):
            found = Scale(_multiple(low, step, ROUND_FLOOR), _multiple(high, step, ROUND_CEILING), step)
            if found.maximum - found.minimum <= _MOST * step and (step >= 1 or not whole):
                return found
        exponent += 1


def values(chart: Chart) -> tuple[Decimal, ...]:
    """Return all numbers of ``chart``, its target's too."""
    target = (chart.target.value,) if chart.target else ()
    return (*(value for series in chart.series for value in series.values if value is not None), *target)


def places(chart: Chart) -> int:
    """Return how many decimal places the values of ``chart`` are printed with: two, or those of its ticks, at most.

    There are more where the smallest value would not keep two figures: 0.0042 has four.
    """
    given = values(chart)
    small = max((_FIGURES - 1 - value.adjusted() for value in given if value), default=0)
    return min(max(_PLACES, scale(chart).places, small), max(map(_places, given), default=0))


@frozen
class Figures:
    """How the numbers of a chart are printed, all alike: units other than % and £ stand at the axis."""

    unit: str
    places: int
    thousands: bool

    def with_places(self, places: int) -> Figures:
        """Return how numbers with so many decimal places are printed; pounds with tenths have pence."""
        return evolve(self, places=_PLACES if self.unit == "£" and places == 1 else places)

    def printed(self, value: Decimal) -> str:
        """Return a number with its unit: "1234", "12.5%", "−£500"."""
        if self.unit == "£":  # all of a chart have pence, or none
            return pounds(value, self.places)
        return amount(rounded(value, self.places), self.unit, thousands=self.thousands)

    def as_given(self, value: Decimal) -> str:
        """Return a number with its unit and all its decimal places."""
        exponent = value.as_tuple().exponent
        return self.with_places(max(0, -int(exponent))).printed(value)


def figures(chart: Chart) -> Figures:
    """Return how the values of ``chart`` are printed; with commas where any number of it has five figures."""
    axis = scale(chart)
    thousands = any(abs(value) >= LONG for value in (*values(chart), axis.minimum, axis.maximum))
    return Figures("" if axis_title(chart) else chart.unit, 0, thousands).with_places(places(chart))


def axis_title(chart: Chart) -> str:
    """Return the words at the axis of values; none where the unit stands at each number."""
    return "" if chart.unit in ("%", "£") else chart.unit


def _extent(chart: Chart) -> tuple[Decimal, ...]:
    """Return the values that the axis has to hold: of stacked series, how far up and down they reach."""
    if chart.kind not in STACKED:
        return values(chart) or (Decimal(0),)
    stacks = list(zip(*(series.values for series in chart.series), strict=True))
    ups = (sum((value for value in stack if value and value > 0), Decimal(0)) for stack in stacks)
    downs = (sum((value for value in stack if value and value < 0), Decimal(0)) for stack in stacks)
    return (*ups, *downs, *((chart.target.value,) if chart.target else ()))


def _multiple(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (value / step).to_integral_value(rounding) * step


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
