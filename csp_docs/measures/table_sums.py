"""The sums of columns and rows of printed figures, with the unit that all of them have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal, localcontext
from itertools import accumulate
from typing import TypeAlias

from attrs import evolve

from csp_docs.measures import cells
from csp_docs.measures.amounts import amount, decimals
from csp_docs.measures.heads import names_things
from csp_docs.measures.rounding import EXACT
from csp_docs.measures.years import Says, is_money, may_be_year, says
from csp_docs.records import record

UNKNOWN = "[x]"
_NOTHING = frozenset(("", "-", "–", "—"))
_OF_HUNDRED = re.compile(
    r"%|\b(?:per ?cent|percentages?|shares?|proportions?|rates?|averages?|means?|medians?|ranks?"
    r"|canran|cyfran|cyfradd|cyfartaledd)\b|\bper\b",
    re.IGNORECASE,
)
"""A head that says so has shares, rates or averages, whose sum would mean nothing."""


@record
class Figure:
    """A printed figure: its value, and its unit, such as "£", "£k" or ""."""

    value: Decimal
    unit: str = ""

    @classmethod
    def of(cls, printed: str) -> Figure | None:
        """Return the figure of a cell; None if it has none, or one that is not exact.

        >>> [Figure.of(cell) for cell in ("£1,204", "−5", "(12)", "c. 30")]
        [Figure(Decimal('1204'), '£'), Figure(Decimal('-5')), Figure(Decimal('-12')), None]
        """
        found = cells.FIGURE.fullmatch(printed)
        if not found or found["about"] or any(sign in found["before"] for sign in "<>≤≥~≈"):
            return None
        before, after = found["before"], found["after"].strip(" \u00a0")
        minus = any(sign in before for sign in "-−(")
        value = Decimal(found["whole"].replace(",", "") + (f".{found['decimals']}" if found["decimals"] else ""))
        return cls(-value if minus else value, "£" * ("£" in before) + after.rstrip(")").lower())

    @property
    def printed(self) -> str:
        """The figure as it is printed: "−£1,204", "£1.5m"."""
        sign = self.unit[:1] if self.unit.startswith("£") else ""
        return amount(self.value, sign, decimals(self.value)) + self.unit.removeprefix("£")


_Part: TypeAlias = tuple[Figure, int]
"""A figure, and 1 or -1: the sign with which a sum has it."""


@record
class Sum:
    """What is known of a sum: its ``figure``, or that a part of it is not known; ``units`` has those of its parts."""

    figure: Figure | None
    units: tuple[str, ...]
    unknown: bool = False

    @property
    def printed(self) -> str:
        """The sum as a cell: empty if there is nothing to add."""
        if self.unknown:
            return UNKNOWN
        return self.figure.printed if self.figure else ""


def has_sum(heads: Sequence[str], column: Sequence[str]) -> bool:
    """Tell whether a column has amounts, which can be added: not words, years, names of things, shares or rates.

    Most of its cells are figures; a few may be words, and a sum that has one of these is not known.
    """
    return cells.mostly_figures(column) and _can_be_added(heads, column)


def words_among(heads: Sequence[str], column: Sequence[str]) -> str:
    """Return the first cell with words next to amounts in a column; empty if all is words, or figures and marks.

    >>> [words_among(["Cost"], column) for column in (["1", "see note"], ["see note", "[x]"], ["1", "[x]"])]
    ['see note', '', '']
    """
    amounts = [found for cell in column if (found := Figure.of(cell)) and not may_be_year(found.value)]
    return cells.other_words(column) if amounts and _can_be_added(heads, column) else ""


def _can_be_added(heads: Sequence[str], column: Sequence[str]) -> bool:
    """Tell whether the figures of a column may be amounts, by its heads and by their units."""
    if names_things(*heads) or says(*heads) in (Says.YEARS, Says.TIMES):
        return False
    of_hundred = any(map(is_of_shares, heads)) and not any(map(is_money, heads))
    return not of_hundred and not any((found := Figure.of(cell)) and found.unit in ("%", "pp") for cell in column)


def is_of_shares(words: str) -> bool:
    """Tell whether a head, or the name of a row, says that its figures are shares, rates or averages."""
    return bool(_OF_HUNDRED.search(words))


def summed(parts: Iterable[tuple[str, int]]) -> Sum:
    """Return the sum of printed figures, each with 1, or with -1 if it is subtracted. Empty cells and dashes are 0.

    >>> summed([("1,204", 1), ("–", 1), ("200", -1)]).printed
    '1,004'
    """
    known, unknown = list[_Part](), False
    for printed, sign in parts:
        found = Figure.of(printed)
        unknown = unknown or (found is None and printed not in _NOTHING)
        known += [(found, sign)] if found else []
    return _sum(known, unknown=unknown)


def aim_of(parts: Iterable[tuple[str, int]]) -> Sum:
    """Return the sum that a typed total is compared with: next to figures in £, those without a unit are in £ too.

    >>> aim_of([("£12,000", 1), ("15", 1)]).printed
    '£12,015'
    """
    parts = tuple(parts)
    known = [(found, sign) for printed, sign in parts if (found := Figure.of(printed))]
    if {found.unit for found, _ in known} == {"", "£"}:
        known = [(evolve(found, unit="£"), sign) for found, sign in known]
    return _sum(known, unknown=summed(parts).unknown)


def _sum(known: Sequence[_Part], *, unknown: bool) -> Sum:
    units = tuple(dict.fromkeys(found.unit for found, _ in known))
    if not known or len(units) > 1:
        return Sum(None, units, unknown)
    with localcontext(prec=EXACT):
        return Sum(Figure(sum((found.value * sign for found, sign in known), Decimal(0)), units[0]), units, unknown)


def disagrees(typed: str, parts: Sequence[tuple[str, int]], *, of_first: bool = False) -> bool:
    """Tell whether a typed total is not the sum of ``parts``; it may be ``of_first`` ones, before some not counted.

    Figures with decimal places or a unit may be rounded. Where a part is not known, only a total that leaves it out is
    wrong; whoever types words for a part may have counted nothing there.
    """
    own, found = Figure.of(typed), aim_of(parts)
    if not own or not found.figure or own.unit.removeprefix("£") != found.figure.unit.removeprefix("£"):
        return False
    if found.unknown:
        return own.value == found.figure.value and not cells.other_words([printed for printed, _ in parts])
    known = [(figure.value, sign) for part, sign in parts if (figure := Figure.of(part))]
    places = max(map(decimals, (own.value, *(value for value, _ in known))))
    rounded = Decimal(len(known) + 1).scaleb(-places) / 2 if places or own.unit else Decimal(0)
    with localcontext(prec=EXACT):
        sums = list(accumulate(value * sign for value, sign in known))
    return all(abs(own.value - one) > rounded for one in (sums[1:] if of_first and sums[1:] else sums[-1:]))
