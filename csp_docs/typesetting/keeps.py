"""Rules for what is kept together on a page, decided once for all writers.

Word has three ways to keep things on a page: a paragraph or row is kept with the next one, its lines are kept together,
and a row may not be split (ECMA-376 part 1, 17.3.1.15, 17.3.1.14, 17.4.6). The rules here do not need any others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, dropwhile
from typing import Any, TypeVar

from attrs import evolve

from csp_docs.blocks import (
    Across,
    Appendix,
    BlankPage,
    Block,
    Blocks,
    Callout,
    Document,
    Embedded,
    FactHeading,
    Facts,
    Figure,
    Grid,
    Landscape,
    Lines,
    List,
    Note,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    RowGroup,
    RowKeep,
    Section,
    Signature,
    Strong,
    Table,
    walk,
)
from csp_docs.records import record
from csp_docs.theme.theme import Page, Theme
from csp_docs.typesetting.heights import (
    TYPICAL_LEVEL,
    callout_height,
    head_height,
    quote_height,
    row_heights,
    section_height,
)

B = TypeVar("B", bound=Block)
S = TypeVar("S", Section, Appendix)
OWN_PAGES = Landscape, Part, Embedded, BlankPage, PageBreak
"""Blocks that end a page or have pages of their own."""

TEXT = Paragraph, List, Lines, Quote, Callout
"""Blocks that may be above a table or a figure that goes to the top of the next page."""


def leads(block: Block, following: Block | None, theme: Theme) -> bool:
    """Return whether ``block`` introduces the next one on pages of ``theme``, so that its last line is kept with it.

    Bold words alone are a name for the words below them. Words that end in a colon introduce a table or a figure, but
    they do not go to the next page with a tall figure: they would leave most of a page empty.
    """
    match following:
        case None:
            return False
        case List() | Signature():
            return isinstance(block, Paragraph | Lines)
        case Paragraph() | Lines() | Quote() | Callout():
            return _is_name(block) and not _is_name(following)
        case Table():
            return _introduces(block)
        case Figure():
            return _introduces(block) and following.size[1] <= theme.tall
    return False


def _introduces(block: Block | None) -> bool:
    """Return whether ``block`` can only be read above a table or a figure that is below it."""
    return isinstance(block, Paragraph) and (walk.words(block.inlines).rstrip().endswith(":") or _is_name(block))


def _is_name(block: Block) -> bool:
    """Return whether ``block`` is a paragraph in bold, such as the name of an option above what is said of it."""
    words = [inline for inline in block.inlines if not isinstance(inline, Note)] if isinstance(block, Paragraph) else []
    return bool(words) and all(isinstance(inline, Strong) for inline in words)


def floats(blocks: Sequence[Block], place: int) -> bool:
    """Return whether the block at ``place`` is a table or a figure that may go to the next page without its text.

    It may not if the text before it is its name or leads to it with a colon, if nothing can refer to it, because it has
    no caption, or if it has a footnote: the marks of footnotes are in the order of their numbers.
    """
    block, before = blocks[place], blocks[place - 1] if place else None
    if not isinstance(block, Table | Figure) or not block.caption or _introduces(before):
        return False
    return not any(isinstance(inline, Note) for inline in walk.every_inline((block,)))


def drawn_up(blocks: Sequence[Block], place: int) -> Iterator[int]:
    """Yield the places after ``place`` up to which all text may be above the tables and figures from ``place`` on.

    These stay in their order, and text that leads to what follows it stays with that.
    """
    for at in range(place, len(blocks)):
        if isinstance(blocks[at], TEXT):
            if not _introduces(blocks[at]):
                yield at
        elif not floats(blocks, at):
            return


def kept_items(count: int) -> frozenset[int]:
    """Return which of ``count`` items of a list are kept with the next one: a page break leaves two on either side."""
    return frozenset(place for place in (0, count - 2) if 0 <= place < count - 1)


def item_spaces(item: Blocks, theme: Theme) -> tuple[float | None, ...]:
    """Return the space below each block of an ``item`` of a list with several paragraphs; nothing for other items.

    So they look like one item. None is for blocks that have their own space below them.
    """
    if sum(isinstance(block, Paragraph | Lines) for block in item) < 2:
        return ()
    spaces = [*[theme.item_spaces[0]] * (len(item) - 1), theme.item_spaces[1]]
    text = [isinstance(block, Paragraph | Lines | List) for block in item]
    return tuple(space if one else None for space, one in zip(spaces, text, strict=True))


def are_plain(blocks: Blocks) -> bool:
    """Return whether ``blocks``, the content of a box, are paragraphs with the indents of text alone.

    Word joins the borders of such paragraphs. Of others it makes several boxes: a box of them is a table of one cell.
    """
    return all(
        are_plain(block.blocks) if isinstance(block, Quote) and block.boxed
        else isinstance(block, Lines) or (isinstance(block, Paragraph) and not block.number)
        for block in blocks
    )  # fmt: skip


def with_keeps(document: Document, theme: Theme) -> Document:
    """Return ``document`` (with its sizes and widths) with what is kept together in tables, grids and boxes."""
    return walk.changed(document, blocks=_Keeper(theme).blocks(document.blocks))


@record
class _Keeper:
    """Sets what is kept together in blocks on the paper of ``theme``: all of them if one page holds the ``whole``."""

    theme: Theme
    whole: bool = False

    def blocks(self, blocks: Blocks) -> Blocks:
        """Return ``blocks``; a break that begins a section is before its heading, which would be alone on a page."""
        kept = walk.mapped(self.block, blocks)
        return tuple(chain(*map(_break_before, kept))) if any(map(_begins_page, kept)) else kept

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return block
            case Landscape():
                return self._below(block, self.theme.page.turned())
            case Grid():
                page = self.theme.page.column(self.theme.grid_gutter, block.columns)
                return self._below(block, page, keeps=self._grid(block))
            case Table():
                return self._table(self._below(block))
            case Facts():
                return self._facts(self._below(block))
            case Callout():
                return self._below(block, whole=callout_height(block, self.theme) <= self.theme.tallest_figure)
            case Quote() if not are_plain(block.blocks):  # programs divide its cell where they do not divide text
                return self._below(block, whole=quote_height(block, self.theme) <= self.theme.tallest_figure)
            case Section() | Appendix() if block.together:
                return evolve(self, whole=True)._below(block) if self._fits(block) else self._parted(block)
            case Appendix():
                return _without_break(self._below(block))  # it begins a page of its own
        return self._below(block)

    def _parted(self, block: Section | Appendix) -> Block:
        """Return a block that is too tall to be kept together: as much of its beginning as fits is, if that is a part.

        So a page does not end below the first few lines of a report.
        """
        blocks = block.blocks
        for end in range(len(blocks) - 1, 1, -1) if isinstance(block, Section) else ():
            if self._fits(evolve(block, blocks=blocks[:end])):
                blocks = (Section((), blocks[:end], together=True), *blocks[end:])
                break
        return self.block(evolve(block, together=False, blocks=blocks))

    def _fits(self, block: Section | Appendix) -> bool:
        """Return whether ``block`` is short enough to be kept on one page, with no pages of its own inside."""
        theme, look, most = self.theme, self.theme.heading(TYPICAL_LEVEL), self.theme.tall
        if isinstance(block, Appendix):
            look, most = theme.appendix(1, together=True), theme.short
        height = section_height(walk.words(block.title), look, block.blocks, theme)
        return height <= most and not any(isinstance(below, OWN_PAGES) for below in walk.every_block(block.blocks))

    def _below(self, block: B, page: Page | None = None, **changes: Any) -> B:
        inside = evolve(self, theme=evolve(self.theme, page=page)) if page else self
        return walk.rebuilt(block, inside.blocks, **changes)

    def _table(self, table: Table) -> Table:
        """Return ``table`` with the rules for its rows at the end of a page.

        A small table is kept on one page. No row is alone below the header, below the title of its group, at the end of
        a group with a title, or before a total, and no text across the table is without the row above it. The last row
        is kept with the notes and the source. Header rows are repeated unless they are tall, and only tall rows are
        split: Word does not split a row that is kept with the next.
        """
        theme, heights = self.theme, row_heights(table, self.theme)
        kept = set(range(len(heights) - 1) if self._small(heights) else _kept_rows(table))
        if any((*table.notes, table.source)):
            kept.add(len(heights) - 1)
        return evolve(table, keeps=self._keeps(kept, heights), head_repeats=head_height(table, theme) <= theme.tall)

    def _facts(self, facts: Facts) -> Facts:
        """Return ``facts`` with its rules, which are those of a table: a heading is kept with the next row.

        No row is alone on a page.
        """
        heights = row_heights(facts, self.theme)
        last = len(heights) - 1
        kept = set(range(last)) if self._small(heights) else {0, last - 1}
        kept |= {place for place, row in enumerate(facts.rows) if isinstance(row, FactHeading) or row.with_next}
        return evolve(facts, keeps=self._keeps(kept, heights))

    def _small(self, heights: list[float]) -> bool:
        """Return whether rows with these ``heights`` are all kept on one page."""
        return self.whole or (len(heights) <= self.theme.whole_table and sum(heights) <= self.theme.tall)

    def _keeps(self, kept: Collection[int], heights: list[float]) -> tuple[RowKeep, ...]:
        """Return the rules for rows, of which those at the places in ``kept`` stay with the next unless they split."""
        tall = map(self._breaks, heights)
        return tuple(RowKeep(place in kept and not breaks, breaks) for place, breaks in enumerate(tall))

    def _grid(self, grid: Grid) -> tuple[RowKeep, ...]:
        """Return the rules for the rows of a grid: only tall rows are split."""
        heights = row_heights(grid, self.theme)
        return self._keeps(range(len(heights) - 1) if self.whole else (), heights)

    def _breaks(self, height: float) -> bool:
        return not self.whole and height > self.theme.tall


def _begins_page(block: Block) -> bool:
    """Return whether ``block`` is a section with a heading that begins with a page break."""
    return isinstance(block, Section) and bool(block.title) and isinstance(next(iter(block.blocks), None), PageBreak)


def _break_before(block: Block) -> Blocks:
    """Return a section that begins with a page break as the break and the section; other blocks alone."""
    if isinstance(block, Section) and _begins_page(block):
        return block.blocks[0], _without_break(block)
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
        yield from (start + place for place in _above_texts(group))
        start = end
    if start > 1:
        yield 0
    for _ in table.totals if start else ():
        yield start - 1
        start += 1


def _above_texts(group: RowGroup) -> Iterator[int]:
    """Yield the rows of a group, from its title on, that are above a text across the table, which belongs to them."""
    rows = [*([None] if group.title else []), *group.rows]
    return (place - 1 for place, row in enumerate(rows) if isinstance(row, Across) and place)
