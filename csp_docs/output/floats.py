"""Tables and figures that go to the top of the next page, if the house style lets them, in the tree for all writers.

The layout says which they are, because only it knows what fits on a page. They keep their order, and are read where
they are printed, in all formats alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from attrs import evolve

from csp_docs.blocks import Block, Blocks, Document, Embedded, walk

Orders: TypeAlias = Mapping[int, Sequence[int]]
"""The order in which the blocks of a tuple are printed, by the identity of the tuple."""


def has_floats(document: Document) -> bool:
    """Return whether tables and figures of ``document``, or of one inside it, may go to the next page."""
    return any(each.floats for each in walk.documents(document))


def moved(document: Document, orders: Orders) -> Document:
    """Return ``document`` with its blocks in these ``orders``: tables and figures after the text that is above them."""

    def placed(blocks: Blocks) -> Blocks:
        order = orders.get(id(blocks))
        return walk.mapped(below, tuple(blocks[place] for place in order) if order else blocks)

    def below(block: Block) -> Block:
        if isinstance(block, Embedded):
            return evolve(block, document=moved(block.document, orders))
        return walk.rebuilt(block, placed) if block.__class__ in walk.FLOWING else block

    return evolve(document, blocks=placed(document.blocks), floats=False)
