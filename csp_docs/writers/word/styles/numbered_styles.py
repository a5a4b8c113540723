"""Styles that belong to the lists of a document: headings, appendices and paragraphs with numbers."""

from __future__ import annotations

from collections.abc import Iterator

from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import indent
from csp_docs.writers.word.styles.multilevel import count_with_headings
from csp_docs.writers.word.styles.numbering import DocumentLists
from csp_docs.writers.word.styles.style import HEADING_LEVELS, ParagraphStyle, number_reference


def numbered_styles(document_lists: DocumentLists, theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the styles of one document, but not Word's own styles for the headings of the first document."""
    prefix, name = document_lists.prefix, f"Embedded {document_lists.place} " if document_lists.place else ""
    if document_lists.place:
        below = f"{prefix}NumberedParagraph" if document_lists.numbering.paragraphs else "BodyText"
        yield from _sections(document_lists, "Heading", f"{name}Heading", below, 0)
    first = w("pageBreakBefore"), number_reference(document_lists.appendices), indent(0)
    based = f"Heading{document_lists.shift + 1}"
    yield ParagraphStyle(
        f"{prefix}AppendixHeading", f"{name}Appendix Heading", based, theme.appendix, "BodyText", first, 9, own=True
    )
    below = f"{prefix}AppendixParagraph" if count_with_headings(document_lists.numbering) else "BodyText"
    yield from _sections(document_lists, "AppendixSection", f"{name}Appendix Section", below, 1)
    for kind, number, depth in _paragraphs(document_lists):
        id_, properties = f"{prefix}{kind}Paragraph", (number_reference(number, depth),)
        yield ParagraphStyle(id_, f"{name}{kind} Paragraph", following=id_, properties=properties, priority=1, own=True)


def heading_variant(id_: str, name: str, level: int, below: str, *properties: Xml) -> ParagraphStyle:
    """Return a style with the look of headings of ``level``."""
    return ParagraphStyle(id_, name, f"Heading{level}", None, below, properties, 9, own=True)


def _sections(document_lists: DocumentLists, kind: str, name: str, below: str, first: int) -> Iterator[ParagraphStyle]:
    """Yield the styles of numbered headings, which begin at the level ``first`` of their list."""
    number, deeper = (document_lists.appendices if first else document_lists.headings), first + document_lists.shift
    for depth, pattern in enumerate(document_lists.numbering.headings, 1):
        if pattern:
            level = min(depth + deeper, HEADING_LEVELS)
            place = number_reference(number, depth - 1 + first), indent(document_lists.column, document_lists.column)
            yield heading_variant(f"{document_lists.prefix}{kind}{depth}", f"{name} {depth}", level, below, *place)


def _paragraphs(document_lists: DocumentLists) -> Iterator[tuple[str, int, int]]:
    levels = len(document_lists.numbering.headings)
    if count_with_headings(document_lists.numbering):
        yield "Numbered", document_lists.headings, levels
        yield "Appendix", document_lists.appendices, levels + 1
    elif document_lists.numbering.paragraphs:
        yield "Numbered", document_lists.paragraphs, 0
