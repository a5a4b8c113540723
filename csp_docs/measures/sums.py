"""Rows that would be counted twice in a sum: totals among the rows that are added up, and the same numbers twice.

A row that is called a total in English or Welsh is left out. Others are added as they are given, even if a row is the
sum of rows next to it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal, localcontext
from enum import Enum
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
_ROWS_ALIKE = 3

Figures = tuple[Decimal | None, ...]
"""The figures of a row, None where one is not known."""


@record
class Row:
    """A row that may be added up, or a column: its name, and its figures in the same order for all, with units."""

    name: str
    figures: Figures
    units: tuple[str, ...] = ()


@record
class Parts:
    """The rows that a sum adds, by their places, and what is found about them and the others."""

    places: tuple[int, ...]
    findings: tuple[Problem, ...] = field(default=())


def is_called_total(name: str) -> bool:
    """Tell whether a name has the word total, all or sum, or one of the Welsh words for these."""
    return bool(_TOTAL.search(name) or _EVERY.search(name))


class Kind(Enum):
    """What a row is among those that are added up: only the first two are left out."""

    TOTAL = "the sum of others, and called so"
    CALLED = "called a total, but not the sum of others"
    SMALL = "called a total, but not larger than others, and so added"
    SUM = "the sum of others, but not called so, and so added"
    PART = "added"

    @property
    def is_added(self) -> bool:
        """Whether sums have the row."""
        return self not in (Kind.TOTAL, Kind.CALLED)


def kinds_of(groups: Sequence[Sequence[Row]], *, is_first_loose: bool = False) -> list[list[Kind]]:
    """Return what each row of a table is, for the totals of its groups and for that of all of them.

    A row is the total of others in its own group, or of all rows outside it. The rows of a first group that
    ``is_first_loose`` are above all groups: they may be totals of any rows.
    """
    found = [_kinds(group) for group in groups]
    if is_first_loose:
        found[0] = _kinds([row for group in groups for row in group])[: len(groups[0])]
    for at, group in enumerate(groups[is_first_loose:], int(is_first_loose)):
        others = [row for other, rows in enumerate(groups) if other != at for row in _added(rows, found[other])]
        for place, row in enumerate(group):
            if found[at][place].is_added and is_called_total(row.name) and _is_sum_of_all(row, others):
                found[at][place] = Kind.TOTAL
    return found


def _added(rows: Sequence[Row], kinds: Sequence[Kind]) -> list[Row]:
    return [row for row, kind in zip(rows, kinds, strict=True) if kind.is_added]


def _is_sum_of_all(row: Row, others: Sequence[Row]) -> bool:
    return len(others) >= _LISTED and _known([row, *others]).is_sum_of_all(0, range(1, len(others) + 1))


def parts_of(rows: Sequence[Row], whole: str, kinds: Sequence[Kind] = ()) -> Parts:
    """Return the rows that ``whole`` (words such as 'the total "All crime"') adds up: all but the totals among them.

    ``kinds`` are those of the rows, if they are rows of a table with groups.
    """
    kinds = kinds or _kinds(rows)
    added = tuple(place for place, kind in enumerate(kinds) if kind.is_added)
    return Parts(added, tuple(_findings(rows, kinds, whole)))


def _kinds(rows: Sequence[Row]) -> list[Kind]:
    """Return what each of the rows is among them."""
    called = [place for place, row in enumerate(rows) if is_called_total(row.name)]
    plain = [place for place in range(len(rows)) if place not in called]
    known = _known(rows)
    if not plain:  # as in a list of "All burglary" and "All theft"
        plain = [at for at in called if not known.is_sum(at, [other for other in called if other != at])]
        called = [at for at in called if at not in plain]

    def kind(place: int) -> Kind:
        if place in plain:
            return Kind.SUM if known.is_sum(place, [at for at in plain if at != place]) else Kind.PART
        if known.is_sum(place, plain) or known.is_sum_of_all(place, plain) or known.are_zeros([place, *plain]):
            return Kind.TOTAL
        is_total = _TOTAL.search(rows[place].name) or known.is_largest(place, plain)
        return Kind.CALLED if is_total else Kind.SMALL

    return [kind(place) for place in range(len(rows))]


def _findings(rows: Sequence[Row], kinds: Sequence[Kind], whole: str) -> Iterator[Problem]:
    """Yield what is found about the rows that are left out, then about those that are added."""
    for wanted in ((Kind.TOTAL, Kind.CALLED), (Kind.SMALL,), (Kind.SUM,)):
        for row, kind in zip(rows, kinds, strict=True):
            if kind in wanted:
                yield _finding(row, kind, whole)


def same_numbers(columns: Iterable[Row]) -> Iterator[Problem]:
    """Yield one warning for all columns or series that have the same numbers in the same units.

    Figures of one or two rows are alike by chance.
    """
    alike = defaultdict[tuple[Figures, tuple[str, ...]], list[Row]](list)
    for column in columns:
        known = [number for number in column.figures if number]
        if len(known) >= _ROWS_ALIKE and len(set(known)) >= _LISTED:
            alike[column.figures, column.units].append(column)
    for found in alike.values():
        if len(found) > 1:
            *names, last = [f'"{column.name}"' for column in found]
            fact = f"{', '.join(names)} and {last} have the same numbers"
            hint = "check that each has the numbers of its own column"
            yield Problem(Code.SAME_NUMBERS, fact, hint, origin_of(found[1].name), Severity.WARNING)


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

    def is_sum_of_all(self, place: int, others: Sequence[int]) -> bool:
        """Tell whether a row that is not 0 is the sum of all others, of which there may be only one."""
        aim = self.figures[place]
        with localcontext(prec=EXACT):
            sums = [sum(column) for column in zip(*(self.figures[at] for at in others), strict=True)]
        return any(aim) and list(aim) == sums

    def are_zeros(self, places: Iterable[int]) -> bool:
        """Tell whether all figures of rows are 0, and none is unknown: each is then the sum of the others."""
        return all(self.figures[at] and not any(self.figures[at]) for at in places)

    def is_largest(self, place: int, others: Sequence[int]) -> bool:
        """Tell whether no figure of a row is below that of one of the others, and none has the same figures."""
        return all(
            mine >= theirs for at in others for mine, theirs in zip(self.figures[place], self.figures[at], strict=True)
        ) and not any(self.figures[place] and self.figures[place] == self.figures[at] for at in others)

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


def _finding(row: Row, kind: Kind, whole: str) -> Problem:
    """Return what is said of a row that is not simply added."""
    severity = Severity.NOTE if kind is Kind.TOTAL else Severity.WARNING
    if kind is Kind.SUM:
        hint = 'remove the row if it is their total, or put "total" in its name'
        fact = f'{whole} adds "{row.name}", which is the sum of other rows'
        return Problem(Code.SUM_OF_OTHERS, fact, hint, origin_of(row.name), severity)
    fact = f'{whole} does not add "{row.name}", which is called a total'
    if kind is Kind.CALLED:
        fact = f"{fact}, although its figures are not the sum of the other rows"
    if kind is Kind.SMALL:
        fact = f'{whole} adds "{row.name}", because it is not larger than another row and so cannot be their total'
    return Problem(Code.TOTAL_AMONG_ROWS, fact, _HINT, origin_of(row.name), severity)
