"""The totals of performance tables: measures that sum up others, and why some have no sum."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from csp_docs.compose.context import Context
from csp_docs.errors import Code
from csp_docs.measures import calculated as measures
from csp_docs.measures.amounts import is_rate
from csp_docs.measures.sums import Kind, Row, is_called_total, is_sum_of, is_sum_with, kinds_of, parts_of
from csp_docs.model import Measure, MeasureField
from csp_docs.model.registers import ColumnField

_ADDED = ("baseline", "previous", "current")
"""The levels by which a row shows that it is the sum of others; targets are often set apart."""
_REMOVE = "remove `total`, or add up measures with the same unit in their own group"


def kinds(groups: Sequence[Sequence[Measure]], *, is_first_loose: bool) -> list[list[Kind]]:
    """Return what each measure of a table is, so that the totals of groups and of the table agree."""
    return kinds_of([[_row(part) for part in group] for group in groups], is_first_loose=is_first_loose)


def total(
    words: str, parts: Sequence[Measure], kinds: Sequence[Kind], fields: Sequence[ColumnField], context: Context
) -> Measure | None:
    """Return the sum of ``parts`` for a table of the columns ``fields``; None, and a problem, if there is none."""
    if not (words.strip() and parts):
        return None
    found = parts_of([_row(part) for part in parts], f'the total "{words}"', kinds)
    added = [parts[place] for place in found.places]
    trouble = _trouble(words, parts, fields) or _none_in_common(words, added) or _unrated(words, added, fields)
    if trouble:
        context.problem(Code.NO_TOTAL, *trouble, words)
        return None
    context.problems.extend(found.findings)
    return measures.total(words, added)


def check_withheld(
    groups: Sequence[tuple[str, Sequence[Measure]]], is_withheld: Callable[[Measure], bool], context: Context
) -> None:
    """Note the rows from which figures that are not for the public follow; ``groups`` are titles with their measures.

    A row that is called a total is a problem, as a `total` is. A row that is a sum without such a name is a warning.
    """
    found = [measure for _, group in groups for measure in group]
    units = {measure.level_unit for measure in found if is_withheld(measure) and not is_rate(measure.level_unit)}
    totals = {
        id(measure)
        for title, group in groups
        for measure in group
        if measure.level_unit in units and _is_total(measure, title, group, is_withheld)
    }
    for measure in found:
        if id(measure) in totals:
            fact = f'"{measure.name}" is called a total, and the figures of a measure that is not for the public'
            hint = "remove this row, give it another name if it is not a total, or put the table in a `passage`"
            context.problem(Code.TAKEN_FROM_CLOSED, f"{fact} follow from it", hint, measure.name)
    plain = [measure for measure in found if is_withheld(measure) or not is_called_total(measure.name)]
    for unit in sorted(units):
        _warn_of_sums([measure for measure in plain if measure.level_unit == unit], is_withheld, context)


def _is_total(total: Measure, title: str, group: Sequence[Measure], is_withheld: Callable[[Measure], bool]) -> bool:
    """Tell whether a row is called a total, and is not the sum of its own group, all of which is shown."""
    if is_withheld(total) or not is_called_total(total.name) or not any(_row(total).figures):
        return False
    others = [_row(part) for part in group if not is_called_total(part.name)]
    return not title or any(map(is_withheld, group)) or not is_sum_of(_row(total), others)


def _warn_of_sums(found: Sequence[Measure], is_withheld: Callable[[Measure], bool], context: Context) -> None:
    rows, hidden = [_row(measure) for measure in found], [at for at, part in enumerate(found) if is_withheld(part)]
    for place, measure in enumerate(found):
        if is_sum_with(rows, place, hidden):
            fact = f'"{measure.name}" is the sum of other rows: the figures of a measure that is not for the public'
            hint = "check it: if it is their total, remove it, or put the table in a `passage`"
            context.warn(Code.TAKEN_FROM_CLOSED, f"{fact} follow from them", hint, measure.name)


def _row(part: Measure) -> Row:
    levels = {name: amount.value for name, amount in part.levels.items()}
    return Row(part.name, tuple(map(levels.get, _ADDED)))


def _trouble(words: str, parts: Sequence[Measure], fields: Sequence[ColumnField]) -> tuple[str, str] | None:
    """Return why a sum would mislead a careful reader, and what to do about it."""
    units = {part.level_unit: part for part in reversed(parts) if _is_known(part)}
    first, *others = (units[unit] for unit in sorted(units)) if units else parts[:1]
    twice = next((part for part in parts if sum(other is part for other in parts) > 1), None)
    if MeasureField.NAME not in fields:
        return f'the table has no column for the words of the total "{words}"', "add the column `name` to the table"
    if twice:
        return f'the total "{words}" would count "{twice.name}" twice', "name each measure once in a table with a total"
    if alike := next((part for part in parts if part.name.strip() == words.strip()), None):
        fact = f'the total "{words}" would also count the measure "{alike.name}", which has the same name'
        return fact, "remove that measure, or give the total another name"
    if "%" in units:
        return f'the total "{words}" would add percentages: "{units["%"].name}" is in %', _REMOVE
    if rate := next(filter(is_rate, units), ""):
        return f'the total "{words}" would add rates: "{units[rate].name}" is {rate}', _REMOVE
    if others:
        fact = f'the total "{words}" would add different things: "{others[0].name}" is in {others[0].level_unit}'
        unit = f"is in {first.level_unit}" if first.level_unit else "has no unit"
        return f'{fact}, and "{first.name}" {unit}', _REMOVE
    return None


def _none_in_common(words: str, parts: Sequence[Measure]) -> tuple[str, str] | None:
    """Return why there is no sum of measures that have different figures."""
    if measures.total(words, parts):
        return None
    fact = f'the total "{words}" has nothing to add up: its measures have no figure in common'
    return fact, "give each the same figures, with [x] where one is not available, or remove `total`"


def _unrated(words: str, parts: Sequence[Measure], fields: Sequence[ColumnField]) -> tuple[str, str] | None:
    """Return why a sum that has a target cannot be rated: it adds measures that should rise to others."""
    up_or_down = {part.better: part for part in reversed(parts)}
    summed = measures.total(words, parts)
    if MeasureField.RAG not in fields or len(up_or_down) < 2:
        return None
    if not summed or not (summed.target or summed.target_change):
        return None
    fact = "; ".join(f'"{part.name}" is better when {way.value}' for way, part in up_or_down.items())
    return f'the total "{words}" cannot be rated: {fact}', "only add up measures that should all rise or all fall"


def _is_known(part: Measure) -> bool:
    """Tell whether a measure shows what it is counted in: one that is not available throughout may not."""
    return bool(part.unit) or any(amount.value is not None for amount in part.levels.values())
