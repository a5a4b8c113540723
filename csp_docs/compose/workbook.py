"""The words that only workbooks have: what the cover sheet says, the names of sheets, and what marks mean."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from csp_docs.blocks import Workbook
from csp_docs.compose.content.typed import of_part
from csp_docs.compose.context import Context
from csp_docs.model import Contact, CouncilDocument
from csp_docs.model.closed import closed_names
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


def workbook(context: Context) -> Workbook:
    """Return the words of the workbook of a document."""
    unseen = evolve(context.unseen(), problems=[])  # no page shows them
    term = unseen.term
    marks = tuple(map(term, _MARKS))
    return Workbook(
        cover=tuple(_cover(unseen)),
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
        rank=term("map_rank"),
    )


def _cover(context: Context) -> Iterator[str]:
    """Yield what the cover sheet says: "Publisher: Anytown Borough Council"."""
    given = context.document
    if subtitle := context.plain(given.subtitle):
        yield subtitle
    yield f"{context.term('workbook_publisher')}: {context.plain(context.council.council.name)}"
    if given.date:
        yield f"{context.term('workbook_date')}: {context.longdate(given.date)}"
    if given.status:
        yield f"{context.term('workbook_status')}: {context.term(f'status_{given.status.value}')}"
    for contact in _contacts(given):
        yield f"{context.term('contact')}: {', '.join(_words(contact, context))}"


def _contacts(document: CouncilDocument) -> tuple[Contact, ...]:
    """Return the contacts of a document, if they are for the public."""
    named = {"contact": document.contact, "contacts": getattr(document, "contacts", ())}
    open_ones = {name: found for name, found in named.items() if found and name not in closed_names(document)}
    return tuple(one for found in open_ones.values() for one in (found if isinstance(found, tuple) else (found,)))


def _words(contact: Contact, context: Context) -> Iterator[str]:
    for name in types_of(Contact):
        if text := getattr(contact, name):
            yield of_part(contact, name, text, context).plain(text)
