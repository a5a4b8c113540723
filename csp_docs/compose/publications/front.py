"""The pages before the body of a publication: cover, foreword, a blank page, contents, in the council's order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content.figures import picture
from csp_docs.compose.content.tables import facts_table
from csp_docs.compose.content.written import content
from csp_docs.compose.context import PublicationContext
from csp_docs.compose.publications.cover_page import cover_page, field_words
from csp_docs.compose.sections import contents
from csp_docs.council.layouts import FrontPage
from csp_docs.errors import origin_of
from csp_docs.model import Foreword, Signatory


def front_pages(context: PublicationContext) -> tuple[Blocks, ...]:
    """Return the blocks of each page that has something to say."""
    pages = (_page(page, context) for page in context.layout.front)
    return tuple(page for page in pages if page)


def paged(parts: Iterable[Blocks], *, if_needed: bool = False) -> Blocks:
    """Return the blocks of all parts, each part on a new page; ``if_needed``, where one page does not hold them."""
    out: list[b.Block] = []
    for blocks in parts:
        if out and blocks and not isinstance(out[-1], b.Cover | b.BlankPage) and not isinstance(blocks[0], b.BlankPage):
            out.append(b.PageBreak(if_needed))
        out += blocks
    return tuple(out)


def _page(page: FrontPage, context: PublicationContext) -> Blocks:
    context.printed.add(page.value)
    match page:
        case FrontPage.COVER:
            return cover_page(context)
        case FrontPage.DOCUMENT_CONTROL:
            return _document_control(context)
        case FrontPage.FOREWORD:
            return paged(_foreword(foreword, context) for foreword in context.document.forewords)
        case FrontPage.BLANK_PAGE:
            return (b.BlankPage(context.words("blank_page")),)
        case FrontPage.CONTENTS:
            return contents("", context, context.document.title) if context.document.contents else ()
        case _:
            assert_never(page)


def _document_control(context: PublicationContext) -> Blocks:
    """Return the table of the page on document control: what the layout names, then what the document gives."""
    given, rows = context.document, list[b.FactRow]()
    for row in context.layout.document_control:
        if words := field_words(row.field, context):
            context.printed.add(row.field.value)
            rows.append(b.FactRow((b.Fact(context.inlines(row.label), (b.Paragraph(words),)),)))
    name = context.term("document_control")
    own = facts_table(given.document_control, name, context).rows if given.document_control else ()
    if not rows and not own:
        return ()
    return (b.Section(context.words("document_control"), (b.Facts((*rows, *own), name),), numbered=False),)


def _foreword(given: Foreword, context: PublicationContext) -> Blocks:
    """Return a foreword, whose texts have no numbers, and who signs it."""
    signed = (_signature(given.signed_by, context),) if given.signed_by else ()
    words = content(given.content, context, numbered=False)
    title = context.inlines(given.title) if given.title else context.words("foreword")
    return (b.Section(title, (*words, *signed), numbered=False, origin=origin_of(given.title)),)


def _signature(given: Signatory, context: PublicationContext) -> b.Signature:
    theme = context.theme
    roles = (given.role,) if isinstance(given.role, str) else given.role
    return b.Signature(
        context.inlines(given.name),
        tuple(context.inlines(line) for line in (*roles, given.organisation) if line),
        portrait=picture(given.portrait, context, theme.portrait_height),
        signature=picture(given.signature, context, theme.signature_height),
        origin=origin_of(given.name),
    )
