"""Walking the block tree: rebuilding a node from its changed parts, and reading its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Document, Inline, Inlines

OnBlocks = Callable[[Blocks], Blocks]
OnInlines = Callable[[Inlines], Inlines]


def rebuilt(block: Block, on_blocks: OnBlocks, on_inlines: OnInlines) -> Block:  # noqa: C901 (a case for each)
    """Return ``block`` with each list of child blocks and of inlines replaced, in reading order."""
    match block:
        case b.Paragraph() | b.BlankPage():
            return evolve(block, inlines=on_inlines(block.inlines))
        case b.Lines() | b.Masthead():
            return evolve(block, lines=tuple(map(on_inlines, block.lines)))
        case b.List():
            return evolve(block, items=tuple(map(on_blocks, block.items)))
        case b.Section() | b.Appendix() | b.Callout():
            return evolve(block, title=on_inlines(block.title), blocks=on_blocks(block.blocks))
        case b.Quote():
            return evolve(block, blocks=on_blocks(block.blocks), title=on_inlines(block.title))
        case b.Grid():
            return evolve(block, cells=tuple(_grid_cell(cell, on_blocks, on_inlines) for cell in block.cells))
        case b.Landscape():
            return evolve(block, blocks=on_blocks(block.blocks))
        case b.Embedded():
            return evolve(block, document=evolve(block.document, blocks=on_blocks(block.document.blocks)))
        case b.Cover():
            return b.Cover(tuple(evolve(line, inlines=on_inlines(line.inlines)) for line in block.lines))
        case b.Contents():
            return evolve(block, title=on_inlines(block.title))
        case b.Signature():
            return _signature(block, on_blocks, on_inlines)
        case b.Figure():
            return _figure(block, on_inlines)
        case b.Facts():
            return evolve(block, rows=tuple(_row(row, on_blocks, on_inlines) for row in block.rows))
        case b.Table():
            return _table(block, on_blocks, on_inlines)
        case b.PageBreak():
            return block
        case _:
            assert_never(block)


def inline_rebuilt(inline: Inline, on_inlines: OnInlines) -> Inline:
    """Return ``inline`` with the inlines inside it replaced."""
    match inline:
        case b.Strong() | b.Emphasis() | b.Link() | b.Note() | b.InLanguage():
            return evolve(inline, inlines=on_inlines(inline.inlines))
        case b.Text() | b.Reference() | b.LineBreak() | b.Pending() | b.Rating():
            return inline
        case _:
            assert_never(inline)


def words(inlines: Inlines) -> str:
    """Return the words of inlines as plain text; footnotes are left out."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: Inline) -> str:
    match inline:
        case b.Text() | b.Reference() | b.Pending():
            return inline.text
        case b.Rating():
            return inline.printed
        case b.Strong() | b.Emphasis() | b.Link() | b.InLanguage():
            return words(inline.inlines)
        case b.LineBreak():
            return " "
        case b.Note():
            return ""
        case _:
            assert_never(inline)


def texts(blocks: Iterable[Block]) -> list[str]:
    """Return the words of blocks and of all below them: a text for each run of inlines, in reading order."""
    found: list[str] = []

    def on_inlines(inlines: Inlines) -> Inlines:
        found.append(words(inlines))
        return inlines

    def on_blocks(below: Blocks) -> Blocks:
        for block in below:
            rebuilt(block, on_blocks, on_inlines)
        return below

    on_blocks(tuple(blocks))
    return found


def every_block(blocks: Iterable[Block], *, embedded: bool = True) -> list[Block]:
    """Return blocks and all below them, in reading order; what a document is embedded in comes before it.

    Without ``embedded``, what stands in embedded documents is left out.
    """
    found: list[Block] = []

    def on_blocks(below: Blocks) -> Blocks:
        for block in below:
            found.append(block)
            if embedded or not isinstance(block, b.Embedded):
                rebuilt(block, on_blocks, lambda inlines: inlines)
        return below

    on_blocks(tuple(blocks))
    return found


def documents(document: Document) -> list[Document]:
    """Return ``document`` and all that are embedded in it, each behind the one around it."""
    return [document, *(block.document for block in every_block(document.blocks) if isinstance(block, b.Embedded))]


def ids(blocks: Iterable[Block]) -> list[str]:
    """Return the ids that references and contents may lead to, in reading order."""
    marked = (b.Section, b.Appendix, b.Table, b.Figure, b.Paragraph)
    return [block.id for block in every_block(blocks) if isinstance(block, marked) and block.id]


def every_inline(blocks: Iterable[Block]) -> list[Inline]:
    """Return the inlines of blocks and of all below them, in reading order."""
    found: list[Inline] = []

    def on_inlines(inlines: Inlines) -> Inlines:
        for inline in inlines:
            found.append(inline)
            inline_rebuilt(inline, on_inlines)
        return inlines

    def on_blocks(below: Blocks) -> Blocks:
        for block in below:
            rebuilt(block, on_blocks, on_inlines)
        return below

    on_blocks(tuple(blocks))
    return found


def _grid_cell(cell: b.GridCell, on_blocks: OnBlocks, on_inlines: OnInlines) -> b.GridCell:
    return b.GridCell(title=on_inlines(cell.title), blocks=on_blocks(cell.blocks))


def _signature(block: b.Signature, on_blocks: OnBlocks, on_inlines: OnInlines) -> b.Signature:
    portrait, signature = _alone(block.portrait, on_blocks), _alone(block.signature, on_blocks)
    name, lines = on_inlines(block.name), tuple(map(on_inlines, block.lines))
    return evolve(block, portrait=portrait, signature=signature, name=name, lines=lines)


def _alone(figure: b.Figure | None, on_blocks: OnBlocks) -> b.Figure | None:
    changed = on_blocks((figure,)) if figure else ()
    return next((block for block in changed if isinstance(block, b.Figure)), None)


def _figure(figure: b.Figure, on_inlines: OnInlines) -> b.Figure:
    content = figure.content
    if isinstance(content, b.Frame):
        on_inlines((content.pending,))
    caption = figure.caption and evolve(figure.caption, inlines=on_inlines(figure.caption.inlines))
    return evolve(figure, caption=caption, source=on_inlines(figure.source))


def _row(row: b.FactRow | b.FactHeading, on_blocks: OnBlocks, on_inlines: OnInlines) -> b.FactRow | b.FactHeading:
    match row:
        case b.FactHeading():
            return evolve(row, title=on_inlines(row.title))
        case b.FactRow():
            return b.FactRow(tuple(b.Fact(on_inlines(fact.label), on_blocks(fact.blocks)) for fact in row.facts))
        case _:
            assert_never(row)


def _table(table: b.Table, on_blocks: OnBlocks, on_inlines: OnInlines) -> b.Table:
    caption = table.caption and evolve(table.caption, inlines=on_inlines(table.caption.inlines))
    head = tuple(tuple(evolve(cell, inlines=on_inlines(cell.inlines)) for cell in row) for row in table.head)
    groups = tuple(
        b.RowGroup(title=on_inlines(group.title), rows=tuple(tuple(map(on_blocks, row)) for row in group.rows))
        for group in table.groups
    )
    total = tuple(map(on_blocks, table.total))
    notes = tuple(map(on_inlines, table.notes))
    return evolve(
        table, caption=caption, head=head, groups=groups, total=total, notes=notes, source=on_inlines(table.source)
    )
