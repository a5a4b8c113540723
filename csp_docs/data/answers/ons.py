"""Answers "How do we compare against other partnerships, by the tables of ONS?"."""

from __future__ import annotations

from decimal import Decimal

from csp_docs.data.answers.subject import Subject
from csp_docs.data.ons import OFFENCES, Partnerships
from csp_docs.data.words import LICENCE, figure, listed, rank, ranks, sentence
from csp_docs.measures import formats
from csp_docs.model import Table
from csp_docs.model.content import ContentItem

_OTHERS = (
    "ONS counts by other rules than data.police.uk, and corrects its figures later: one is not to be subtracted from "
    "the other."
)


def ons_peers(subject: Subject, ons: Partnerships) -> tuple[ContentItem, ...]:
    """Return the rank of a partnership among those that are named, or of all; nothing if ONS has no such count."""
    names = (subject.area, *subject.peers) if subject.peers else tuple(ons.counts)
    counts = {name: count for name in names if (count := ons.count(name, subject.kind)) is not None}
    if subject.area not in counts or len(counts) == 1:
        return ()
    rates = {name: rate for name in counts if (rate := ons.rate(name, subject.kind)) is not None}
    words = _sentence(subject, ons, counts, rates if subject.area in rates and len(rates) > 1 else {})
    return (words, _table(subject, ons, counts, rates)) if subject.peers else (words,)


def _sentence(subject: Subject, ons: Partnerships, counts: dict[str, Decimal], rates: dict[str, Decimal]) -> str:
    area, offences = subject.area, listed([f"“{offence}”" for offence in OFFENCES[subject.kind]])
    recorded = f"in {ons.period}, ONS has {formats.number(counts[area])} offences in {area} under {offences}"
    by_number = rank(counts[area], [*counts.values()])
    if not rates:
        return sentence(f"{recorded}, {by_number} partnerships by number")
    by_rate = rank(rates[area], [*rates.values()])
    return sentence(
        f"{recorded}, {figure(rates[area])} for each 1,000 people: {ranks(by_rate, by_number, 'partnerships')}"
    )


def _table(subject: Subject, ons: Partnerships, counts: dict[str, Decimal], rates: dict[str, Decimal]) -> Table:
    order = sorted(counts, key=lambda name: (-counts[name], name))
    rows = [[name, figure(counts[name]), *([figure(rates.get(name))] if rates else [])] for name in order]
    return Table(
        ["Partnership", "Offences", *(["Rate"] if rates else [])],
        rows,
        caption=f"{subject.kind} by partnership, {ons.period}",
        row_headers=True,
        notes=[_OTHERS],
        source=f"Office for National Statistics, Police force area data tables, {ons.period}. {LICENCE}",
    )
