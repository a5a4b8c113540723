"""Answers "How do we compare against other areas?"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from csp_docs.data.answers.subject import Subject
from csp_docs.data.months import during, span
from csp_docs.data.rates import printed, rate
from csp_docs.data.words import counted, figure, listed, rank, ranks, sentence, unit, were
from csp_docs.measures import formats
from csp_docs.model import Chart, Table
from csp_docs.model.charts import MOST_BARS
from csp_docs.model.content import ContentItem
from csp_docs.model.measures import NOT_AVAILABLE

_BY_NUMBER = "Districts differ in size, and so do their numbers: without populations no rate can be given."
_BY_RATE = "Rates are for each 1,000 residents, and of the same months for all districts."


def peers(subject: Subject) -> tuple[ContentItem, ...]:
    """Return the rank among the districts that are named: by rate if populations are given, by number if not."""
    districts = (subject.area, *(peer for peer in subject.peers if peer != subject.area))
    if len(districts) == 1:
        return ()
    counts = {district: subject.figures.total(district, subject.kind) for district in districts}
    rates = _rates(subject, counts)
    order = sorted(counts, key=lambda district: (-rates.get(district, Decimal(-1)), -counts[district], district))
    words, shown = _sentence(subject, counts, rates), printed(rates)
    chart = [_chart(subject, order, shown or counts)] if any((shown or counts).values()) else []
    return (words, _table(subject, order, counts, shown), *chart)


def _rates(subject: Subject, counts: dict[str, int]) -> dict[str, Decimal]:
    """Return the rates of districts, by which they are ranked: of those with the people of all their areas.

    There are none if populations are not given, or if no other district has them.
    """
    people, places = subject.populations, subject.figures.places
    found = {
        district: known
        for district, count in counts.items()
        if people and not [*people.problems(district, places(district))]
        if (known := rate(count, people.of(district))) is not None
    }
    return found if len(found) > 1 else {}


def _sentence(subject: Subject, counts: dict[str, int], rates: dict[str, Decimal]) -> str:
    area, count = subject.area, subject.count
    recorded = f"{during(subject.year)}, {counted(count, subject.kind)} {were(count)} recorded in {area}"
    by_number = rank(count, [*counts.values()])
    if not rates:
        return sentence(f"{recorded}, {by_number} districts")
    said = f"{formats.number(printed(rates)[area])} for each 1,000 residents"
    by_rate = rank(rates[area], [*rates.values()])
    return sentence(f"{recorded}, {said}: {ranks(by_rate, by_number, 'districts')}")


def _table(subject: Subject, order: list[str], counts: dict[str, int], rates: dict[str, Decimal]) -> Table:
    rows = [
        [district, formats.number(counts[district]), *([figure(rates.get(district))] if rates else [])]
        for district in order
    ]
    return Table(
        ["District", "Number", *(["Rate"] if rates else [])],
        rows,
        caption=f"{subject.kind} by district, {span(subject.year)}",
        row_headers=True,
        notes=[_BY_RATE if rates else _BY_NUMBER, *_without_rate(counts, rates), *_unplaced(subject)],
        source=subject.source,
    )


def _without_rate(counts: dict[str, int], rates: dict[str, Decimal]) -> Iterator[str]:
    """Yield which districts have no rate where others have one."""
    if lacking := [district for district in counts if rates and district not in rates]:
        yield f"The populations lack areas of {listed(lacking)}, so no rate is given there ({NOT_AVAILABLE})."


def _unplaced(subject: Subject) -> Iterator[str]:
    """Yield how many rows of the type belong to no district."""
    if count := sum(subject.figures.without_place(subject.kind)[-len(subject.year) :]):
        names = "row of this type names" if count == 1 else "rows of this type name"
        yield f"{formats.number(count)} {names} no place, and no district can have {'it' if count == 1 else 'them'}."


def _chart(subject: Subject, order: list[str], numbers: dict[str, Decimal] | dict[str, int]) -> Chart:
    rated, order = any(isinstance(n, Decimal) for n in numbers.values()), [name for name in order if name in numbers]
    shown = order[:MOST_BARS] if subject.area in order[:MOST_BARS] else [*order[: MOST_BARS - 1], subject.area]
    what = f"{unit(subject.kind)} for each 1,000 residents" if rated else unit(subject.kind)
    return Chart(
        "bar",
        shown,
        {"Recorded": [numbers[district] for district in shown]},
        unit=what,
        caption=f"{subject.kind} by district, {span(subject.year)}",
        source=subject.source,
    )
