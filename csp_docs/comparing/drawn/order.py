"""The order in which the drawing of a chart prints names and numbers: whether two of them have changed places.

The first name belongs to the first number, in the drawing as in the data. Programs print charts in different orders,
but each in one of a few: series by series or category by category, from the first on or from the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, pairwise, product
from typing import TYPE_CHECKING

from csp_docs.comparing.differences import Difference, Side
from csp_docs.comparing.drawn import diagrams
from csp_docs.comparing.drawn.charts import GAP, matched, numbers_in, rounds, shares_of, ticks_in
from csp_docs.comparing.drawn.names import Item, names_in
from csp_docs.comparing.reading import Charted
from csp_docs.records import record

if TYPE_CHECKING:
    from csp_docs.comparing.reading import Reading

PART = "order of words in charts"
_TWO = 2
_MOST = 60
"""With more numbers, two that changed places are not looked for."""
_Columns = Sequence[Sequence[str]]


@record
class Printed:
    """What a drawing prints, in its order: ``categories`` and ``series`` by their places in the data; ``numbers``.

    ``pairs`` has the number that follows each category, if one follows each. ``ends`` has the series whose names are at
    the ends of their lines, between the numbers and the categories: by their ranks, the highest first.
    """

    categories: tuple[int, ...] = ()
    series: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()


def is_right(printed: Printed, columns: _Columns, steps: Sequence[int] = (1, -1)) -> bool:
    """Tell whether names and numbers are printed in an order in which they belong together: on, or back."""
    if _is_paired(printed, columns):
        of = ([own[at] for at in printed.categories] for [own] in _ways_to_print(columns))
        return any(all(map(rounds, own, printed.pairs)) for own in of)
    if list(printed.ends) != sorted(printed.ends):
        return False
    ways = product(_ways_to_print(columns), steps, steps, (False, True))
    return any(_fits(printed, way, own) for own, *way in ways)


def _ways_to_print(columns: _Columns) -> list[_Columns]:
    """Return the numbers that may be printed: those of the data or, of one series, their shares."""
    return [columns, *([[shares_of(columns[0])]] if len(columns) == 1 else [])]


def _is_paired(printed: Printed, columns: _Columns) -> bool:
    return len(columns) == 1 and len(printed.pairs) >= _TWO


def _fits(printed: Printed, way: Sequence[int], columns: _Columns) -> bool:
    """Tell whether names and numbers are in one of the orders: the steps of categories and of series, and which first.

    Where numbers do not show it, two or three names in the opposite order have changed places.
    """
    step, step_of_series, by_series = way
    shown = len(printed.numbers) >= _TWO
    if not _runs(printed.categories, step, shown=shown) or not _runs(printed.series, step_of_series, shown=shown):
        return False
    rows = [column[::step] for column in columns[::step_of_series]]
    expected = rows if by_series else list(zip(*rows, strict=False))
    return _in_order(printed.numbers, list(chain.from_iterable(expected)))


def _runs(places: Sequence[int], step: int, *, shown: bool) -> bool:
    """Tell whether places go up, or down; without numbers, they go down only if that is more than one change."""
    if len(places) < _TWO:
        return step > 0
    return list(places) == sorted(places, reverse=step < 0) and (step > 0 or shown or len(places) > _TWO + 1)


def _in_order(numbers: Sequence[str], expected: Sequence[str]) -> bool:
    """Tell whether ``numbers`` are among those ``expected``, in their order; some may not be printed."""
    waiting = iter(expected)
    return all(any(rounds(one, number) for one in waiting) for number in numbers)


def readings(text: str, data: Charted) -> list[Reader]:
    """Return the ways to read a drawing: a series of which all numbers are the same may also be a target."""
    known = data.columns[1 : len(data.columns) - data.targets]
    full = tuple(column for column in known if len(column) == len(data.columns[0]))
    fewer = tuple(column for column in full if len(set(column[1:])) > 1)
    return [Reader(text, data, series) for series in dict.fromkeys((full, fewer)) if series]


class Reader:
    """Reads the words of a drawing by the names and numbers of the ``series`` that it shows."""

    def __init__(self, text: str, data: Charted, series: Sequence[Sequence[str]]) -> None:
        self.columns = [column[1:] for column in series]
        names = [("categories", at, name) for at, name in enumerate(data.columns[0][1:])]
        names += [("series", at, column[0]) for at, column in enumerate(series)]
        names += [("", 0, column[0]) for column in data.columns[1:] if column not in series]
        values = {value for way in _ways_to_print(self.columns) for column in way for value in column}
        self.items = _items(names_in(text, names), values)
        self.is_right = self._is_right(self.items)

    def swapped(self) -> tuple[str, str] | None:
        """Return the two names or numbers that changed places, as they are printed; None if no two are certain to."""
        kinds = ["categories", "series", *([] if self._may_be_axis else ["number"])]
        places = [at for at, item in enumerate(self.items) if item.kind in kinds]
        found = combinations(places, 2) if len(places) <= _MOST else ()
        both = [(one, other) for one, other in found if self._is_number(one) is self._is_number(other)]
        for steps, (one, other) in product(((1,), (1, -1)), both):
            changed = list(self.items)
            changed[one], changed[other] = changed[other], changed[one]
            if self._is_right(changed, steps):
                return self.items[one].text, self.items[other].text
        return None

    def _is_number(self, place: int) -> bool:
        return self.items[place].kind == "number"

    @property
    def _may_be_axis(self) -> bool:
        """Tell whether numbers go up in equal steps, as those of an axis do: it may have numbers of the data only."""
        numbers = [Decimal(item.text) for item in self.items if item.kind == "number"]
        steps = {after - before for before, after in pairwise(numbers)}
        return len(steps) == 1 and min(steps) > 0

    def _is_right(self, items: Sequence[Item], steps: Sequence[int] = (1, -1)) -> bool:
        """Tell whether the order is right, also if the numbers are those of an axis: fewer than the data has."""
        others = [item for item in items if item.kind != "number"]
        fewer = len(items) - len(others) < sum(map(len, self.columns))
        ways = [items, others] if fewer and self._may_be_axis else [items]
        return not _are_mixed(items) and any(is_right(_printed(way, self.columns), self.columns, steps) for way in ways)


def _items(found: Iterator[Item], values: set[str]) -> list[Item]:
    """Return what is printed, in its order; numbers of an axis, and those that are not data, are marked."""
    items = [
        Item("number", 0, number) if item.kind == "word" else item
        for item in found
        for number in (numbers_in(item.text) if item.kind == "word" else [""])
    ]
    places = [at for at, item in enumerate(items) if item.kind == "number"]
    axis = {places[at] for at in ticks_in([items[place].text for place in places], values)}
    axis |= {place for place in places if not any(rounds(value, items[place].text) for value in values)}
    return [Item("axis", 0, item.text) if at in axis else item for at, item in enumerate(items)]


def _printed(items: Sequence[Item], columns: _Columns) -> Printed:
    """Return names, and the numbers between them, in their order."""
    known = tuple(item.text for item in items if item.kind == "number")
    categories = [at for at, item in enumerate(items) if item.kind == "categories"]
    after = [items[at + 1] for at in categories if at + 1 < len(items)]
    pairs = tuple(item.text for item in after if item.kind == "number")
    series = tuple(item.at for item in items if item.kind == "series")
    at_ends = bool(series) and _are_between([item.kind for item in items if item.kind])
    return Printed(
        tuple(items[at].at for at in categories),
        () if at_ends else series,
        _ranks(series, columns) if at_ends else (),
        known if len(known) > _TWO or sum(map(len, columns)) <= _TWO else (),
        pairs if len(pairs) == len(categories) else (),
    )


def _are_mixed(items: Sequence[Item]) -> bool:
    """Tell whether names of series are among those of categories."""
    names = [item.kind for item in items if item.kind in ("categories", "series")]
    return sum(one != after for one, after in pairwise(names)) > 1


def _are_between(kinds: list[str]) -> bool:
    """Tell whether the names of series come after numbers and before categories, as at the ends of lines."""
    last = len(kinds) - 1 - kinds[::-1].index("series")
    return kinds[0] in ("number", "axis") and "categories" in kinds[last:]


def _ranks(series: tuple[int, ...], columns: _Columns) -> tuple[int, ...]:
    """Return the ranks of series by the last number of each; none if two are the same."""
    last = [next((Decimal(one) for one in reversed(column) if one != GAP), Decimal(0)) for column in columns]
    highest = sorted(last, reverse=True)
    ranks = tuple(highest.index(last[at]) for at in series)
    return ranks if len(set(ranks)) == len(ranks) else ()


def unequal(first: Reading, other: Reading) -> Iterator[Difference]:
    """Yield the names and the numbers of charts that changed places in a drawing."""
    for own, theirs in matched(first, other):
        for drawn, text, data in _drawn(own, theirs):
            if found := _swapped_in(readings(text, data)):
                shown = Side(" … ".join(found), "", "", drawn.place)
                expected = Side(" … ".join(reversed(found)), "", "", data.place)
                yield Difference(PART, *((shown, expected) if drawn is own else (expected, shown)))
                break


def _swapped_in(ways: Sequence[Reader]) -> tuple[str, str] | None:
    if any(way.is_right for way in ways):
        return None
    return next(filter(None, (way.swapped() for way in ways)), None)


def unknown(first: Reading, other: Reading) -> int:
    """Return in how many drawings names and numbers are in an order of which it is not known what it says."""
    return sum(
        diagrams.in_other_order(own, theirs)
        if not (own.columns or theirs.columns)
        else any(_is_unknown(readings(text, data)) for _, text, data in _drawn(own, theirs))
        for own, theirs in matched(first, other)
    )


def _is_unknown(ways: Sequence[Reader]) -> bool:
    return bool(ways) and not any(way.is_right or way.swapped() for way in ways)


def _drawn(own: Charted, theirs: Charted) -> Iterator[tuple[Charted, str, Charted]]:
    """Yield each drawing of a chart in two files, with the data that it shows, if possible that of the other file."""
    for drawn, another in ((own, theirs), (theirs, own)):
        data = another if another.columns else drawn
        if data.columns:
            yield from ((drawn, text, data) for text in drawn.drawn)
