"""Rows that would be counted twice in a sum: totals among the rows that are added up, and the same numbers twice.

A row that is called a total in English or Welsh is left out. Others are added as they are given, even if a row is the
sum of rows next to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal, localcontext
from itertools import accumulate, combinations

from attrs import field

from csp_docs.errors import Code, Problem, Severity, origin_of
from csp_docs.measures.rounding import EXACT
from csp_docs.records import record

_TOTAL = re.compile(
    r"(?<![^\W_])(total|totals|subtotals?|sum|cyfanswm|gyfanswm|chyfanswm|nghyfanswm|cyfansymiau|swm)(?![^\W_])",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"(?<![^\W_])(all|pob|holl|i gyd|y cyfan)(?![^\W_])(?!\s+others?(?![^\W_]))(?!.*(?<![^\W_])(arall|eraill)\b)",
    re.IGNORECASE,
)
"""Words that mean a total unless they begin the name of a rest: "All other theft", "Pob trosedd arall"."""
_HINT = "remove the row, or give it another name if it is not a total"
_LISTED = 2

Figures = tuple[Decimal | None, ...]
"""The figures of a row, None where one is not known."""


@record
class Row:
    """A row that may be added up: its name, and its figures in the same order for all rows."""

    name: str
    figures: Figures


@record
class Parts:
    """The rows that a sum adds, by their places, and what is found about them and the others."""

    places: tuple[int, ...]
    findings: tuple[Problem, ...] = field(default=())


def is_called_total(name: str) -> bool:
    """Tell whether a name has the word total, all or sum, or one of the Welsh words for these."""
    return bool(_TOTAL.search(name) or _EVERY.search(name))


def parts_of(rows: Sequence[Row], whole: str) -> Parts:
    """Return the rows that ``whole`` (words such as 'the total "All crime"') adds up: all but the totals among them."""
    called = [place for place, row in enumerate(rows) if is_called_total(row.name)]
    plain = [place for place in range(len(rows)) if place not in called]
    known = _known(rows)
    if not plain:  # as in a list of "All burglary" and "All theft"
        plain = [at for at in called if not known.is_sum(at, [other for other in called if other != at])]
        called = [at for at in called if at not in plain]
    sums = {place for place in called if known.is_sum(place, plain, fewest=1) or known.are_zeros([place, *plain])}
    totals = [at for at in called if at in sums or _TOTAL.search(rows[at].name) or known.is_largest(at, plain)]
    added = tuple(place for place in range(len(rows)) if place not in totals)
    found = [_left_out(rows[place], whole, place in sums) for place in totals]
    found += [_kept(rows[place], whole) for place in called if place not in totals]
    found += [_sum(rows[place], whole) for place in plain if known.is_sum(place, [p for p in plain if p != place])]
    return Parts(added, tuple(found))


def same_numbers(columns: Iterable[Row]) -> Iterator[Problem]:
    """Yield a warning for each two columns or series with the same numbers, unless there are only a few alike."""
    for first, other in combinations(columns, 2):
        known = {number for number in first.figures if number}
        if first.figures == other.figures and len(known) >= _LISTED:
            fact = f'"{first.name}" and "{other.name}" have the same numbers'
            hint = "check that each has the numbers of its own column"
            yield Problem(Code.SAME_NUMBERS, fact, hint, origin_of(other.name), Severity.WARNING)


def is_sum_of(row: Row, others: Sequence[Row]) -> bool:
    """Tell whether the figures of a row are the sums of those of one or more of the others that follow each other."""
    return _known([row, *others]).is_sum(0, range(1, len(others) + 1), fewest=1)


def is_sum_with(rows: Sequence[Row], place: int, hidden: Collection[int]) -> bool:
    """Tell whether a figure of a row is the sum of two or more rows that follow each other, so that one is revealed.

    One of those rows is ``hidden``; if the row at ``place`` is hidden itself, none of them is.
    """
    columns = zip(*(row.figures for row in rows), strict=True)
    return any(_adds_up(figures, place, hidden) for figures in columns)


def _adds_up(figures: Figures, place: int, hidden: Collection[int]) -> bool:
    aim, known = figures[place], [(at, figure) for at, figure in enumerate(figures) if figure and at != place]
    with localcontext(prec=EXACT):
        sums = list(accumulate((figure for _, figure in known), initial=Decimal(0)))
        runs = [(a, z) for a, z in combinations(range(len(sums)), 2) if z - a >= _LISTED and sums[z] - sums[a] == aim]
    reveals = ((place in hidden) is not any(at in hidden for at, _ in known[a:z]) for a, z in runs)
    return bool(aim) and any(reveals)


@record
class _Known:
    """The figures that all rows have, row by row."""

    figures: tuple[tuple[Decimal, ...], ...]

    def is_sum(self, place: int, others: Sequence[int], *, fewest: int = _LISTED) -> bool:
        """Tell whether a row is the sum of ``fewest`` rows or more that follow each other among ``others``."""
        aim = self.figures[place]
        if not any(aim):
            return False
        above, below = [at for at in others if at < place], [at for at in others if at > place]
        return any(self._has_run(aim, run, fewest) for run in (above, below, [*above, *below]))

    def are_zeros(self, places: Iterable[int]) -> bool:
        """Tell whether all figures of rows are 0, and none is unknown: each is then the sum of the others."""
        return all(self.figures[at] and not any(self.figures[at]) for at in places)

    def is_largest(self, place: int, others: Sequence[int]) -> bool:
        """Tell whether no figure of a row is below that of one of the others."""
        return all(
            mine >= theirs for at in others for mine, theirs in zip(self.figures[place], self.figures[at], strict=True)
        )

    def _has_run(self, aim: tuple[Decimal, ...], run: list[int], fewest: int) -> bool:
        """Tell whether rows of a run that follow each other add up to ``aim``; rows of zeros do not count."""
        so_far, count = (Decimal(0),) * len(aim), 0
        begun = {so_far: 0}
        with localcontext(prec=EXACT):
            for at in run:
                so_far = tuple(a + b for a, b in zip(so_far, self.figures[at], strict=True))
                count += any(self.figures[at])
                start = begun.get(tuple(a - b for a, b in zip(so_far, aim, strict=True)))
                if start is not None and count - start >= fewest:
                    return True
                begun.setdefault(so_far, count)
        return False


def _known(rows: Sequence[Row]) -> _Known:
    columns = [column for column in zip(*(row.figures for row in rows), strict=True) if None not in column]
    return _Known(tuple(zip(*columns, strict=True)) if columns else ((),) * len(rows))


def _left_out(row: Row, whole: str, is_sum: bool) -> Problem:
    fact = f'{whole} does not add "{row.name}", which is called a total'
    if is_sum:
        return Problem(Code.TOTAL_AMONG_ROWS, fact, _HINT, origin_of(row.name), Severity.NOTE)
    fact = f"{fact}, although its figures are not the sum of the other rows"
    return Problem(Code.TOTAL_AMONG_ROWS, fact, _HINT, origin_of(row.name), Severity.WARNING)


def _kept(row: Row, whole: str) -> Problem:
    fact = f'{whole} adds "{row.name}", because it is smaller than another row and so cannot be their total'
    return Problem(Code.TOTAL_AMONG_ROWS, fact, _HINT, origin_of(row.name), Severity.WARNING)


def _sum(row: Row, whole: str) -> Problem:
    fact = f'{whole} adds "{row.name}", which is the sum of other rows'
    hint = 'remove the row if it is their total, or put "total" in its name'
    return Problem(Code.SUM_OF_OTHERS, fact, hint, origin_of(row.name), Severity.WARNING)
