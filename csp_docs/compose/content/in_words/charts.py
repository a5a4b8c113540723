"""What a chart says, in words, for those who cannot see it: what it compares, what stands out, and all its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from csp_docs.blocks import Chart, ChartKind, Series
from csp_docs.compose.content.in_words.times import is_rising, says_time, times
from csp_docs.drawing.scale import axis_title, exact, exact_target
from csp_docs.drawing.shares import shares
from csp_docs.measures.formats import number_word
from csp_docs.records import record

_ENGLISH = {
    "column": "Column chart",
    "bar": "Bar chart",
    "stacked_column": "Stacked column chart",
    "stacked_bar": "Stacked bar chart",
    "line": "Line chart",
    "pie": "Pie chart",
    "of": "{chart} of {what}",
    "small": "{count} small {kind}s",
    "by": "{chart}, by {by}, with the same axes",
    "highlighted": "{name} is highlighted",
    "and": "{first} and {last}",
    "rise": "{name} rose from {before} to {after}",
    "fall": "{name} fell from {before} to {after}",
    "same": "{name} stayed at {after}",
    "again": "{name} was {before} and again {after}",
    "largest_rise": "the largest rise of the {count}",
    "largest_fall": "the largest fall of the {count}",
    "highest": "highest {value}",
    "lowest": "lowest {value}",
    "largest_part": "The largest part is {high}",
    "missing": "not available",
    "shown": "The {interval} is shown",
    "in_brackets": "In brackets: {interval}",
    "limits": "{value} ({low} to {high})",
    "elsewhere": 'Its numbers are in a table under "{title}"',
}
_WELSH = {
    "column": "Siart colofnau",
    "bar": "Siart bar",
    "stacked_column": "Siart colofnau wedi'u pentyrru",
    "stacked_bar": "Siart bar wedi'i bentyrru",
    "line": "Siart llinell",
    "pie": "Siart cylch",
    "of": "{chart}: {what}",
    "small": "{count} {kind} bach",
    "by": "{chart}, fesul {by}, â'r un echelinau",
    "highlighted": "Amlygir {name}",
    "and": "{first}, {last}",
    "rise": "Cododd {name} o {before} i {after}",
    "fall": "Gostyngodd {name} o {before} i {after}",
    "same": "Arhosodd {name} ar {after}",
    "again": "Roedd {name} yn {before} ac eto yn {after}",
    "largest_rise": "y cynnydd mwyaf o'r {count}",
    "largest_fall": "y gostyngiad mwyaf o'r {count}",
    "highest": "uchaf {value}",
    "lowest": "isaf {value}",
    "largest_part": "Y rhan fwyaf yw {high}",
    "missing": "ddim ar gael",
    "shown": "Dangosir y {interval}",
    "in_brackets": "Mewn cromfachau: {interval}",
    "limits": "{value} ({low} i {high})",
    "elsewhere": 'Mae ei rifau mewn tabl o dan "{title}"',
}
_WORDS = {"en": _ENGLISH, "cy": _WELSH}
SPOKEN = 120
"""As many numbers as a reader can listen to."""


def description(chart: Chart, language: str) -> str:
    """Return which chart it is, of what, and what stands out in it: changes and extremes, each series named once."""
    return sentences(_Words(chart, language).description())


def data_in_words(chart: Chart, language: str, *, named: bool) -> str:
    """Return all numbers of a chart, series by series, and its target; a single series may have been named before."""
    return sentences(_Words(chart, language).data(named or len(chart.series) > 1))


def data_elsewhere(title: str, language: str) -> str:
    """Return where all numbers of a chart are: under a heading called ``title``."""
    return f"{_WORDS[language[:2]]['elsewhere'].format(title=title)}."


def kind_in_words(chart: Chart, language: str) -> str:
    """Return which chart it is, and of what."""
    return _Words(chart, language).opening()


def small_in_words(chart: Chart, language: str) -> str:
    """Return how many small charts there are, of what, and what each of them is for."""
    words = _Words(chart, language)
    return sentences(filter(None, (words.said_of(axis_title(chart)), chart.without, chart.broken)))


def value_in_words(place: int, series: Series, chart: Chart, language: str) -> str:
    """Return a number as the chart prints it, with its interval; for a pie, with its share of the total."""
    return _Words(chart, language).value_at(place, series)


def interval_in_words(chart: Chart, language: str) -> str:
    """Return what the numbers in brackets are."""
    return _Words(chart, language).in_brackets()


def sentences(found: Iterator[str]) -> str:
    """Return texts as sentences, each with its full stop."""
    return " ".join(f"{sentence.rstrip('.')}." for sentence in found)


class _Change(NamedTuple):
    """How something called ``name`` changed; ``start`` and ``end`` say when, if its name does not.

    ``between`` has its highest and its lowest number, if it did not begin or end with them.
    """

    name: str
    before: Decimal
    after: Decimal
    start: str = ""
    end: str = ""
    between: str = ""

    @property
    def difference(self) -> Decimal:
        return self.after - self.before


def _kind(change: _Change) -> str:
    if change.difference:
        return "rise" if change.difference > 0 else "fall"
    return "again" if change.between else "same"


@record
class _Words:
    chart: Chart
    language: str

    def description(self) -> Iterator[str]:
        found = list(self._by_series())
        is_named = len(found) == len(self.chart.series)
        yield self.said_of(axis_title(self.chart)) if is_named or self.chart.by else self.opening()
        if self.chart.interval:
            yield self._say("shown", interval=self.chart.interval)
        yield from filter(None, (self.chart.without, self.chart.broken))
        if self.chart.highlight:
            yield self._say("highlighted", name=self.chart.highlight)
        yield from found or self._by_category()

    def _by_series(self) -> Iterator[str]:
        """Yield what stands out in each series, and names it; nothing if the categories are compared."""
        if self._is_in_time():
            changes = [change for series in self.chart.series if (change := self._over_time(series))]
            yield from (self._changed(change, changes) for change in changes)
        elif self.chart.kind is not ChartKind.PIE and not self._changes():
            yield from filter(None, map(self._extremes, self.chart.series))

    def _by_category(self) -> Iterator[str]:
        changes = self._changes()
        yield from (self._changed(change, changes) for change in changes if self._most(change, changes))
        if self.chart.kind is ChartKind.PIE and (high := self._only(max, self.chart.series[0])):
            yield self._say("largest_part", high=high)

    def data(self, named: bool) -> Iterator[str]:
        for series in self.chart.series:
            values = "; ".join(
                f"{category}, {self.value_at(place, series)}" for place, category in enumerate(self.chart.categories)
            )
            yield f"{series.name}: {values}" if named else values
        if self.chart.target:
            yield f"{self.chart.target.name}: {exact_target(self.chart.target, self.chart)}"

    def in_brackets(self) -> str:
        return self._say("in_brackets", interval=self.chart.interval)

    def opening(self) -> str:
        names = [series.name for series in self.chart.series]
        what = self._say("and", first=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else names[0]
        unit = axis_title(self.chart)
        return self.said_of(f"{what} ({unit})" if unit else what)

    def said_of(self, what: str) -> str:
        """Return which chart it is, of ``what``."""
        chart, by = self._say(self.chart.kind.value), self.chart.by
        if by:
            chart = self._say("small", count=str(len(self.chart.series)), kind=chart.lower())
        said = self._say("of", chart=chart, what=what) if what else chart
        return self._say("by", chart=said, by=by) if by else said

    def _is_in_time(self) -> bool:
        if self.chart.kind is ChartKind.PIE:
            return False
        found = times(self.chart.categories)
        line = self.chart.kind is ChartKind.LINE and not any(map(says_time, self.chart.categories))
        return line or is_rising(found) or is_rising(found[::-1])

    def _over_time(self, series: Series) -> _Change | None:
        """Return how a series changed from its first number to its last."""
        pairs = zip(self.chart.categories, series.values, strict=True)
        known = [(category, value) for category, value in pairs if value is not None]
        if len(known) < 2:
            return None
        if is_rising(times(self.chart.categories)[::-1]):
            known.reverse()
        (start, before), *_, (end, after) = known
        between = "; ".join(self._turns(known))
        return _Change(series.name, before, after, f" ({start})", f" ({end})", between)

    def _turns(self, known: list[tuple[str, Decimal]]) -> Iterator[str]:
        """Yield the highest and the lowest of numbers, if these do not begin or end with them."""
        values = [value for _, value in known]
        for end, turn in (("highest", max(values)), ("lowest", min(values))):
            places = [category for category, value in known if value == turn]
            if turn not in (values[0], values[-1]):
                when = f" ({places[0]})" if len(places) == 1 else ""
                yield self._say(end, value=self._printed(turn) + when)

    def _changes(self) -> list[_Change]:
        """Return how each category changed from the earlier of two series to the later; nothing for other series."""
        found = times(series.name for series in self.chart.series)
        if len(found) != 2 or found[0] == found[1]:
            return []
        first, second = self.chart.series if is_rising(found) else self.chart.series[::-1]
        rows = zip(self.chart.categories, first.values, second.values, strict=True)
        return [_Change(name, old, new) for name, old, new in rows if old is not None and new is not None]

    def _changed(self, change: _Change, among: list[_Change]) -> str:
        before, after = self._printed(change.before) + change.start, self._printed(change.after) + change.end
        sentence = self._say(_kind(change), name=change.name, before=before, after=after)
        if most := self._most(change, among):
            sentence = f"{sentence}, {most}"
        return f"{sentence}; {change.between}" if change.between else sentence

    def _most(self, change: _Change, among: list[_Change]) -> str:
        """Return that a change is the largest rise or fall of several, if no other is as large."""
        up = change.difference > 0
        largest = (max if up else min)(other.difference for other in among)
        alone = [other.difference for other in among].count(largest) == 1
        if len(among) < 2 or not change.difference or change.difference != largest or not alone:
            return ""
        count = number_word(len(among), self.language).lower()
        return self._say("largest_rise" if up else "largest_fall", count=count)

    def _extremes(self, series: Series) -> str:
        """Return the highest and the lowest number of a series, each if it is the only one."""
        if len({value for value in series.values if value is not None}) < 2:
            return ""
        ends = {"highest": self._only(max, series), "lowest": self._only(min, series)}
        said = "; ".join(self._say(end, value=value) for end, value in ends.items() if value)
        return f"{series.name}: {said}" if said else ""

    def _only(self, which: Callable[[list[Decimal]], Decimal], series: Series) -> str:
        """Return the category with the highest or lowest number of a series; nothing if several have it."""
        end = which([value for value in series.values if value is not None])
        found = [name for name, value in zip(self.chart.categories, series.values, strict=True) if value == end]
        return f"{found[0]}, {self.value(end, series)}" if len(found) == 1 else ""

    def value_at(self, place: int, series: Series) -> str:
        """Return the number at a place, with its interval."""
        value, pair = self.value(series.values[place], series), series.limits[place] if series.limits else None
        if not pair:
            return value
        low, high = map(self._printed, pair)
        return self._say("limits", value=value, low=low, high=high)

    def value(self, value: Decimal | None, series: Series) -> str:
        if value is None:
            return self._say("missing")
        if self.chart.kind is ChartKind.PIE:
            share = shares(series.values)[series.values.index(value)]
            return f"{self._printed(value)} ({share})"
        return self._printed(value)

    def _printed(self, value: Decimal) -> str:
        return exact(value, self.chart)

    def _say(self, pattern: str, /, **values: str) -> str:
        return _WORDS[self.language[:2]][pattern].format(**values)
