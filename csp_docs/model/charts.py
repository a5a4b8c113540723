"""Charts: numbers by category and series. The library decides how to draw them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import TypeAlias

from attrs import field

from csp_docs.errors import Code, did_you_mean
from csp_docs.model.checked import model_record
from csp_docs.model.choices import ChartTypeName
from csp_docs.model.limits import SIDES, check_limits, confidence
from csp_docs.model.measures import Amount, AmountLike, in_unit, to_amount
from csp_docs.model.values import IN_FILE, SHORT_FORM, Markdown, ModelError, items, named, some, texts, typed

_SERIES, _PANELS, _SLICES, MOST_BARS, _POINTS = 6, 12, 6, 24, 120
"""With more, readers cannot tell them apart, or they do not fit on a page."""


class ChartType(Enum):
    """How a chart is drawn."""

    COLUMN = "column"
    BAR = "bar"
    STACKED_COLUMN = "stacked_column"
    STACKED_BAR = "stacked_bar"
    LINE = "line"
    PIE = "pie"


def _type(value: ChartType | ChartTypeName) -> ChartType:
    return named(ChartType, value)


SeriesLike: TypeAlias = Mapping[str, Sequence[AmountLike]]


def _amount(value: AmountLike) -> Amount:
    return to_amount(value) or Amount(None)


def _values(name: str, value: Sequence[AmountLike]) -> tuple[Amount, ...]:
    if not isinstance(value, list | tuple):
        raise ModelError(
            Code.WRONG_TYPE, f'the series "{name}" is not a list', "give a number for each category", (name,)
        )
    found = list[Amount]()
    for position, number in enumerate(value):
        try:
            found.append(_amount(number))
        except ModelError as error:
            raise ModelError(error.code, error.fact, error.hint, (name, position)) from None
    return tuple(found)


def _series(value: SeriesLike) -> dict[str, tuple[Amount, ...]]:
    if not isinstance(value, Mapping):
        raise ModelError(
            Code.WRONG_TYPE, "the series of a chart are not names with numbers", "write `name: [1, 2, 3]` for each"
        )
    return {name: _values(name, numbers) for name, numbers in value.items()}


def _level(value: AmountLike) -> Amount:
    level = _amount(value)
    if level.value is None:
        raise ModelError(Code.NO_NUMBER, "a line across a chart has no number", "give its level, or leave the line out")
    return level


@model_record
class ChartTarget:
    """The level at which a line is drawn. Without a ``name`` it has the council's word for a target or an average."""

    value: Amount = field(converter=_level, metadata=SHORT_FORM)
    name: str = ""


def _target(value: ChartTarget | AmountLike) -> ChartTarget | None:
    return value if value is None or isinstance(value, ChartTarget) else ChartTarget(value)


def _counted(count: int, word: str, words: str) -> str:
    return f"{count} {word if count == 1 else words}"


def _labels(value: list[str] | list[int] | tuple[str | int, ...]) -> tuple[str, ...]:
    """Return the names of categories as texts, such as those of years."""
    return texts(tuple(map(typed, items(value, object))))


def _different(_: object, __: object, categories: tuple[str, ...]) -> None:
    """Refuse categories with the same name: an attrs validator."""
    seen = set[str]()
    for position, name in enumerate(categories):
        if name in seen:
            hint = "add up numbers that belong together; give the others different names"
            raise ModelError(Code.GIVEN_TWICE, f'two categories are called "{name}"', hint, ("categories", position))
        seen.add(name)


@model_record
class Chart:
    """A chart: each of the ``series`` has a number for each of the ``categories``; ``[x]`` is one that is missing.

    ``unit`` is ``%``, ``£`` or what is counted ("offences"). ``alt`` says what the chart shows; without it, the
    description is generated from the numbers. A line is drawn at ``target``, or at the ``average`` of similar areas.
    ``highlight`` names what stands out: a category of columns or bars with one series, or one of several lines. ``by``
    says what the series are ("district"): each then has a small chart of its own, all with the same axes. ``lower`` and
    ``upper`` are limits of the numbers of some series, by its name: the interval between them has this ``confidence``.
    """

    type: ChartType = field(converter=_type)
    categories: tuple[str, ...] = field(converter=_labels, validator=[some, _different], metadata=IN_FILE)
    series: dict[str, tuple[Amount, ...]] = field(converter=_series, validator=some, metadata=IN_FILE)
    unit: str = field(default="", kw_only=True)
    target: ChartTarget | None = field(default=None, converter=_target, kw_only=True)
    average: ChartTarget | None = field(default=None, converter=_target, kw_only=True)
    highlight: str = field(default="", kw_only=True)
    by: str = field(default="", kw_only=True)
    lower: dict[str, tuple[Amount, ...]] = field(factory=dict, converter=_series, metadata=IN_FILE, kw_only=True)
    upper: dict[str, tuple[Amount, ...]] = field(factory=dict, converter=_series, metadata=IN_FILE, kw_only=True)
    confidence: Amount | None = field(default=None, converter=confidence, kw_only=True)
    id: str = field(default="", kw_only=True)
    caption: Markdown = field(default="", kw_only=True)
    source: Markdown = field(default="", kw_only=True)
    alt: Markdown = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.lower or self.upper:
            self._intervals()
        self._full_series()
        check_limits(self.lower, self.upper, self.series, self.confidence)
        if self.target and self.average:
            fact, hint = "a chart has a target and an average", "give just one of `target` and `average`"
            raise ModelError(Code.ONE_OF_SEVERAL, fact, hint, ("average",))
        self._one_unit()
        self._few_enough()
        if self.type is ChartType.PIE:
            self._parts_of_a_whole()
        if self.by:
            self._small_charts()
        if self.highlight:
            self._one_stands_out()

    @property
    def value_unit(self) -> str:
        """The unit of all numbers: ``unit`` or, without it, the sign in the numbers."""
        return self.unit or next((amount.unit for _, amount in self._amounts() if amount.value is not None), "")

    def _amounts(self) -> Iterator[tuple[tuple[str | int, ...], Amount]]:
        """Yield all numbers, each with the path to it."""
        for part in ("series", *SIDES):
            for name, amounts in getattr(self, part).items():
                yield from (((part, name, position), amount) for position, amount in enumerate(amounts))
        for name, line in (("target", self.target), ("average", self.average)):
            if line:
                yield (name, "value"), line.value

    def _full_series(self) -> None:
        for name, amounts in self.series.items():
            self._full(f'the series "{name}"', amounts, ("series", name))
            if not name.strip():
                raise ModelError(Code.EMPTY_TEXT, "a series has no name", "say what its numbers are", ("series",))
        if all(amount.value is None for amounts in self.series.values() for amount in amounts):
            raise ModelError(Code.NO_NUMBER, "a chart has no numbers", "give one number or more", ("series",))

        for side in SIDES:
            for name, amounts in getattr(self, side).items():
                self._full(f'`{side}` of "{name}"', amounts, (side, name))

    def _full(self, what: str, amounts: tuple[Amount, ...], at: tuple[str, ...]) -> None:
        wanted = len(self.categories)
        if len(amounts) != wanted:
            found, expected = _counted(len(amounts), "number", "numbers"), _counted(wanted, "category", "categories")
            hint = "give a number for each category; [x] is one that is missing"
            more = "; put a number with a comma in quotes" if len(amounts) > wanted else ""
            raise ModelError(Code.WRONG_LENGTH, f"{what} has {found}, but the chart has {expected}", hint + more, at)

    def _one_unit(self) -> None:
        unit = self.value_unit
        for at, amount in self._amounts():
            if amount.value is not None and (amount.unit or self.unit) != unit:
                what = "a number" if at[0] in ("series", *SIDES) else f"the {at[0]}"
                fact = f"{what} is written {in_unit(amount.unit)}, but the chart is {in_unit(unit)}"
                raise ModelError(Code.MIXED_UNITS, fact, "write all numbers of a chart in one unit", at)

    def _few_enough(self) -> None:
        most = _PANELS if self.by else _SERIES
        if len(self.series) > most:
            fact = f"a chart has {len(self.series)} series"
            hint = f"readers can tell {_SERIES} apart; make two charts, or a table"
            hint = f"there is room for {_PANELS} small charts; show fewer" if self.by else hint
            raise ModelError(Code.TOO_MUCH_FOR_A_CHART, fact, hint, ("series",))
        most = {ChartType.PIE: _SLICES, ChartType.LINE: _POINTS}.get(self.type, MOST_BARS)
        if len(self.categories) > most:
            fact = f"a {self.type.value} chart has {len(self.categories)} categories"
            raise ModelError(
                Code.TOO_MUCH_FOR_A_CHART,
                fact,
                f"there is room for {most}; show fewer, or make a table",
                ("categories",),
            )

    def _small_charts(self) -> None:
        """Refuse small charts that could not be compared by their shapes."""
        if self.type not in (ChartType.COLUMN, ChartType.BAR, ChartType.LINE):
            fact = f"a {self.type.value} chart cannot be divided into small charts"
            raise ModelError(Code.NOT_FOR_THIS_CHART, fact, "use a line, column or bar chart", ("by",))
        for name in ("target", "average"):
            if getattr(self, name):
                fact = f"small charts cannot have {'an' if name == 'average' else 'a'} {name}"
                hint = "leave it out, or make one chart of each"
                raise ModelError(Code.NOT_FOR_THIS_CHART, fact, hint, (name,))

    def _intervals(self) -> None:
        """Refuse limits of parts of a whole, whose ends are not on the axis, and of small charts."""
        if self.by or self.type not in (ChartType.COLUMN, ChartType.BAR, ChartType.LINE):
            what = "small charts" if self.by else f"a {self.type.value} chart"
            hint = "leave out `lower` and `upper`, or use a column, bar or line chart without `by`"
            raise ModelError(Code.NOT_FOR_THIS_CHART, f"{what} cannot show confidence intervals", hint, ("lower",))

    def _one_stands_out(self) -> None:
        """Refuse a highlight where the others could no longer be told apart, or of something that is not there."""
        many, is_line = len(self.series) > 1, self.type is ChartType.LINE or bool(self.by)
        if many is not is_line or self.type not in (ChartType.COLUMN, ChartType.BAR, ChartType.LINE):
            fact = f"a {self.type.value} chart with {_counted(len(self.series), 'series', 'series')} has a highlight"
            hint = "highlight a category of columns or bars with one series, or one of several lines or small charts"
            raise ModelError(Code.NOT_FOR_THIS_CHART, fact, hint, ("highlight",))
        known = tuple(self.series) if is_line else self.categories
        if self.highlight not in known:
            fact = f'"{self.highlight}" is highlighted, but is not a {"series" if is_line else "category"} of the chart'
            hint = did_you_mean(self.highlight, known, "its series" if is_line else "its categories")
            raise ModelError(Code.NOT_IN_CHART, fact, hint, ("highlight",))

    def _parts_of_a_whole(self) -> None:
        if len(self.series) > 1:
            fact = f"a pie chart has {len(self.series)} series"
            raise ModelError(
                Code.NOT_FOR_A_PIE, fact, "a pie chart can show one series; use a stacked_column for more", ("series",)
            )
        for name in ("target", "average"):
            if getattr(self, name):
                fact = f"a pie chart cannot have {'an' if name == 'average' else 'a'} {name}"
                raise ModelError(Code.NOT_FOR_A_PIE, fact, "use a column chart", (name,))
        for at, amount in self._amounts():
            if amount.value is None or amount.value < 0:
                fact = f"a pie chart has {'a missing' if amount.value is None else 'a negative'} number"
                raise ModelError(
                    Code.NOT_FOR_A_PIE, fact, "the slices of a pie are parts of a total; use a column chart", at
                )
        if not any(amount.value for _, amount in self._amounts()):
            raise ModelError(Code.NOT_FOR_A_PIE, "all numbers of a pie chart are 0", "use a column chart", ("series",))
