"""Answers "How does it compare to other crimes?"."""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.data.answers.subject import Subject
from csp_docs.data.figures import ANTI_SOCIAL
from csp_docs.data.months import during, span
from csp_docs.data.words import counted, crimes, rank, sentence, share, were
from csp_docs.measures import formats
from csp_docs.model import Chart, Table
from csp_docs.model.charts import MOST_BARS
from csp_docs.model.content import ContentItem

_NO_CRIME = f"{ANTI_SOCIAL} is recorded as incidents, which are not crimes: it is not part of all crime."
_NEAREST = "These are the types nearest in number."
_ALL_SHOWN = "These are the types nearest in number; the chart shows all."
_ROWS = 5
"""Rows of the table: each topic has one."""


def comparison(subject: Subject, *, charted: bool = True) -> tuple[ContentItem, ...]:
    """Return the share of all crime and the rank among the types; anti-social behaviour is reported separately.

    The chart of all types is the same in each topic: it appears only in those that are ``charted``.
    """
    figures, area = subject.figures, subject.area
    counts = {kind: figures.total(area, kind) for kind in figures.types((area,))}
    counts.setdefault(subject.kind, 0)
    incidents = {kind: counts.pop(kind) for kind in [*counts] if kind == ANTI_SOCIAL}
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    charts = [_chart(subject, ranked)] if charted and any(counts.values()) else []
    notes = [_ALL_SHOWN if charts else _NEAREST] if len(ranked) > _ROWS else []
    return (_sentence(subject, counts), _table(subject, ranked, incidents, notes), *charts)


def _sentence(subject: Subject, counts: dict[str, int]) -> str:
    crime, area, when = subject.figures.all_crime(subject.area), subject.area, during(subject.year)
    recorded = f"{formats.number(crime)} {'crime' if crime == 1 else 'crimes'}"
    if subject.kind == ANTI_SOCIAL:
        both = f"{counted(subject.count, ANTI_SOCIAL)} {were(subject.count)} recorded in {area}, alongside {recorded}"
        return f"{sentence(f'{when}, {both}')} {_NO_CRIME}"
    if not subject.count:
        none = counted(0, subject.kind)
        return sentence(f"{when}, {recorded} {were(crime)} recorded in {area}, with {none} among them")
    made = f"{crimes(subject.kind)} made up {share(subject.count, crime)} of all crime in {area}"
    place = f", {rank(subject.count, [*counts.values()])} types of crime" if len(counts) > 1 else ""
    return sentence(f"{when}, {made}: {formats.number(subject.count)} of {recorded}{place}")


def _table(subject: Subject, ranked: list[tuple[str, int]], incidents: dict[str, int], notes: list[str]) -> Table:
    crime = subject.figures.all_crime(subject.area)
    rows = [[kind, formats.number(count), share(count, crime)] for kind, count in _nearest(subject.kind, ranked)]
    rows += [[f"{kind} (incidents)", formats.number(count), "–"] for kind, count in incidents.items()]
    return Table(
        ["Type", "Number", "Share of all crime"],
        rows,
        caption=f"{subject.kind} and other types of crime in {subject.area}, {span(subject.year)}",
        row_headers=True,
        total=["All crime", formats.number(crime), share(crime, crime)],
        notes=[*notes, *([_NO_CRIME] if incidents else []), *_unplaced(subject)],
        source=subject.source,
    )


def _unplaced(subject: Subject) -> Iterator[str]:
    """Yield how many rows of the latest year belong to no district, as a note to this table, never left out."""
    year = len(subject.year)
    if count := sum(sum(counts[-year:]) for counts in subject.figures.unplaced.values()):
        rows = "One row" if count == 1 else f"{formats.number(count)} rows"
        names, them = ("names", "it") if count == 1 else ("name", "them")
        yield f"{rows} of the files {during(subject.year)} {names} no place, and no district can have {them}."


def _nearest(kind: str, ranked: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the type with those ranked next to it, the highest if it has no rank."""
    place = next((place for place, (other, _) in enumerate(ranked) if other == kind), 0)
    first = max(0, min(place - _ROWS // 2, len(ranked) - _ROWS))
    return ranked[first : first + _ROWS]


def _chart(subject: Subject, ranked: list[tuple[str, int]]) -> Chart:
    shown = dict(ranked[:MOST_BARS])
    caption = f"Crime in {subject.area} by type, {span(subject.year)}"
    return Chart(
        "bar", [*shown], {"Recorded": [*shown.values()]}, unit="offences", caption=caption, source=subject.source
    )
