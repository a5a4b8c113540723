"""The public edition of a document: what is not for the public is left out, and its place says so.

It is made from the numbered tree, before anything is laid out. So all numbers are those of the whole document, and no
writer sees a word that is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Document, Inline, Inlines, walk
from csp_docs.typesetting.contents import has_contents, listed


def public_edition(document: Document) -> Document:
    """Return ``document`` (with its numbers) without what is not for the public.

    References to what is left out stay as words. A heading over what is left out has an id that the author did not
    write: ids are addresses in web pages, and may say what is not for the public.
    """
    edition = _public(document)
    found = dict.fromkeys(walk.ids(edition.blocks))
    closed = set(_closed_ids(document.blocks))
    names = {name: f"withheld #{place}" if name in closed else name for place, name in enumerate(found, 1)}
    return evolve(edition, blocks=_renamed(edition.blocks, names))


def has_closed_parts(document: Document) -> bool:
    """Return whether anything in ``document`` is not for the public."""
    return bool(document.withheld) or any(map(_is_closed, walk.in_flow(document.blocks)))


def _is_closed(block: Block) -> bool:
    match block:
        case b.Part():
            return block.notice is not None
        case b.Embedded():
            return bool(block.document.withheld)
    return False


def open_words(inlines: Inlines) -> Inlines:
    """Return ``inlines`` without words that are not for the public."""
    return tuple(word for inline in inlines for word in _open_inline(inline))


def _open_inline(inline: Inline) -> Inlines:
    if isinstance(inline, b.Closed):
        return open_words(inline.public)
    return (walk.inline_rebuilt(inline, open_words),)


def _public(document: Document) -> Document:
    edition = _left_of(document)
    if not has_contents(edition):
        return edition
    named, left = listed(document), listed(edition)
    lost = frozenset(of for of in b.Listing if named[of] and not left[of])
    return evolve(edition, blocks=_without_lists(edition.blocks, lost)) if lost else edition


def _left_of(document: Document) -> Document:
    withheld = document.withheld
    if not withheld:
        return evolve(document, blocks=_open(document.blocks))
    appendices = tuple(block for block in document.blocks if isinstance(block, b.Appendix) and _has_access(block))
    return evolve(
        document,
        title=withheld.title,
        subject="",
        foot=(withheld.title,),
        marking=withheld.marking,
        blocks=(*withheld.blocks, *map(_unmarked, _open(appendices))),
        withheld=None,
        label=None,
        running=b.Running(),
        workbook=evolve(document.workbook, cover=()),
    )


def _unmarked(block: Block) -> Block:
    """Return an open appendix without the marking that all pages of the whole edition have."""
    match block:
        case b.Appendix(blocks=(b.Part(notice=None) as part,)):
            return evolve(block, blocks=part.blocks)
    return block


def _has_access(appendix: b.Appendix) -> bool:
    """Return whether all content of an appendix is in a part that says whether it is for the public."""
    return len(appendix.blocks) == 1 and isinstance(appendix.blocks[0], b.Part)


def _without_lists(blocks: Blocks, lost: frozenset[b.Listing]) -> Blocks:
    """Return ``blocks`` without the lists that have no entries left. A heading over nothing else says why."""
    return tuple(left for block in blocks for left in _without_lists_in(block, lost))


def _without_lists_in(block: Block, lost: frozenset[b.Listing]) -> Blocks:
    match block:
        case b.Contents():
            return () if block.of in lost else (block,)
        case b.Embedded():  # it has its own lists
            return (block,)
        case b.Section() | b.Appendix() if block.blocks:
            below = _without_lists(block.blocks, lost)
            if not (below or block.title):
                return ()
            return (walk.changed(block, blocks=below or _notice(block.blocks)),)
    return (walk.rebuilt(block, lambda below: _without_lists(below, lost), lambda inlines: inlines),)


def _notice(blocks: Blocks) -> Blocks:
    return next((block.notice for block in walk.every_block(blocks) if isinstance(block, b.Contents)), ())


def _open(blocks: Blocks) -> Blocks:
    return tuple(left for block in blocks for left in _open_block(block))


def _open_block(block: Block) -> Blocks:
    match block:
        case b.Part():
            return _open(block.notice) if block.notice is not None else (evolve(block, blocks=_open(block.blocks)),)
        case b.Embedded():
            author = "" if block.document.withheld else block.document.author
            return (evolve(block, document=evolve(_public(block.document), author=author)),)
    return (walk.rebuilt(block, _open, open_words),)


def _closed_ids(blocks: Blocks) -> Iterator[str]:
    """Yield the ids of headings over what is not for the public."""
    for block in walk.in_flow(blocks):
        if isinstance(block, b.Section | b.Appendix) and block.id and any(map(_is_closed, block.blocks)):
            yield block.id


def _renamed(blocks: Blocks, names: Mapping[str, str]) -> Blocks:
    """Return ``blocks`` with their new ids in ``names``, and references to anything that is not there as words."""

    def on_blocks(below: Blocks) -> Blocks:
        return walk.mapped(on_block, below)

    def on_block(block: Block) -> Block:
        new = walk.rebuilt(block, on_blocks, on_inlines)
        return walk.changed(new, id=names[new.id]) if isinstance(new, walk.MARKED) and new.id in names else new

    def on_inlines(inlines: Inlines) -> Inlines:
        return walk.mapped(lambda inline: walk.inline_rebuilt(linked(inline), on_inlines), inlines)

    def linked(inline: Inline) -> Inline:
        if not isinstance(inline, b.Reference):
            return inline
        if inline.target not in names:
            return b.Text(walk.words((inline,)), origin=inline.origin)
        return walk.changed(inline, target=names[inline.target])

    return on_blocks(blocks)
