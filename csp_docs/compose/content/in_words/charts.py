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
    "column": "Column chart of {what}",
    "bar": "Bar chart of {what}",
    "stacked_column": "Stacked column chart of {what}",
    "stacked_bar": "Stacked bar chart of {what}",
    "line": "Line chart of {what}",
    "pie": "Pie chart of {what}",
    "and": "{first} and {last}",
    "rise": "{name} rose from {before} to {after}",
    "fall": "{name} fell from {before} to {after}",
    "same": "{name} stayed at {after}",
    "return": "{name} was {before} and again {after}; {between}",
    "largest_rise": "the largest rise of the {count}",
    "largest_fall": "the largest fall of the {count}",
    "highest": "highest {value}",
    "lowest": "lowest {value}",
    "largest_part": "The largest part is {high}",
    "missing": "not available",
    "elsewhere": 'Its numbers are in a table under "{title}"',
}
_WELSH = {
    "column": "Siart colofnau: {what}",
    "bar": "Siart bar: {what}",
    "stacked_column": "Siart colofnau wedi'u pentyrru: {what}",
    "stacked_bar": "Siart bar wedi'i bentyrru: {what}",
    "line": "Siart llinell: {what}",
    "pie": "Siart cylch: {what}",
    "and": "{first}, {last}",
    "rise": "Cododd {name} o {before} i {after}",
    "fall": "Gostyngodd {name} o {before} i {after}",
    "same": "Arhosodd {name} ar {after}",
    "return": "Roedd {name} yn {before} ac eto yn {after}; {between}",
    "largest_rise": "y cynnydd mwyaf o'r {count}",
    "largest_fall": "y gostyngiad mwyaf o'r {count}",
    "highest": "uchaf {value}",
    "lowest": "isaf {value}",
    "largest_part": "Y rhan fwyaf yw {high}",
    "missing": "ddim ar gael",
    "elsewhere": 'Mae ei rifau mewn tabl o dan "{title}"',
}
_WORDS = {"en": _ENGLISH, "cy": _WELSH}
SPOKEN = 120
"""As many numbers as a reader can listen to."""


def description(chart: Chart, language: str) -> str:
    """Return which chart it is, of what, and what stands out in it: the largest rise and fall, or the extremes."""
    return sentences(_Words(chart, language).description())


def data_in_words(chart: Chart, language: str) -> str:
    """Return all numbers of a chart, series by series, and its target."""
    return sentences(_Words(chart, language).data())


def data_elsewhere(title: str, language: str) -> str:
    """Return where all numbers of a chart are: under a heading called ``title``."""
    return f"{_WORDS[language[:2]]['elsewhere'].format(title=title)}."


def kind_in_words(chart: Chart, language: str) -> str:
    """Return which chart it is, and of what."""
    return _Words(chart, language).opening()


def value_in_words(value: Decimal, series: Series, chart: Chart, language: str) -> str:
    """Return a number as the chart prints it; for a pie, with its share of the total."""
    return _Words(chart, language).value(value, series)


def sentences(found: Iterator[str]) -> str:
    """Return texts as sentences, each with its full stop."""
    return " ".join(f"{sentence.rstrip('.')}." for sentence in found)


class _Change(NamedTuple):
    """How something called ``name`` changed; ``start`` and ``end`` say when, if its name does not.

    ``between`` says how far it rose and fell, if it ended as it began.
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
    return "return" if change.between else "same"


@record
class _Words:
    chart: Chart
    language: str

    def description(self) -> Iterator[str]:
        yield self.opening()
        chart = self.chart
        if chart.kind is ChartKind.PIE:
            if high := self._only(max, chart.series[0]):
                yield self._say("largest_part", high=high)
        elif self._is_in_time():
            changes = [change for series in chart.series if (change := self._over_time(series))]
            yield from (self._changed(change, changes) for change in changes)
        elif changes := list(self._by_category()):
            yield from (self._changed(change, changes) for change in changes if self._most(change, changes))
        else:
            yield from filter(None, map(self._extremes, chart.series))

    def data(self) -> Iterator[str]:
        for series in self.chart.series:
            pairs = zip(self.chart.categories, series.values, strict=True)
            values = "; ".join(f"{category}, {self.value(value, series)}" for category, value in pairs)
            yield f"{series.name}: {values}"
        if self.chart.target:
            yield f"{self.chart.target.name}: {exact_target(self.chart.target, self.chart)}"

    def opening(self) -> str:
        names = [series.name for series in self.chart.series]
        what = self._say("and", first=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else names[0]
        unit = axis_title(self.chart)
        return self._say(self.chart.kind.value, what=f"{what} ({unit})" if unit else what)

    def _is_in_time(self) -> bool:
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
        between = "; ".join(self._turns(known)) if before == after else ""
        return _Change(series.name, before, after, f" ({start})", f" ({end})", between)

    def _turns(self, known: list[tuple[str, Decimal]]) -> Iterator[str]:
        """Yield the highest and the lowest of numbers that end as they begin, if they differ from these."""
        values = [value for _, value in known]
        for end, turn in (("highest", max(values)), ("lowest", min(values))):
            places = [category for category, value in known if value == turn]
            if turn != values[0]:
                when = f" ({places[0]})" if len(places) == 1 else ""
                yield self._say(end, value=self._printed(turn) + when)

    def _by_category(self) -> Iterator[_Change]:
        """Yield how each category changed from the earlier of two series to the later; nothing for other series."""
        found = times(series.name for series in self.chart.series)
        if len(found) != 2 or found[0] == found[1]:
            return
        first, second = self.chart.series if is_rising(found) else self.chart.series[::-1]
        for category, before, after in zip(self.chart.categories, first.values, second.values, strict=True):
            if before is not None and after is not None:
                yield _Change(category, before, after)

    def _changed(self, change: _Change, among: list[_Change]) -> str:
        before, after = self._printed(change.before) + change.start, self._printed(change.after) + change.end
        sentence = self._say(_kind(change), name=change.name, before=before, after=after, between=change.between)
        return f"{sentence}, {self._most(change, among)}" if self._most(change, among) else sentence

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
