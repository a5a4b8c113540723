"""Styles for pages: covers, contents, blank pages, and documents inside appendices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from csp_docs.blocks import CoverRole
from csp_docs.theme.theme import CoverLook, TextStyle, Theme
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import indent, rule, twips
from csp_docs.writers.word.styles.numbering import DocumentLists
from csp_docs.writers.word.styles.style import HEADING_LEVELS, ParagraphStyle, number_reference

COVER_STYLES = {
    CoverRole.BODY: ("CoverBody", "Cover Body"),
    CoverRole.SUBTITLE: ("Subtitle", "Subtitle"),
    CoverRole.STRAPLINE: ("CoverStrapline", "Cover Strapline"),
    CoverRole.DETAIL: ("CoverDetail", "Cover Detail"),
    CoverRole.STATEMENT: ("CoverStatement", "Cover Statement"),
}
"""The style of each line of a cover but the title: its id and its name. One of them is Word's own."""

_THIN = 1.0
"""The height of a line without words, in points."""
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
    yield from _titles(theme)
    for role, (id_, name) in COVER_STYLES.items():
        yield ParagraphStyle(id_, name, look=getattr(theme.cover, role.value), priority=10, own=id_ != name)
        if theme.inner_cover:
            yield _inner(role, id_, role.value.title(), theme.inner_cover)
    if theme.inner_cover:
        yield _inner(CoverRole.TITLE, "CoverTitle", "Cover Title", theme.inner_cover)
        line = _accent_rule(theme, theme.inner_cover)
        yield ParagraphStyle("EmbeddedCoverRule", "Embedded Cover Rule", properties=line, priority=10, own=True)
    yield ParagraphStyle("CoverRule", "Cover Rule", properties=_accent_rule(theme, theme.cover), priority=10, own=True)
    middle = evolve(theme.body, before=above_middle(theme))
    yield ParagraphStyle("BlankPage", "Blank Page", look=middle, properties=(w("jc", val="center"),), own=True)
    columns = dict(contents)
    for level in range(1, HEADING_LEVELS + 1):
        yield _entry(level, columns.get(level, 0), theme)
    yield _line_of("TableofFigures", "table of figures", theme.contents_caption, (), theme)
    yield from _headings(of_documents)


def _titles(theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the style of the title, and that of titles of the other kind, such as a cover inside a report."""
    keep = w("keepNext"), w("keepLines")
    for look in theme.titles:
        id_ = title_style(look, theme)
        following = "Subtitle" if look is theme.cover.title else "BodyText"
        if id_ == "Title":
            yield ParagraphStyle(id_, id_, "Normal", look, following, keep, 10, heading=True)
        else:
            yield ParagraphStyle(id_, "Embedded Title", "Title", look, following, (), 10, own=True)


def frame_at_foot(theme: Theme) -> Xml:
    """Return the frame at the foot of the text area, which Word puts all paragraphs that follow each other into.

    LibreOffice does not read it in a style.
    """
    return w("framePr", w=twips(theme.page.text_width), wrap="around", vAnchor="margin", hAnchor="margin",
             xAlign="left", yAlign="bottom")  # fmt: skip


def _accent_rule(theme: Theme, look: CoverLook) -> tuple[Xml, ...]:
    """Return the properties of a line that is only a rule: the border above it, cut by the indent at the right."""
    length, thickness = look.rule
    border = w("pBdr", rule("top", theme, look.accent, thickness))
    line = w("spacing", before=0, after=twips(look.below_rule - _THIN), line=twips(_THIN), lineRule="exact")
    return border, line, w("ind", left=0, right=twips(theme.page.text_width - length))


def _inner(role: CoverRole, id_: str, name: str, look: CoverLook) -> ParagraphStyle:
    """Return the style of a line on the cover of a document inside the document: a report there has a title, too."""
    return ParagraphStyle(f"Embedded{id_}", f"Embedded {name}", look=getattr(look, role.value), priority=10, own=True)


def cover_look(theme: Theme, *, inside: bool) -> CoverLook:
    """Return the look of the cover of the document, or of one ``inside`` it."""
    return (theme.inner_cover if inside else None) or theme.cover


def cover_style(role: CoverRole, theme: Theme, *, inside: bool) -> str:
    """Return the id of the style of a line on a cover, or on that of a document ``inside`` the document."""
    prefix = "Embedded" if inside and theme.inner_cover else ""
    if role is CoverRole.TITLE:
        return f"{prefix}CoverTitle" if prefix else title_style(theme.cover.title, theme)
    return prefix + COVER_STYLES[role][0]


def title_style(look: TextStyle, theme: Theme) -> str:
    """Return the id of the style of a title with this ``look``: Word's own for those of documents like the first."""
    return "Title" if look is theme.titles[0] else "EmbeddedTitle"


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
