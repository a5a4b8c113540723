"""The widths of all columns, and the places where words that are wider than their line are divided, for all writers.

A word that fits is left as it is, so that it can be searched and edited in Word and copied from both files. A word that
does not fit gets a zero-width space at each place where it may be divided: the PDF paints none of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise
from typing import TypeVar

from attrs import evolve, field

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Document, Inline, Inlines, walk
from csp_docs.errors import Code, Problem
from csp_docs.records import record
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import Page, Theme
from csp_docs.typesetting import breaks
from csp_docs.typesetting.cells import figure_gaps
from csp_docs.typesetting.columns import Widths, column_widths, fact_widths
from csp_docs.typesetting.labels import fact_rooms, label_room, labels, text_column

B = TypeVar("B", bound=Block)
_WIDEST = 1.015
"""No character is wider than this at size 1."""
_TOO_WIDE = (Code.TABLE_TOO_WIDE, Code.FIGURES_TOO_WIDE, Code.COLUMNS_TOO_NARROW)
_NO_SHARE = 1e-6
"""Shares add up to 1 but for less than this."""
_TOLERANCE = 0.01
"""A tolerance in points, because sums of widths differ in their last digits."""


def with_widths(document: Document, theme: Theme) -> tuple[Document, tuple[Problem, ...]]:
    """Return ``document`` (with its references) with the widths of columns, and with places to divide long words.

    The problems are tables that are too wide for the page.
    """
    fitter = _Fitter(theme, _room(document, theme), flows=True, turns=document.wide_tables)
    fitted = walk.changed(document, blocks=fitter.blocks(document.blocks))
    return fitted, tuple(fitter.problems)


def _room(document: Document, theme: Theme) -> float:
    """Return the room of text next to the column of numbers, if the house style numbers paragraphs."""
    return theme.page.text_width - text_column(document.numbering, theme)


@record
class _Line:
    """A line that is ``room`` points wide, and the look of its words; that of its footnotes is in ``theme``."""

    theme: Theme
    room: float
    size: float
    bold: bool = False

    def inlines(self, inlines: Inlines) -> Inlines:
        return walk.mapped(self._inline, inlines)

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case b.Text():
                return walk.changed(inline, text=self.divided(inline.text))
            case b.Note():
                inside = _Line(self.theme, self.theme.page.text_width, self.theme.note.size)
            case b.Strong():
                inside = evolve(self, bold=True)
            case _:
                inside = self
        return walk.inline_rebuilt(inline, inside.inlines)

    def divided(self, text: str) -> str:
        """Return ``text`` with places to divide the words that do not fit; ``text`` itself if all do."""
        longest = self.room / (_WIDEST * self.size)
        if len(text) <= longest or max(map(len, text.split(" "))) <= longest:
            return text
        words = " ".join(map(self._word, text.split(" ")))
        return text if words == text else words

    def _word(self, word: str) -> str:
        if self._fits(word):
            return word
        parts = ([part] if self._fits(part) else breaks.pieces(part) for part in breaks.parts(word))
        return walk.ZERO_WIDTH_SPACE.join(chain(*map(self._fitting, chain(*parts))))

    def _fitting(self, piece: str) -> list[str]:
        """Return ``piece`` in as few parts of about the same length as fit: a writer would leave a letter alone."""
        if self._fits(piece) or breaks.is_figure(piece):
            return [piece]
        for count in range(2, len(piece) // 2 + 1):
            edges = [len(piece) * place // count for place in range(count + 1)]
            parts = [piece[start:end] for start, end in pairwise(edges)]
            if all(map(self._fits, parts)):
                return parts
        return [piece]

    def _fits(self, word: str) -> bool:
        return width(word, bold=self.bold) * self.size <= self.room + _TOLERANCE


@record
class _Fitter:
    """Fits blocks in ``room`` points; ``bold`` says that all their words are.

    A table that is too wide for the page goes to a landscape page if the fitter ``turns`` tables, and could do so if
    the blocks are not inside others: it ``flows`` from page to page.
    """

    theme: Theme
    room: float
    bold: bool = False
    problems: list[Problem] = field(factory=list)
    flows: bool = False
    turns: bool = False
    line: _Line = field(init=False)

    @line.default
    def _as_wide(self) -> _Line:
        return _Line(self.theme, self.room, self.theme.body.size, self.bold)

    def blocks(self, blocks: Blocks) -> Blocks:
        return walk.mapped(self.block, blocks)

    def block(self, block: Block) -> Block:
        theme = self.theme
        match block:
            case b.Paragraph():
                return self._below(block, self.room)
            case b.Table():
                return self._table(block)
            case b.Facts():
                return self._facts(block)
            case b.List():
                return self._below(block, self.room - label_room(labels(block), theme))
            case b.Callout():
                return self._below(block, self.room - theme.callout_bar - 2 * theme.callout_padding - theme.rule)
            case b.Quote():
                return self._below(block, self.room - (0 if block.boxed else theme.quote_indent))
            case b.Grid():
                page = theme.page.narrowed(theme.page.text_width - self.room)
                return self._on(block, page.column(theme.grid_gutter, block.columns))
            case b.Landscape():
                return self._on(block, theme.page.turned())
            case b.Embedded():
                room = _room(block.document, theme)
                inside = evolve(self._in_room(room, self.bold), flows=True, turns=block.document.wide_tables)
                return walk.rebuilt(block, inside.blocks, inside.line.inlines)
        return self._below(block, self.room)

    def inlines(self, inlines: Inlines) -> Inlines:
        return self.line.inlines(inlines)

    def _below(self, block: B, room: float) -> B:
        inside = self if room == self.room else self._in_room(room, self.bold)
        return walk.rebuilt(block, inside.blocks, inside.line.inlines)

    def _in_room(self, room: float, bold: bool) -> _Fitter:
        return _Fitter(self.theme, room, bold, self.problems)

    def _on(self, block: B, page: Page) -> B:
        """Fit the content of a block with pages or columns of its own."""
        return evolve(self, theme=evolve(self.theme, page=page), flows=False, turns=False)._below(
            block, page.text_width
        )

    def _table(self, table: b.Table) -> Block:
        widths, problem = column_widths(table, self.theme)
        if self.turns and problem and problem.code in _TOO_WIDE:
            return self._on(b.Landscape((table,)), self.theme.page.turned())
        if problem:
            self.problems.append(evolve(problem, hint=", or ".join((*self._helps(table, problem), problem.hint))))
        if (left := 1 - sum(widths)) > _NO_SHARE:
            widths, table = (*widths[:-1], widths[-1] + left), evolve(table, spare=left * self.theme.page.text_width)
        inside = self._below(evolve(table, head=(), groups=(), totals=()), self.room)
        return evolve(self, theme=self.theme.for_table(len(widths), small=table.small))._rows(table, inside, widths)

    def _helps(self, table: b.Table, problem: Problem) -> Iterator[str]:
        """Yield what else helps a table that is too wide: a landscape page, and small words if all fit then."""
        if problem.code not in _TOO_WIDE:
            return
        if self.flows:
            if table.turns:
                yield "put it in the block `landscape`"
            yield "turn all wide tables with `turn_wide_tables: yes` in the council's template"
        if table.turns and not table.small and not column_widths(evolve(table, small=True), self.theme)[1]:
            yield "print it with `size: small`, if the template allows that"

    def _rows(self, table: b.Table, inside: b.Table, widths: Widths) -> Block:
        """Return ``inside`` with the rows of ``table`` in columns of these ``widths``."""
        columns = list(zip(widths, figure_gaps(table, self.theme), strict=True))
        cells = [self._cell(*column) for column in columns]
        return evolve(
            inside,
            widths=widths,
            head=tuple(tuple(self._header_cells(row, columns)) for row in table.head),
            groups=tuple(self._group(group, cells) for group in table.groups),
            totals=self._totals(table.totals, columns),
        )

    def _header_cells(
        self, row: tuple[b.HeaderCell, ...], columns: list[tuple[float, float]]
    ) -> Iterator[b.HeaderCell]:
        column = 0
        for cell in row:
            shares, gaps = zip(*columns[column : column + cell.span], strict=True)
            yield walk.changed(cell, inlines=self._cell(sum(shares), gaps[-1], bold=True).inlines(cell.inlines))
            column += cell.span

    def _totals(
        self, totals: tuple[tuple[Blocks, ...], ...], columns: list[tuple[float, float]]
    ) -> tuple[tuple[Blocks, ...], ...]:
        cells = [self._cell(*column, bold=True) for column in columns] if totals else []
        return walk.mapped(lambda row: _row(row, cells), totals)

    def _group(self, group: b.RowGroup, cells: list[_Fitter]) -> b.RowGroup:
        title = self._cell(1, bold=True).inlines(group.title) if group.title else ()
        return walk.changed(group, title=title, rows=walk.mapped(lambda row: self._body_row(row, cells), group.rows))

    def _body_row(self, row: tuple[Blocks, ...] | b.Across, cells: list[_Fitter]) -> tuple[Blocks, ...] | b.Across:
        if isinstance(row, b.Across):
            return walk.changed(row, blocks=self._cell(1).blocks(row.blocks))
        return _row(row, cells)

    def _cell(self, share: float, gap: float = 0, *, bold: bool = False) -> _Fitter:
        """Return the fitter for a cell with this ``share`` of the page, and a ``gap`` at its right."""
        return self._in_room(share * self.theme.page.text_width - self.theme.cell_sides - gap, bold)

    def _facts(self, facts: b.Facts) -> Block:
        widths, problem = fact_widths(facts, self.theme)
        self.problems.extend(filter(None, (problem,)))
        return evolve(facts, widths=widths, rows=tuple(self._fact_row(row, widths) for row in facts.rows))

    def _fact_row(self, row: b.FactRow | b.FactHeading, widths: Widths) -> b.FactRow | b.FactHeading:
        if isinstance(row, b.FactHeading):
            return evolve(row, title=self._cell(1, bold=True).inlines(row.title))
        rooms = fact_rooms(row, widths)
        return evolve(row, facts=tuple(self._fact(fact, *room) for fact, room in zip(row.facts, rooms, strict=True)))

    def _fact(self, fact: b.Fact, label: float, value: float) -> b.Fact:
        labelled = self._cell(label, bold=True).inlines(fact.label)
        return evolve(fact, label=labelled, blocks=self._cell(value).blocks(fact.blocks))


def _row(row: tuple[Blocks, ...], cells: list[_Fitter]) -> tuple[Blocks, ...]:
    """Return the cells of a row, each fitted in its column."""
    columns = iter(cells)
    return walk.mapped(lambda blocks: next(columns).blocks(blocks), row)
