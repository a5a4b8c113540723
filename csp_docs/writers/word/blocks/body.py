"""Blocks as paragraphs and tables: one case for each block."""

from __future__ import annotations

from typing import assert_never

from attrs import evolve

from csp_docs.blocks import (
    Align,
    Appendix,
    BlankPage,
    Block,
    Callout,
    Contents,
    Cover,
    Embedded,
    Facts,
    Figure,
    Grid,
    Landscape,
    Lines,
    List,
    Masthead,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    Section,
    Signature,
    Table,
)
from csp_docs.typesetting.titles import balanced, further_room, head_line, sides
from csp_docs.writers.word.blocks.facts import facts_table
from csp_docs.writers.word.blocks.figures import write_figure, write_logo
from csp_docs.writers.word.blocks.headings import appendix_style, section_style
from csp_docs.writers.word.blocks.layout_grid import write_grid
from csp_docs.writers.word.blocks.lists import joined, write_list
from csp_docs.writers.word.blocks.page_blocks import write_pages
from csp_docs.writers.word.blocks.tables import write_table
from csp_docs.writers.word.blocks.writer import BodyWriter
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import narrowed, twips
from csp_docs.writers.word.file.paragraphs import xml_of
from csp_docs.writers.word.pages.flow import Flow
from csp_docs.writers.word.pages.pages import Pages
from csp_docs.writers.word.story import Story
from csp_docs.writers.word.styles.page_styles import title_style


def write_block(writer: BodyWriter, block: Block, leads: bool) -> None:
    """Write one block."""
    match block:
        case Paragraph():
            _paragraph(writer, block, leads)
        case Lines():
            writer.text(joined(block.lines), w("keepLines"), *([w("keepNext")] if leads else []))
        case List():
            write_list(writer, block)
        case Section():
            _section(writer, block)
        case Appendix():
            _appendix(writer, block)
        case Masthead():
            _masthead(writer, block)
        case Facts():
            writer.flow.table(facts_table(writer, block), writer.space_below_tables, writer.space_above)
        case Table():
            write_table(writer, block)
        case Figure():
            write_figure(writer, block)
        case Grid():
            write_grid(writer, block)
        case Callout() | Quote() | Signature():
            _set_apart(writer, block)
        case PageBreak():
            writer.flow.new_page = True
        case Cover() | Contents() | Landscape() | Part() | BlankPage() | Embedded():
            write_pages(writer, block)
        case _:
            assert_never(block)


def _set_apart(writer: BodyWriter, block: Callout | Quote | Signature) -> None:
    from csp_docs.writers.word.blocks.boxes import write_callout  # many documents have none of them
    from csp_docs.writers.word.blocks.quotes import write_quote, write_signature

    match block:
        case Callout():
            write_callout(writer, block)
        case Quote():
            write_quote(writer, block)
        case Signature():
            write_signature(writer, block)
        case _:
            assert_never(block)


def _paragraph(writer: BodyWriter, paragraph: Paragraph, leads: bool) -> None:
    keep = [w("keepNext")] if leads else []
    if not paragraph.number:
        writer.text(paragraph.inlines, *keep)
        return
    style, number = writer.story.numbers.place(paragraph, writer.appendix)
    words = writer.story.marked(paragraph.id, writer.inlines(paragraph.inlines))
    writer.flow.paragraph(style, words, *keep, *number)


def _section(writer: BodyWriter, section: Section) -> None:
    begun = len(writer.flow.elements)
    zones = writer.story.zones
    inside = writer._replace(zone=zones.page if section.at_margin else zones.section)
    if section.title:
        inside = inside._replace(level=writer.level + 1)
        _section_heading(inside, section)
    writer.story.numbers.enter(section, inside.level)
    inside.blocks(section.blocks)
    if section.together:
        writer.flow.keep_from(begun)


def _section_heading(writer: BodyWriter, section: Section) -> None:
    """Write the heading of ``section``; ``writer`` is at its level, and in its zone."""
    style, properties = section_style(writer.story, section, writer.level, writer.appendix)
    theme, indent = writer.story.theme, 0 if section.over else writer.zone.indent
    look = theme.heading(writer.heading_level)
    before = f"{section.number} " if section.number and not indent else ""
    room = writer.measure - indent + further_room(section.blocks, theme)
    title = balanced(section.title, look, room, before)
    properties = narrowed(properties, title.narrower)
    _heading(writer, evolve(section, title=title.words), style, look.after, properties)


def _appendix(writer: BodyWriter, appendix: Appendix) -> None:
    page_kind, begun = writer.pages.wanted, len(writer.flow.elements)
    style, properties = appendix_style(writer.story, appendix)
    theme = writer.story.theme
    look = theme.appendix(writer.story.shift + 1, together=False)
    room = writer.measure + further_room(appendix.blocks, theme)
    title = balanced(appendix.title, look, room, appendix.printed_label)
    properties = narrowed(properties, title.narrower)
    _heading(writer, evolve(appendix, title=title.words), style, look.after, properties, spaced=look.before > 0)
    around, writer.story.numbers = writer.story.numbers, writer.story.numbers.in_appendix()
    writer._replace(level=0, appendix=True, zone=writer.story.zones.page).blocks(appendix.blocks)
    writer.story.numbers = around.after_appendix()
    if appendix.together:
        writer.flow.keep_from(begun)
    writer.pages.wanted = page_kind


def _heading(
    writer: BodyWriter,
    block: Section | Appendix,
    style: str,
    after: float,
    properties: list[Xml],
    *,
    spaced: bool = True,
) -> None:
    page_kind = writer.pages.wanted
    writer.pages.open(block)
    words = writer.story.marked(block.id, writer.inlines(block.title))
    writer.flow.heading(style, words, *properties, spaced=spaced, after=after)
    writer.pages.wanted = page_kind


def _masthead(writer: BodyWriter, masthead: Masthead) -> None:
    theme = writer.story.theme
    if masthead.logo:
        write_logo(writer, masthead.logo, "Logo")
    for line, look in masthead.looked:
        words, narrower = balanced(line, head_line(theme, bold=look.bold), writer.measure)
        style = "Masthead" if look.bold else "MastheadPlain"
        place = _ends(narrower, look.align)
        writer.flow.paragraph(style, writer.inlines(words), *place, *writer.story.aligned(style, look.align))
    if masthead.lines:
        writer.flow.end_with(theme.body.after)
    if masthead.title:
        words, narrower = balanced(masthead.title, theme.title, writer.measure)
        style, align = title_style(theme.title, theme), masthead.title_align
        place = [*writer.flow.top(), *_ends(narrower, align), *writer.story.aligned(style, align)]
        title = writer.flow.paragraph(style, writer.inlines(words), *place)
        title.after = twips(theme.title.after)


def _ends(narrower: float, align: Align) -> list[Xml]:
    """Return the indents of a line at the top of the first page, whose words end where they read well."""
    if align is Align.LEFT:
        return narrowed([], narrower)
    left, right = sides(narrower, align)
    return [w("ind", left=twips(left), right=twips(right))] if narrower else []


def write_body(story: Story, pages: Pages) -> list[Xml]:
    """Return the paragraphs and tables of the complete document, and the section of its last pages."""
    flow = Flow(pages=pages)
    BodyWriter(story, flow, pages, story.zones.page, story.theme.page.text_width, write_block).blocks(
        story.document.blocks
    )
    return [*map(xml_of, flow.finish()), pages.section()]
