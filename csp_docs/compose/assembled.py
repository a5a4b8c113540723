"""A complete document around its blocks: what applies to all its pages."""

from __future__ import annotations

from csp_docs.blocks import Blocks, Document, Heard, Numbering
from csp_docs.compose.access import on_pages, withheld
from csp_docs.compose.appendices import check_lists
from csp_docs.compose.context import Context
from csp_docs.compose.workbook import workbook
from csp_docs.errors import Code
from csp_docs.model import Publication, Status
from csp_docs.model.dates import Day, first_day


def assembled(context: Context, blocks: Blocks, numbering: Numbering, day: Day | None) -> Document:
    """Return the document that holds ``blocks``: a draft is marked in words and with a watermark.

    The numbers of its charts are in a last appendix if the house style puts them there.
    """
    _check_ids(context)
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
        blocks=_with_chart_data(blocks, context),
        numbering=numbering,
        foot=_foot(title, context),
        page_label=context.term("page"),
        date=first_day(day) if day else None,
        marking=on_pages(given.access, context),
        watermark=draft,
        publication=isinstance(given, Publication),
        withheld=withheld(given, context),
        heard=_heard(context),
        workbook=workbook(context),
    )


def _heard(context: Context) -> Heard:
    term = context.term
    return Heard(none=term("heard_none"), callout=term("heard_callout"), note=term("heard_note"))


def _foot(title: str, context: Context) -> tuple[str, ...]:
    """Return what the foot of pages says: the council and the title. The short name of the council needs less room."""
    council = context.council.council
    names = (context.plain(name) for name in (council.name, council.short_name) if name)
    return tuple(f"{name} · {title}" for name in names)


def _check_ids(context: Context) -> None:
    """Note measures that have the same id as another: a text that names it could mean either."""
    known: set[str] = set()
    for measure in context.document.defined_measures:
        if measure.id in known:
            hint = "name the first one by its id only, or give this one a different id"
            context.problem(Code.ID_TWICE, f'two measures have the id "{measure.id}"', hint, measure.id)
        known |= {measure.id} if measure.id else set()


def _with_chart_data(blocks: Blocks, context: Context) -> Blocks:
    """Return ``blocks`` with the numbers of their charts in a last appendix, if any go into tables."""
    if not context.tabled:
        return blocks
    from csp_docs.compose.chart_data import with_appendix

    return with_appendix(blocks, context)
