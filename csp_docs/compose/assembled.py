"""A complete document around its blocks: what applies to all its pages."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from csp_docs.blocks import Blocks, Document, Heard, Label, Numbering, Running, Text, Web, Workbook
from csp_docs.compose.access import on_first_page, on_pages, withheld
from csp_docs.compose.appendices import check_lists
from csp_docs.compose.content.typed import of_part
from csp_docs.compose.context import Context
from csp_docs.compose.scope import term
from csp_docs.council.template import CouncilTemplate
from csp_docs.errors import Code
from csp_docs.model import Contact, CouncilDocument, Publication, Status
from csp_docs.model.closed import closed_names
from csp_docs.model.dates import Day, first_day
from csp_docs.model.measures import NOT_AVAILABLE
from csp_docs.model.reach import types_of

_MARKS = (
    "note_confidential",
    "note_unreliable",
    "note_not_available",
    "note_not_given",
    "note_points",
    "note_from_zero",
)
"""The terms that explain marks."""


def assembled(context: Context, blocks: Blocks, numbering: Numbering, day: Day | None) -> Document:
    """Return the document that holds ``blocks``: a draft is marked in words and with a watermark.

    The numbers of its charts are in a last appendix if the house style puts them there.
    """
    _check_ids(context)
    _check_public_title(context)
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
        floats=context.layout.floats,
        wide_tables=context.layout.turn_wide_tables,
        web=_web(context),
        workbook=_workbook(context, day),
        label=_label(context),
        running=_running(context),
    )


def _label(context: Context) -> Label | None:
    """Return the sensitivity label of a document that has a protective marking."""
    if not context.document.access.marking:
        return None
    from csp_docs.compose.closed.parts import label_of

    return label_of(context.document.access, context)


def _running(context: Context) -> Running:
    """Return the running head and foot of pages, if the layout gives any."""
    layout = context.layout
    if not (layout.running_head or layout.running_foot or layout.first_page):
        return Running()
    from csp_docs.compose.heads.running import running

    return running(context)


def _heard(context: Context) -> Heard:
    term = context.term
    return Heard(none=term("heard_none"), callout=term("heard_callout"), note=term("heard_note"))


def _web(context: Context) -> Web:
    term = context.term
    return Web(
        skip=term("web_skip"),
        contents=term("contents"),
        notes=term("web_notes"),
        numbers=term("web_numbers"),
        figure=term("web_figure"),
        category=term("chart_category"),
        area=term("map_area"),
        value=term("map_value"),
        lower=term("chart_lower"),
        upper=term("chart_upper"),
        missing=NOT_AVAILABLE,
        more=term("web_more"),
        previous=term("web_previous"),
        next=term("web_next"),
        pages=term("web_pages"),
        whole=term("web_whole"),
        index=term("web_index"),
        search=term("web_search"),
        find=term("web_find"),
        found=term("web_found"),
        nothing=term("web_nothing"),
        no_words=term("web_no_words"),
        no_script=term("web_no_script"),
        instead=term("web_instead"),
    )


def _foot(title: str, context: Context) -> tuple[str, ...]:
    """Return what the foot of pages says: the council and the title; a short name, or none, where it needs the room.

    The last is cut if none has the room that it needs: that with the short name, which says whose paper it is.
    """
    council = context.council.council
    short = (f"{context.plain(council.short_name)} · {title}",) if council.short_name else ()
    return (f"{context.plain(council.name)} · {title}", *short, title, *short)


def saying_editions(document: Document, council: CouncilTemplate) -> Document:
    """Return a document whose first page says that it is also published in the other language."""
    line = (Text(term(council, "other_edition")),)
    return evolve(document, blocks=on_first_page([line], document.blocks))


def _check_public_title(context: Context) -> None:
    """Note a problem if an open document has a title for the public, and nothing that is not for it."""
    document, access = context.document, context.document.access
    if access.public_title and not (access.closed or document.closed_parts):
        fact = "there is a public title, but everything in the document is for the public"
        context.problem(Code.NO_EXEMPT_PARAGRAPH, fact, "write it as the `title`, and remove it", access.public_title)


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


def _workbook(context: Context, day: Day | None) -> Workbook:
    """Return the words of the workbook of a document."""
    unseen = evolve(context.unseen(), problems=[])  # no page shows them
    term = unseen.term
    marks = tuple(map(term, _MARKS))
    return Workbook(
        cover=tuple(_cover_lines(unseen, day)),
        marks=marks,
        missing=NOT_AVAILABLE,
        none=marks[_MARKS.index("note_not_given")].partition(":")[0],
        one_table=term("workbook_one_table"),
        see=term("workbook_see_notes"),
        note=term("workbook_note"),
        cover_sheet=term("workbook_cover"),
        contents=term("contents"),
        notes=term("workbook_notes"),
        sheet=term("workbook_sheet"),
        file=term("workbook_file"),
        title=term("workbook_title"),
        mark=term("measure_note"),
        meaning=term("glossary_meaning"),
        group=term("workbook_group"),
        name=term("row_name"),
        category=term("chart_category"),
        area=term("map_area"),
        value=term("map_value"),
        lower=term("chart_lower"),
        upper=term("chart_upper"),
        rank=term("map_rank"),
        percent=term("workbook_percent"),
        pounds=term("workbook_pounds"),
    )


def _cover_lines(context: Context, day: Day | None) -> Iterator[str]:
    """Yield what the cover sheet says: "Publisher: Anytown Borough Council"."""
    given = context.document
    yield f"{context.term('workbook_publisher')}: {context.plain(context.council.council.name)}"
    if day:
        yield f"{context.term('workbook_date')}: {context.longdate(day)}"
    if given.status:
        yield f"{context.term('workbook_status')}: {context.term(f'status_{given.status.value}')}"
    for contact in _contacts(given):
        yield f"{context.term('contact')}: {', '.join(_contact_words(contact, context))}"


def _contacts(document: CouncilDocument) -> tuple[Contact, ...]:
    """Return the contacts of a document, if they are for the public."""
    named = {"contact": document.contact, "contacts": getattr(document, "contacts", ())}
    open_ones = {name: found for name, found in named.items() if found and name not in closed_names(document)}
    return tuple(one for found in open_ones.values() for one in (found if isinstance(found, tuple) else (found,)))


def _contact_words(contact: Contact, context: Context) -> Iterator[str]:
    for name in types_of(Contact):
        if text := getattr(contact, name):
            yield of_part(contact, name, text, context).plain(text)
