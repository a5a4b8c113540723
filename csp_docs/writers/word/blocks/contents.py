"""Contents and lists of captions: Word's own fields, with the entries that they show until Word updates them."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from csp_docs.blocks import Contents, ContentsEntry, Listing
from csp_docs.typesetting.labels import number_columns, number_room
from csp_docs.writers.word.blocks.captions import sequence
from csp_docs.writers.word.file.elements import Xml, run, text_content, w
from csp_docs.writers.word.file.language import set_language
from csp_docs.writers.word.file.measures import indent, twips
from csp_docs.writers.word.file.paragraphs import xml_of
from csp_docs.writers.word.inline.fields import begun, ended, field
from csp_docs.writers.word.pages.flow import Flow
from csp_docs.writers.word.styles.page_styles import toc_heading
from csp_docs.writers.word.styles.style import HEADING_LEVELS

if TYPE_CHECKING:
    from csp_docs.theme.theme import TextStyle
    from csp_docs.writers.word.blocks.writer import BodyWriter


def write_contents(writer: BodyWriter, contents: Contents) -> None:
    """Write the contents, or a list of captions, below their title."""
    style, _ = toc_heading(writer.story.shift + 1 + contents.below)
    if contents.of is Listing.HEADINGS:
        _write_headings(writer, contents, style)
    else:
        writer.flow.heading(style, writer.inlines(contents.title))
        for _, entries in groupby(contents.entries, key=lambda entry: entry.series.casefold()):
            _write_captions(writer, tuple(entries))


def _write_captions(writer: BodyWriter, entries: tuple[ContentsEntry, ...]) -> None:
    """Write the captions of one series as the field that Word's "Insert Table of Figures" makes.

    It is not limited to the range of an embedded document, because LibreOffice loses all fields after one with such a
    limit.
    """
    before = begun(rf'TOC \h \z \c "{sequence(entries[0].series)}"')
    for place, entry in enumerate(entries, 1):
        end = [ended()] if place == len(entries) else []
        writer.flow.paragraph("TableofFigures", [*before, _link(writer, entry), *end])
        before = []


def _write_headings(writer: BodyWriter, contents: Contents, style: str) -> None:
    """Write contents as a content control, in which Word offers to update them."""
    top = writer.flow.top()
    inside = Flow(new_page=writer.flow.new_page)
    inside.paragraph(style, writer.inlines(contents.title), *top)
    before, columns = begun(_code(writer, contents.levels)), number_columns(contents.entries, partial(_look, writer))
    for entry in contents.entries:
        writer.story.contents.setdefault(_level(writer, entry.level), columns.get(entry.level, 0))
        place = _place(writer, entry, columns)
        inside.paragraph(f"TOC{_level(writer, entry.level)}", [*before, _link(writer, entry)], *place)
        before = []
    inside.thin_paragraph().content.extend([*before, ended()])
    kind = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    properties = w("sdtPr", w("id", val=writer.story.number()), kind)
    writer.flow.elements.append(w("sdt", properties, w("sdtContent", *map(xml_of, inside.elements))))
    writer.flow.new_page, writer.flow.gap = False, 0


def _level(writer: BodyWriter, level: int) -> int:
    """Return the level in Word's outline of headings of a document's ``level``."""
    return min(level + writer.story.shift, HEADING_LEVELS)


def _code(writer: BodyWriter, levels: int) -> str:
    """Return the instruction: headings of these levels, as links, without page numbers on the web, by outline level."""
    inside = rf"\b {writer.story.range} " if writer.story.range else ""
    return rf'TOC {inside}\o "{_level(writer, 1)}-{_level(writer, levels)}" \h \z \u'


def _look(writer: BodyWriter, entry: ContentsEntry) -> TextStyle:
    return writer.story.theme.contents_entry(_level(writer, entry.level))


def _place(writer: BodyWriter, entry: ContentsEntry, columns: dict[int, float]) -> list[Xml]:
    """Return the indent of a title after its number, where the tab ends; a wide number has a tab stop of its own.

    The style of its level has the indent of the first contents with entries there.
    """
    level = _level(writer, entry.level)
    left = writer.story.theme.contents_indent * (level - 1)
    column = columns.get(entry.level, 0) if entry.number else 0
    hanging = [indent(left + column, column)] if column != writer.story.contents.get(level, 0) else []
    if not entry.number or column or not writer.story.listed[entry.target].tabbed:
        return hanging
    stop = left + number_room(entry.number, _look(writer, entry))
    return [*hanging, w("tabs", w("tab", val="left", pos=twips(stop)))]


def _link(writer: BodyWriter, entry: ContentsEntry) -> Xml:
    """Return an entry as Word makes it: all of it is a link to the heading; page numbers are hidden on the web."""
    listed = writer.story.listed[entry.target]
    between = [w("tab")] if listed.tabbed else text_content(" ")
    number = [run((), *text_content(entry.number), *between)] if entry.number else []
    page = field(rf"PAGEREF {listed.bookmark} \h", str(entry.page), (w("webHidden"),))
    light = [w("b", val=0)] if not entry.series and _look(writer, entry).bold else []
    leader = run([*light, w("webHidden")], *text_content(" "), w("tab"))  # dots look like their tab
    content = [*number, *writer.inlines(entry.title), leader, *page]
    return set_language(
        w("hyperlink", *content, anchor=listed.bookmark, history=1), listed.language, writer.story.document.language
    )
