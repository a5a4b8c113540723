"""Appendices, glossary and contact: what comes after the body."""

from __future__ import annotations

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, walk
from csp_docs.compose.access import inside, on_pages
from csp_docs.compose.content.values import appendix_id, appendix_title
from csp_docs.compose.content.written import content
from csp_docs.compose.context import Context
from csp_docs.compose.glossary import contact, glossary
from csp_docs.compose.numbering import around_label
from csp_docs.compose.sections import sections
from csp_docs.council.layouts import NewPage
from csp_docs.council.template import read_council
from csp_docs.errors import Code, CspDocsError, Problem, origin_of
from csp_docs.model import Access, Appendix, CouncilDocument, Status
from csp_docs.model.closed import access_of

_LISTED_IN: dict[type[Block], b.Listing] = {
    b.Section: b.Listing.HEADINGS,
    b.Figure: b.Listing.FIGURES,
    b.Table: b.Listing.TABLES,
}


def appendices(context: Context) -> Blocks:
    """Return the appendices, each with the council's words around its label."""
    context.printed.add("appendices")
    return tuple(_appendix(given, *around_label(context), context) for given in context.document.appendices)


def closed_with_document(appendix: b.Appendix, context: Context) -> b.Appendix:
    """Return an appendix that the document adds itself: it is not for the public if the document is not."""
    access = context.document.access
    if not access.closed:
        return appendix
    from csp_docs.compose.closed.parts import part

    grounds = Access(access.exempt, confidential=access.confidential)
    found = part(appendix.blocks, grounds, (b.Reference(appendix.id),), context)
    return evolve(appendix, blocks=(found,))


def back_matter(context: Context, added: Blocks) -> Blocks:
    """Return the glossary and the contact that the body did not print.

    After the appendices that were ``added`` they rank with these, and begin a new page if each of these does.
    """
    drawn = {"glossary": glossary, "contact": contact}
    blocks = {name: draw(context) for name, draw in drawn.items() if name not in context.printed}
    context.printed.update(drawn)
    after = bool(added)
    found = tuple(
        b.Section(context.words(name), below, numbered=False, at_margin=after, like_appendix=after)
        for name, below in blocks.items()
        if below
    )
    on_new_page = added and context.layout.appendices.page is NewPage.EACH
    return (b.PageBreak(), *found) if found and on_new_page else found


def check_lists(blocks: Blocks, context: Context) -> None:
    """Note a problem for contents and lists in an open appendix that name what is in a document that is not open."""
    if not context.document.access.closed:
        return
    body = walk.every_block([block for block in blocks if not isinstance(block, b.Appendix)], embedded=False)
    named = {_LISTED_IN.get(type(block)) for block in body if _heads(block)}
    opened = [block.blocks for block in blocks if isinstance(block, b.Appendix) and _is_open(block)]
    for block in walk.every_block([block for below in opened for block in below], embedded=False):
        if isinstance(block, b.Contents) and block.of in named:
            fact = "a list in an open appendix names what is in a document that is not for the public"
            hint = "remove it, or print it in the document"
            context.problems.append(Problem(Code.TAKEN_FROM_CLOSED, fact, hint, block.origin))


def _appendix(given: Appendix, prefix: str, after: str, context: Context) -> b.Appendix:
    access, name = access_of(given, context.document), appendix_id(given, context)
    opened = bool(access and not access.closed and context.closed)
    context = context.for_open() if opened else context
    blocks = _opened(given, context) if opened else _by_access(given, access, name, context)
    title, origin = appendix_title(given, context), origin_of(given.title)
    together = context.layout.appendices.page is NewPage.LONG
    return b.Appendix(
        title, blocks, id=name, prefix=prefix, label=given.label, suffix=after, together=together, origin=origin
    )


def _opened(given: Appendix, context: Context) -> Blocks:
    """Return the blocks of an appendix for the public in a document that is not."""
    if given.access and given.access.marking:
        fact = "an appendix has a protective marking, but its `access` does not say why it is not for the public"
        hint = "give it the grounds of the document too; its pages have the marking of the document in any case"
        context.problem(Code.MARKED_AND_OPENED, fact, hint, given.access.marking)
    around = Access(marking=context.document.access.marking)
    return (b.Part(_blocks(given, (), context), on_pages(around, context), None),)


def _heads(block: Block) -> bool:
    """Tell whether a block has words that a list may name."""
    match block:
        case b.Section():
            return bool(block.title)
        case b.Table() | b.Figure():
            return block.caption is not None
    return False


def _is_open(appendix: b.Appendix) -> bool:
    return any(isinstance(block, b.Part) and block.notice is None for block in appendix.blocks)


def _by_access(given: Appendix, access: Access | None, name: str, context: Context) -> Blocks:
    """Return the blocks of an appendix, in a part if they are not for the public."""
    within = inside(access, context, given.title)
    if not (access and (access.closed or access.marking)):
        return _blocks(given, (), within)
    from csp_docs.compose.closed.parts import document_in, explained, marked_part, part

    if not access.closed:
        return marked_part(_blocks(given, (), within), access, within)
    blocks = _blocks(given, explained(access, within), within)
    blocks = tuple(
        evolve(block, document=document_in(block.document, access, context)) if isinstance(block, b.Embedded) else block
        for block in blocks
    )
    found = part(blocks, access, (b.Reference(name),), context)
    return (evolve(found, notice=(b.Section((), found.notice or ()),)),)


def _blocks(given: Appendix, words: Blocks, context: Context) -> Blocks:
    """Return what is in an appendix: after ``words``, or another document without them."""
    if given.document:
        return _embedded(given, given.document, context)
    return _untitled(given, words, context) + sections(given.sections, context)


def _untitled(given: Appendix, words: Blocks, context: Context) -> Blocks:
    """Return what comes above the first section, in a section without a title so that all texts align."""
    blocks = words + content(given.content, context)
    return (b.Section((), blocks),) if blocks else ()


def _embedded(given: Appendix, document: CouncilDocument, context: Context) -> Blocks:
    """Return another document in its own council's layout."""
    try:
        council, left_out = read_council(document)
        composed, problems = context.compose(document, council)
    except CspDocsError as error:
        context.problems.extend(error.findings)
        return ()
    context.problems.extend((*left_out, *problems))
    _check_embedded(given, document, context)
    from csp_docs.compose.closed.parts import embedded, marked_with

    composed = marked_with(composed, context.document.access, context)
    return (b.Embedded(embedded(composed), origin=origin_of(given.title)),)


def _check_embedded(given: Appendix, document: CouncilDocument, context: Context) -> None:
    if given.access and given.access.reason:
        hint = "give `access` with its reason in that document"
        context.problem(
            Code.NO_PLACE_FOR_REASON,
            "an appendix that is a document has no place for a reason",
            hint,
            given.access.reason,
        )
    if context.document.status is Status.FINAL and document.status is Status.DRAFT:
        hint = "remove `status: draft` there, or `status: final` here"
        context.warn(
            Code.DRAFT_INSIDE, "the document is final, but the one in this appendix is a draft", hint, given.title
        )
