"""Styles that belong to the lists of a document: headings, appendices and paragraphs with numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import indent
from csp_docs.writers.word.styles.multilevel import count_with_headings, nested_style, number_stops
from csp_docs.writers.word.styles.numbering import DocumentLists
from csp_docs.writers.word.styles.style import HEADING_LEVELS, ParagraphStyle, number_reference


def numbered_styles(document_lists: DocumentLists, outermost: DocumentLists, theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the styles of one document, but not Word's own styles for the headings of the ``outermost`` document."""
    prefix, name = document_lists.prefix, f"Embedded {document_lists.place} " if document_lists.place else ""
    if document_lists.place:
        below = f"{prefix}NumberedParagraph" if document_lists.numbering.paragraphs else "BodyText"
        yield from _sections(document_lists, outermost, ("Heading", f"{name}Heading"), below, 0, theme)
    first = w("pageBreakBefore"), number_reference(document_lists.appendices), indent(0)
    level, plain = document_lists.shift + 1, (number_reference(0), indent(0))
    look = theme.appendix(level, together=False)
    named = f"{prefix}AppendixHeading", f"{name}Appendix Heading"
    yield ParagraphStyle(*named, f"Heading{level}", look, "BodyText", first, 9, own=True)
    yield heading_variant(f"{prefix}BackHeading", f"{name}Back Heading", level, "Normal", *plain)
    below = f"{prefix}AppendixParagraph" if count_with_headings(document_lists.numbering) else "BodyText"
    named = "AppendixSection", f"{name}Appendix Section"
    yield from _sections(document_lists, outermost, named, below, 1, theme)
    for kind, number, at in _paragraphs(document_lists):
        for depth in range(len(document_lists.numbering.deeper) + 1):
            id_, named_ = nested_style(f"{prefix}{kind}Paragraph", depth), f"{name}{kind} Paragraph"
            words = f"{named_} {depth + 1}" if depth else named_
            properties = (number_reference(number, at + depth),)
            yield ParagraphStyle(id_, words, following=id_, properties=properties, priority=1, own=True)


def heading_variant(id_: str, name: str, level: int, below: str, *properties: Xml) -> ParagraphStyle:
    """Return a style with the look of headings of ``level``."""
    return ParagraphStyle(id_, name, f"Heading{level}", None, below, properties, 9, own=True)


def heading_stops(document_lists: DocumentLists, level: int, depth: int, theme: Theme) -> list[int]:
    """Return the tab stops of headings of ``level`` with the pattern of sections of this ``depth``, from 1."""
    patterns = document_lists.numbering.headings[depth - 1 : depth]
    return [stop for one in patterns for stop in number_stops(one, theme.heading(level), document_lists.column)]


def tabs(stops: list[int], inherited: Sequence[int] = ()) -> list[Xml]:
    """Return the tab ``stops`` of a style, without those that are ``inherited``; nothing if it has none."""
    cleared = (w("tab", val="clear", pos=stop) for stop in inherited if stop not in stops)
    found = [*cleared, *(w("tab", val="left", pos=stop) for stop in stops)]
    return [w("tabs", *found)] if found else []


def _sections(
    document_lists: DocumentLists,
    outermost: DocumentLists,
    named: tuple[str, str],
    below: str,
    first: int,
    theme: Theme,
) -> Iterator[ParagraphStyle]:
    """Yield the styles of numbered headings, ``named`` by id and name; they begin at the level ``first`` of their list.

    They are based on the headings of the ``outermost`` document.
    """
    number, deeper = (document_lists.appendices if first else document_lists.headings), first + document_lists.shift
    for depth, pattern in enumerate(document_lists.numbering.headings, 1):
        if pattern:
            level = min(depth + deeper, HEADING_LEVELS)
            inherited = heading_stops(outermost, level, level, theme)
            stops = tabs(heading_stops(document_lists, level, depth, theme), inherited)
            place = number_reference(number, depth - 1 + first), indent(document_lists.column, document_lists.column)
            id_, name = f"{document_lists.prefix}{named[0]}{depth}", f"{named[1]} {depth}"
            yield heading_variant(id_, name, level, below, *place, *stops)


def _paragraphs(document_lists: DocumentLists) -> Iterator[tuple[str, int, int]]:
    levels = len(document_lists.numbering.headings)
    if count_with_headings(document_lists.numbering):
        yield "Numbered", document_lists.headings, levels
        yield "Appendix", document_lists.appendices, levels + 1
    elif document_lists.numbering.paragraphs:
        yield "Numbered", document_lists.paragraphs, 0
