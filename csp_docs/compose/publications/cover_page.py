"""The cover page of a publication."""

from __future__ import annotations

from typing import assert_never

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, CoverRole, Inlines
from csp_docs.compose.content.typed import of_part
from csp_docs.compose.context import PublicationContext
from csp_docs.council.layouts import CoverField
from csp_docs.model import Status

_ROLES = {
    CoverField.PARTNERSHIP: CoverRole.BODY,
    CoverField.COUNCIL: CoverRole.BODY,
    CoverField.TITLE: CoverRole.TITLE,
    CoverField.SUBTITLE: CoverRole.SUBTITLE,
    CoverField.STRAPLINE: CoverRole.STRAPLINE,
    CoverField.PERIOD: CoverRole.DETAIL,
    CoverField.STATUS: CoverRole.DETAIL,
    CoverField.VERSION: CoverRole.DETAIL,
    CoverField.DATE: CoverRole.DETAIL,
    CoverField.VISION: CoverRole.STATEMENT,
    CoverField.STATEMENT: CoverRole.STATEMENT,
}


def cover_page(context: PublicationContext) -> Blocks:
    """Return the cover page: the lines that the council's layout names and that have something to say.

    If no line has, only the title is printed.
    """
    said = {line.field: words for line in context.layout.cover if (words := _words(line.field, context))}
    context.printed.update(field.value for field in said)
    lines = _details_in_one_line([b.CoverLine(_ROLES[field], words) for field, words in said.items()])
    title = b.CoverLine(CoverRole.TITLE, context.inlines(context.document.title))
    return (b.Cover(lines or (title,)),)


def _details_in_one_line(lines: list[b.CoverLine]) -> tuple[b.CoverLine, ...]:
    """Return the lines, where details that follow each other share one: "Draft · V2 · July 2020"."""
    out: list[b.CoverLine] = []
    for line in lines:
        if out and line.role is out[-1].role is CoverRole.DETAIL:
            out[-1] = b.CoverLine(line.role, (*out[-1].inlines, b.Text(" · "), *line.inlines))
        else:
            out.append(line)
    return tuple(out)


def _words(field: CoverField, context: PublicationContext) -> Inlines:
    given, council = context.document, context.council
    match field:
        case CoverField.PARTNERSHIP:
            return context.inlines(council.partnership.name)
        case CoverField.COUNCIL:
            return context.inlines(council.council.name)
        case CoverField.PERIOD:
            return _text(str(context.scope.names["period"])) if given.period else ()
        case CoverField.STATUS:
            return context.words(f"status_{given.status.value}") if given.status not in (None, Status.FINAL) else ()
        case CoverField.DATE:
            return _text(context.longdate(given.date)) if given.date else ()
        case CoverField.VISION:
            vision = context.inlines(given.vision)
            return (b.Emphasis(vision),) if vision else ()
        case CoverField.TITLE | CoverField.SUBTITLE | CoverField.STRAPLINE | CoverField.VERSION | CoverField.STATEMENT:
            text = getattr(given, field.value)
            return of_part(given, field.value, text, context).inlines(text)
        case _:
            assert_never(field)


def _text(words: str) -> Inlines:
    return (b.Text(words),)
