"""The cover page of a publication."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, CoverRole, Inlines
from csp_docs.compose.content.figures import logo_of, picture
from csp_docs.compose.content.typed import of_part
from csp_docs.compose.context import PublicationContext
from csp_docs.council.layouts import CoverField, CoverLine
from csp_docs.model import Status

_NAMES = (CoverField.PARTNERSHIP, CoverField.COUNCIL)
_ROLES = {
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

    A draft always says so. If no line has anything to say, only the title is printed.
    """
    wanted = list(context.layout.cover)
    if context.document.status is Status.DRAFT and all(line.field is not CoverField.STATUS for line in wanted):
        wanted.append(CoverLine(field=CoverField.STATUS))
    said = [(line.field, words) for line in wanted if (words := _said(line, context))]
    context.printed.update(field.value for field, _ in said if field)
    first, *others = [words for field, words in said if field in _NAMES] or [()]
    lines = [(field, words) for field, words in said if field not in _NAMES]
    if all(_role(field) is CoverRole.DETAIL for field, _ in lines):
        lines.insert(0, (CoverField.TITLE, context.inlines(context.document.title)))
    name = [b.CoverLine(CoverRole.BODY, first)] if first else []
    below = [b.CoverLine(CoverRole.DETAIL, words) for words in others]
    ground = context.layout.cover_style
    return (b.Cover((*name, *_with_details_together(lines, below)), ground, _picture(context), logo_of(context)),)


def _picture(context: PublicationContext) -> b.Figure | None:
    """Return the picture of a cover that has one."""
    if context.layout.cover_style is not b.CoverGround.PICTURE:
        return None
    context.printed.add("cover_picture")
    return picture(context.document.cover_picture, context, context.theme.page.height)


def _with_details_together(
    lines: list[tuple[CoverField | None, Inlines]], below: list[b.CoverLine]
) -> Iterator[b.CoverLine]:
    """Yield the lines with all details in the place of the first: "Draft · V2 · July 2020", then those ``below``.

    Fixed words are a line of their own.
    """
    details = [words for field, words in lines if _is_detail(field)]
    joined = tuple(inline for words in details for inline in (b.Text(" · "), *words))[1:]
    together = [*([b.CoverLine(CoverRole.DETAIL, joined)] if joined else []), *below]
    for field, words in lines:
        if _is_detail(field):
            yield from together
            together = []
        else:
            yield b.CoverLine(_role(field), words)
    yield from together


def _is_detail(field: CoverField | None) -> bool:
    return field is not None and _role(field) is CoverRole.DETAIL


def _said(line: CoverLine, context: PublicationContext) -> Inlines:
    if line.field:
        return field_words(line.field, context)
    from csp_docs.compose.heads.fields import naming_fields

    return naming_fields((line.text,), context).inlines(line.text)


def _role(field: CoverField | None) -> CoverRole:
    return _ROLES[field] if field else CoverRole.DETAIL


def field_words(field: CoverField, context: PublicationContext) -> Inlines:
    """Return the words of a field as a line prints them; nothing for one that is not given."""
    given, council = context.document, context.council
    match field:
        case CoverField.PARTNERSHIP:
            return context.inlines(council.partnership.name)
        case CoverField.COUNCIL:
            return context.inlines(council.council.name)
        case CoverField.LOGO:  # it is above all lines
            return ()
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
