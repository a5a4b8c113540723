"""The cells of performance tables: figures as they are printed, and the notes that explain the marks among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from itertools import product
from typing import Protocol, TypeAlias, assert_never

from attrs import field

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines, walk
from csp_docs.compose.content.performance.columns import has_line, label
from csp_docs.compose.content.rows.ratings import rating
from csp_docs.compose.content.tables import NOTHING
from csp_docs.compose.context import Context
from csp_docs.compose.measured import by, change_unit, difference_unit, mark
from csp_docs.measures import calculated as measures
from csp_docs.measures import formats
from csp_docs.measures.amounts import amount, column_places, signed
from csp_docs.measures.calculated import Gap, Result, Rules
from csp_docs.measures.formats import POINTS
from csp_docs.measures.rounding import rounded
from csp_docs.model import Better, Measure, MeasureField, PerformanceColumn
from csp_docs.model.measures import SIGNS
from csp_docs.model.registers import COMPARING
from csp_docs.records import record

_Kind: TypeAlias = tuple[tuple[str, str, str], str]
"""What a column shows, and a unit: such figures have the same number of decimal places."""
_REASONS = ("note_points", *(f"note_{gap.value}" for gap in Gap))


class _Show(Protocol):
    """Prints a figure with its unit, and so many decimal places."""

    def __call__(self, value: Decimal, unit: str = "", places: int | None = None) -> str: ...


@record
class Cells:
    """The cells of a table. ``used`` gathers the names of the notes that explain what they print.

    ``places`` says how many decimal places the figures of a column have, by their unit; None if each keeps its own.
    """

    context: Context
    columns: tuple[PerformanceColumn, ...]
    places: Mapping[_Kind, int | None]
    used: set[str] = field(factory=set)

    @classmethod
    def of_all(cls, context: Context, columns: tuple[PerformanceColumn, ...], rows: Iterable[Measure]) -> Cells:
        """Return the cells of a table with the measures ``rows``, totals included."""
        together: dict[_Kind, list[Decimal]] = {}
        for measure, column in product(rows, columns):
            number, unit = _number(measure, column, context.council.measures)
            if isinstance(number, Decimal):
                together.setdefault((column.key, unit), []).append(number)
        places = {(key, unit): column_places(numbers, unit) for (key, unit), numbers in together.items()}
        return cls(context, columns, places)

    def of(self, measure: Measure, column: PerformanceColumn) -> Inlines:
        """Return what a column says about a measure; its note replaces the comparison with the period before."""
        if measure.note and column is (place := self._notes_at()):
            return self.context.inlines(measure.note)
        if measure.note and _is_replaced(column) and place and _is_replaced(place):
            return ()
        return self._figure(measure, column)

    def blocks(self, measure: Measure, column: PerformanceColumn) -> Blocks:
        """Return what a cell holds: words or, of two known periods or more, a line through their figures."""
        if column.field is MeasureField.SPARKLINE and has_line(measure):
            values = tuple(amount.value for amount in measure.periods.values())
            return (b.Figure(b.Sparkline(values), self._periods_in_words(measure)),)
        inlines = self.of(measure, column)
        return (b.Paragraph(inlines),) if inlines else ()

    def _periods_in_words(self, measure: Measure) -> str:
        """Return the figures of the periods, for those who cannot see the line: "Q1 400, Q2 390"."""
        none = mark(Gap.NOT_AVAILABLE, self.context.term)
        values = {name: given.value for name, given in measure.periods.items()}
        said = (none if value is None else amount(value, measure.sign) for value in values.values())
        periods = ", ".join(map(" ".join, zip(values, said, strict=True)))
        return f"{walk.words(self.context.inlines(measure.name))}: {periods}"

    def _figure(self, measure: Measure, column: PerformanceColumn) -> Inlines:
        match column.field:
            case MeasureField.NAME:
                return self._name(measure)
            case MeasureField.NOTE:
                return (b.Text(NOTHING),)
            case MeasureField.UNIT:
                return (b.Text(measure.level_unit or NOTHING),)
            case str() as name if name in measure.own:
                return self.context.inlines(measure.own[name])
            case MeasureField.BASELINE | MeasureField.PREVIOUS | MeasureField.CURRENT | str():
                return self._level(measure, column)
            case MeasureField.DIFFERENCE:
                return self._level(measure, column, self._signed(column))
            case MeasureField.TARGET:
                change = measure.target_change
                return self._level(measure, column, signed if change and change.value is not None else amount)
            case MeasureField.CHANGE:
                return self._change(measure, column)
            case MeasureField.RAG:
                return self._rating(measure)
            case MeasureField.SPARKLINE:
                return (b.Text(NOTHING),)
            case MeasureField.DIRECTION:
                return self._direction(measure, column)
            case _:
                assert_never(column.field)

    def notes(self, found: list[Measure]) -> list[Inlines]:
        """Return the notes of measures, if no column prints them, and why figures are missing."""
        inlines, at = self.context.inlines, self._notes_at()
        said = [(m.name, text) for m in found for text in ("" if at else m.note, m.missing) if text]
        return [(*inlines(name), b.Text(": "), *inlines(text)) for name, text in said]

    def reasons(self) -> list[Inlines]:
        """Return the notes that say what the marks in the cells mean."""
        base = str(self.context.council.measures.small_base)
        return [(b.Text(self.context.term(name, base=base)),) for name in _REASONS if name in self.used]

    def _notes_at(self) -> PerformanceColumn | None:
        """Return the column that prints notes: their own, or the first that compares with the period before."""
        for field_ in (MeasureField.NOTE, *COMPARING):
            for column in self.columns:
                if column.field is field_ and not column.of:
                    return column
        return None

    def _name(self, measure: Measure) -> Inlines:
        """Return the name of a measure, and what it is counted in, unless a column says that."""
        name = self.context.inlines(measure.name)
        has_column = any(column.field is MeasureField.UNIT for column in self.columns)
        return name if has_column or measure.level_unit in SIGNS else (*name, b.Text(f" ({measure.unit})"))

    def _signed(self, column: PerformanceColumn) -> _Show:
        return signed if column.plus or self.context.council.measures.plus else amount

    def _level(self, measure: Measure, column: PerformanceColumn, show: _Show = amount) -> Inlines:
        result, unit = _number(measure, column, self.context.council.measures)
        if unit == POINTS and isinstance(result, Decimal):
            self.used.add("note_points")
        sign = unit if unit in (*SIGNS, POINTS) else ""
        return self._printed(result, lambda value: show(value, sign, self.places[column.key, unit]))

    def _change(self, measure: Measure, column: PerformanceColumn) -> Inlines:
        result, unit = _number(measure, column, self.context.council.measures)
        places = self.places.get((column.key, unit))
        if isinstance(result, Decimal) and places is not None:
            result = rounded(result, places)
        if unit == POINTS and isinstance(result, Decimal):
            self.used.add("note_points")
        elif "%" in walk.words(label(column, self.context)):
            unit = ""  # The header shows it for all cells below.
        return self._printed(result, lambda value: self._changed(value, measure, column, unit))

    def _changed(self, change: Decimal, measure: Measure, column: PerformanceColumn, unit: str) -> str:
        language = self.context.document.language.value
        if self.context.council.measures.direction:
            return formats.direction(change, by(measure, column.of, column.on), unit, language)
        return self._signed(column)(change, unit)

    def _direction(self, measure: Measure, column: PerformanceColumn) -> Inlines:
        language, rises = self.context.document.language.value, measure.better is Better.HIGHER
        found = measures.difference(measure, column.of, column.on)
        return self._printed(found, lambda value: formats.travel(value, language, is_better=(value > 0) is rises))

    def _rating(self, measure: Measure) -> Inlines:
        found = measures.rating(measure, self.context.council.measures)
        if found is None or isinstance(found, Gap):
            return self._printed(found, str)
        return rating(found, self.context)

    def _printed(self, result: Result, show: Callable[[Decimal], str]) -> Inlines:
        match result:
            case None:
                return (b.Text(NOTHING),)
            case Gap():
                self.used.add(f"note_{result.value}")
                return (b.Text(mark(result, self.context.term)),)
            case Decimal():
                return (b.Text(show(result)),)
            case _:
                assert_never(result)


def _is_replaced(column: PerformanceColumn) -> bool:
    """Tell whether a note of the measure replaces what a column says."""
    return column.field in COMPARING and not column.of


def _number(measure: Measure, column: PerformanceColumn, rules: Rules) -> tuple[Result, str]:
    """Return the number of a measure in a column, and its unit; None in a column of words."""
    match column.field:
        case MeasureField.DIFFERENCE:
            return measures.difference(measure, column.of, column.on), difference_unit(measure)
        case MeasureField.CHANGE:
            return measures.change(measure, rules, column.of, column.on), change_unit(measure)
        case MeasureField.TARGET if measure.target_change:
            return measures.level(measure.target_change), measure.target_change.unit
    return measures.level(measures.figure(measure, column.name)), measure.level_unit
