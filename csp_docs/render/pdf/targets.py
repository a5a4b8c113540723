"""The ids in a block tree: where references may lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from csp_docs.blocks import (
    Appendix,
    Block,
    Blocks,
    Callout,
    FactRow,
    Facts,
    Lines,
    List,
    Masthead,
    PageBreak,
    Paragraph,
    Section,
    Table,
)


def target_ids(blocks: Blocks) -> Iterator[str]:
    """Yield every id in ``blocks``, in reading order."""
    for block in blocks:
        if isinstance(block, Section | Appendix | Table) and block.id:
            yield block.id
        for inner in _inner(block):
            yield from target_ids(inner)


def _inner(block: Block) -> Iterator[Blocks]:
    match block:
        case Section() | Appendix() | Callout():
            yield block.blocks
        case List():
            yield from block.items
        case Table():
            yield from (cell for group in block.groups for row in group.rows for cell in row)
        case Facts():
            rows = (row for row in block.rows if isinstance(row, FactRow))
            yield from (fact.blocks for row in rows for fact in row.facts)
        case Paragraph() | Lines() | Masthead() | PageBreak():
            return
        case _:
            assert_never(block)
