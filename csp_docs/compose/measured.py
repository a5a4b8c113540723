"""What ``{{ }}`` can use of the measures of a document: ``measures.burglary.current``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeAlias

from csp_docs.errors import Code, did_you_mean
from csp_docs.measures import amounts, formats
from csp_docs.measures import calculated as measures
from csp_docs.measures.amounts import amount
from csp_docs.measures.calculated import Gap, Result, Rules
from csp_docs.model import Amount, CouncilDocument, Measure, ModelError, Rag
from csp_docs.records import record
from csp_docs.text.reckoning import Missing

Term: TypeAlias = Callable[[str], str]
"""A printed word of the council, by its name."""
Shown: TypeAlias = Decimal | str | Missing | None
"""A count is a number that can be used in calculations; anything else is the text that is printed."""

_MARKS = {Gap.NOT_AVAILABLE: "[x]", Gap.SMALL_BASE: "[u]"}


@record(kw_only=True)
class Measured:
    """The figures of a measure."""

    current: Shown
    previous: Shown
    baseline: Shown
    target: Shown
    difference: Shown
    change: Shown
    progress: Shown
    rag: Shown


class Measures(dict[str, Measured]):
    """The figures of the measures of a document, by their ids; those that are ``closed`` may not be used."""

    def __init__(self, known: Mapping[str, Measured], closed: Mapping[str, Measured]) -> None:
        super().__init__(known)
        self.closed = closed

    def opened(self) -> Measures:
        """Return these measures for a part that is not for the public: it may use all of them."""
        return Measures({**self, **self.closed}, {})

    def __missing__(self, name: str) -> Measured:
        if name in self.closed:
            fact = (
                f'the measure "{name}" is in a part that is not for the public, so a part for the public cannot use it'
            )
            raise ModelError(Code.TAKEN_FROM_CLOSED, fact, "write this in that part, or remove the expression")
        raise ModelError(Code.UNKNOWN_MEASURE, f'there is no measure "{name}"', did_you_mean(name, self, "measures"))


def by_id(document: CouncilDocument) -> Mapping[str, Measure]:
    """Return the measures of a document that have an id; of two with the same one, the first."""
    found: dict[str, Measure] = {}
    for measure in document.defined_measures:
        if measure.id:
            found.setdefault(measure.id, measure)
    return found


def measured(measure: Measure, rules: Rules, term: Term, language: str) -> Measured:
    """Return the figures of a measure as texts print them: the change in words, "down 8.7%", "up 2.5 pp"."""
    unit, lacking, levels = measure.sign, _missing(measure), measure.levels

    def subtracted(value: Decimal) -> Decimal | str:
        return _figure(value, difference_unit(measure))

    def in_words(change: Decimal) -> str:
        return formats.changed(change, by(measure), change_unit(measure), language)

    return Measured(
        current=_level(levels.get("current"), unit, term),
        previous=_level(levels.get("previous"), unit, term),
        baseline=_level(measure.baseline, unit, term),
        target=_level(measure.target, unit, term) or _signed(measure.target_change),
        difference=_shown(measures.difference(measure), term, subtracted) if lacking is None else lacking,
        change=_shown(measures.change(measure, rules), term, in_words) if lacking is None else lacking,
        progress=_shown(measures.progress(measure, rules), term, lambda value: amount(value, "%")),
        rag=_rag(measure, rules, term),
    )


def mark(gap: Gap, term: Term) -> str:
    """Return what is printed in place of a figure that cannot be calculated."""
    return _MARKS.get(gap) or term("no_percentage")


def difference_unit(measure: Measure) -> str:
    """Return the unit of a measure's difference: points, for percentages; a word is not printed at each figure."""
    return formats.POINTS if measure.level_unit == "%" else measure.sign


def change_unit(measure: Measure) -> str:
    """Return the unit of a measure's change: percent, or points for percentages."""
    return formats.POINTS if measure.level_unit == "%" else "%"


def by(measure: Measure, of: str = "", on: str = "") -> Decimal:
    """Return the difference of a measure that has a change: which way it went."""
    found = measures.difference(measure, of, on)
    return found if isinstance(found, Decimal) else Decimal(0)


def _signed(change: Amount | None) -> str | None:
    """Return a target that is a change, with its sign: "−13%", "+3%"."""
    if not change or change.value is None:
        return None
    return amounts.signed(change.value, change.unit)


def _level(amount: Amount | None, unit: str, term: Term) -> Shown:
    return _shown(measures.level(amount), term, lambda value: _figure(value, unit))


def _figure(value: Decimal, unit: str) -> Decimal | str:
    return amount(value, unit) if unit else value


def _rag(measure: Measure, rules: Rules, term: Term) -> Shown:
    level = measures.rating(measure, rules)
    return term(f"rag_{level.value}") if isinstance(level, Rag) else _shown(level, term, str)


def _shown(result: Result, term: Term, show: Callable[[Decimal], Decimal | str]) -> Shown:
    if result is None:
        return None
    return mark(result, term) if isinstance(result, Gap) else show(result)


def _missing(measure: Measure) -> Missing | None:
    """Return what is missing for a comparison with the period before; None if nothing is missing."""
    levels = measure.levels
    lacking = [name for name in ("current", "previous") if name not in levels]
    return Missing(f"the measure has no {' and no '.join(lacking)}") if lacking else None
