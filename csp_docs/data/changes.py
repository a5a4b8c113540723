"""What a change between two periods can mean: rows without a place and renamed types of crime may explain it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from csp_docs.data.figures import Figures
from csp_docs.data.months import YEAR, name
from csp_docs.errors import Code, Problem, Severity
from csp_docs.measures import formats
from csp_docs.model import Month
from csp_docs.records import record

_FEWEST = 3
"""Fewer rows say nothing of when a type begins."""
_BY_CHANCE = 0.05
"""If rows are in the other months by chance less often than this, a type is new, renamed or given up."""


@record
class Change:
    """The counts of a period and of the one before, and the rows of these that name no place."""

    now: int
    before: int
    now_without: int = 0
    before_without: int = 0

    @property
    def is_clear(self) -> bool:
        """Tell whether it is a rise, a fall or neither wherever the rows without a place belong."""
        if self.now == self.before:
            return not (self.now_without or self.before_without)
        if self.now > self.before:
            return self.now > self.before + self.before_without
        return self.now + self.now_without < self.before

    @property
    def without_place(self) -> str:
        """How many rows without a place both periods have, as a sentence; nothing without any."""
        if not (self.now_without or self.before_without):
            return ""
        said = f"{_number(self.now_without)} in this period, {_number(self.before_without)} in the one before"
        return f"Rows of this type that name no place are in no district: {said}."


def change(figures: Figures, district: str, kind: str, latest: slice, earlier: slice) -> Change:
    """Return the change of a type in a district from the months ``earlier`` to the ``latest`` ones."""
    placed, without = figures.by_month(district, kind), figures.without_place(kind)
    return Change(sum(placed[latest]), sum(placed[earlier]), sum(without[latest]), sum(without[earlier]))


def beginning(figures: Figures, kind: str) -> int:
    """Return the month, by its place, in which a type first appears in the files; 0 if they may have it throughout."""
    return _first(figures.everywhere(kind))


def ending(figures: Figures, kind: str) -> int:
    """Return the month, by its place, from which on a type is not in the files; their number if it may never end."""
    counts = figures.everywhere(kind)
    return len(counts) - _first(counts[::-1])


def renaming(figures: Figures, kind: str) -> str:
    """Return a sentence if a type begins or ends in the months that are compared: no rise or fall can be claimed."""
    return renaming_since(figures, kind, len(figures.months) - YEAR - figures.compared) if figures.compared else ""


def renaming_since(figures: Figures, kind: str, start: int) -> str:
    """Return a sentence if a type begins or ends after the month at the place ``start``."""
    first, last = beginning(figures, kind), ending(figures, kind)
    if first > start:
        others = [other for other in _types(figures) if ending(figures, other) == first]
        said = [_appears("This type", "first", figures.months[first])]
        said += [_appears(f"“{other}”", "last", figures.months[first - 1]) for other in others]
        cause = "it may be new or renamed"
    elif start < last < len(figures.months):
        others = [other for other in _types(figures) if beginning(figures, other) == last]
        said = [_appears("This type", "last", figures.months[last - 1])]
        said += [_appears(f"“{other}”", "first", figures.months[last]) for other in others]
        cause = "it may have been renamed or given up"
    else:
        return ""
    return f"{', and '.join(said)}: {cause}, so no rise or fall is claimed."


def _appears(what: str, when: str, month: Month) -> str:
    return f"{what} {when} appears in the files in {name(month)}"


def findings(figures: Figures) -> Iterator[Problem]:
    """Yield notes about what the counts cannot show: rows without a place, the same rows, and renamed types."""
    if figures.same_rows:
        fact = f"{_rows(figures.same_rows)} the same as an earlier row in every column; each was counted"
        yield _note(Code.SAME_ROWS, fact, "check that no file is given twice")
    latest = sum(sum(counts[-len(figures.year) :]) for counts in figures.unplaced.values())
    earlier = sum(map(sum, figures.unplaced.values())) - latest
    if latest or earlier:
        parts = f"{_number(latest)} in the latest year, {_number(earlier)} before it"
        fact = f"rows of the files name no place, so that no district has them: {parts}"
        yield _note(Code.WITHOUT_PLACE, fact, "the document says so with each change")
    for kind in _types(figures):
        if first := beginning(figures, kind):
            fact = f'the type "{kind}" first appears in {name(figures.months[first])}'
            yield _note(Code.TYPE_CHANGED, fact, "it may be new or renamed: say so in the text")
        if (last := ending(figures, kind)) < len(figures.months):
            fact = f'the type "{kind}" last appears in {name(figures.months[last - 1])}'
            yield _note(Code.TYPE_CHANGED, fact, "it may have been renamed or given up: say so in the text")


def _first(counts: Sequence[int]) -> int:
    """Return the place of the first count that is not 0; 0 if those before it may be 0 by chance."""
    begin, rows = next((place for place, count in enumerate(counts) if count), 0), sum(counts)
    by_chance = (1 - begin / len(counts)) ** min(rows, 1000)
    return begin if rows >= _FEWEST and by_chance < _BY_CHANCE else 0


def _types(figures: Figures) -> list[str]:
    return sorted({*figures.types(figures.counts), *figures.unplaced})


def _number(count: int) -> str:
    return formats.number(count) if count else "none"


def _rows(count: int) -> str:
    return "one row is" if count == 1 else f"{formats.number(count)} rows are"


def _note(code: Code, fact: str, hint: str) -> Problem:
    return Problem(code, fact, hint, severity=Severity.NOTE)
