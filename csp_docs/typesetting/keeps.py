"""Rules for what is kept together on a page, decided once for all writers.

Word has three ways to keep things on a page: a paragraph or row is kept with the next one, its lines are kept together,
and a row may not be split (ECMA-376 part 1, 17.3.1.15, 17.3.1.14, 17.4.6). The rules here do not need any others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, dropwhile
from typing import TypeVar, cast

from attrs import evolve

from csp_docs.blocks import (
    Appendix,
    Block,
    Blocks,
    Callout,
    Document,
    FactHeading,
    FactRow,
    Facts,
    Grid,
    HeaderCell,
    Inlines,
    Landscape,
    Lines,
    List,
    PageBreak,
    Paragraph,
    RowKeep,
    Section,
    Signature,
    Table,
    walk,
)
from csp_docs.records import record
from csp_docs.theme.theme import Page, Theme
from csp_docs.typesetting.heights import blocks_height
from csp_docs.typesetting.labels import fact_rooms

B = TypeVar("B", bound=Block)
S = TypeVar("S", Section, Appendix)
_Cell = tuple[Blocks, float]
"""The content of a cell, and its share of the text's width."""


def leads(block: Block, following: Block | None) -> bool:
    """Return whether ``block`` introduces the next one, so that its last line is kept with it."""
    return isinstance(block, Paragraph | Lines) and isinstance(following, List | Signature)


def kept_items(count: int) -> frozenset[int]:
    """Return which of ``count`` items of a list are kept with the next one: a page break leaves two on either side."""
    return frozenset(place for place in (0, count - 2) if 0 <= place < count - 1)


def with_keeps(document: Document, theme: Theme) -> Document:
    """Return ``document`` (with its sizes and widths) with what is kept together in tables, grids and callouts."""
    return walk.changed(document, blocks=_Keeper(theme).blocks(document.blocks))


@record
class _Keeper:
    """Sets what is kept together in blocks on the paper of ``theme``."""

    theme: Theme

    def blocks(self, blocks: Blocks) -> Blocks:
        """Return ``blocks``; a break that begins a section is before its heading, which would be alone on a page."""
        kept = walk.mapped(self.block, blocks)
        broken = [_break_before(block) for block in kept]
        return tuple(chain(*broken)) if any(len(parts) > 1 for parts in broken) else kept

    def block(self, block: Block) -> Block:
        match block:
            case Landscape():
                return self._below(block, self.theme.page.turned())
            case Grid():
                column = self.theme.page.column(self.theme.grid_gutter)
                return evolve(self._below(block, column), keeps=self._grid(block, column.text_width))
            case Table():
                return self._table(self._below(block))
            case Facts():
                return self._facts(self._below(block))
            case Callout():
                return evolve(self._below(block), whole=self._is_whole(block))
            case Appendix():
                return _without_break(self._below(block))  # it begins a page of its own
        return self._below(block)

    def _below(self, block: B, page: Page | None = None) -> B:
        inside = _Keeper(evolve(self.theme, page=page)) if page else self
        return cast(B, walk.rebuilt(block, inside.blocks, lambda inlines: inlines))

    def _table(self, table: Table) -> Table:
        """Return ``table`` with the rules for its rows at the end of a page.

        A small table is kept on one page. No row is alone below the header, below the title of its group, at the end of
        a group with a title, or before the total. The last row is kept with the notes and the source. Header rows are
        repeated unless they are tall, and only tall rows are split: Word does not split a row that is kept with the
        next.
        """
        theme, heights = self.theme, [self._row(cells) for cells in _body(table)]
        whole = len(heights) <= theme.whole_table and sum(heights) <= theme.tall
        kept = set(range(len(heights) - 1)) if whole else set(_kept_rows(table))
        if any((*table.notes, table.source)):
            kept.add(len(heights) - 1)
        tall = [height > theme.tall for height in heights]
        keeps = tuple(RowKeep(place in kept and not breaks, breaks) for place, breaks in enumerate(tall))
        head = sum(self._row(_header_cells(row, table.widths)) for row in table.head)
        return evolve(table, keeps=keeps, head_repeats=head <= theme.tall)

    def _facts(self, facts: Facts) -> Facts:
        """Return ``facts`` with its rules: a heading row is kept with the next row, and only tall rows are split."""
        keeps = (
            RowKeep(keep=True)
            if isinstance(row, FactHeading)
            else self._breaks(self._row(_fact_cells(row, facts.widths)))
            for row in facts.rows
        )
        return evolve(facts, keeps=tuple(keeps))

    def _grid(self, grid: Grid, room: float) -> tuple[RowKeep, ...]:
        """Return the rules for the rows of a grid with columns ``room`` points wide: only tall rows are split."""
        look, theme = self.theme.body, self.theme
        heights = (
            max(blocks_height(_titled(cell.title, cell.blocks), room, look, theme) for cell in row) for row in grid.rows
        )
        return tuple(map(self._breaks, heights))

    def _breaks(self, height: float) -> RowKeep:
        return RowKeep(breaks=height > self.theme.tall)

    def _is_whole(self, callout: Callout) -> bool:
        """Return whether a callout is kept on one page: it is, unless it is taller than a figure may be."""
        theme = self.theme
        room = theme.page.text_width - theme.callout_bar - 2 * theme.callout_padding
        height = blocks_height(_titled(callout.title, callout.blocks), room, theme.body, theme)
        return height <= theme.tallest_figure

    def _row(self, cells: Iterable[_Cell]) -> float:
        """Return the approximate height of a row, in points."""
        theme, (sides, ends) = self.theme, self.theme.cell_padding
        rooms = ((blocks, share * theme.page.text_width - 2 * sides) for blocks, share in cells)
        inner = (blocks_height(blocks, room, theme.cell, theme) for blocks, room in rooms)
        return max(inner, default=theme.cell.leading) + 2 * ends + theme.rule


def _break_before(block: Block) -> Blocks:
    """Return a section that begins with a page break as the break and the section; other blocks alone."""
    if isinstance(block, Section) and block.title:
        section = _without_break(block)
        return (block.blocks[0], section) if section is not block else (block,)
    return (block,)


def _without_break(block: S) -> S:
    """Return a section or an appendix without the page breaks that it begins with."""
    rest = tuple(dropwhile(lambda below: isinstance(below, PageBreak), block.blocks))
    return evolve(block, blocks=rest) if len(rest) < len(block.blocks) else block


def _kept_rows(table: Table) -> Iterator[int]:
    """Yield the rows that are kept with the next one in a table that is not small."""
    start = 0
    for group in table.groups:
        end = start + len(group.rows) + bool(group.title)
        if group.title:
            yield start
            if len(group.rows) > 1:
                yield end - 2
        start = end
    if start > 1:
        yield 0
    if table.total and start:
        yield start - 1


def _body(table: Table) -> Iterator[list[_Cell]]:
    """Yield the cells of each row of the body, as a writer prints them one below the other."""
    for group in table.groups:
        if group.title:
            yield [((Paragraph(group.title),), 1.0)]
        for row in group.rows:
            yield list(zip(row, table.widths, strict=True))
    if table.total:
        yield list(zip(table.total, table.widths, strict=True))


def _header_cells(row: tuple[HeaderCell, ...], widths: tuple[float, ...]) -> Iterator[_Cell]:
    column = 0
    for cell in row:
        yield (Paragraph(cell.inlines),), sum(widths[column : column + cell.span])
        column += cell.span


def _fact_cells(row: FactRow, widths: tuple[float, ...]) -> Iterator[_Cell]:
    """Yield labels and values with their shares of the width."""
    for fact, (label, value) in zip(row.facts, fact_rooms(row, widths), strict=True):
        if fact.label:
            yield (Paragraph(fact.label),), label
        yield fact.blocks, value


def _titled(title: Inlines, blocks: Blocks) -> Blocks:
    return (Paragraph(title), *blocks) if title else blocks
