"""Functions that walk the block tree: they rebuild nodes from changed parts, and read their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import is_not
from typing import Any, TypeVar, assert_never, cast

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Document, Inline, Inlines

OnBlocks = Callable[[Blocks], Blocks]
OnInlines = Callable[[Inlines], Inlines]
_T = TypeVar("_T")
ZERO_WIDTH_SPACE = "\u200b"
"""It marks a place where a word may be divided that is wider than its line."""


def mapped(change: Callable[[Any], _T], values: tuple[_T, ...]) -> tuple[_T, ...]:
    """Return each of ``values`` changed; the same tuple if nothing changes, so that its owner stays the same too."""
    new = tuple(map(change, values))
    return new if any(map(is_not, new, values)) else values


def changed(node: _T, **changes: Any) -> _T:
    """Return ``node`` with ``changes``, or the node itself if they change nothing."""
    for name, value in changes.items():
        if getattr(node, name) is not value:
            return cast(_T, evolve(cast(Any, node), **changes))
    return node


def rebuilt(block: Block, on_blocks: OnBlocks, on_inlines: OnInlines) -> Block:  # noqa: C901 (a case for each)
    """Return ``block`` with each list of child blocks and of inlines replaced, in reading order."""
    match block:
        case b.Paragraph() | b.BlankPage():
            return changed(block, inlines=on_inlines(block.inlines))
        case b.Lines() | b.Masthead():
            return changed(block, lines=mapped(on_inlines, block.lines))
        case b.List():
            return changed(block, items=mapped(on_blocks, block.items))
        case b.Section() | b.Appendix() | b.Callout():
            return changed(block, title=on_inlines(block.title), blocks=on_blocks(block.blocks))
        case b.Quote():
            return changed(block, blocks=on_blocks(block.blocks), title=on_inlines(block.title))
        case b.Grid():
            return changed(block, cells=mapped(lambda cell: _grid_cell(cell, on_blocks, on_inlines), block.cells))
        case b.Landscape() | b.Part():
            return changed(block, blocks=on_blocks(block.blocks))
        case b.Embedded():
            return changed(block, document=changed(block.document, blocks=on_blocks(block.document.blocks)))
        case b.Cover():
            return changed(
                block, lines=mapped(lambda line: changed(line, inlines=on_inlines(line.inlines)), block.lines)
            )
        case b.Contents():
            return changed(block, title=on_inlines(block.title))
        case b.Signature():
            return _signature(block, on_blocks, on_inlines)
        case b.Figure():
            return _figure(block, on_inlines)
        case b.Facts():
            return changed(block, rows=mapped(lambda row: _row(row, on_blocks, on_inlines), block.rows))
        case b.Table():
            return _table(block, on_blocks, on_inlines)
        case b.PageBreak():
            return block
        case _:
            assert_never(block)


def inline_rebuilt(inline: Inline, on_inlines: OnInlines) -> Inline:
    """Return ``inline`` with the inlines inside it replaced."""
    match inline:
        case b.Strong() | b.Emphasis() | b.Link() | b.Note() | b.InLanguage() | b.Closed():
            return changed(inline, inlines=on_inlines(inline.inlines))
        case b.Text() | b.Reference() | b.LineBreak() | b.Pending() | b.Rating():
            return inline
        case _:
            assert_never(inline)


def words(inlines: Inlines) -> str:
    """Return the words of inlines as plain text, without footnotes and places where long words may be divided."""
    if len(inlines) == 1 and inlines[0].__class__ is b.Text:
        return _words(inlines[0])
    return "".join(map(_words, inlines))


def _words(inline: Inline) -> str:
    match inline:
        case b.Text() | b.Reference() | b.Pending():
            return inline.text.replace(ZERO_WIDTH_SPACE, "")
        case b.Rating():
            return inline.printed
        case b.Strong() | b.Emphasis() | b.Link() | b.InLanguage() | b.Closed():
            return words(inline.inlines)
        case b.LineBreak():
            return " "
        case b.Note():
            return ""
        case _:
            assert_never(inline)


def texts(blocks: Iterable[Block]) -> list[str]:
    """Return the words of blocks and of all blocks below them: a text for each run of inlines, in reading order."""
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
    """Return blocks and all blocks below them, in reading order; an appendix comes before the document embedded in it.

    Without ``embedded``, the blocks in embedded documents are left out.
    """
    found: list[Block] = []

    def on_blocks(below: Blocks) -> Blocks:
        for block in below:
            found.append(block)
            if block.__class__ is not b.Paragraph and (embedded or not isinstance(block, b.Embedded)):
                rebuilt(block, on_blocks, lambda inlines: inlines)
        return below

    on_blocks(tuple(blocks))
    return found


def documents(document: Document) -> list[Document]:
    """Return ``document`` and all that are embedded in it, each after the one around it."""
    return [document, *(block.document for block in every_block(document.blocks) if isinstance(block, b.Embedded))]


def ids(blocks: Iterable[Block]) -> list[str]:
    """Return the ids that references and contents may lead to, in reading order."""
    marked = (b.Section, b.Appendix, b.Table, b.Figure, b.Paragraph)
    return [block.id for block in every_block(blocks) if isinstance(block, marked) and block.id]


def every_inline(blocks: Iterable[Block]) -> list[Inline]:
    """Return the inlines of blocks and of all blocks below them, in reading order."""
    found: list[Inline] = []

    def on_inlines(inlines: Inlines) -> Inlines:
        for inline in inlines:
            found.append(inline)
            if inline.__class__ is not b.Text:
                inline_rebuilt(inline, on_inlines)
        return inlines

    def on_blocks(below: Blocks) -> Blocks:
        for block in below:
            rebuilt(block, on_blocks, on_inlines)
        return below

    on_blocks(tuple(blocks))
    return found


def _grid_cell(cell: b.GridCell, on_blocks: OnBlocks, on_inlines: OnInlines) -> b.GridCell:
    return changed(cell, title=on_inlines(cell.title), blocks=on_blocks(cell.blocks))


def _signature(block: b.Signature, on_blocks: OnBlocks, on_inlines: OnInlines) -> b.Signature:
    portrait, signature = _alone(block.portrait, on_blocks), _alone(block.signature, on_blocks)
    name, lines = on_inlines(block.name), mapped(on_inlines, block.lines)
    return changed(block, portrait=portrait, signature=signature, name=name, lines=lines)


def _alone(figure: b.Figure | None, on_blocks: OnBlocks) -> b.Figure | None:
    changed = on_blocks((figure,)) if figure else ()
    return next((block for block in changed if isinstance(block, b.Figure)), None)


def _figure(figure: b.Figure, on_inlines: OnInlines) -> b.Figure:
    content = figure.content
    if isinstance(content, b.Frame):
        on_inlines((content.pending,))
    caption = figure.caption and changed(figure.caption, inlines=on_inlines(figure.caption.inlines))
    return changed(figure, caption=caption, source=on_inlines(figure.source))


def _row(row: b.FactRow | b.FactHeading, on_blocks: OnBlocks, on_inlines: OnInlines) -> b.FactRow | b.FactHeading:
    match row:
        case b.FactHeading():
            return changed(row, title=on_inlines(row.title))
        case b.FactRow():

            def on_fact(fact: b.Fact) -> b.Fact:
                return changed(fact, label=on_inlines(fact.label), blocks=on_blocks(fact.blocks))

            return changed(row, facts=mapped(on_fact, row.facts))
        case _:
            assert_never(row)


def _table(table: b.Table, on_blocks: OnBlocks, on_inlines: OnInlines) -> b.Table:
    caption = table.caption and changed(table.caption, inlines=on_inlines(table.caption.inlines))
    head = mapped(lambda row: mapped(lambda cell: changed(cell, inlines=on_inlines(cell.inlines)), row), table.head)
    groups = mapped(
        lambda group: changed(
            group, title=on_inlines(group.title), rows=mapped(lambda row: mapped(on_blocks, row), group.rows)
        ),
        table.groups,
    )
    total = mapped(on_blocks, table.total)
    notes = mapped(on_inlines, table.notes)
    return changed(
        table, caption=caption, head=head, groups=groups, total=total, notes=notes, source=on_inlines(table.source)
    )
