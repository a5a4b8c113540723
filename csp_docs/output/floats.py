"""Tables and figures that go to the top of the next page, if the house style lets them, in the tree for all writers.

The layout says which they are, because only it knows what fits on a page. They keep their order, and are read where
they are printed, in all formats alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import evolve

from csp_docs.blocks import Block, Blocks, Document, Embedded, walk

Moves: TypeAlias = Mapping[int, int]
"""The identity of each block that moves, and of the block that it follows then."""


def has_floats(document: Document) -> bool:
    """Return whether tables and figures of ``document``, or of one inside it, may go to the next page."""
    return any(each.floats for each in walk.documents(document))


def moved(document: Document, moves: Moves) -> Document:
    """Return ``document`` with each block that moves after the text that is above it then."""

    def placed(blocks: Blocks) -> Blocks:
        kept = tuple(_in_order(blocks, moves)) if any(id(block) in moves for block in blocks) else blocks
        return walk.mapped(below, kept)

    def below(block: Block) -> Block:
        if isinstance(block, Embedded):
            return evolve(block, document=moved(block.document, moves))
        return walk.rebuilt(block, placed) if block.__class__ in walk.FLOWING else block

    return evolve(document, blocks=placed(document.blocks), floats=False)


def _in_order(blocks: Sequence[Block], moves: Moves) -> Iterator[Block]:
    waiting = {moves[id(block)]: block for block in blocks if id(block) in moves}
    for block in blocks:
        if id(block) not in moves:
            yield block
            if id(block) in waiting:
                yield waiting[id(block)]
