"""Markup of single blocks and inlines, as a page has it."""

from __future__ import annotations

from attrs import evolve

from csp_docs.blocks import Block, Document, Inline
from csp_docs.theme.theme import Theme
from csp_docs.writers.html.blocks.body import flow
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story
from tests import sample


def story(*blocks: Block, **changes: object) -> Story:
    """Return the story of a document with ``blocks``."""
    document: Document = evolve(sample.document(), blocks=blocks, **changes)  # type: ignore[arg-type]
    return Story.of(document, Theme())


def markup(*blocks: Block, **changes: object) -> str:
    """Return the markup of ``blocks``, without the new lines between them."""
    return str(flow(story(*blocks, **changes), Place(), blocks)).replace("\n", "")


def inline(*inlines: Inline, around: tuple[Block, ...] = ()) -> str:
    """Return the markup of ``inlines`` in a document that has the blocks ``around`` them."""
    return str(written(story(*around), inlines))
