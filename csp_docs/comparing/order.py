"""The order in which the drawing of a chart prints names and numbers: whether two of them have changed places.

The first name belongs to the first number, in the drawing as in the data. Programs print charts in different orders,
but each in one of a few: series by series or category by category, from the first on or from the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations, product
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from csp_docs.comparing import drawings
from csp_docs.comparing.charts import GAP, matched, numbers_in, rounds, shares_of, ticks_in
from csp_docs.comparing.differences import Difference, Side
from csp_docs.comparing.reading import Charted, Piece
from csp_docs.comparing.stream import Stream
from csp_docs.comparing.words import canonical
from csp_docs.records import record

if TYPE_CHECKING:
    from csp_docs.comparing.reading import Reading

PART = "order of words in charts"
_T = TypeVar("_T")
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


@record
class Swap:
    """Two names or two numbers that changed places, by their places among those that are printed."""

    kind: str
    first: int
    other: int


def swap_in(printed: Printed, columns: _Columns) -> Swap | None:
    """Return the two names or numbers that changed places; None if the order is right, or none that is known.

    ``columns`` has the numbers of each series.

    >>> swap_in(Printed(categories=(1, 0, 2), numbers=("5", "6", "7")), [["5", "6", "7"]])
    Swap(kind='categories', first=0, other=1)
    """
    if is_right(printed, columns):
        return None
    for kind in ["pairs"] if _is_paired(printed, columns) else ["categories", "series", "ends", "numbers"]:
        given = getattr(printed, kind)
        for first, other in combinations(range(len(given)) if len(given) <= _MOST else (), 2):
            if is_right(evolve(printed, **{kind: _swapped(given, first, other)}), columns):
                return Swap("numbers" if kind == "pairs" else kind, first, other)
    return None


def is_right(printed: Printed, columns: _Columns) -> bool:
    """Tell whether names and numbers are printed in an order in which they belong together."""
    if _is_paired(printed, columns):
        of = ([own[at] for at in printed.categories] for [own] in _ways_to_print(columns))
        return any(all(map(rounds, own, printed.pairs)) for own in of)
    if list(printed.ends) != sorted(printed.ends):
        return False
    ways = product(_ways_to_print(columns), (1, -1), (1, -1), (False, True))
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


def _swapped(given: tuple[_T, ...], first: int, other: int) -> tuple[_T, ...]:
    changed = list(given)
    changed[first], changed[other] = changed[other], changed[first]
    return tuple(changed)


def readings(text: str, data: Charted) -> list[Reader]:
    """Return the ways to read a drawing: a series of which all numbers are the same may also be a target."""
    known = data.columns[1 : len(data.columns) - data.targets]
    full = tuple(column for column in known if len(column) == len(data.columns[0]))
    fewer = tuple(column for column in full if len(set(column[1:])) > 1)
    return [Reader(text, data, series) for series in dict.fromkeys((full, fewer)) if series]


class Reader:
    """Reads the words of a drawing by the names and numbers of the ``series`` that it shows."""

    def __init__(self, text: str, data: Charted, series: Sequence[Sequence[str]]) -> None:
        self.categories = data.columns[0][1:]
        self.series = [column[0] for column in series]
        self.columns = [column[1:] for column in series]
        names = [("categories", at, name) for at, name in enumerate(self.categories)]
        names += [("series", at, name) for at, name in enumerate(self.series)]
        names += [("", 0, column[0]) for column in data.columns[1:] if column not in series]
        stream = Stream((Piece(text, ""),), certain=False)
        values = {value for way in _ways_to_print(self.columns) for column in way for value in column}
        found = _sorted(stream, _found(stream, names), values, sum(map(len, self.columns)))
        self.printed = evolve(found, ends=_ranks(found.ends, self.columns))

    @property
    def is_right(self) -> bool:
        """Tell whether names and numbers belong together as they are printed."""
        return is_right(self.printed, self.columns)

    def swapped(self) -> tuple[str, str] | None:
        """Return the two names or numbers that changed places, as they are printed; None if no two are certain to."""
        found = swap_in(self.printed, self.columns)
        if found is None:
            return None
        shown = self._shown(found.kind)
        return shown[found.first], shown[found.other]

    def _shown(self, kind: str) -> Sequence[str]:
        if kind == "numbers":
            return self.printed.pairs or self.printed.numbers
        ranks = _ranks(tuple(range(len(self.series))), self.columns)
        names = {"categories": self.categories, "series": self.series, "ends": dict(zip(ranks, self.series, strict=False))}
        return [names[kind][at] for at in getattr(self.printed, kind)]


def _ranks(series: tuple[int, ...], columns: _Columns) -> tuple[int, ...]:
    """Return the ranks of series by the last number of each; none if two are the same."""
    last = [next((Decimal(one) for one in reversed(column) if one != GAP), Decimal(0)) for column in columns]
    highest = sorted(last, reverse=True)
    ranks = tuple(highest.index(last[at]) for at in series)
    return ranks if len(set(ranks)) == len(ranks) else ()


def _found(stream: Stream, names: list[tuple[str, int, str]]) -> dict[int, tuple[int, str, int]]:
    """Return names by the places in a text where they begin: where they end, and what they are.

    Longer names are looked for first: "Ward 1" may begin "Ward 12". A name that is there twice is not known.
    """
    found, taken = dict[int, tuple[int, str, int]](), set[int]()
    for kind, at, name in sorted(names, key=lambda one: -len(one[2])):
        places = [place for place in _places(stream, canonical(name)) if place not in taken]
        for place in places:
            end = place + len(canonical(name))
            taken |= set(range(place, end))
            found[place] = end, kind if len(places) == 1 else "", at
    return found


def _places(stream: Stream, name: str) -> Iterator[int]:
    place = stream.text.find(name) if name else -1
    while place >= 0:
        end = place + len(name)
        if stream.is_start(place) and stream.is_start(end + stream.text.startswith(" ", end)):
            yield place
        place = stream.text.find(name, place + 1)


def _sorted(stream: Stream, found: dict[int, tuple[int, str, int]], values: set[str], count: int) -> Printed:
    """Return names, and the numbers between them, in their order."""
    items, end = list[tuple[str, int, str]](), 0
    for place, word in zip(stream.starts, stream.words, strict=True):
        if place in found:
            end, kind, at = found[place]
            items.append((kind, at, ""))
        elif place >= end:
            items += (("number", 0, number) for number in numbers_in(word))
    kinds = [kind for kind, _, _ in items]
    printed = [number for kind, _, number in items if kind == "number"]
    axis = ticks_in(printed, values)
    known = [one for at, one in enumerate(printed) if at not in axis and any(rounds(value, one) for value in values)]
    after = [items[place + 1 : place + 2] for place, kind in enumerate(kinds) if kind == "categories"]
    pairs = tuple(one[2] for following in after for one in following if one[0] == "number")
    series = tuple(at for kind, at, _ in items if kind == "series")
    named = [kind for kind in kinds if kind]
    at_ends = bool(series) and named[:1] == ["number"] and "categories" in named[_last(named, "series") :]
    return Printed(
        tuple(at for kind, at, _ in items if kind == "categories"),
        () if at_ends else series,
        series if at_ends else (),
        tuple(known) if len(known) > _TWO or count <= _TWO else (),
        pairs if len(pairs) == len(after) else (),
    )


def _last(kinds: list[str], kind: str) -> int:
    return len(kinds) - 1 - kinds[::-1].index(kind)


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
        drawings.in_other_order(own, theirs)
        if not (own.columns or theirs.columns)
        else any(_is_unknown(readings(text, data)) for _, text, data in _drawn(own, theirs))
        for own, theirs in matched(first, other)
    )


def _is_unknown(ways: Sequence[Reader]) -> bool:
    return bool(ways) and not any(way.is_right or way.swapped() for way in ways)


def _drawn(own: Charted, theirs: Charted) -> Iterator[tuple[Charted, str, Charted]]:
    """Yield each drawing of a chart in two files, with the data that it shows: that of the other file, if it has any."""
    for drawn, another in ((own, theirs), (theirs, own)):
        data = another if another.columns else drawn
        if data.columns:
            yield from ((drawn, text, data) for text in drawn.drawn)
