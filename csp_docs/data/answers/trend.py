"""Answers "How has it compared over time?"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from csp_docs.data.answers.subject import Subject, source
from csp_docs.data.changes import Change, renaming_since
from csp_docs.data.months import YEAR, during, name, name_alone, span
from csp_docs.data.words import counted, crimes, is_small, listed, sentence, unit, versus, were
from csp_docs.measures import formats
from csp_docs.model import Amount, Chart, Measure, Performance, PerformanceColumn
from csp_docs.model.content import ContentItem

_ROWS = "Each row of the police files counts once, as data.police.uk counts, also where rows share a Crime ID."
_NOT_CLEAR = "not clear"
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
        change = subject.change
        if compared == YEAR:
            yield sentence(f"{recorded}, {_compared(subject, change, 'in the 12 months before')}")
        else:
            yield sentence(recorded)
            there = f"{during(figures.months[-compared:])} there {were(change.now)} {_number(change.now)}"
            yield sentence(f"{there}, {_compared(subject, change, _a_year_before(compared))}")
        yield from _caveats(subject, change)
    yield from _extremes(subject)


def _compared(subject: Subject, change: Change, then: str) -> str:
    """Return the change, or only both numbers where it may be none: "and 84 in the 12 months before"."""
    if change.is_clear and not subject.renaming:
        return versus(change.now, change.before, then)
    return f"and {_number(change.before)} {then}"


def _caveats(subject: Subject, change: Change) -> Iterator[str]:
    """Yield what must be known of a change, and why no rise or fall is claimed if none is."""
    yield from filter(None, [subject.renaming, change.without_place])
    if not change.is_clear and change.now == change.before:
        yield "These rows could make a difference, so it is not claimed that the number stayed the same."
    elif not change.is_clear:
        yield "These rows could explain the difference, so no rise or fall is claimed."
    elif is_small(change.now, change.before) and change.now != change.before and not subject.renaming:
        yield _CHANCE


def _number(count: int) -> str:
    return formats.number(count) if count else "none"


def _a_year_before(months: int) -> str:
    return "in the same month of the year before" if months == 1 else "in the same months of the year before"


def _extremes(subject: Subject) -> Iterator[str]:
    """Yield which month had the most and which the fewest, if only one had, wherever rows without a place belong."""
    counts, without = subject.counts[-len(subject.year) :], subject.figures.without_place(subject.kind)
    if len(counts) < _EXTREMES:
        return
    most = [count + more for count, more in zip(counts, without[-len(counts) :], strict=True)]
    ends = [
        (words, month, own)
        for words, low, high, sign in (("the most", counts, most, 1), ("the fewest", most, counts, -1))
        for month, (own, bound) in enumerate(zip(counts, low, strict=True))
        if all(sign * bound > sign * other for at, other in enumerate(high) if at != month)
    ]
    if ends:
        yield sentence(listed([f"{name(subject.year[at])} had {words} ({formats.number(n)})" for words, at, n in ends]))


def _table(subject: Subject) -> Performance:
    """Return the months of the latest year, each next to that of the year before if the files have it."""
    year, compared = subject.year, subject.figures.compared
    measures = [_month(subject, place) for place in range(len(subject.counts) - len(year), len(subject.counts))]
    if compared == YEAR:
        measures.append(_measure(f"**All {YEAR} months**", subject, subject.change))
    return Performance(
        measures,
        columns=_columns(subject),
        caption=f"{subject.kind} in {subject.area} by month, {span(year)}",
        notes=list(_notes(subject, measures)),
        source=source(subject.figures.months[-YEAR - compared :]),
    )


def _month(subject: Subject, place: int) -> Measure:
    """Return a month; one without a year before has no number for it if others have one."""
    month, compared = subject.figures.months[place], subject.figures.compared
    if place >= len(subject.counts) - compared:
        return _measure(name_alone(month), subject, subject.change_of_month(place))
    called = name_alone if compared else name
    return Measure(called(month), subject.counts[place], Amount(None) if compared else None)


def _measure(called: str, subject: Subject, change: Change) -> Measure:
    """Return both numbers; a note takes the place of a difference that may be none."""
    clear = change.is_clear or subject.renaming
    return Measure(called, change.now, change.before, note="" if clear else _NOT_CLEAR)


def _notes(subject: Subject, measures: list[Measure]) -> Iterator[str]:
    same = subject.figures.same_rows
    rows = "one row of the files is" if same == 1 else f"{formats.number(same)} rows of the files are"
    yield f"{_ROWS[:-1]}; {rows} the same as an earlier one in every column." if same else _ROWS
    if subject.figures.compared:
        yield from filter(None, [subject.renaming, subject.change.without_place])
    if any(measure.note for measure in measures):
        yield f"“{_NOT_CLEAR.capitalize()}”: rows that name no place could explain the difference, or make one."


def _columns(subject: Subject) -> list[PerformanceColumn]:
    columns = [PerformanceColumn("name", "Month"), PerformanceColumn("current", "Number")]
    if not subject.figures.compared:
        return columns
    now = PerformanceColumn("current", span(subject.year))
    both = [columns[0], PerformanceColumn("previous", "The year before"), now]
    return both if subject.renaming else [*both, PerformanceColumn("difference")]


def _chart(subject: Subject) -> Chart:
    """Return the months as columns; of several years, each year as a line."""
    months, year, unit_ = subject.figures.months, subject.year, unit(subject.kind)
    caption, alt = f"{subject.kind} in {subject.area}, {span(months[-_MOST_YEARS * YEAR :])}", _alt(subject)
    if not subject.figures.compared:
        numbers = {"Recorded": subject.counts}
        names, whole = [name(m) for m in months], source(months)
        return Chart("column", names, numbers, unit=unit_, caption=caption, source=whole, alt=alt)
    lines = dict(_lines(subject))
    whole = source(months[-_MOST_YEARS * YEAR :])
    return Chart(
        "line", [name_alone(m)[:_SHORT] for m in year], lines, unit=unit_, caption=caption, source=whole, alt=alt
    )


def _alt(subject: Subject) -> str:
    """Return a description that claims no rise or fall where the text may claim none; nothing if it may.

    The description that is made from the numbers says from which to which number each series went.
    """
    figures, shown = subject.figures, slice(-_MOST_YEARS * YEAR, None)
    start = max(0, len(figures.months) - _MOST_YEARS * YEAR)
    why = [renaming_since(figures, subject.kind, start)]
    if any(figures.without_place(subject.kind)[shown]):
        claims = "" if subject.change.is_clear or subject.renaming else ", so no rise or fall is claimed"
        why.append(f"Rows of this type that name no place are in no district{claims}.")
    if not any(why):
        return ""
    drawn = f"a line for each {YEAR} months" if figures.compared else "a column for each month"
    what = f"{crimes(subject.kind)} recorded in {subject.area}, {span(figures.months[shown])}: {drawn}"
    return " ".join(filter(None, [sentence(what), *why]))


def _lines(subject: Subject) -> Iterator[tuple[str, tuple[Amount, ...]]]:
    """Yield the numbers of each twelve months, the earliest first; months before the first are missing numbers."""
    months, counts = subject.figures.months, subject.counts
    for begin in range(max(-(-len(months) % YEAR), len(months) - _MOST_YEARS * YEAR), len(months), YEAR):
        held = slice(max(begin, 0), begin + YEAR)
        missing = (Amount(None),) * -min(begin, 0)
        yield span(months[held]), (*missing, *(Amount(Decimal(count)) for count in counts[held]))
