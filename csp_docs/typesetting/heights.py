"""Approximate heights of blocks, calculated from word widths, for rules about pages that all writers apply.

Only the space above the rows of grids is exact: both writers print it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from csp_docs.blocks import (
    Across,
    Block,
    Blocks,
    Callout,
    Contents,
    ContentsEntry,
    FactHeading,
    FactRow,
    Facts,
    Figure,
    Grid,
    GridCell,
    HeaderCell,
    Inlines,
    LineBreak,
    List,
    Paragraph,
    Quote,
    Section,
    Signature,
    Table,
    walk,
)
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import TextStyle, Theme
from csp_docs.typesetting.cells import Cell, figure_gaps
from csp_docs.typesetting.labels import fact_rooms

_Cell = tuple[Blocks, float, float]
"""The content of a cell, its share of the text's width, and the space at its right besides that of all cells."""
TYPICAL_LEVEL = 2
"""The level of heading that stands for all: their heights differ by less than a line."""


def blocks_height(blocks: Blocks, room: float, look: TextStyle, theme: Theme) -> float:
    """Return the approximate height of ``blocks`` in a column of ``room`` points, without the space below the last one.

    Text has the style ``look``. A list is narrower by its indent, a figure has the height that ``resolve`` gave it, and
    blocks that are not listed here are as high as their words.
    """
    return max(sum(_height(block, room, look, theme) + look.after for block in blocks) - look.after, look.leading)


def text_height(texts: Iterable[str], room: float, look: TextStyle) -> float:
    """Return the height of the paragraphs ``texts`` in a column of ``room`` points, without space between them."""
    return sum(line_count(text, room / look.size, bold=look.bold) for text in texts) * look.leading


def line_count(text: str, room: float, *, bold: bool) -> int:
    """Return the number of lines of ``text`` in ``room`` at size 1; a word that is wider is split."""
    lines, used, space = 1, 0.0, width(" ", bold=bold)
    for word in text.split(" "):
        wide = width(word, bold=bold)
        if used and used + space + wide > room:
            lines, used = lines + 1, 0.0
        elif used:
            used += space
        used += wide
        more, used = divmod(used, room)
        lines += int(more)
    return lines


def cell_line_count(cell: Cell, inner: float, size: float) -> int:
    """Return the number of lines of a cell with words of this ``size`` in a room of ``inner`` points."""
    return sum(line_count(line.text, (inner - line.inset) / size, bold=line.bold) for line in cell.lines)


def row_heights(block: Table | Facts | Grid, theme: Theme) -> list[float]:
    """Return the approximate heights of the rows of the body of ``block``, which has its widths, in points."""
    match block:
        case Table():
            cells = theme.for_table(len(block.widths), small=block.small)
            return [_row(row, cells) for row in _body(block, figure_gaps(block, cells))]
        case Facts():
            return [_row(_fact_row(row, block), theme) for row in block.rows]
        case Grid():
            room = theme.page.column(theme.grid_gutter, block.columns).text_width
            return [max(titled_height(cell.title, cell.blocks, room, theme) for cell in row) for row in block.rows]


def spaces_above(grid: Grid, level: int, theme: Theme) -> list[float]:
    """Return the space above each row of ``grid``: that above its headings, which are of ``level``, if any is larger.

    So a heading in a grid is as far below the text above it as any other of its level.
    """
    return [
        max(theme.grid_gutter if place else theme.apart, *(_above(cell, level, theme) for cell in row))
        for place, row in enumerate(grid.rows)
    ]


def _above(cell: GridCell, level: int, theme: Theme) -> float:
    """Return the space that the heading at the top of a cell has above it; 0 if there is none."""
    first = None if cell.title else next(iter(cell.blocks), None)
    return theme.heading(level).before if isinstance(first, Section) and first.title else 0.0


def head_height(table: Table, theme: Theme) -> float:
    """Return the approximate height of the header rows of ``table``, in points."""
    cells = theme.for_table(len(table.widths), small=table.small)
    gaps = figure_gaps(table, cells)
    return sum(_row(_header_cells(row, table.widths, gaps), cells) for row in table.head)


def callout_height(callout: Callout, theme: Theme) -> float:
    """Return the approximate height of the words of ``callout``, in points."""
    room = theme.page.text_width - theme.callout_bar - 2 * theme.callout_padding - theme.rule
    return titled_height(callout.title, callout.blocks, room, theme)


def quote_height(quote: Quote, theme: Theme) -> float:
    """Return the approximate height of ``quote``, in points."""
    return titled_height(quote.title, quote.blocks, theme.page.text_width - theme.quote_indent, theme)


def titled_height(title: Inlines, blocks: Blocks, room: float, theme: Theme) -> float:
    """Return the approximate height of ``blocks`` below a ``title`` that looks like text, in points."""
    return blocks_height((Paragraph(title), *blocks) if title else blocks, room, theme.body, theme)


def section_height(title: str, heading: TextStyle, blocks: Blocks, theme: Theme) -> float:
    """Return the approximate height of ``blocks`` below a heading, with the space above it, in points."""
    room = theme.page.text_width
    head = heading.before + text_height((title,), room, heading) + heading.after
    return head + blocks_height(blocks, room, theme.body, theme)


def _height(block: Block, room: float, look: TextStyle, theme: Theme) -> float:
    match block:
        case List():
            inside = room - theme.list_indent
            return sum(blocks_height(item, inside, look, theme) + look.after for item in block.items) - look.after
        case Figure():
            texts = walk.texts((block,))
            return block.size[1] * min(1.0, room / block.size[0]) + text_height(texts, room, theme.caption)
        case Paragraph():
            return text_height(_lines(block.inlines), room, look)
        case Section():
            return section_height(walk.words(block.title), theme.heading(TYPICAL_LEVEL), block.blocks, theme)
        case Table():
            around = text_height(walk.texts((_without_rows(block),)), room, theme.caption)
            return around + head_height(block, theme) + sum(row_heights(block, theme))
        case Facts() | Grid():
            return sum(row_heights(block, theme))
        case Contents():
            heading = theme.heading(1 + block.below)
            entries = sum(_entry_height(entry, room, theme) for entry in block.entries)
            return section_height(walk.words(block.title), heading, (), theme) + entries
        case Signature():
            pictures = [figure.size[1] + theme.cell.after for figure in (block.portrait, block.signature) if figure]
            return sum(pictures) + (1 + len(block.lines)) * look.leading
        case _:
            texts = walk.texts((block,))
            return text_height(texts, room, look) + look.after * (len(texts) - 1)


def _entry_height(entry: ContentsEntry, room: float, theme: Theme) -> float:
    look = theme.contents_caption if entry.series else theme.contents_entry(entry.level)
    indent = theme.contents_indent * entry.level  # about that of the number, and of the page at the right
    return max(look.before, look.after) + text_height((walk.words(entry.title),), room - 2 * indent, look)


def _lines(inlines: Inlines) -> Iterator[str]:
    """Yield the words before, between and after the line breaks of a paragraph."""
    for is_break, line in groupby(inlines, key=lambda inline: isinstance(inline, LineBreak)):
        if not is_break:
            yield walk.words(tuple(line))


def _without_rows(table: Table) -> Table:
    return walk.changed(table, head=(), groups=(), totals=())


def _row(cells: Iterable[_Cell], theme: Theme) -> float:
    sides, ends = theme.cell_sides, theme.cell_padding[1]
    rooms = ((blocks, share * theme.page.text_width - sides - gap) for blocks, share, gap in cells)
    inner = (blocks_height(blocks, room, theme.cell, theme) for blocks, room in rooms)
    return max(inner, default=theme.cell.leading) + 2 * ends + theme.rule


def _body(table: Table, gaps: tuple[float, ...]) -> Iterator[list[_Cell]]:
    """Yield the cells of each row of the body, as a writer prints them one below the other."""
    for group in table.groups:
        if group.title:
            yield [((Paragraph(group.title),), 1.0, 0.0)]
        for row in group.rows:
            if isinstance(row, Across):
                yield [(row.blocks, 1.0, 0.0)]
            else:
                yield list(zip(row, table.widths, gaps, strict=True))
    for row in table.totals:
        yield list(zip(row, table.widths, gaps, strict=True))


def _header_cells(row: tuple[HeaderCell, ...], widths: tuple[float, ...], gaps: tuple[float, ...]) -> Iterator[_Cell]:
    column = 0
    for cell in row:
        end = column + cell.span
        yield (Paragraph(cell.inlines),), sum(widths[column:end]), gaps[end - 1]
        column = end


def _fact_row(row: FactRow | FactHeading, facts: Facts) -> Iterator[_Cell]:
    """Yield labels and values with their shares of the width; a heading has all of it."""
    if isinstance(row, FactHeading):
        yield (Paragraph(row.title),), 1.0, 0.0
        return
    for fact, (label, value) in zip(row.facts, fact_rooms(row, facts.widths), strict=True):
        if fact.label:
            yield (Paragraph(fact.label),), label, 0.0
        yield fact.blocks, value, 0.0
