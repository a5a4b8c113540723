"""The figures that authors write in tables: commas and decimal places alike in a column, and years as they are.

A number from 1900 to 2100 may be a year. What it is, its column says: by its head, by its other numbers, or by a total;
then the name of its row. Where nothing says so it is printed as it is written, with a warning.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines, walk
from csp_docs.compose.context import Context
from csp_docs.errors import Code
from csp_docs.measures import cells
from csp_docs.measures.amounts import PENCE, column_places, decimals
from csp_docs.measures.heads import may_be_of_names, may_name_things, names_things
from csp_docs.measures.years import Says, may_be_year, names_period, row_says, said, says, word_set
from csp_docs.model import Table
from csp_docs.reading.faults import shortened
from csp_docs.records import record

Cells = tuple[Blocks, ...]
Words = tuple[str, ...]

_SHORT = 3
"""Numbers of so many digits have no comma."""
_LONG = re.compile(r"(?<![\d.,])\d{4,}", re.ASCII)
_ANYTHING = word_set("value values detail details answer fact facts information data gwerth")
"""With only these words a head says nothing about its column."""


@record
class _Figure:
    """A number as it is written: its sign and £, its digits, its unit, and the marks around it."""

    before: str
    whole: str
    decimals: str
    after: str
    about: str
    mark: str
    comma: bool

    @classmethod
    def of(cls, words: str) -> _Figure | None:
        found = cells.FIGURE.fullmatch(words)
        if not found:
            return None
        parts = found.groupdict("")
        whole = parts.pop("whole")
        return cls(whole=whole.replace(",", ""), comma="," in whole, **parts)

    @property
    def unit(self) -> str:
        return "£" * ("£" in self.before) + self.after.strip(" \u00a0)")

    @property
    def is_alone(self) -> bool:
        """Whether there are digits and nothing else but marks."""
        return not (self.before or self.decimals or self.after.strip(" \u00a0") or self.comma)

    def may_be_year(self, *, named: bool = False) -> bool:
        """Return whether it can be a year, also an early one if words have ``named`` it as one."""
        return self.is_alone and not self.whole.startswith("0") and may_be_year(Decimal(self.whole), named=named)

    @property
    def value(self) -> Decimal:
        return Decimal(f"{self.whole}.{self.decimals}")

    def printed(self, places: int | None) -> str:
        decimals = self.decimals if places is None else self.decimals.ljust(places, "0")
        decimals = f".{decimals}" if decimals else ""
        return f"{self.about}{self.before}{int(self.whole):,}{decimals}{self.after}{self.mark}"


@record
class _Column:
    """A column: the words at its head, its cells with that of the total, their words, and those that name its rows.

    ``heads`` are its own name and those of groups above it.
    """

    heads: Words
    cells: Cells
    words: Words
    figures: tuple[_Figure | None, ...]
    names: Words
    is_first: bool
    has_total: bool

    @property
    def may_have_commas(self) -> bool:
        """Whether most cells are figures that can have commas; others may be words."""
        is_named = any(one and one.whole[:-1].startswith("0") for one in self.figures) or names_things(*self.heads)
        return not is_named and cells.mostly_figures(self.words)

    @cached_property
    def says(self) -> Says | None:
        """What its head says about its numbers, or its total."""
        return Says.AMOUNTS if self.has_total else says(*self.heads)

    @property
    def is_dated(self) -> bool:
        """Whether its head has a word for years or for when something was."""
        return self.says in (Says.YEARS, Says.TIMES)

    @property
    def says_nothing(self) -> bool:
        """Whether its head has no word about what is below it: "Value"."""
        return not said(" ".join(self.heads)) - _ANYTHING

    @cached_property
    def has_years(self) -> bool | None:
        """Whether the numbers that may be years are years; None if nothing in the column says so."""
        if self.says is Says.AMOUNTS:
            return False
        known = [one for one in self.figures if one]
        all_may_be = all(one.may_be_year(named=self.says is Says.YEARS) for one in known)
        if self.is_dated:
            return True if all_may_be else None
        if all_may_be:
            return True if self.is_first else None
        of_one_kind = len({one.unit for one in known}) == 1 and not self.says_nothing
        return False if of_one_kind else None

    @cached_property
    def may_be_names(self) -> bool:
        """Whether the numbers may name beats or crimes: by the head, or by their one length if it says nothing."""
        known = [one for one in self.figures if one]
        if may_name_things(*self.heads) and not self.has_total and not any(one.comma for one in known):
            return any(one.is_alone and len(one.whole) > _SHORT for one in known)
        lengths = {len(one.whole) for one in known if one.is_alone}
        is_long = len(lengths) == 1 and max(lengths) > _SHORT and all(one.is_alone for one in known)
        may_be = is_long and self.has_years is False and self.says is None and all(map(may_be_of_names, self.heads))
        return may_be and (self.is_first or not any(map(_says_amounts, self.names)))

    @property
    def unclear(self) -> str:
        """The first number that may be a year, or a name, or a count; empty if there is none."""
        if self.may_be_names:
            return max((one.whole for one in self.figures if one), key=len)
        return next((one.whole for one, name in self._named() if one and self._is_kept(one, name) is None), "")

    def reprinted(self) -> Iterator[Blocks]:
        """Yield the cells with commas, and the same decimal places for figures of one kind."""
        for cell, words, (figure, name) in zip(self.cells, self.words, self._named(), strict=True):
            if figure and self._is_kept(figure, name) is False:
                yield _with(cell, figure.printed(self._places[figure.unit]))
            elif not (figure or self.may_be_names) and cells.RANGE.fullmatch(words):
                yield _with(cell, _with_commas(words))
            else:
                yield cell

    def _named(self) -> Iterator[tuple[_Figure | None, str]]:
        """Yield the figures of the column, each with the words that name its row."""
        return zip(self.figures, self.names, strict=True)

    def _is_kept(self, figure: _Figure, name: str) -> bool | None:
        """Return whether a number is printed as it is written: it is a year or a name; None if it may be one."""
        if self.may_be_names:
            return None
        if self.says is None and figure.is_alone and len(figure.whole) > _SHORT and _is_label_of_name(name):
            return True if self.says_nothing else None
        if not figure.may_be_year(named=True):  # most figures: what their rows say changes nothing
            return False
        row = None if self.says or self.is_first else row_says(name)
        if row is Says.AMOUNTS or not figure.may_be_year(named=self.is_dated or row is Says.YEARS):
            return False
        if row is Says.YEARS or (row and self.has_years is None):
            return True
        return None if row or self.has_years is None else False

    @cached_property
    def _places(self) -> dict[str, int | None]:
        """The decimal places of the figures with each unit."""
        known = defaultdict[str, list[_Figure]](list)
        for one in filter(None, self.figures):
            known[one.unit].append(one)
        return {unit: _places_of(figures, unit) for unit, figures in known.items()}


def _says_amounts(name: str) -> bool:
    """Return whether the name of a row says that its numbers are amounts."""
    return names_period(name) or row_says(name) is Says.AMOUNTS


def _is_label_of_name(label: str) -> bool:
    """Return whether the name of a row says that the number in it is one: "Extension", but not "Unit 4"."""
    return names_things(label) and not any(map(str.isdigit, label))


def _places_of(known: list[_Figure], unit: str) -> int | None:
    """Return the decimal places of the figures with one unit; None if each keeps its own."""
    found = [one.value for one in known]
    places = {len(one.decimals) for one in known}
    if not unit and len(places) > 1 and any(one.decimals.endswith("0") for one in known):
        return None  # "2.1" and "2.10" are two names; whoever writes zeros means them
    return max(map(decimals, found)) and PENCE if unit == "£" else column_places(found, unit)


def alike(
    given: Table, rows: tuple[Cells, ...], totals: tuple[Cells, ...], context: Context
) -> tuple[tuple[Cells, ...], tuple[Cells, ...]]:
    """Return the rows and the totals of a table with the figures of each column in one form."""
    whole = [*rows, *totals]
    words = [tuple(map(_words, row)) for row in whole]
    columns = [_column(given, place, whole, words, len(totals), context) for place in range(len(given.columns))]
    found = tuple(zip(*columns, strict=True))
    return found[: len(rows)], found[len(rows) :]


def _column(
    given: Table, place: int, rows: Sequence[Cells], words: Sequence[Words], totals: int, context: Context
) -> Cells:
    """Return the cells of a column of ``rows``, the last of which are ``totals``, with their ``words``."""
    found, own = tuple(row[place] for row in rows), tuple(row[place] for row in words)
    figures, names = tuple(map(_Figure.of, own)), tuple(row[0] for row in words)
    has_total = any(figures[len(rows) - totals :])
    column = _Column(heads_of(given, place), found, own, figures, names, place == 0, has_total)
    is_named = given.row_headers and place == 0
    is_of_words = bool(given.align) and given.align[place] != "right"
    if is_named or is_of_words or not column.may_have_commas or column.has_years:
        return found
    if other := cells.other_words(own):
        _note_words(column, other, given.names[place], context)
        return found
    if unclear := column.unclear:
        may_be = "a year, a name or a number" if may_be_year(Decimal(unclear)) else "a name or a number"
        fact = f'in the column "{given.names[place]}", {unclear} may be {may_be}'
        hint = (
            f'it is printed as it is: write a number with a comma, "{int(unclear):,}"; '
            "align a column of years or names to the left with `align`"
        )
        context.warn(Code.YEAR_OR_NUMBER, fact, hint, given.names[place])
    return tuple(column.reprinted())


def _note_words(column: _Column, words: str, head: str, context: Context) -> None:
    """Note that a column of figures is printed as one of words, if its figures would be printed otherwise."""
    if column.is_first or column.unclear or tuple(column.reprinted()) == column.cells:
        return
    fact = f'the column "{head}" is printed as words because of "{shortened(words)}"'
    hint = "its figures have no commas and no equal decimal places: write only figures, and the words in a note"
    context.remark(Code.FIGURES_AND_WORDS, fact, hint, head)


def heads_of(given: Table, place: int) -> tuple[str, ...]:
    """Return the name of a column, and those of groups above it."""
    name = given.names[place]
    return (name, *(group.title for group in given.groups if name in group.columns))


def _with_commas(between: str) -> str:
    """Return a range with commas in its figures, if these cannot be years."""
    if all(may_be_year(Decimal(found[0])) for found in _LONG.finditer(between)):
        return between
    return _LONG.sub(lambda found: f"{int(found[0]):,}", between)


def _words(cell: Blocks) -> str:
    return " ".join(walk.texts(cell))


def _with(cell: Blocks, figure: str) -> Blocks:
    """Return a cell that is one number with the number as ``figure``; it keeps its marks and notes."""
    match cell:
        case (b.Paragraph() as only,) if sum(not isinstance(inline, b.Note) for inline in only.inlines) == 1:
            return (walk.changed(only, inlines=_replaced(only.inlines, figure)),)
    return cell


def _replaced(inlines: Inlines, figure: str) -> Inlines:
    match inlines:
        case (b.Text() as only, *notes) if only.text != figure:
            return (evolve(only, text=figure), *notes)
        case (b.Strong() | b.Emphasis() as marked, *notes):
            return (evolve(marked, inlines=_replaced(marked.inlines, figure)), *notes)
    return inlines
