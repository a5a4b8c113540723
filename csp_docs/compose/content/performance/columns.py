"""The columns of performance tables: which there are, and what is above them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Inlines
from csp_docs.compose.context import Context
from csp_docs.errors import Code, did_you_mean, origin_of
from csp_docs.measures.sums import Row, is_called_total, same_numbers
from csp_docs.model import Measure, MeasureField, Performance, PerformanceColumn
from csp_docs.model.registers import COMPARING, ColumnField

_IN_WORDS = (
    MeasureField.NAME,
    MeasureField.NOTE,
    MeasureField.RAG,
    MeasureField.DIRECTION,
    MeasureField.SPARKLINE,
    MeasureField.UNIT,
)
_LEVELS = ("current", "previous", "baseline", "target")
"""The figures of every measure that a column may compare."""
_OF_NO_PERIOD = (MeasureField.NAME, MeasureField.BASELINE, MeasureField.PREVIOUS, MeasureField.UNIT, MeasureField.NOTE)
"""The columns that a table's period does not name: words, and figures of periods before."""
_MILLION = 1_000_000


def warn_of_unrated(found: list[Measure], context: Context) -> None:
    """Warn of measures whose target is a change, but from nothing."""
    for measure in found:
        if measure.target_change and "previous" not in measure.levels:
            fact = f'the measure "{measure.name}" can never be rated: its target is a change, but `previous` is missing'
            context.warn(Code.NEVER_RATED, fact, "add `previous`, or give a level as `target`", measure.name)


def warn_of_same_figures(given: Performance, found: list[Measure], context: Context) -> None:
    """Warn of a column that is printed twice, and of two periods with the same figures throughout."""
    known: set[tuple[str, str, str]] = set()
    for column in given.columns:
        if column.key in known:
            fact, hint = f'the table prints the column "{column.name}" twice', "name each column once"
            context.warn(Code.SAME_NUMBERS, fact, hint, column.label or given.caption)
        known.add(column.key)
    rows = [measure for measure in found if not is_called_total(measure.name)]
    periods = [("previous", [m.previous for m in rows]), ("current", [m.current for m in rows])]
    periods += [(name, [m.periods.get(name) for m in rows]) for name in _names("periods", rows)]
    columns = [Row(name, tuple(amount.value if amount else None for amount in amounts)) for name, amounts in periods]
    context.problems.extend(evolve(problem, origin=origin_of(found[0].name)) for problem in same_numbers(columns))


def filled_columns(found: list[Measure], *, hides: bool) -> tuple[PerformanceColumn, ...]:
    """Return the columns that measures fill: name, levels, and what can be calculated from them.

    A table without any other figures has a column that says that it ``hides`` some.

    The baseline is printed only without a previous figure: both, with all that is calculated, do not fit on an upright
    page. Nor does a difference of millions next to a target: the change says the same.
    """
    filled: set[MeasureField] = {MeasureField.NAME}
    for measure in found:
        filled |= {MeasureField(name) for name in measure.given_levels}
        if {"current", "previous"} <= measure.levels.keys():
            filled |= {MeasureField.CHANGE} if measure.periods else {MeasureField.DIFFERENCE, MeasureField.CHANGE}
        if measure.target or measure.target_change:
            filled |= {MeasureField.TARGET, MeasureField.RAG}
        if measure.rag:
            filled.add(MeasureField.RAG)
    if MeasureField.PREVIOUS in filled:
        filled.discard(MeasureField.BASELINE)
    if {MeasureField.CHANGE, MeasureField.TARGET} <= filled and _has_figures_from(_MILLION, found):
        filled.discard(MeasureField.DIFFERENCE)
    named = {MeasureField.BASELINE: _periods(found), MeasureField.CURRENT: _others(found)}
    if hides and filled == {MeasureField.NAME} and not any(named.values()):
        filled.add(MeasureField.CURRENT)
    columns = list[PerformanceColumn]()
    for name in MeasureField:
        columns += [PerformanceColumn(name)] if name in filled else []
        columns += named.get(name, [])
    return tuple(columns)


def _periods(found: list[Measure]) -> list[PerformanceColumn]:
    return [PerformanceColumn(name) for name in _names("periods", found)]


def _others(found: list[Measure]) -> list[PerformanceColumn]:
    """Return a column for each comparator, with one for its change where it has any, and for each of the author's."""
    columns = list[PerformanceColumn]()
    for name in _names("comparators", found):
        columns.append(PerformanceColumn(name))
        if any(name in m.comparators and m.comparators[name].previous for m in found):
            columns.append(PerformanceColumn(MeasureField.CHANGE, of=name))
    return [*columns, *(PerformanceColumn(name) for name in _names("own", found))]


def _names(key: str, found: list[Measure]) -> list[str]:
    """Return the names of periods, comparators or own columns that measures have, in the order of those with most."""
    given = sorted((getattr(measure, key) for measure in found), key=len, reverse=True)
    return list(dict.fromkeys(name for names in given for name in names))


def check_periods(found: list[Measure], context: Context) -> None:
    """Note measures whose last two periods, which are compared, are not those of the others in the table."""
    last = _names("periods", found)[-2:][::-1]
    for measure in found:
        own = [] if measure.current else [*measure.periods][-2:][::-1]
        if wrong := [name for name, compared in zip(last, own, strict=False) if name != compared][:1]:
            fact = f'"{measure.name}" has no figure of "{wrong[0]}", so it would compare earlier periods than others'
            context.problem(Code.OTHER_PERIODS, fact, f"write {wrong[0]}: [x], or give `current`", measure.name)


def check_columns(columns: tuple[PerformanceColumn, ...], found: list[Measure], context: Context) -> None:
    """Note columns that name what no measure has, and a line of periods that no measure has two of."""
    figures = [*_names("periods", found), *_names("comparators", found)]
    fields = [member.value for member in MeasureField]
    known = {
        "field": [*fields, *figures, *_names("own", found)],
        "of": [*_LEVELS, *figures],
        "on": [*_LEVELS, *figures],
    }
    for column in columns:
        for key, name in (("field", column.name), ("of", column.of), ("on", column.on)):
            if name and name not in known[key]:
                hint = _comparison(name) or did_you_mean(name, known[key], "known names")
                context.problem(Code.UNKNOWN_FIGURE, f'no measure of this table has "{name}"', hint, name)
        if column.field is MeasureField.SPARKLINE and not any(map(has_line, found)):
            fact = "no measure of this table has figures for two periods, so its sparklines are only dashes"
            context.warn(Code.UNKNOWN_FIGURE, fact, "give each measure `periods`, or remove the column", found[0].name)


def has_line(measure: Measure) -> bool:
    """Tell whether the figures of two periods or more are known, so that a line goes through them."""
    return sum(amount.value is not None for amount in measure.periods.values()) > 1


def _comparison(name: str) -> str:
    """Return the hint for a column that is named after what it compares: baseline_change."""
    on, _, field = name.rpartition("_")
    compares = {member.value for member in COMPARING}
    return f"write it as {{field: {field}, on: {on}}}" if field in compares and on in _LEVELS else ""


def is_in_words(column: PerformanceColumn, found: list[Measure]) -> bool:
    """Tell whether a column has words, which begin at its left."""
    return column.field in _IN_WORDS or any(column.name in measure.own for measure in found)


def label(column: PerformanceColumn, context: Context) -> Inlines:
    """Return a column's header: the author's or the council's."""
    if column.label:
        return context.inlines(column.label)
    if isinstance(column.field, str):
        return (b.Text(column.field),)
    if not (column.of or column.on):
        return context.words(f"measure_{column.name}")
    on = _inside(context.term(f"measure_{column.on}")) if column.on in _LEVELS else column.on
    name = context.term(f"measure_{column.name}_on", on=on) if on else context.term(f"measure_{column.name}")
    return (b.Text(f"{column.of}: {_inside(name)}" if column.of else name),)


def _inside(word: str) -> str:
    return word[:1].lower() + word[1:]


def _has_figures_from(least: int, found: list[Measure]) -> bool:
    levels = [level.value for measure in found for level in measure.levels.values() if level.value is not None]
    return any(abs(level) >= least for level in levels)


def head(
    given: Performance, columns: Sequence[PerformanceColumn], context: Context
) -> tuple[tuple[b.HeaderCell, ...], ...]:
    """Return the header rows: the names of the columns, below the period of some of them."""
    labels = tuple(b.HeaderCell(label(column, context)) for column in columns)
    if not given.period:
        return (labels,)
    first, end = _of_period([column.field for column in columns])
    period = b.HeaderCell((b.Text(context.period(given.period)),), end - first)
    before, after = (b.HeaderCell((), span) for span in (first, len(labels) - end))
    return tuple(cell for cell in (before, period, after) if cell.span), labels


def _of_period(fields: list[ColumnField]) -> tuple[int, int]:
    """Return the first and the end of the neighbouring columns that the period is that of; of all if none is."""
    runs, end = list[tuple[int, int]](), 0
    for other, run in groupby(fields, key=lambda name: isinstance(name, str) or name in _OF_NO_PERIOD):
        start, end = end, end + len(list(run))
        runs += [] if other else [(start, end)]
    with_current = [run for run in runs if MeasureField.CURRENT in fields[slice(*run)]]
    return next(iter((*with_current, *runs)), (0, len(fields)))
