"""Answers "How do we compare against other areas?"."""

from __future__ import annotations

from decimal import Decimal

from csp_docs.data.answers.subject import Subject
from csp_docs.data.months import during, span
from csp_docs.data.rates import printed, rate
from csp_docs.data.words import counted, figure, rank, ranks, sentence, unit, were
from csp_docs.measures import formats
from csp_docs.model import Chart, Table
from csp_docs.model.charts import MOST_BARS
from csp_docs.model.content import ContentItem

_BY_NUMBER = "Districts differ in size, and so do their numbers: without populations no rate can be given."
_BY_RATE = "Rates are for each 1,000 residents, and of the same months for all districts."


def peers(subject: Subject) -> tuple[ContentItem, ...]:
    """Return the rank among the districts that are named: by rate if populations are given, by number if not."""
    districts = (subject.area, *(peer for peer in subject.peers if peer != subject.area))
    if len(districts) == 1:
        return ()
    counts = {district: subject.figures.total(district, subject.kind) for district in districts}
    rates = _rates(subject, counts)
    order = sorted(counts, key=lambda district: (-(rates or counts)[district], -counts[district], district))
    words, shown = _sentence(subject, counts, rates), printed(rates)
    chart = [_chart(subject, order, shown or counts)] if any((shown or counts).values()) else []
    return (words, _table(subject, order, counts, shown), *chart)


def _rates(subject: Subject, counts: dict[str, int]) -> dict[str, Decimal]:
    """Return the rate of each district, by which they are ranked; nothing without populations."""
    people = subject.populations
    found = {district: rate(count, people.of(district)) for district, count in counts.items()} if people else {}
    return {district: known for district, known in found.items() if known is not None}


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
        [district, formats.number(counts[district]), *([figure(rates[district])] if rates else [])]
        for district in order
    ]
    return Table(
        ["District", "Number", *(["Rate"] if rates else [])],
        rows,
        caption=f"{subject.kind} by district, {span(subject.year)}",
        row_headers=True,
        notes=[_BY_RATE if rates else _BY_NUMBER],
        source=subject.source,
    )


def _chart(subject: Subject, order: list[str], numbers: dict[str, Decimal] | dict[str, int]) -> Chart:
    rated = any(isinstance(number, Decimal) for number in numbers.values())
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
