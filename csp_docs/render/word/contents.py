"""Contents: Word's own field for them, with the entries that it shows until Word makes them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from csp_docs.blocks import Contents, ContentsEntry
from csp_docs.render.word.elements import run, text_content, w
from csp_docs.render.word.fields import begun, ended, field
from csp_docs.render.word.flow import Flow
from csp_docs.render.word.language import set_language
from csp_docs.render.word.measures import twips
from csp_docs.render.word.page_styles import toc_heading
from csp_docs.render.word.style import HEADING_LEVELS

if TYPE_CHECKING:
    from csp_docs.render.word.body import BodyWriter


def write_contents(writer: BodyWriter, contents: Contents) -> None:
    """Write contents as a content control, by which Word offers to make them anew."""
    top = [w("spacing", before=0)] if writer.flow.turn() else []
    inside = Flow(new_page=writer.flow.new_page)
    style, _ = toc_heading(writer.story.shift + 1)
    inside.paragraph(style, writer.inlines(contents.title), *top)
    before = begun(_code(writer, contents.levels))
    for entry in contents.entries:
        inside.paragraph(f"TOC{_level(writer, entry.level)}", [*before, _link(writer, entry)], *_tab(writer, entry))
        before = []
    inside.thin_paragraph()
    inside.elements[-1].extend([*before, ended()])
    kind = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    properties = w("sdtPr", w("id", val=writer.story.number()), kind)
    writer.flow.elements.append(w("sdt", properties, w("sdtContent", *inside.elements)))
    writer.flow.new_page, writer.flow.gap = False, 0


def _level(writer: BodyWriter, level: int) -> int:
    """Return how deep the headings of a document's ``level`` are in Word's outline."""
    return min(level + writer.story.shift, HEADING_LEVELS)


def _code(writer: BodyWriter, levels: int) -> str:
    """Return the instruction: headings of these levels, as links, page numbers not on screens, by outline level."""
    inside = rf"\b {writer.story.range} " if writer.story.range else ""
    return rf'TOC {inside}\o "{_level(writer, 1)}-{_level(writer, levels)}" \h \z \u'


def _tab(writer: BodyWriter, entry: ContentsEntry) -> list[etree._Element]:
    """Return the stop for the title behind a number, where the heading has one too."""
    if not writer.story.listed[entry.target].tabbed:
        return []
    theme = writer.story.theme
    left = theme.contents_indent * (_level(writer, entry.level) - 1) + theme.number_width
    return [w("tabs", w("tab", val="left", pos=twips(left)))]


def _link(writer: BodyWriter, entry: ContentsEntry) -> etree._Element:
    """Return an entry as Word makes it: all of it leads to the heading; page numbers do not show on the web."""
    listed = writer.story.listed[entry.target]
    between = [w("tab")] if listed.tabbed else text_content(" ")
    number = [run((), *text_content(entry.number), *between)] if entry.number else []
    page = field(rf"PAGEREF {listed.bookmark} \h", str(entry.page), (w("webHidden"),))
    leader = run([w("webHidden")], w("tab"))
    content = [*number, *writer.inlines(entry.title), leader, *page]
    return set_language(
        w("hyperlink", *content, anchor=listed.bookmark, history=1), listed.language, writer.story.document.language
    )
