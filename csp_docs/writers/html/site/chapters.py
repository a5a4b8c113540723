"""The chapters of a document: its sections and appendices, each on a page of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from csp_docs.blocks import Appendix, Block, Blocks, Contents, Inlines, Landscape, Part, Section, walk
from csp_docs.records import record
from csp_docs.writers.html.anchors import Anchors

INDEX, WHOLE, A_TO_Z, SEARCH = "index.html", "whole.html", "a-to-z.html", "search.html"
"""The first page, the page with all of the document, the list of all that has a title, and what was found."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\.|$)")
"""Names that no file can have in Windows, whatever its ending."""


@record
class Chapter:
    """What is on one page. ``target`` is the id of its heading; the first page has none."""

    file: str
    blocks: Blocks
    title: Inlines = ()
    number: str = ""
    target: str = ""

    @property
    def label(self) -> str:
        """The words of the heading, with its number."""
        return f"{self.number} {walk.words(self.title)}".strip()


def divided(blocks: Blocks, anchors: Anchors) -> tuple[Chapter, ...]:
    """Return what is before the first heading as the first page, and then a page for each section and appendix.

    Contents are on the first page, wherever they are in the document.
    """
    runs: list[list[Block]] = [[]]
    for block in _single(blocks):
        if _heading(block):
            runs.append([])
        runs[0 if isinstance(block, Contents) else -1].append(block)
    first, *rest = (tuple(run) for run in runs)
    return (Chapter(INDEX, first), *(_chapter(run, anchors) for run in rest))


def _chapter(blocks: Blocks, anchors: Anchors) -> Chapter:
    heading = _heading(blocks[0])
    assert heading  # noqa: S101
    number = heading.number if isinstance(heading, Section) else heading.printed_label.strip()
    name = anchors.of(heading.id)
    taken = f"{name}.html" in (INDEX, WHOLE, A_TO_Z, SEARCH) or _DEVICE.match(name)
    return Chapter(f"page_{name}.html" if taken else f"{name}.html", blocks, heading.title, number, heading.id)


def _single(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks; those that have several headings inside them are divided too."""
    for block in blocks:
        match block:
            case Part() | Landscape() | Section(title=()) if len(block.blocks) > 1:
                yield from (evolve(block, blocks=(inner,)) for inner in _single(block.blocks))
            case _:
                yield block


def _heading(block: Block) -> Section | Appendix | None:
    """Return the heading that ``block`` begins with."""
    match block:
        case Appendix():
            return block
        case Section() if block.title:
            return block
        case Section() | Part() | Landscape() if block.blocks:
            return _heading(block.blocks[0])
    return None
