"""Answers "Did we achieve our targets?"."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from csp_docs.data.answers.subject import Subject, source
from csp_docs.data.months import YEAR, during, span
from csp_docs.data.words import counted, crimes, sentence, were
from csp_docs.errors import Code
from csp_docs.measures import calculated as measures
from csp_docs.measures import formats
from csp_docs.measures.rounding import rounded
from csp_docs.model import Amount, Measure, ModelError, Performance, PerformanceColumn, Rag
from csp_docs.model.choices import MeasureFieldName
from csp_docs.model.content import ContentItem
from csp_docs.model.measures import AmountLike, to_amount

_LATEST, _EARLIER = slice(-YEAR, None), slice(-2 * YEAR, -YEAR)
_DECIDE = "Rows of this type that name no place could decide it."


def target(subject: Subject, wanted: AmountLike) -> tuple[ContentItem, ...]:
    """Return whether the target of twelve months was met: a level, or a change on the year before such as ``-5%``.

    Raises ModelError if it is neither.
    """
    if wanted is None:
        return (sentence(f"no target was set for {crimes(subject.kind)} in {subject.area}"),)
    measure = measure_of(subject, wanted)
    if len(subject.year) < YEAR or (measure.target_change and not measure.previous):
        lacking = "24 months" if measure.target_change else "12 months"
        said = f"a target for {crimes(subject.kind)} was set, but it needs {lacking} of figures, and the files hold"
        return (sentence(f"{said} {len(subject.figures.months)}"),)
    return (_sentence(subject, measure), _table(subject, measure))


def wanted_of(kind: str, wanted: AmountLike) -> Amount | None:
    """Return the target of a type of crime: a count, or a change in percent. Raises ModelError."""
    amount, hint = to_amount(wanted), "give the number to be reached, or a change on the year before, such as -5%"
    if amount and amount.value is None:
        raise ModelError(Code.WRONG_CRIME_TARGET, f"the target for {crimes(kind)} is not available", "leave it out")
    if amount and amount.unit not in ("", "%"):
        raise ModelError(Code.WRONG_CRIME_TARGET, f"the target for {crimes(kind)} is in {amount.unit}", hint)
    if amount and amount.value is not None and amount.value < (-100 if amount.unit else 0):
        raise ModelError(Code.WRONG_CRIME_TARGET, f"the target for {crimes(kind)} is below zero", hint)
    return amount


def measure_of(subject: Subject, wanted: AmountLike) -> Measure:
    """Return the count of the latest year with its target, and that of the year before if the files have it."""
    amount = wanted_of(subject.kind, wanted)
    before = sum(subject.counts[-2 * YEAR : -YEAR]) if subject.figures.compared == YEAR else None
    if amount and amount.unit == "%":
        return Measure(subject.kind, subject.count, before, target_change=amount)
    return Measure(subject.kind, subject.count, before, target=amount)


def _is_met(subject: Subject, measure: Measure) -> bool | None:
    """Return whether a target was met wherever rows without a place belong; None if they or a renaming decide it."""
    if measure.target_change and subject.renaming:
        return None
    now, before = (sum(subject.figures.without_place(subject.kind)[at]) for at in (_LATEST, _EARLIER))
    with_all = evolve(measure, current=_plus(measure.current, now))
    raised = evolve(measure, previous=_plus(measure.previous, before))
    worst, best = (measures.rating(case, measures.Rules()) is Rag.GREEN for case in (with_all, raised))
    return best if worst == best else None


def _plus(amount: Amount | None, more: int) -> Amount | None:
    return Amount(amount.value + more) if amount and amount.value is not None else amount


def _sentence(subject: Subject, measure: Measure) -> str:
    level, met = measures.target_level(measure), _is_met(subject, measure)
    aim = formats.number(rounded(level, 1).normalize()) if isinstance(level, Decimal) else "n/a"
    said = f"{during(subject.year)}, {counted(subject.count, subject.kind)} {were(subject.count)} recorded"
    said = f"{said} in {subject.area}; the target"
    if met is not None:
        return sentence(f"{said}, {aim} or fewer, was {'met' if met else 'not met'}")
    why = subject.renaming if measure.target_change and subject.renaming else _DECIDE
    return f"{sentence(f'{said} was {aim} or fewer')} Whether it was met cannot be said. {why}"


def _table(subject: Subject, measure: Measure) -> Performance:
    rated: list[MeasureFieldName] = ["rag"] if _is_met(subject, measure) is not None else []
    before: list[MeasureFieldName] = ["previous"] if measure.previous else []
    columns: list[MeasureFieldName] = ["name", *before, "current", "target", *rated]
    labels = {"current": span(subject.year), "previous": "The year before"}
    return Performance(
        [measure],
        columns=[PerformanceColumn(name, labels.get(name, "")) for name in columns],
        caption=f"{subject.kind} in {subject.area} against its target",
        source=source(subject.figures.months[-2 * YEAR :]),
    )
