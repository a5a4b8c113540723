"""The cells of performance tables: figures as they are printed, and the notes that explain the marks among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import assert_never

from attrs import field

from csp_docs import blocks as b
from csp_docs.blocks import Inlines, walk
from csp_docs.compose.access import closed_words, word_for
from csp_docs.compose.context import Context
from csp_docs.compose.measured import by, change_unit, difference_unit, mark, signed
from csp_docs.measures import calculated as measures
from csp_docs.measures import formats
from csp_docs.measures.amounts import amount, column_places
from csp_docs.measures.calculated import Gap, Result, Rules
from csp_docs.measures.formats import POINTS
from csp_docs.measures.rounding import rounded
from csp_docs.model import Access, Measure, MeasureField, PerformanceColumn, Rag
from csp_docs.records import record

_COMPARED = (MeasureField.DIFFERENCE, MeasureField.CHANGE)
"""The columns that a measure's note replaces, unless notes have their own column."""

_NOTHING = "–"
"""Printed where a measure has no such figure, so that no empty cell looks forgotten."""
_REASONS = ("note_points", *(f"note_{gap.value}" for gap in Gap))


def rating(level: Rag, context: Context) -> Inlines:
    """Return red, amber or green in the council's word."""
    return (b.Rating(b.RatingLevel(level.value), context.term(f"rag_{level.value}")),)


@record
class Cells:
    """The cells of a table. ``used`` gathers the names of the notes that explain what they print.

    ``places`` says how many decimal places the figures of a column have, by their unit; None if each keeps its own.
    """

    context: Context
    columns: tuple[PerformanceColumn, ...]
    places: Mapping[tuple[MeasureField, str], int | None]
    used: set[str] = field(factory=set)

    @classmethod
    def of_all(cls, context: Context, columns: tuple[PerformanceColumn, ...], rows: Iterable[Measure]) -> Cells:
        """Return the cells of a table with the measures ``rows``, totals included."""
        together: dict[tuple[MeasureField, str], list[Decimal]] = {}
        for measure, column in product(rows, columns):
            number, unit = _number(measure, column.field, context.council.measures)
            if isinstance(number, Decimal):
                together.setdefault((column.field, unit), []).append(number)
        places = {(name, unit): column_places(numbers, unit) for (name, unit), numbers in together.items()}
        return cls(context, columns, places)

    def of(self, measure: Measure, column: PerformanceColumn) -> Inlines:
        """Return what a column says about a measure; its note replaces the comparison with the period before."""
        if measure.note and column.field is self._notes_at():
            return self.context.inlines(measure.note)
        if measure.note and column.field in _COMPARED and self._notes_at() in _COMPARED:
            return ()
        return self._figure(measure, column)

    def _figure(self, measure: Measure, column: PerformanceColumn) -> Inlines:
        match column.field:
            case MeasureField.NAME:
                return self.context.inlines(measure.name)
            case MeasureField.NOTE:
                return ()
            case MeasureField.BASELINE | MeasureField.PREVIOUS | MeasureField.CURRENT | MeasureField.DIFFERENCE:
                return self._level(measure, column.field)
            case MeasureField.TARGET:
                return self._target(measure)
            case MeasureField.CHANGE:
                return self._change(measure, column)
            case MeasureField.RAG:
                return self._rating(measure)
            case _:
                assert_never(column.field)

    def label(self, column: PerformanceColumn) -> Inlines:
        """Return a column's header: the author's or the council's."""
        context = self.context
        return context.inlines(column.label) if column.label else context.words(f"measure_{column.field.value}")

    def homeless_notes(self, found: list[Measure]) -> list[Inlines]:
        """Return the notes of measures, if no column prints them."""
        if self._notes_at():
            return []
        inlines = self.context.inlines
        return [(*inlines(m.name), b.Text(": "), *inlines(m.note)) for m in found if m.note]

    def reasons(self) -> list[Inlines]:
        """Return the notes that say what the marks in the cells mean."""
        base = str(self.context.council.measures.small_base)
        return [(b.Text(self.context.term(name, base=base)),) for name in _REASONS if name in self.used]

    def _notes_at(self) -> MeasureField | None:
        fields = [column.field for column in self.columns]
        return next((place for place in (MeasureField.NOTE, *_COMPARED) if place in fields), None)

    def _level(self, measure: Measure, name: MeasureField) -> Inlines:
        result, unit = _number(measure, name, self.context.council.measures)
        if unit == POINTS and isinstance(result, Decimal):
            self.used.add("note_points")
        return self._printed(result, lambda value: amount(value, unit, self.places[name, unit]))

    def _target(self, measure: Measure) -> Inlines:
        places = self.places.get((MeasureField.TARGET, "%"))
        change = signed(measure.target_change, places)
        return (b.Text(change),) if change else self._level(measure, MeasureField.TARGET)

    def _change(self, measure: Measure, column: PerformanceColumn) -> Inlines:
        result, unit = _number(measure, column.field, self.context.council.measures)
        places = self.places.get((column.field, unit))
        if isinstance(result, Decimal) and places is not None:
            result = rounded(result, places)
        if unit == POINTS and isinstance(result, Decimal):
            self.used.add("note_points")
        elif "%" in walk.words(self.label(column)):
            unit = ""  # The header shows it for all cells below.
        return self._printed(result, lambda value: self._changed(value, measure, unit))

    def _changed(self, change: Decimal, measure: Measure, unit: str) -> str:
        language = self.context.document.language.value
        if self.context.council.measures.direction:
            return formats.direction(change, by(measure), unit, language)
        return amount(change, unit)

    def _rating(self, measure: Measure) -> Inlines:
        found = measures.rating(measure, self.context.council.measures)
        if found is None or isinstance(found, Gap):
            return self._printed(found, str)
        return rating(found, self.context)

    def _printed(self, result: Result, show: Callable[[Decimal], str]) -> Inlines:
        match result:
            case None:
                return (b.Text(_NOTHING),)
            case Gap():
                self.used.add(f"note_{result.value}")
                return (b.Text(mark(result, self.context.term)),)
            case Decimal():
                return (b.Text(show(result)),)
            case _:
                assert_never(result)


def _number(measure: Measure, name: MeasureField, rules: Rules) -> tuple[Result, str]:
    """Return the number of a measure in a column, and its unit; None in a column of words."""
    match name:
        case MeasureField.DIFFERENCE:
            return measures.difference(measure), difference_unit(measure)
        case MeasureField.CHANGE:
            return measures.change(measure, rules), change_unit(measure)
        case MeasureField.TARGET if measure.target_change:
            return measures.level(measure.target_change), measure.target_change.unit
    return measures.level(measure.levels.get(name.value)), measure.level_unit


@record
class Withheld:
    """What rows of measures that are not shown say, by the identity of these: a name, and a mark in place of figures.

    ``grounds`` has the access that each mark is explained by.
    """

    names: dict[int, Inlines]
    marks: dict[int, str]
    grounds: dict[str, Access]


def withheld_rows(found: list[Measure], columns: Sequence[PerformanceColumn], context: Context) -> Withheld:
    """Return what is printed of measures that are not shown; where no figures are, their names have the marks."""
    hidden = {id(measure): measure.access for measure in found if measure.access and is_withheld(measure, context)}
    names, (marks, grounds) = _public_names(hidden, context), _marks(hidden, context)
    if len(grounds) > 1 and not shows_mark(columns):
        names = {key: (*name, b.Text(f" {marks[key]}")) for key, name in names.items()}
    return Withheld(names, marks, grounds)


def _marks(hidden: dict[int, Access], context: Context) -> tuple[dict[int, str], dict[str, Access]]:
    """Return the marks of measures, and their grounds: "[exempt]", with a number if others have other grounds."""
    grounds: dict[str, list[Access]] = {}
    for access in hidden.values():
        grounds.setdefault(word_for(access, context), []).append(_ground(access))
    several = {word: list(dict.fromkeys(found)) for word, found in grounds.items()}

    def mark(access: Access) -> str:
        word = word_for(access, context)
        number = several[word].index(_ground(access)) + 1
        return f"[{word} ({number})]" if len(several[word]) > 1 else f"[{word}]"

    marks = {key: mark(access) for key, access in hidden.items()}
    return marks, {marks[key]: _ground(access) for key, access in hidden.items()}


def _ground(access: Access) -> Access:
    """Return the ground of an access alone, without reasons and titles."""
    return Access(sorted(access.exempt), confidential=access.confidential)


def _public_names(hidden: dict[int, Access], context: Context) -> dict[int, Inlines]:
    """Return what the rows of measures that are not shown are called.

    Rows with different reasons that would have the same name have a number after it: a note gives the reason of each.
    """
    names = {key: closed_words((), access, context).public for key, access in hidden.items()}
    numbered: dict[int, Inlines] = {}
    for name in dict.fromkeys(names.values()):
        alike = [key for key in names if names[key] == name]
        reasons = {hidden[key].public_reason for key in alike}
        for number, key in enumerate(alike, 1):
            numbered[key] = (*name, b.Text(f" ({number})")) if len(reasons) > 1 else name
    return numbered


def shows_mark(columns: Sequence[PerformanceColumn]) -> bool:
    """Tell whether a table has a column in which figures, or marks in their place, are printed."""
    return any(column.field is not MeasureField.NAME for column in columns)


def is_withheld(measure: Measure, context: Context) -> bool:
    """Tell whether a measure is not for the public, and this edition is."""
    return bool(measure.access and measure.access.closed and not context.closed)
