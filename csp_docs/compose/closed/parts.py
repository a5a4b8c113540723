"""Parts that are not for the public, or have a protective marking: few papers have any, so this is loaded for them."""

from __future__ import annotations

from functools import reduce

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Document, Inlines, walk
from csp_docs.compose.access import (
    described,
    grounds,
    in_lines,
    interest,
    marking,
    most_marked,
    notice,
    on_first_page,
    on_pages,
    protective,
    reasons,
    suffix,
    weighed,
)
from csp_docs.compose.context import Context
from csp_docs.errors import Code
from csp_docs.model import Access

_AND = " – "
"""What is between the grounds of a marking, which are on one line."""


def part(blocks: Blocks, access: Access, subject: Inlines, context: Context) -> b.Part:
    """Return blocks that are not for the public. ``subject`` names them in the public edition: "Appendix A".

    All their pages have the markings of all parts among them, so that a part in another does not begin new pages.
    """
    inside = [block.marking for block in walk.every_block(blocks, embedded=False) if isinstance(block, b.Part)]
    own = reduce(joined, inside, protective(access, context) + marking(access, context))
    marked, pages = said_closed(also_marked(blocks, own), suffix(access, context)), joined(_around(context), own)
    return b.Part(_all_marked(marked, pages), pages, notice(access, subject, context))


def _all_marked(blocks: Blocks, marking: str) -> Blocks:
    """Return blocks whose parts all have this ``marking``."""

    def marked(block: Block) -> Block:
        if isinstance(block, b.Embedded):
            return block
        own = evolve(block, marking=marking) if isinstance(block, b.Part) else block
        return walk.rebuilt(own, lambda below: _all_marked(below, marking), lambda inlines: inlines)

    return walk.mapped(marked, blocks)


def _around(context: Context) -> str:
    """Return the marking of the pages of the document: in parts for the public, only its protective one."""
    whole = context.document.access
    return on_pages(whole if context.closed else Access(marking=whole.marking), context)


def document_in(given: Document, access: Access, context: Context) -> Document:
    """Return a document inside an appendix with ``access``: all its pages are marked for that, the first says why."""
    words = protective(access, context) + marking(access, context)
    own, language = suffix(access, context), context.document.language.value
    said = own if given.language == language else b.InLanguage((own,), language)
    blocks = said_closed(also_marked(given.blocks, words), said)
    printed = walk.texts(given.withheld.blocks if given.withheld else ())  # and so in the document too
    weighing = [line for line in interest(access, context) if walk.words(line) not in printed]
    lines: list[Inlines] = [context.inlines(access.public_reason), *weighing]
    if given.language != language:
        lines = [(b.InLanguage(line, language),) for line in lines if line]
    blocks = on_first_page(lines, blocks)
    return evolve(given, marking=joined(given.marking, words), blocks=blocks)


def explained(access: Access, context: Context) -> Blocks:
    """Return what the whole edition says at the beginning of a part that is not for the public."""
    words = (b.Paragraph((b.Strong(in_lines("\n".join(grounds("access", access, context)))),)),)
    return words + described(access, context) + reasons(access, context) + weighed(access, context)


def embedded(given: Document) -> Document:
    """Return a document for an appendix of another: in its place, the public edition does not name its council."""
    if not given.withheld:
        return given
    left = tuple(block for block in given.withheld.blocks if not isinstance(block, b.Masthead))
    blocks = said_closed(given.blocks, given.withheld.said)
    return evolve(given, blocks=blocks, withheld=evolve(given.withheld, blocks=left))


def said_closed(blocks: Blocks, said: b.Text | b.InLanguage) -> Blocks:
    """Return blocks whose headings and captions say that they are not for the public.

    Parts and documents in them say it themselves, but for a part that only marks its pages.
    """

    def on_blocks(below: Blocks) -> Blocks:
        return walk.mapped(on_block, below)

    def on_block(block: Block) -> Block:
        match block:
            case b.Part(notice=None | (_, *_)) | b.Embedded() | b.Appendix(blocks=(b.Part(notice=None),)):
                return block
            case b.Section() | b.Appendix() if block.title and not _says_closed(block.title, said):
                block = evolve(block, title=(*block.title, said))
            case b.Table(caption=b.Caption() as caption) | b.Figure(caption=b.Caption() as caption):
                if not _says_closed(caption.inlines, said):
                    block = evolve(block, caption=evolve(caption, inlines=(*caption.inlines, said)))
        return walk.rebuilt(block, on_blocks, lambda inlines: inlines)

    return on_blocks(blocks)


def _says_closed(title: Inlines, said: b.Inline) -> bool:
    return isinstance(title[0], b.Closed) or title[-1] == said


def also_marked(blocks: Blocks, words: str) -> Blocks:
    """Return blocks in which pages with a marking of their own, in parts and documents, also have ``words``."""

    def on_blocks(below: Blocks) -> Blocks:
        return walk.mapped(lambda block: walk.rebuilt(marked(block), on_blocks, lambda inlines: inlines), below)

    def marked(block: Block) -> Block:
        match block:
            case b.Part():
                return evolve(block, marking=joined(block.marking, words))
            case b.Embedded(document=document):
                return evolve(block, document=evolve(document, marking=joined(document.marking, words)))
        return block

    return on_blocks(blocks)


def joined(marking: str, words: str) -> str:
    """Return the marking of a part and ``words`` for what is around it, in which all lines but the last are whole."""
    (before, _, own), (first, _, grounds) = marking.rpartition("\n"), words.rpartition("\n")
    lines = most_marked((*before.splitlines(), *first.splitlines()))
    each = dict.fromkeys(filter(None, (*own.split(_AND), *grounds.split(_AND))))
    return "".join(f"{line}\n" for line in lines) + _AND.join(each)


def marked_part(blocks: Blocks, access: Access | None, context: Context) -> Blocks:
    """Return the blocks of a part for the public, on pages of their own if they have a protective marking.

    Inside something that is not for the public, the pages also have the grounds of ``access``. Nothing is in the place
    of the part then: what is around it is left out with it.
    """
    own = protective(access, context) if access else ""
    if access and context.closed:
        own += marking(access, context)
    if not own:
        return blocks
    return (b.Part(also_marked(blocks, own), joined(_around(context), own), () if context.closed else None),)


def marked_with(given: Document, access: Access, context: Context) -> Document:
    """Return a document inside a document or a part with ``access``: its pages have that protective marking too."""
    own = protective(access, context)
    return evolve(given, marking=joined(given.marking, own), blocks=also_marked(given.blocks, own)) if own else given


def label_of(access: Access, context: Context) -> b.Label | None:
    """Return the sensitivity label of a protective marking; None, and a warning, if the template has no such label."""
    given, lines = context.council.sensitivity, protective(access, context).splitlines()
    if not (given.labels and lines):
        return None
    labels = {_plain(name): id_ for name, id_ in given.labels.items()}
    if found := labels.get(_plain(lines[0])):
        return b.Label(found.lower(), lines[0], given.site.lower())
    fact = f'the template has no sensitivity label for the marking "{lines[0]}"'
    hint = f"labels of the template: {', '.join(given.labels)}"
    context.warn(Code.WRONG_LABEL, fact, hint, access.marking)
    return None


def _plain(marking: str) -> str:
    """Return the letters of a marking, which may be written with another dash or in another case."""
    return "".join(filter(str.isalnum, marking)).casefold()
