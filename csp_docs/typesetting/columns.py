"""The column widths of tables and cover sheets, calculated from their words, for all writers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from csp_docs.blocks import Align, Facts, Table, walk
from csp_docs.errors import Code, Origin, Problem, Severity
from csp_docs.records import record
from csp_docs.theme.theme import Theme
from csp_docs.typesetting import breaks
from csp_docs.typesetting.cells import Cell, Cells, Words, whole
from csp_docs.typesetting.heights import cell_line_count
from csp_docs.typesetting.labels import fact_shares

if TYPE_CHECKING:
    from csp_docs.typesetting.rooms.lowest import Column

_LEAST = 0.07
"""A column of words keeps this share of the page, however wide the words of the others are."""
_LEAST_ROOM = 31.5
"""So many points at least, which is the share of an upright page: a few letters on a line also in a narrow grid."""
_LONG_WORD = 0.25
"""A word that takes more than this share of the page is divided at its own signs, if it has any."""
_SLACK = 0.07
"""A column is so much wider than its longest word, where the page has room: officers choose wider fonts in Word."""
_WIDE = 90
"""Figures in a column of at most this width, in points, are easy to find from the name of their row."""
_FAR = 1.5
"""Columns that would be wider than that by this factor are narrower: others fill the page."""
_TOLERANCE = 0.01
"""A tolerance in points, because sums of widths differ in their last digits."""

Widths: TypeAlias = tuple[float, ...]
_FEWER = "give it fewer columns or shorter words"
_Measure: TypeAlias = Callable[[Words], Iterable[Words]]
"""Which parts of a word are not divided."""


def column_widths(table: Table, theme: Theme) -> tuple[Widths, Problem | None]:
    """Return the shares of the columns of ``table``, of which each fits its longest word; they add up to 1.

    The rest follows the length of the cells, or the shares that the author gave. A column's name takes two lines, or
    more where the page has no room for that; it gets what the cells do not need. Neighbouring columns of figures are
    equally wide where their words permit. Figures in the last columns are not far from the names of their rows where
    all is short: the shares add up to less than 1 then.
    Addresses and other long words may be divided after their own signs; figures are not divided. If words do not
    fit side by side, the widest are divided, which is a warning. If figures do not fit either, or no more than letters
    of words, that is an error.
    """
    name = f'the table "{walk.words(table.caption.inlines)}"' if table.caption else "a table"
    theme = theme.for_table(len(table.aligns), small=table.small)
    runs = [*_figure_columns(table)]
    ending = runs[-1].start if runs and runs[-1].stop == len(table.aligns) else len(table.aligns)
    alike = tuple(run for run in runs if len(run) > 1)
    columns = _Columns(Cells.of_table(table, theme), theme, table.widths, alike, ending)
    return columns.widths(name, table.origin)


def fact_widths(facts: Facts, theme: Theme) -> tuple[Widths, Problem | None]:
    """Return the shares of label and value, or of two labels and two values when any row holds two facts."""
    cells = Cells.of_facts(facts, theme)
    name = f'the table "{facts.summary}"'
    widths, problem = _Columns(cells, theme, fact_shares(cells.columns, theme)).widths(name, facts.origin)
    if not problem or problem.code is Code.WIDTHS_CHANGED:
        return widths, None
    return widths, evolve(problem, hint="give it shorter words and figures")


@record
class _Columns:
    """The columns of ``cells`` on the page of ``theme``; ``given`` are the shares that they have if words permit.

    ``alike`` has neighbours that are equally wide, and from ``ending`` on all columns are of figures.
    """

    cells: Cells
    theme: Theme
    given: Widths = ()
    alike: tuple[range, ...] = ()
    ending: int = 0

    @property
    def page(self) -> float:
        """The room for all columns, in points."""
        return self.theme.page.text_width

    def widths(self, name: str, origin: Origin | None) -> tuple[Widths, Problem | None]:
        """Return the shares of the columns of the table called ``name``."""
        for cells, least in self._measured():
            if sum(least) <= self.page + _TOLERANCE:
                return self._shares(self._fitted(cells, least)), self._changed(name, least, origin)
        return self._squeezed(least, name, origin)

    def _measured(self) -> Iterator[tuple[Cells, list[float]]]:
        """Yield cells and the least room of each column, in points, in less and less generous ways.

        Cells are first measured as if they were bold, which leaves some space next to them.
        """
        bold = Cells(tuple(cell.all_bold() for cell in self.cells.cells), self.cells.columns)
        ways = (bold, self._long_parts), (self.cells, self._long_parts), (self.cells, _parts)
        for cells, measure in ways[2:] if self.given else ways:
            yield cells, self._rooms(cells, measure)
        from csp_docs.typesetting.rooms.divided import periods

        yield self.cells, self._rooms(self.cells, periods)

    def _rooms(self, cells: Cells, measure: _Measure, slack: float = 0) -> list[float]:
        """Return the room of each column for what is not divided; a cell over several adds to each what it lacks."""
        rooms = [0.0] * cells.columns
        for cell in sorted(cells.cells, key=lambda cell: cell.span):
            words = (part for word in cell.unbroken() for part in measure(word))
            needed = max((part.room(self.theme, slack) for part in words), default=0)
            columns = range(cell.column, cell.column + cell.span)
            lacking = max(needed - sum(rooms[column] for column in columns), 0) / cell.span
            for column in columns:
                rooms[column] += lacking
        return rooms

    def _long_parts(self, word: Words) -> list[Words]:
        return _parts(word) if word.room(self.theme) > _LONG_WORD * self.page else [word]

    def _fitted(self, cells: Cells, tight: list[float]) -> list[float]:
        """Return the room of each column: the given one, or what its cells want, and then its name."""
        slack = self._rooms(self.cells, self._long_parts, _SLACK)
        if self.given:
            return _spread(_spread(tight, slack, self.page), [share * self.page for share in self.given], self.page)
        whole, names = self._widest(cells, self._whole), self._widest(cells, self._name)
        least = self._with_names(tight, whole)
        on_one_line = _larger(least, whole)
        if sum(on_one_line) <= self.page:
            on_one_line = _spread(on_one_line, slack, self.page)
            return self._evened(_spread(on_one_line, names, self.page), on_one_line)
        loose = self._with_names(_spread(tight, slack, self.page), whole)
        ways = [*self._ways(loose, whole), *[least] * (loose != least)]
        return min((self._lowest(way, whole) for way in ways), key=self._lines)  # slack and likeness cost no line

    def _with_names(self, least: list[float], whole: list[float]) -> list[float]:
        """Return the ``least`` rooms, more for short cells on one line, and for names on two lines, where all fit."""
        fair = self.page / self.cells.columns
        short = [room if room <= fair else 0 for room in whole]
        for asked in (short, self._widest(self.cells, self._name_in_two_lines)):
            more = _larger(least, asked)
            least = more if sum(more) <= self.page else least
        return least

    def _lowest(self, least: list[float], whole: list[float]) -> list[float]:
        """Return the rooms in which rows are lowest, with columns of figures as alike as they permit."""
        from csp_docs.typesetting.rooms.lowest import lowest  # many documents have no table that needs it

        return self._evened(_spread(lowest(self._columns(least), self.page), whole, self.page), least)

    def _ways(self, least: list[float], whole: list[float]) -> list[list[float]]:
        """Return the least rooms with columns of figures alike, and as they are: the first is best on as many lines."""
        alike = _larger(least, self._figures_alike(whole, least))
        return [least] if alike == least or sum(alike) > self.page else [alike, least]

    def _lines(self, rooms: list[float]) -> int:
        """Return the number of lines of all rows in these ``rooms``."""
        sides, size = self.theme.cell_sides, self.theme.cell.size
        return sum(
            max(cell_line_count(cell, room - sides, size) for cell, room in zip(row, rooms, strict=True))
            for row in self.cells.rows
        )

    def _columns(self, least: list[float]) -> list[Column]:
        """Return the columns with the lengths of their words in each row, for the sharing of the room."""
        from csp_docs.typesetting.rooms.lowest import Column

        sides = self.theme.cell_sides
        columns = zip(*self.cells.rows, strict=True)
        return [
            Column(narrow, sides, tuple(cell.lengths(self.theme) for cell in column))
            for narrow, column in zip(least, columns, strict=True)
        ]

    def _figures_alike(self, whole: list[float], least: list[float]) -> list[float]:
        """Return the room for figures, without names: that of the widest of neighbouring columns of figures."""
        alike = [min(room * (1 + _SLACK), narrow) for room, narrow in zip(whole, least, strict=True)]
        for columns in self.alike:
            alike[columns.start : columns.stop] = [max(alike[column] for column in columns)] * len(columns)
        return alike

    def _evened(self, rooms: list[float], least: list[float]) -> list[float]:
        """Return ``rooms`` with neighbouring columns of figures as equally wide as their ``least`` rooms permit."""
        even = list(rooms)
        for columns in self.alike:
            run = slice(columns.start, columns.stop)
            even[run] = _levelled(least[run], sum(rooms[run]))
        return even

    def _widest(self, cells: Cells, asked: Callable[[Cell], float]) -> list[float]:
        """Return the most room that the cells and the name of each column have ``asked`` for."""
        rooms = [0.0] * cells.columns
        for cell in cells.cells:
            if cell.span == 1:
                rooms[cell.column] = max(rooms[cell.column], asked(cell))
        return rooms

    def _whole(self, cell: Cell) -> float:
        """Return the room for a cell on one line."""
        return 0 if cell.name else max((line.room(self.theme) for line in cell.lines), default=0)

    def _name(self, cell: Cell) -> float:
        """Return the room for the name of a column on one line."""
        return max(line.room(self.theme) for line in cell.lines) if cell.name else 0

    def _name_in_two_lines(self, cell: Cell) -> float:
        """Return the room for the name of a column on two lines."""
        return max(line.in_two().room(self.theme) for line in cell.lines) if cell.name else 0

    def _squeezed(self, least: list[float], name: str, origin: Origin | None) -> tuple[Widths, Problem]:
        """Return shares for a table with words that are divided, as few as can be."""
        from csp_docs.typesetting.rooms.divided import figures, least_divided, pieces, tight

        floor = max(_LEAST * self.page, _LEAST_ROOM)
        for measure in (figures, pieces):
            rooms = self._rooms(self.cells, measure)
            kept = [max(room, min(wide, floor)) for room, wide in zip(rooms, least, strict=True)]
            if sum(kept) <= self.page + _TOLERANCE:
                rooms = _spread(least_divided(tight(self.cells, self.theme, kept), self.page), least, self.page)
                return self._shares(rooms), _too_wide(name, origin)
        return self._shares(least), _impossible(name, origin, of_figures=sum(rooms) > self.page)

    def _shares(self, rooms: list[float]) -> Widths:
        """Return the shares of columns with these ``rooms``, which are whole twips then.

        They leave no room, unless figures would be far apart.
        """
        wider = self.page / sum(rooms)
        widest = 0 if self.given else max(rooms[self.ending :], default=0)
        if widest <= _WIDE < widest * wider / _FAR:
            wider = _WIDE / widest
        twips = whole([room * wider for room in rooms], self.cells.full(self.theme))
        return tuple(room / self.page for room in twips)

    def _changed(self, name: str, least: list[float], origin: Origin | None) -> Problem | None:
        """Return a warning about the first column that the ``given`` shares would leave too narrow for its words."""
        for column, (share, room) in enumerate(zip(self.given, least, strict=False), 1):
            if share * self.page < room - _TOLERANCE:
                given, needed = f"{share * 100:.3g}%", f"{ceil(room / self.page * 100)}%"
                fact = f"column {column} of {name} has {given} of the width, but its longest word needs {needed}"
                hint = "the column was made wider: give it more of the width, or shorter words"
                return Problem(Code.WIDTHS_CHANGED, fact, hint, origin, Severity.WARNING)
        return None


def _too_wide(name: str, origin: Origin | None) -> Problem:
    fact = f"{name} is too wide for the page: its longest words are split"
    return Problem(Code.TABLE_TOO_WIDE, fact, _FEWER, origin, Severity.WARNING)


def _impossible(name: str, origin: Origin | None, *, of_figures: bool) -> Problem:
    if of_figures:
        fact = f"{name} is too wide for the page: its figures would be split"
        return Problem(Code.FIGURES_TOO_WIDE, fact, _FEWER, origin)
    fact = f"{name} is too wide for its place: a line of its columns would have one or two letters"
    return Problem(Code.COLUMNS_TOO_NARROW, fact, _FEWER, origin)


def _figure_columns(table: Table) -> Iterator[range]:
    """Yield the columns of figures that are next to each other."""
    start = 0
    for align, group in groupby(table.aligns):
        end = start + len(list(group))
        if align is Align.RIGHT:
            yield range(start, end)
        start = end


def _parts(word: Words) -> list[Words]:
    return word.each(breaks.parts(word.text))


def _spread(least: list[float], wanted: list[float], page: float) -> list[float]:
    """Return the room of each column: the ``least``, and a part of what more is ``wanted``."""
    more = [max(one - narrow, 0) for narrow, one in zip(least, wanted, strict=True)]
    share = min((page - sum(least)) / sum(more), 1) if sum(more) else 0
    return [narrow + share * one for narrow, one in zip(least, more, strict=True)]


def _larger(rooms: list[float], others: list[float]) -> list[float]:
    """Return the larger room of each column."""
    return [max(pair) for pair in zip(rooms, others, strict=True)]


def _levelled(least: list[float], total: float) -> list[float]:
    """Return rooms that add up to ``total``: equal ones, but each has the ``least`` that it needs."""
    level, wide = total / len(least), set[int]()
    while over := {place for place, room in enumerate(least) if room > level and place not in wide}:
        wide |= over
        kept = sum(least[place] for place in wide)
        level = (total - kept) / max(len(least) - len(wide), 1)
    return [room if place in wide else level for place, room in enumerate(least)]
