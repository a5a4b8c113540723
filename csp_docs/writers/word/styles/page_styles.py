"""Styles for pages: covers, contents, blank pages, and documents inside appendices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from csp_docs.blocks import CoverRole
from csp_docs.theme.theme import TextStyle, Theme
from csp_docs.writers.word.file.elements import w
from csp_docs.writers.word.file.measures import indent, twips
from csp_docs.writers.word.styles.numbering import DocumentLists
from csp_docs.writers.word.styles.style import HEADING_LEVELS, ParagraphStyle, number_reference

COVER_STYLES = {
    CoverRole.BODY: ("CoverBody", "Cover Body"),
    CoverRole.TITLE: ("Title", "Title"),
    CoverRole.SUBTITLE: ("Subtitle", "Subtitle"),
    CoverRole.STRAPLINE: ("CoverStrapline", "Cover Strapline"),
    CoverRole.DETAIL: ("CoverDetail", "Cover Detail"),
    CoverRole.STATEMENT: ("CoverStatement", "Cover Statement"),
}
"""The style of each line of a cover: its id and its name. Two of them are Word's own."""

NOT_LISTED = 9
"""The outline level of words that look like a heading but are not listed in contents (ECMA-376 part 1, 17.3.1.20)."""


def page_styles(of_documents: Sequence[DocumentLists], theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the styles of pages; ``of_documents`` has the lists of each document in the file."""
    for role, (id_, name) in COVER_STYLES.items():
        look, own = getattr(theme.cover, role.value), id_ != name
        following, _ = COVER_STYLES[CoverRole.SUBTITLE] if role is CoverRole.TITLE else ("", "")
        yield ParagraphStyle(id_, name, look=look, following=following, priority=10, own=own)
    yield ParagraphStyle("BlankPage", "Blank Page", look=theme.body, properties=(w("jc", val="center"),), own=True)
    for level in range(1, HEADING_LEVELS + 1):
        yield _entry(level, theme)
    yield _line_of("TableofFigures", "table of figures", theme.contents_caption, 0, theme)
    yield from _headings(of_documents)


def _entry(level: int, theme: Theme) -> ParagraphStyle:
    left = theme.contents_indent * (level - 1)
    return _line_of(f"TOC{level}", f"toc {level}", theme.contents_entry(level), left, theme)


def _line_of(id_: str, name: str, look: TextStyle, left: float, theme: Theme) -> ParagraphStyle:
    stop = w("tabs", w("tab", val="right", leader="dot", pos=twips(theme.page.text_width)))
    return ParagraphStyle(id_, name, look=look, properties=(stop, indent(left)), priority=39)


def _headings(of_documents: Sequence[DocumentLists]) -> Iterator[ParagraphStyle]:
    """The headings of contents, at each level where a document begins, and one lower for lists of captions."""
    for level in range(1, max(one.shift for one in of_documents) + 3):
        outside = number_reference(0), indent(0), w("outlineLvl", val=NOT_LISTED)
        yield ParagraphStyle(*toc_heading(level), f"Heading{level}", None, "Normal", outside, 39, own=level > 1)


def toc_heading(level: int) -> tuple[str, str]:
    """Return id and name of the style for the title of contents with entries from ``level`` down."""
    return (f"TOCHeading{level}", f"TOC Heading {level}") if level > 1 else ("TOCHeading", "TOC Heading")
