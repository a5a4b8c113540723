"""Parts that each begin a new page, such as foreword and contents: one page has them where it holds them.

This is decided once for all writers, by the heights of the blocks, which are approximate: two lines are left free.
"""

from __future__ import annotations

from attrs import evolve

from csp_docs.blocks import Block, Blocks, Cover, Document, Embedded, Note, PageBreak, Section, walk
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.heights import blocks_height, section_height, text_height
from csp_docs.typesetting.keeps import OWN_PAGES

_FREE = 2
"""The number of lines that the page is expected to have left, because heights are approximate."""


def with_needed_breaks(document: Document, theme: Theme) -> Document:
    """Return ``document`` (with its contents) without page breaks between parts that one page holds together."""

    def below(block: Block) -> Block:
        if isinstance(block, Embedded):
            return evolve(block, document=with_needed_breaks(block.document, theme))
        return walk.rebuilt(block, inside) if block.__class__ in walk.FLOWING else block

    def inside(blocks: Blocks) -> Blocks:
        return walk.mapped(below, blocks)

    return evolve(document, blocks=inside(_joined(document.blocks, theme)))


def _joined(blocks: Blocks, theme: Theme) -> Blocks:
    """Return ``blocks`` without the breaks that are not needed: as many parts as fit are on each page."""
    out: list[Block] = []
    for place, block in enumerate(blocks):
        if isinstance(block, PageBreak) and block.if_needed:
            above, below = _until_page(tuple(reversed(out))), _until_page(blocks[place + 1 :])
            if _height((*above, *below), theme) <= theme.page.text_height - _FREE * theme.body.leading:
                continue
        out.append(block)
    return tuple(out)


def _until_page(blocks: Blocks) -> Blocks:
    """Return the first of ``blocks``, up to one that ends a page or has its own."""
    ends = (place for place, block in enumerate(blocks) if isinstance(block, (Cover, *OWN_PAGES)))
    return blocks[: next(ends, len(blocks))]


def _height(blocks: Blocks, theme: Theme) -> float:
    """Return the approximate height of parts one below the other, with their footnotes."""
    notes = [walk.words(inline.inlines) for inline in walk.every_inline(blocks) if isinstance(inline, Note)]
    room, look = theme.page.text_width, theme.note
    feet = text_height(notes, room, look) + len(notes) * look.before + bool(notes) * theme.note_rule.leading
    return sum(_part_height(block, theme) + theme.body.after for block in blocks) + feet


def _part_height(block: Block, theme: Theme) -> float:
    if isinstance(block, Section):
        return section_height(walk.words(block.title), theme.heading(1), block.blocks, theme)
    return blocks_height((block,), theme.page.text_width, theme.body, theme)
