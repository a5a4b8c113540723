"""The numbers that Word prints before paragraphs: they are not in the text, but counted (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re

from lxml import etree

from csp_docs.comparing.counters import printed, whole
from csp_docs.comparing.word.markup import children, first, is_on, value
from csp_docs.comparing.word.package import Package

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class Numbering:
    """Counts paragraphs as Word does: lists of one abstract list count together, and each level restarts those below.

    A level that has not been counted yet shows its first number.
    """

    def __init__(self, package: Package) -> None:
        self.package = package
        part = package.part("numbering")
        abstracts = [] if part is None else children(part, "abstractNum")
        self._abstracts = {value(one, None, "abstractNumId"): one for one in abstracts}
        self._linked = {name: one for one in abstracts if (name := value(one, "styleLink"))}
        self._nums = {value(one, None, "numId"): one for one in ([] if part is None else children(part, "num"))}
        self._levels: dict[tuple[str, int], etree._Element | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def number(self, chain: list[etree._Element], style: str) -> str:
        """Return the number of a paragraph with these properties; empty without one, and for bullets."""
        number, depth = self._place(chain, style)
        if number not in self._nums:
            return ""
        level = self._level(number, depth)
        self._count(number, depth)
        if level is None or value(level, "numFmt") == "bullet":
            return ""
        if value(level, "numFmt") == "none":
            words = value(level, "lvlText").strip()
            return words if any(map(str.isalnum, words)) else ""  # signs alone are a bullet
        return self._printed(number, depth, level)

    def _place(self, chain: list[etree._Element], style: str) -> tuple[str, int]:
        """Return the list and the level of a paragraph; a level that only its style gives is the one of the style."""
        number, depth = "", ""
        for properties in chain:
            given = first(properties, "numPr")
            if given is not None:
                number, depth = number or value(given, "numId"), depth or value(given, "ilvl")
        return number, whole(depth) if depth.isdecimal() and whole(depth) < _LEVELS else self._level_of(number, style)

    def _level_of(self, number: str, style: str) -> int:
        found = (at for at in range(_LEVELS) if (one := self._level(number, at)) is not None
                 and style and value(one, "pStyle") == style)  # fmt: skip
        return next(found, 0) if number in self._nums else 0

    def _abstract(self, number: str) -> str:
        return value(self._nums[number], "abstractNumId")

    def _level(self, number: str, depth: int) -> etree._Element | None:
        key = number, depth
        if key not in self._levels and number in self._nums:
            self._levels[key] = self._found(number, depth)
        return self._levels.get(key)

    def _found(self, number: str, depth: int) -> etree._Element | None:
        own = self._override(number, depth)
        if own is not None and (level := first(own, "lvl")) is not None:
            return level
        abstract = self._abstracts.get(self._abstract(number))
        if abstract is not None and (link := value(abstract, "numStyleLink")):
            abstract = self._linked.get(link, abstract)
        levels = [] if abstract is None else children(abstract, "lvl")
        return next((one for one in levels if value(one, None, "ilvl") == str(depth)), None)

    def _override(self, number: str, depth: int) -> etree._Element | None:
        given = children(self._nums[number], "lvlOverride")
        return next((one for one in given if value(one, None, "ilvl") == str(depth)), None)

    def _start(self, number: str, depth: int) -> int:
        override, level = self._override(number, depth), self._level(number, depth)
        given = "" if override is None else value(override, "startOverride")
        given = given or ("" if level is None else value(level, "start"))
        return whole(given, 0 if level is None else 1)

    def _count(self, number: str, depth: int) -> None:
        counts = self._counts.setdefault(self._abstract(number), [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at in range(_LEVELS):
                override = self._override(number, at)
                start = "" if override is None else value(override, "startOverride")
                if start.isdecimal():
                    counts[at] = whole(start, 1) - 1
        own = counts[depth]
        counts[depth] = self._start(number, depth) if own is None else own + 1
        for below in range(depth + 1, _LEVELS):
            if self._restarts(number, below, depth):
                counts[below] = None

    def _restarts(self, number: str, below: int, depth: int) -> bool:
        """Tell whether a level starts again after one of ``depth``; ``lvlRestart`` says after which level at most."""
        level = self._level(number, below)
        given = "" if level is None else value(level, "lvlRestart")
        return not given.isdecimal() or depth < whole(given)

    def _printed(self, number: str, depth: int, level: etree._Element) -> str:
        counts, legal = self._counts[self._abstract(number)], is_on(first(level, "isLgl"))

        def shown(place: re.Match[str]) -> str:
            at = whole(place[1], 1) - 1
            found, count = self._level(number, at), counts[at]
            style = "decimal" if found is None or (legal and at < depth) else value(found, "numFmt")
            style = "decimal" if legal and style != "decimalZero" else style
            return printed(self._start(number, at) if count is None else count, style)

        return _PLACE.sub(shown, value(level, "lvlText")).strip()
