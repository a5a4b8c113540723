"""What a reader of a document hears, in order: written from the block tree alone, to be compared with the tags."""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Document, Inlines
from csp_docs.blocks.walk import ZERO_WIDTH_SPACE
from csp_docs.drawing import draw_chart
from csp_docs.drawing.graph import Label
from csp_docs.theme.theme import Theme

BULLETS = "•○▪"


def spoken(document: Document) -> list[str]:
    """Return the words of the document, one for each element of text."""
    return [" ".join(text.split()) for text in _all(document.blocks, 0) if text.split()]


def _all(blocks: Blocks, depth: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, depth)


def _block(block: Block, depth: int) -> Iterator[str]:  # noqa: C901 (a case for each)
    if isinstance(block, b.Paragraph):
        yield from _text(block.inlines, block.number)
    elif isinstance(block, b.Lines):
        for line in block.lines:
            yield from _text(line)
    elif isinstance(block, b.Masthead):
        for line in (*block.lines, block.title):
            yield from _text(line)
    elif isinstance(block, b.List):
        yield from _list(block, depth)
    elif isinstance(block, b.Section):
        yield from _text(block.title, block.number)
        yield from _all(block.blocks, depth)
    elif isinstance(block, b.Appendix):
        yield from _text((b.Text(block.prefix + block.label + block.suffix), *block.title))
        yield from _all(block.blocks, depth)
    elif isinstance(block, b.Callout):
        yield from _text(block.title)
        yield from _all(block.blocks, depth)
    elif isinstance(block, b.Facts):
        yield from _facts(block, depth)
    elif isinstance(block, b.Cover):
        for cover_line in block.lines:
            yield from _text(cover_line.inlines)
    elif isinstance(block, b.BlankPage):
        yield from _text(block.inlines)
    elif isinstance(block, b.Contents):
        yield from _text(block.title)
        for entry in block.entries:
            yield from _text((*entry.title, b.Text(f" {entry.page}")), entry.number)
    elif isinstance(block, b.Landscape):
        yield from _all(block.blocks, depth)
    elif isinstance(block, b.Embedded):
        yield from _all(block.document.blocks, depth)
    elif isinstance(block, b.Quote):
        yield from _all(block.blocks, depth)
        yield from _text((b.Text("– "), *block.title) if block.title else ())
    elif isinstance(block, b.Grid):
        for cell in block.cells:
            yield from _text(cell.title)
            yield from _all(cell.blocks, depth)
    elif isinstance(block, b.Signature):
        for line in (block.name, *block.lines):
            yield from _text(line)
    elif isinstance(block, b.Figure):
        yield from _figure(block)
    elif isinstance(block, b.Table):
        yield from _table(block, depth)


def _list(block: b.List, depth: int) -> Iterator[str]:
    for position, item in enumerate(block.items):
        yield block.marker.format(block.start + position) if block.marker else BULLETS[min(depth, 2)]
        yield from _all(item, depth + 1)


def _facts(block: b.Facts, depth: int) -> Iterator[str]:
    for row in block.rows:
        if isinstance(row, b.FactHeading):
            yield from _text(row.title)
        else:
            for fact in row.facts:
                yield from _text(fact.label)
                yield from _all(fact.blocks, depth)


def _table(table: b.Table, depth: int) -> Iterator[str]:
    if table.caption:
        yield from _text(table.caption.inlines, f"{table.caption.word} {table.caption.number}:")
    for row in table.head:
        for cell in row:
            yield from _text(cell.inlines)
    for group in table.groups:
        yield from _text(group.title)
        for cells in group.rows:
            for blocks in (cells.blocks,) if isinstance(cells, b.Across) else cells:
                yield from _all(blocks, depth)
    for blocks in (cell for cells in table.totals for cell in cells):
        yield from _all(blocks, depth)
    for inlines in (*table.notes, table.source):
        yield from _text(inlines)


def _figure(figure: b.Figure) -> Iterator[str]:
    if figure.caption:
        yield from _text(figure.caption.inlines, f"{figure.caption.word} {figure.caption.number}:")
    if isinstance(figure.content, b.Diagram):
        yield " ".join(_drawn(figure.content.items))
    elif isinstance(figure.content, b.Chart):
        marks = draw_chart(figure.content, figure.size[0], Theme()).marks
        yield " ".join(line for mark in marks if isinstance(mark, Label) for line in mark.lines)
    elif isinstance(figure.content, b.Frame):
        yield figure.content.pending.text
    yield from _text(figure.source)


def _drawn(items: tuple[b.DiagramItem, ...]) -> Iterator[str]:
    for item in items:
        yield item.text
        yield from _drawn(item.items)


def _text(inlines: Inlines, number: str = "") -> Iterator[str]:
    """The words of a block, then those of its notes."""
    notes: list[b.Note] = []
    yield f"{number} {_words(inlines, notes)}"
    for note in notes:
        yield str(note.number)
        yield _words(note.inlines, notes)


def _words(inlines: Inlines, notes: list[b.Note]) -> str:
    words = ""
    for inline in inlines:
        if isinstance(inline, b.Text | b.Reference | b.Pending):
            words += inline.text.replace(ZERO_WIDTH_SPACE, "")
        elif isinstance(inline, b.Rating):
            words += inline.printed
        elif isinstance(inline, b.LineBreak):
            words += " "
        elif isinstance(inline, b.Note):
            words += str(inline.number)
            notes += [] if inline.repeated else [inline]
        else:
            words += _words(inline.inlines, notes)
    return words
