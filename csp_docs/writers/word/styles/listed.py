"""The targets of contents: the bookmark of each heading or caption that is listed, and the look of its entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from csp_docs.blocks import Appendix, Block, Contents, Document, Figure, Section, Table
from csp_docs.blocks.walk import documents, every_block
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.labels import text_column
from csp_docs.writers.word.styles.multilevel import is_worded


class Listed(NamedTuple):
    """A heading or a caption that contents list. Between number and title is a tab if the heading has one."""

    bookmark: str
    tabbed: bool
    language: str


def listed(document: Document, blocks: Iterable[Block], theme: Theme) -> dict[str, Listed]:
    """Return the headings and captions that contents list, by id; bookmarks have names like Word's own.

    ``blocks`` are all of ``document``.
    """
    wanted = (entry.target for block in blocks if isinstance(block, Contents) for entry in block.entries)
    targets = dict.fromkeys(wanted)
    looks = dict(_looks(document, theme)) if targets else {}
    return {target: Listed(f"_Toc{place:08}", *looks[target]) for place, target in enumerate(targets, 1)}


def _looks(document: Document, theme: Theme) -> Iterator[tuple[str, tuple[bool, str]]]:
    """Yield whether each heading or caption has a tab, and its language; those of embedded documents come last."""
    for one in documents(document):
        column = text_column(one.numbering, theme)
        words = tuple(pattern.prefix for pattern in one.numbering.headings if pattern and is_worded(pattern))
        for block in every_block(one.blocks):
            match block:
                case Section():
                    figures = column > 0 or not any(map(str.isalpha, block.number))
                    tabbed = figures and bool(block.number) and not block.number.startswith(words)
                    yield block.id, (tabbed, one.language)
                case Appendix() | Table() | Figure():
                    yield block.id, (False, one.language)
