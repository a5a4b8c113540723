"""A complete document around its blocks: what applies to all its pages."""

from __future__ import annotations

from csp_docs.blocks import Blocks, Document, Numbering
from csp_docs.compose.access import on_pages, withheld
from csp_docs.compose.appendices import check_lists
from csp_docs.compose.chart_data import with_appendix
from csp_docs.compose.content.performance import check_ids
from csp_docs.compose.context import Context
from csp_docs.model import Publication, Status
from csp_docs.model.dates import Day, first_day


def assembled(context: Context, blocks: Blocks, numbering: Numbering, day: Day | None) -> Document:
    """Return the document that holds ``blocks``: a draft is marked in words and with a watermark.

    The numbers of its charts are in a last appendix if the house style puts them there.
    """
    check_ids(context)
    check_lists(blocks, context)
    given, title = context.document, context.plain(context.document.title)
    context.printed.update(("title", "access.exempt"))  # on every page
    if given.status in (Status.DRAFT, Status.FINAL):  # a draft is marked; a final document is one without a mark
        context.printed.add("status")
    draft = context.term("draft") if given.status is Status.DRAFT else ""
    return Document(
        title=title,
        language=given.language.value,
        author=context.plain(context.council.council.name),
        subject=context.unseen().plain(given.subtitle),
        blocks=with_appendix(blocks, context),
        numbering=numbering,
        running_head=title,
        page_label=context.term("page"),
        date=first_day(day) if day else None,
        marking=on_pages(given.access, context),
        watermark=draft,
        publication=isinstance(given, Publication),
        withheld=withheld(given, context),
    )
