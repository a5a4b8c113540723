"""Styles that belong to the lists of a document: headings, appendices and paragraphs with numbers."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import w
from csp_docs.writers.word.file.measures import indent
from csp_docs.writers.word.styles.multilevel import count_with_headings
from csp_docs.writers.word.styles.numbering import Series
from csp_docs.writers.word.styles.style import HEADING_LEVELS, ParagraphStyle, number_reference


def numbered_styles(series: Series, theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the styles of one document; the headings of the first are Word's own, and not among them."""
    prefix, name = series.prefix, f"Embedded {series.place} " if series.place else ""
    if series.place:
        below = f"{prefix}NumberedParagraph" if series.numbering.paragraphs else "BodyText"
        yield from _sections(series, "Heading", f"{name}Heading", below, 0)
    first = w("pageBreakBefore"), number_reference(series.appendices), indent(0)
    based = f"Heading{series.shift + 1}"
    yield ParagraphStyle(
        f"{prefix}AppendixHeading", f"{name}Appendix Heading", based, theme.appendix, "BodyText", first, 9, own=True
    )
    below = f"{prefix}AppendixParagraph" if count_with_headings(series.numbering) else "BodyText"
    yield from _sections(series, "AppendixSection", f"{name}Appendix Section", below, 1)
    for kind, number, depth in _paragraphs(series):
        id_, properties = f"{prefix}{kind}Paragraph", (number_reference(number, depth),)
        yield ParagraphStyle(id_, f"{name}{kind} Paragraph", following=id_, properties=properties, priority=1, own=True)


def heading_variant(id_: str, name: str, level: int, below: str, *properties: etree._Element) -> ParagraphStyle:
    """Return a style that looks like headings of ``level``."""
    return ParagraphStyle(id_, name, f"Heading{level}", None, below, properties, 9, own=True)


def _sections(series: Series, kind: str, name: str, below: str, first: int) -> Iterator[ParagraphStyle]:
    """Yield the styles of numbered headings, which begin at the level ``first`` of their list."""
    number, deeper = (series.appendices if first else series.headings), first + series.shift
    for depth, pattern in enumerate(series.numbering.headings, 1):
        if pattern:
            level = min(depth + deeper, HEADING_LEVELS)
            place = number_reference(number, depth - 1 + first), indent(series.column, series.column)
            yield heading_variant(f"{series.prefix}{kind}{depth}", f"{name} {depth}", level, below, *place)


def _paragraphs(series: Series) -> Iterator[tuple[str, int, int]]:
    levels = len(series.numbering.headings)
    if count_with_headings(series.numbering):
        yield "Numbered", series.headings, levels
        yield "Appendix", series.appendices, levels + 1
    elif series.numbering.paragraphs:
        yield "Numbered", series.paragraphs, 0
