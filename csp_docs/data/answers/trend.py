"""Answers "How has it compared over time?"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from csp_docs.data.answers.subject import Subject, source
from csp_docs.data.months import YEAR, during, name, name_alone, span
from csp_docs.data.words import counted, is_small, listed, sentence, unit, versus, were
from csp_docs.measures import formats
from csp_docs.model import Amount, Chart, Measure, Performance, PerformanceColumn
from csp_docs.model.content import ContentItem

_ROWS = "Each row of the police files counts once, as data.police.uk counts, also where rows share a Crime ID."
_CHANCE = "Counts this small rise and fall by chance, so no percentage is given."
_EXTREMES = 6
"""As many months are needed to name the highest and the lowest."""
_MOST_YEARS, _SHORT = 6, 3


def trend(subject: Subject) -> tuple[ContentItem, ...]:
    """Return the latest year against the one before, month by month, and say what the files do not hold."""
    words = " ".join(_sentences(subject))
    if len(subject.figures.months) == 1:
        return (words,)
    return (words, _table(subject), *([_chart(subject)] if any(subject.counts) else []))


def _sentences(subject: Subject) -> Iterator[str]:
    figures, count, compared = subject.figures, subject.count, subject.figures.compared
    recorded = f"{during(subject.year)}, {counted(count, subject.kind)} {were(count)} recorded in {subject.area}"
    if not compared:
        yield sentence(recorded)
        yield "The files do not reach back to the year before, so nothing can be said of a change on it."
    else:
        now, before = sum(subject.counts[-compared:]), sum(subject.counts[-YEAR - compared : -YEAR])
        if compared == YEAR:
            yield sentence(f"{recorded}, {versus(now, before, 'in the 12 months before')}")
        else:
            yield sentence(recorded)
            there = f"{during(figures.months[-compared:])} there {were(now)} {formats.number(now) if now else 'none'}"
            yield sentence(f"{there}, {versus(now, before, _a_year_before(compared))}")
        if is_small(now, before) and now != before:
            yield _CHANCE
    yield from _extremes(subject)


def _a_year_before(months: int) -> str:
    return "in the same month of the year before" if months == 1 else "in the same months of the year before"


def _extremes(subject: Subject) -> Iterator[str]:
    """Yield which month had the most and which the fewest, if only one had."""
    counts = subject.counts[-len(subject.year) :]
    if len(counts) < _EXTREMES or max(counts) == min(counts):
        return
    said = []
    for words, end in (("the most", max(counts)), ("the fewest", min(counts))):
        if counts.count(end) == 1:
            said.append(f"{name(subject.year[counts.index(end)])} had {words} ({formats.number(end)})")
    if said:
        yield sentence(listed(said))


def _table(subject: Subject) -> Performance:
    """Return the months of the latest year, each next to that of the year before if the files have it."""
    year, now, compared = subject.year, subject.counts[-len(subject.year) :], subject.figures.compared
    before = subject.counts[-len(year) - compared : -len(year)]
    missing = [Amount(None) if compared else None] * (len(year) - compared)
    called = name_alone if compared else name
    measures = [Measure(called(month), n, m) for month, n, m in zip(year, now, (*missing, *before), strict=True)]
    if compared == YEAR:
        measures.append(Measure(f"**All {YEAR} months**", sum(now), sum(before)))
    return Performance(
        measures,
        columns=_columns(subject),
        caption=f"{subject.kind} in {subject.area} by month, {span(year)}",
        notes=[_ROWS],
        source=source(subject.figures.months[-YEAR - compared :]),
    )


def _columns(subject: Subject) -> list[PerformanceColumn]:
    columns = [PerformanceColumn("name", "Month"), PerformanceColumn("current", "Number")]
    if not subject.figures.compared:
        return columns
    now = PerformanceColumn("current", span(subject.year))
    return [columns[0], PerformanceColumn("previous", "The year before"), now, PerformanceColumn("difference")]


def _chart(subject: Subject) -> Chart:
    """Return the months as columns; of several years, each year as a line."""
    months, year, unit_ = subject.figures.months, subject.year, unit(subject.kind)
    caption = f"{subject.kind} in {subject.area}, {span(months[-_MOST_YEARS * YEAR :])}"
    if not subject.figures.compared:
        numbers = {"Recorded": subject.counts}
        return Chart("column", [name(m) for m in months], numbers, unit=unit_, caption=caption, source=source(months))
    lines = dict(_lines(subject))
    whole = source(months[-_MOST_YEARS * YEAR :])
    return Chart("line", [name_alone(m)[:_SHORT] for m in year], lines, unit=unit_, caption=caption, source=whole)


def _lines(subject: Subject) -> Iterator[tuple[str, tuple[Amount, ...]]]:
    """Yield the numbers of each twelve months, the earliest first; months before the first are missing numbers."""
    months, counts = subject.figures.months, subject.counts
    for begin in range(max(-(-len(months) % YEAR), len(months) - _MOST_YEARS * YEAR), len(months), YEAR):
        held = slice(max(begin, 0), begin + YEAR)
        missing = (Amount(None),) * -min(begin, 0)
        yield span(months[held]), (*missing, *(Amount(Decimal(count)) for count in counts[held]))
