"""Printed numbers of headings, paragraphs, lists and appendices: ``1.0``, ``(a)``, ``Section 3:``, ``AA``."""

from __future__ import annotations

import re
from enum import Enum
from itertools import chain, count
from typing import assert_never

from csp_docs.records import record

_PATTERN = re.compile(r"^(?P<prefix>.*?)(?P<parents>(?:1\.)*)(?P<own>[1aAiI])(?P<suffix>(?:\.0)?[^0-9A-Za-z]*)$")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class CounterStyle(Enum):
    """How one counter is printed; the value is the character that a pattern uses."""

    DECIMAL = "1"
    LOWER_LETTER = "a"
    UPPER_LETTER = "A"
    LOWER_ROMAN = "i"
    UPPER_ROMAN = "I"

    def format(self, count: int) -> str:
        """Return ``count`` (from 1) as printed; after Z comes AA, as in Word's own lists (AA, BB, CC)."""
        match self:
            case CounterStyle.DECIMAL:
                return str(count)
            case CounterStyle.LOWER_LETTER:
                return _letters(count)
            case CounterStyle.UPPER_LETTER:
                return _letters(count).upper()
            case CounterStyle.LOWER_ROMAN:
                return _roman(count)
            case CounterStyle.UPPER_ROMAN:
                return _roman(count).upper()
            case _:
                assert_never(self)


@record
class NumberPattern:
    """The parts of a printed number: ``1.0`` is decimal with the suffix ``.0``; ``1.1`` has one parent."""

    prefix: str
    parents: int
    style: CounterStyle
    suffix: str

    @classmethod
    def parse(cls, text: str) -> NumberPattern:
        """Return the pattern of ``text``, an example of its first number. Raises ValueError when it has none."""
        found = _PATTERN.match(text)
        if not found:
            raise ValueError(text)
        style = CounterStyle(found["own"])
        return cls(found["prefix"], found["parents"].count("1"), style, found["suffix"])

    def format(self, *counts: int) -> str:
        """Return the printed number; ``counts`` has the parents' counts, outermost first, and then its own."""
        parents = counts[len(counts) - 1 - self.parents : -1]
        above = "".join(f"{count}." for count in parents)
        return f"{self.prefix}{above}{self.style.format(counts[-1])}{self.suffix}"

    def own_count(self, number: str, likely: int) -> int:
        """Return the count, after those of its parents, of a ``number`` in this pattern; ``likely`` is tried first."""
        own = number.removeprefix(self.prefix).removesuffix(self.suffix).rpartition(".")[2]
        return next(place for place in chain((likely,), count(1)) if self.style.format(place) == own)


def pattern(text: str) -> NumberPattern | None:
    """Return the pattern of ``text``; None when it does not show a number."""
    try:
        return NumberPattern.parse(text)
    except ValueError:
        return None


UPPER_LETTER = NumberPattern.parse("A")


def _letters(count: int) -> str:
    repeats, position = divmod(count - 1, 26)
    return chr(ord("a") + position) * (repeats + 1)


def _roman(count: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        out += letters * times
    return out
