"""The contents of a document: which headings and captions are listed, and which pages they are on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from attrs import define, evolve

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Contents, ContentsEntry, Document, Inline, Inlines, Listing, walk
from csp_docs.errors import Code, Problem, Severity


def with_entries(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """Return ``document`` (with its numbers) with the entries of its contents, and of those in embedded documents.

    Headings and captions without an id get one, so that an entry can lead to them. The problems are contents without
    entries.
    """
    listed = {block.of for block in walk.in_flow(document.blocks) if isinstance(block, Contents)}
    if not listed:
        return document, ()
    problems: list[Problem] = []
    blocks = _identified(document.blocks, count(1), captions=bool(listed & _OF_CAPTIONS.keys()))
    return _filled(walk.changed(document, blocks=blocks), problems), tuple(problems)


def with_pages(document: Document, pages: Mapping[str, int]) -> Document:
    """Return ``document`` with the page of each entry: ``pages`` has the page of each thing by its id."""

    def on_blocks(blocks: Blocks) -> Blocks:
        return walk.mapped(on_block, blocks)

    def on_block(block: Block) -> Block:
        if isinstance(block, Contents):
            return evolve(block, entries=tuple(evolve(entry, page=pages[entry.target]) for entry in block.entries))
        return walk.rebuilt(block, on_blocks) if block.__class__ in walk.FLOWING else block

    return walk.changed(document, blocks=on_blocks(document.blocks))


def has_contents(document: Document) -> bool:
    """Return whether ``document``, or a document embedded in it, has contents."""
    return any(isinstance(block, Contents) for block in walk.in_flow(document.blocks))


def _identified(blocks: Blocks, fresh: Iterator[int], *, captions: bool) -> Blocks:
    """Return ``blocks`` with an id for each heading that has none, and with ``captions`` for each of these too."""

    def on_blocks(below: Blocks) -> Blocks:
        return walk.mapped(on_block, below)

    def on_block(block: Block) -> Block:
        match block:
            case b.Section(id="") | b.Appendix(id="") if block.title:
                return walk.rebuilt(block, on_blocks, id=f"heading #{next(fresh)}")
            case b.Table(id="", caption=b.Caption()) | b.Figure(id="", caption=b.Caption()) if captions:
                return walk.rebuilt(block, on_blocks, id=f"caption #{next(fresh)}")
        return walk.rebuilt(block, on_blocks) if captions or block.__class__ in walk.FLOWING else block

    return on_blocks(blocks)


def listed(document: Document) -> dict[Listing, tuple[ContentsEntry, ...]]:
    """Return what contents and lists of captions of ``document`` (with its numbers) name."""
    return {of: _listed(of, document) for of in Listing}


def _filled(document: Document, problems: list[Problem]) -> Document:
    """Return ``document`` with its entries, and each document inside it with the entries of that document."""
    return walk.changed(document, blocks=_Filling(document, problems).blocks(document.blocks))


@define
class _Filling:
    """Puts the entries into the contents of a document."""

    document: Document
    problems: list[Problem]

    def blocks(self, blocks: Blocks) -> Blocks:
        return walk.mapped(self.block, blocks)

    def block(self, block: Block) -> Block:
        match block:
            case b.Embedded():
                return walk.changed(block, document=_filled(block.document, self.problems))
            case Contents():
                return self.contents(block)
        return walk.rebuilt(block, self.blocks) if block.__class__ in walk.FLOWING else block

    def contents(self, contents: Contents) -> Contents:
        found = _listed(contents.of, self.document)
        if not found:
            fact, hint = _MISSING[contents.of]
            self.problems.append(Problem(Code.EMPTY_CONTENTS, fact, hint, contents.origin, Severity.WARNING))
        return evolve(contents, entries=tuple(entry for entry in found if entry.level <= contents.levels))


_MISSING = {
    Listing.HEADINGS: ("there is no heading that the contents could list", "give sections a title"),
    Listing.FIGURES: ("there is no figure that the list could name", "give figures a caption, or remove the list"),
    Listing.TABLES: ("there is no table that the list could name", "give tables a caption, or remove the list"),
}

_OF_CAPTIONS: dict[Listing, type[b.Table | b.Figure]] = {Listing.FIGURES: b.Figure, Listing.TABLES: b.Table}


def _listed(listing: Listing, document: Document) -> tuple[ContentsEntry, ...]:
    """Return all entries that contents of a document could have."""
    if listing is Listing.HEADINGS:
        return tuple(_entries(document.blocks, 1))
    return _captions(document, _OF_CAPTIONS[listing])


def _captions(document: Document, kind: type[b.Table | b.Figure]) -> tuple[ContentsEntry, ...]:
    """Return an entry for each caption of the series that blocks of ``kind`` count in, one series after another."""
    own = walk.every_block(document.blocks, embedded=False)
    counted = [block for block in own if isinstance(block, b.Table | b.Figure) and block.caption]
    entries = [(type(block), _caption(block.id, block.caption)) for block in counted if block.caption]
    series = dict.fromkeys(entry.series.casefold() for counts, entry in entries if counts is kind)
    return tuple(entry for word in series for _, entry in entries if entry.series.casefold() == word)


def _caption(target: str, caption: b.Caption) -> ContentsEntry:
    return ContentsEntry(1, f"{caption.label}:", _plain(caption.inlines), target, series=caption.word)


def _entries(blocks: Blocks, level: int) -> Iterator[ContentsEntry]:
    for block in blocks:
        match block:
            case b.Section():
                if block.title:
                    yield ContentsEntry(level, block.number, _plain(block.title), block.id)
                yield from _entries(block.blocks, level + bool(block.title))
            case b.Appendix():
                label = block.printed_label.rstrip()
                yield ContentsEntry(level, label, _plain(block.title), block.id)
                yield from _entries(block.blocks, level + 1)
            case b.Embedded():
                yield from _entries(block.document.blocks, level)
            case b.Landscape() | b.Part():
                yield from _entries(block.blocks, level)


def _plain(title: Inlines) -> Inlines:
    """Return a title as it is printed in the contents: without notes, links and line breaks."""
    return tuple(plain for inline in title for plain in _plain_inline(inline))


def _plain_inline(inline: Inline) -> Inlines:
    match inline:
        case b.Note():
            return ()
        case b.Link():
            return _plain(inline.inlines)
        case b.Reference() | b.LineBreak() | b.Pending():
            return (b.Text(walk.words((inline,))),)
    return (walk.inline_rebuilt(inline, _plain),)
