"""Styles for pages: covers, contents, blank pages, and documents inside appendices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from csp_docs.blocks import CoverRole
from csp_docs.theme.theme import TextStyle, Theme
from csp_docs.writers.word.file.elements import Xml, w
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


def above_middle(theme: Theme) -> float:
    """Return the space above a line in the middle of a page, in points: not all programs can centre a page."""
    return (theme.page.text_height - theme.body.leading) / 2


def page_styles(
    of_documents: Sequence[DocumentLists], contents: Iterable[tuple[int, float]], theme: Theme
) -> Iterator[ParagraphStyle]:
    """Yield the styles of pages; ``of_documents`` has the lists of each document in the file.

    ``contents`` has the width of the numbers in the contents, by level.
    """
    for role, (id_, name) in COVER_STYLES.items():
        look, own = getattr(theme.cover, role.value), id_ != name
        heading = role is CoverRole.TITLE
        following = "BodyText" if heading else ""
        yield ParagraphStyle(id_, name, look=look, following=following, priority=10, own=own, heading=heading)
    middle = evolve(theme.body, before=above_middle(theme))
    yield ParagraphStyle("BlankPage", "Blank Page", look=middle, properties=(w("jc", val="center"),), own=True)
    columns = dict(contents)
    for level in range(1, HEADING_LEVELS + 1):
        yield _entry(level, columns.get(level, 0), theme)
    yield _line_of("TableofFigures", "table of figures", theme.contents_caption, (), theme)
    yield from _headings(of_documents)


def _entry(level: int, column: float, theme: Theme) -> ParagraphStyle:
    """Return the style of an entry, with titles ``column`` points to the right of their numbers."""
    left = theme.contents_indent * (level - 1)
    place = (indent(left + column, column),) if left or column else ()
    return _line_of(f"TOC{level}", f"toc {level}", theme.contents_entry(level), place, theme)


def _line_of(id_: str, name: str, look: TextStyle, place: tuple[Xml, ...], theme: Theme) -> ParagraphStyle:
    stop = w("tabs", w("tab", val="right", leader="dot", pos=twips(theme.page.text_width)))
    return ParagraphStyle(id_, name, look=look, properties=(stop, *place), priority=39)


def _headings(of_documents: Sequence[DocumentLists]) -> Iterator[ParagraphStyle]:
    """The headings of contents, at each level where a document begins, and one lower for lists of captions."""
    for level in range(1, max(one.shift for one in of_documents) + 3):
        outside = number_reference(0), indent(0), w("outlineLvl", val=NOT_LISTED)
        yield ParagraphStyle(*toc_heading(level), f"Heading{level}", None, "Normal", outside, 39, own=level > 1)


def toc_heading(level: int) -> tuple[str, str]:
    """Return id and name of the style for the title of contents with entries from ``level`` down."""
    return (f"TOCHeading{level}", f"TOC Heading {level}") if level > 1 else ("TOCHeading", "TOC Heading")
