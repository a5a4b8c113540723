"""What a map says, in words: its legend, the title of its table, and a description for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from csp_docs.compose.content.in_words.charts import SPOKEN, sentences
from csp_docs.measures.amounts import amount, common_places
from csp_docs.measures.formats import and_before
from csp_docs.records import record

_ENGLISH = {
    "one_area": "1 area",
    "areas": "{count} areas",
    "range": "{low} to {high}",
    "class": "{range}: {areas}",
    "no_figure": "No figure: {areas}",
    "map": "Map of {areas}, shaded by value",
    "map_of": "Map of {areas}, shaded by number of {unit}",
    "highest": "The highest is {number}, in {names}",
    "lowest": "The lowest is {number}, in {names}",
    "and": "and",
    "others": "{count} areas",
    "without": "There is no figure for {names}",
    "title": "{caption}: the {count} highest areas",
    "title_of_one": "{caption}: the highest area",
    "title_of_all": "{caption}: areas by rank",
    "one_alike": "1 more area has rank {rank}",
    "alike": "{count} more areas have rank {rank}",
}
_WELSH = {
    "one_area": "1 ardal",
    "areas": "{count} ardal",
    "range": "{low} i {high}",
    "class": "{range}: {areas}",
    "no_figure": "Dim ffigur: {areas}",
    "map": "Map o {areas}, wedi'i liwio yn ôl gwerth",
    "map_of": "Map o {areas}, wedi'i liwio yn ôl nifer ({unit})",
    "highest": "Yr uchaf yw {number}: {names}",
    "lowest": "Yr isaf yw {number}: {names}",
    "and": "a",
    "others": "{count} ardal",
    "without": "Nid oes ffigur ar gyfer {names}",
    "title": "{caption}: y {count} ardal uchaf",
    "title_of_one": "{caption}: yr ardal uchaf",
    "title_of_all": "{caption}: ardaloedd yn ôl safle",
    "one_alike": "Mae 1 ardal arall â safle {rank}",
    "alike": "Mae {count} ardal arall â safle {rank}",
}
_WORDS = {"en": _ENGLISH, "cy": _WELSH}
_NAMED = 3
"""Areas that are named in a sentence; if there are more, it says how many."""


@record
class Ranked:
    """An area with its number and its class, from 0 (None without a number); equal numbers share a rank."""

    key: str
    name: str
    number: Decimal | None
    level: int | None
    rank: int


@record
class MapWords:
    """The words about areas, the highest first and those without a number last."""

    areas: tuple[Ranked, ...]
    unit: str
    language: str

    def legend(self) -> tuple[str, ...]:
        """Return what each class holds, the lowest first: "12 to 31: 6 areas"."""
        levels = sorted({area.level for area in self.areas if area.level is not None})
        return tuple(map(self._class, levels))

    def missing(self) -> str:
        """Return how many areas have no number; nothing if all have one."""
        count = sum(area.number is None for area in self.areas)
        return self._say("no_figure", areas=self._counted(count)) if count else ""

    def description(self) -> str:
        """Return what the map shows, and where the highest and the lowest number is."""
        return sentences(self._description())

    def numbers(self) -> str:
        """Return all areas with their numbers, the highest first; if there are too many, only the missing ones."""
        known = [area for area in self.areas if area.number is not None]
        spoken = known if len(known) <= SPOKEN else []
        values = "; ".join(f"{area.name}, {self.printed(area.number)}" for area in spoken if area.number is not None)
        without = [area.name for area in self.areas if area.number is None]
        missing = self._say("without", names=self._listed(without)) if without else ""
        return sentences(filter(None, [values, missing]))

    def heading(self) -> str:
        """Return the heading of the numbers; nothing if they have no unit in words."""
        return self._counts[:1].upper() + self._counts[1:]

    def title(self, caption: str, count: int, others: int) -> str:
        """Return the caption of a table of the ``count`` highest areas, without the ``others``."""
        kind = "title_of_all" if not others else "title" if count > 1 else "title_of_one"
        return self._say(kind, caption=caption, count=_number(count))

    def alike(self, count: int, last: Ranked) -> str:
        """Return how many areas beyond the ``last`` of the table share its rank."""
        return self._say("alike" if count > 1 else "one_alike", count=_number(count), rank=_number(last.rank))

    def printed(self, number: Decimal) -> str:
        """Return a number with its sign, without its unit in words."""
        unit, known = "" if self._counts else self.unit, [area.number for area in self.areas if area.number is not None]
        return amount(number, unit, common_places(known, unit))

    @property
    def _counts(self) -> str:
        """What is counted; nothing if each number has its sign."""
        return "" if self.unit in ("%", "£") else self.unit

    def _description(self) -> Iterator[str]:
        yield self._say("map_of" if self._counts else "map", areas=self._counted(len(self.areas)), unit=self._counts)
        known = [area for area in self.areas if area.number is not None]
        ends = {"highest": known[0].number, "lowest": known[-1].number}
        for end, number in ends.items() if len(set(ends.values())) > 1 else []:
            names = [area.name for area in known if area.number == number]
            if number is not None:
                yield self._say(end, number=self.printed(number), names=self._listed(names))

    def _class(self, level: int) -> str:
        numbers = [area.number for area in self.areas if area.level == level and area.number is not None]
        low, high = self.printed(min(numbers)), self.printed(max(numbers))
        said = low if low == high else self._say("range", low=low, high=high)
        return self._say("class", range=said, areas=self._counted(len(numbers)))

    def _counted(self, count: int) -> str:
        return self._say("areas" if count > 1 else "one_area", count=_number(count))

    def _listed(self, names: list[str]) -> str:
        if len(names) > _NAMED:
            return self._say("others", count=_number(len(names)))
        *first, last = names
        joining = and_before(last, self._say("and"), self.language)
        return f"{', '.join(first)} {joining} {last}" if first else last

    def _say(self, pattern: str, /, **values: str) -> str:
        return _WORDS[self.language[:2]][pattern].format(**values)


def _number(count: int) -> str:
    return amount(Decimal(count))
