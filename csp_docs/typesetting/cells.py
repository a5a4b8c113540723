"""The words of the cells of tables and cover sheets, and the room that they need, in whole twips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from csp_docs.blocks import (
    Align,
    Block,
    Blocks,
    FactHeading,
    FactRow,
    Facts,
    Figure,
    HeaderCell,
    Inline,
    Inlines,
    LineBreak,
    List,
    Note,
    Paragraph,
    Rating,
    RatingLevel,
    Sparkline,
    Strong,
    Table,
    Text,
    walk,
)
from csp_docs.records import record
from csp_docs.theme.metrics import TWIPS, in_twips, width
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.labels import label_room, labels

_LONE_NUMBER = re.compile(r"(?<=[^\W\d_]) (?=\d{1,2}$)")
_MARK = Text("00")
"""Text as wide as the raised mark of a note with three figures."""
_ENOUGH = 60
"""So many rows of a long table decide how columns share the room."""
_DIGITS = 6
"""Sums of widths differ in further digits."""
_SAFE = 2
"""A line that fits or does not fit by so many twips does so in every program."""
_FAR = 4
"""A column is moved by so many twips at most: words that are not divided have more than that next to them."""
_GOLDEN = (5**0.5 - 1) / 2
"""Multiples of it are spread evenly from 0 to 1."""
_CLOSE = 0.5  # room that a cell has beyond what its words need, because columns are whole twips


def rating_of(cell: Blocks) -> RatingLevel | None:
    """Return the rating that tints a cell, because it is all that the cell says, or its last line; None for others.

    The score of a risk may be before it. So all tables and cover sheets show ratings in one way; between other words,
    only the rating itself has its tint.
    """
    match cell:
        case (Paragraph(inlines=inlines),):
            return _rated(inlines)
    return None


def _rated(inlines: Inlines) -> RatingLevel | None:
    """Return the rating that is all of ``inlines`` but a score, or all of its last line; a total says it in bold."""
    match inlines:
        case (Rating() as rating,) | (*_, LineBreak(), Rating() as rating):
            return rating.level
        case (Text(text=score), Rating() as rating) if score.strip().isdecimal():
            return rating.level
        case (Strong(inlines=inside),) | (*_, LineBreak(), Strong(inlines=inside)):
            return _rated(inside)
    return None


def figure_gaps(table: Table, theme: Theme) -> tuple[float, ...]:
    """Return the space at the right of the words of each column of ``table``, besides that at the sides of cells.

    Without it, figures and the words of the next column look like one, as do words right before the tint of a rating.
    Tints, and the table, have the same space at both sides, so words of all tables begin and end at the same places.
    """
    even, apart = theme.cell_padding[0] - theme.cell_right, theme.figure_gap - theme.cell_right
    rated = [_has_ratings(table, column) for column in range(len(table.aligns))]
    gaps = [
        theme.figure_gap if one is Align.RIGHT is not other else max(own * even, follows * apart)
        for (one, other), (own, follows) in zip(pairwise(table.aligns), pairwise(rated), strict=True)
    ]
    return (*gaps, even + table.spare)


def _has_ratings(table: Table, column: int) -> bool:
    return any(rating_of(row[column]) for group in table.groups for row in group.full_rows)


class Words(NamedTuple):
    """Words of a cell that no space divides, or all its words; ``inset`` is the room that they do not have.

    This is the indent of the list that they are in, and the space after a column of figures.
    """

    text: str
    bold: bool = False
    inset: float = 0

    def room(self, theme: Theme, slack: float = 0) -> float:
        """Return the room, in points, that a cell needs to hold the words on one line; ``slack`` is a share of them."""
        return self.printed(theme, slack) + _CLOSE

    def printed(self, theme: Theme, slack: float = 0) -> float:
        """Return the width, in points, of a cell that is full of the words on one line."""
        words = width(self.text, bold=self.bold) * theme.cell.size * (1 + slack)
        return words + self.inset + theme.cell_sides

    def in_two(self) -> Words:
        """Return the longer of the two lines that the words take at least, if they are as short as they can be.

        A short number at the end is not alone on its line: "Quarter 1".
        """
        words = _LONE_NUMBER.sub("\xa0", self.text).split(" ")
        ways = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
        longer = [max(way, key=lambda line: width(line, bold=self.bold)) for way in ways]
        return self._replace(text=min(longer, key=lambda line: width(line, bold=self.bold), default=self.text))

    def each(self, texts: Iterable[str]) -> list[Words]:
        """Return words with each of ``texts`` that look like these."""
        return [Words(text, self.bold, self.inset) for text in texts]


class Cell(NamedTuple):
    """The words of one cell over ``span`` columns, from ``column`` on; ``name`` marks the name of a column."""

    lines: tuple[Words, ...]
    column: int
    span: int = 1
    name: bool = False

    def unbroken(self) -> Iterator[Words]:
        """Yield the words between spaces."""
        for line in self.lines:
            yield from line.each(line.text.split(" "))

    def possible_lines(self) -> Iterator[Words]:
        """Yield its words on one line; of the name of a column, each line that it may have."""
        for line in self.lines:
            parts = line.text.split(" ") if self.name else [line.text]
            starts = range(len(parts))
            ends = range(1, len(parts) + 1)
            yield from line.each(" ".join(parts[start:end]) for start in starts for end in ends[start:])

    def lengths(self, theme: Theme) -> tuple[float, ...]:
        """Return the length of each of its paragraphs on one line, in points."""
        return tuple(width(line.text, bold=line.bold) * theme.cell.size + line.inset for line in self.lines)

    def all_bold(self) -> Cell:
        """Return the cell with its words in bold."""
        return self._replace(lines=tuple(line._replace(bold=True) for line in self.lines))


@record
class Cells:
    """All cells that decide about the widths of ``columns`` columns; of those that are alike only one.

    ``rows`` are those of the names of columns, of the body and of the totals: of a long table, as many as can decide.
    """

    cells: tuple[Cell, ...]
    columns: int
    rows: tuple[tuple[Cell, ...], ...] = ()

    @classmethod
    def of_table(cls, table: Table, theme: Theme) -> Cells:
        """Return the cells of ``table``: the names of columns and totals are in bold."""
        rows, gaps = [row for group in table.groups for row in group.full_rows], figure_gaps(table, theme)
        names = [tuple(_names(row, gaps)) for row in table.head]
        body = [tuple(_cell(blocks, column, theme, gaps[column]) for column, blocks in enumerate(row)) for row in rows]
        totals = [
            tuple(_cell(blocks, column, theme, gaps[column], bold=True) for column, blocks in enumerate(row))
            for row in table.totals
        ]
        cells = dict.fromkeys(chain(*names, *body, *totals))
        own = [row for row in (*names, *totals) if len(row) == len(gaps)]
        return cls(tuple(cells), len(gaps), (*own, *map(body.__getitem__, _chosen(len(body)))))

    @classmethod
    def of_facts(cls, facts: Facts, theme: Theme) -> Cells:
        """Return the cells of ``facts`` in two columns, or in four if any row holds two facts."""
        columns = 4 if any(isinstance(row, FactRow) and len(row.facts) > 1 for row in facts.rows) else 2
        return cls(tuple(cell for row in facts.rows for cell in _fact_cells(row, columns, theme)), columns)

    def full(self, theme: Theme) -> list[list[float]]:
        """Return, for each column, the widths at which it is full of a cell on one line, or of a line of its name."""
        found = [list[float]() for _ in range(self.columns)]
        for cell in self.cells:
            if cell.span == 1:
                found[cell.column] += (words.printed(theme) for words in cell.possible_lines())
        return found


def whole(rooms: Sequence[float], lines: Sequence[Sequence[float]] = ()) -> list[float]:
    """Return ``rooms`` (points) in whole twips, with the same sum, which is one of whole twips.

    Each column loses less than a twip, and equal columns stay equal; the widest has what they lose. Where a column is
    nearly as wide as one of its ``lines`` with the space at its sides, it gets some twips of the widest, or loses some.

    >>> whole([30.03, 30.03, 90.04])
    [30.0, 30.0, 90.1]
    >>> whole([30.03, 30.03, 90.04], [[], [30.02], []])
    [30.0, 30.15, 89.95]
    """
    wide = [int(round(room * TWIPS, _DIGITS)) for room in rooms]
    widest = max(range(len(wide)), key=wide.__getitem__)
    spare = _FAR
    wide[widest] += in_twips(sum(rooms)) - sum(wide)
    for column, ends in enumerate(lines):
        if column != widest and (more := _away(wide[column], ends, spare)):
            wide[column] += more
            wide[widest] -= more
            spare -= more
    return [room / TWIPS for room in wide]


def _away(wide: int, ends: Sequence[float], spare: int) -> int:
    """Return the twips, ``spare`` or less, by which a column comes away from the ``ends``; 0 if it is not near any."""
    for far in range(_FAR + 1):
        for more in (far, -far):
            if more <= spare and all(abs(end * TWIPS - wide - more) >= _SAFE for end in ends):
                return more
    return 0


def _chosen(count: int) -> Iterable[int]:
    """Return the rows to look at among ``count``: in a long table not one after every few, for months come round."""
    if count <= _ENOUGH:
        return range(count)
    return sorted({int(count * (place * _GOLDEN % 1)) for place in range(_ENOUGH)})


def _names(row: tuple[HeaderCell, ...], gaps: tuple[float, ...]) -> Iterator[Cell]:
    column = 0
    for cell in row:
        words = _words(cell.inlines, bold=True)._replace(inset=gaps[column + cell.span - 1])
        yield Cell((words,), column, cell.span, name=True)
        column += cell.span


def _fact_cells(row: FactRow | FactHeading, columns: int, theme: Theme) -> Iterator[Cell]:
    """Yield labels and values; a fact has two columns, and the last fact has all that are left."""
    if isinstance(row, FactHeading):
        yield Cell((_words(row.title, bold=True),), 0, columns)
        return
    for place, fact in enumerate(row.facts):
        start, end = 2 * place, columns if fact is row.facts[-1] else 2 * place + 2
        if fact.label:
            yield Cell((_words(fact.label, bold=True),), start)
            start += 1
        yield _cell(fact.blocks, start, theme)._replace(span=end - start)


def _cell(blocks: Blocks, column: int, theme: Theme, gap: float = 0, *, bold: bool = False) -> Cell:
    return Cell(tuple(_lines(blocks, theme, bold, gap)), column)


def _lines(blocks: Blocks, theme: Theme, bold: bool, inset: float) -> Iterator[Words]:
    for block in blocks:
        if isinstance(block, List):
            indent = label_room(labels(block), theme)
            for item in block.items:
                yield from _lines(item, theme, bold, inset + indent)
        else:
            yield from (Words(text, bold, inset) for text, bold in _texts(block, bold))


def _texts(block: Block, bold: bool) -> list[tuple[str, bool]]:
    found = [(Sparkline.ROOM, False)] if isinstance(block, Figure) else []

    def on_inlines(inlines: Inlines) -> Inlines:
        found.append(_words(inlines, bold=bold)[:2])
        return inlines

    walk.rebuilt(block, lambda below: below, on_inlines)
    return found


def _words(inlines: Inlines, *, bold: bool) -> Words:
    """Return the words of ``inlines``, all in bold if any of them is, with room for the marks of notes."""
    strong = any(isinstance(inline, Strong) for inline in walk.inlines_in(inlines))
    return Words(walk.words(_with_marks(inlines)), bold or strong)


def _with_marks(inlines: Inlines) -> Inlines:
    return walk.mapped(_with_mark, inlines)  # the marks of notes do not have their numbers yet


def _with_mark(inline: Inline) -> Inline:
    return _MARK if isinstance(inline, Note) else walk.inline_rebuilt(inline, _with_marks)
