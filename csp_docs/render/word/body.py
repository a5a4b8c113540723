"""Blocks to paragraphs and tables: one case for each block."""

from __future__ import annotations

from itertools import zip_longest
from typing import assert_never

from attrs import evolve, frozen
from lxml import etree

from csp_docs.blocks import (
    Appendix,
    BlankPage,
    Block,
    Blocks,
    Callout,
    Contents,
    Cover,
    Embedded,
    Facts,
    Figure,
    Grid,
    Inlines,
    Landscape,
    Lines,
    List,
    Masthead,
    PageBreak,
    Paragraph,
    Quote,
    Section,
    Signature,
    Table,
)
from csp_docs.render.word.callouts import begin_box, close_box
from csp_docs.render.word.elements import w
from csp_docs.render.word.facts import facts_table
from csp_docs.render.word.figures import write_figure
from csp_docs.render.word.flow import Flow
from csp_docs.render.word.headings import appendix_style, section_style
from csp_docs.render.word.inlines import InlineWriter
from csp_docs.render.word.layout_grid import write_grid
from csp_docs.render.word.lists import joined, write_list
from csp_docs.render.word.page_blocks import write_pages
from csp_docs.render.word.pages import Pages
from csp_docs.render.word.quotes import write_quote
from csp_docs.render.word.signatures import write_signature
from csp_docs.render.word.story import Story
from csp_docs.render.word.tables import write_table
from csp_docs.render.word.zones import Zone


@frozen
class BodyWriter:
    """Writes blocks into ``flow``. ``level`` is the depth of sections around; ``align`` that of a table's column.

    ``measure`` is how wide tables and figures may be here, in points.
    """

    story: Story
    flow: Flow
    pages: Pages
    zone: Zone
    measure: float
    level: int = 0
    appendix: bool = False
    align: str = ""

    def blocks(self, blocks: Blocks) -> None:
        """Write ``blocks``; a paragraph that leads to a list or a signature stays on its page."""
        for block, following in zip_longest(blocks, blocks[1:]):
            self.block(block, leads=isinstance(following, List | Signature))

    def block(self, block: Block, *, leads: bool = False) -> None:  # noqa: C901 (a case for each)
        """Write one block."""
        match block:
            case Paragraph():
                self._paragraph(block, leads)
            case Lines():
                self.text(joined(block.lines), w("keepLines"))
            case List():
                write_list(self, block)
            case Section():
                self._section(block)
            case Appendix():
                self._appendix(block)
            case Masthead():
                self._masthead(block)
            case Facts():
                self.flow.table(facts_table(self, block), self.space_below_tables)
            case Table():
                write_table(self, block)
            case Figure():
                write_figure(self, block)
            case Quote():
                write_quote(self, block)
            case Grid():
                write_grid(self, block)
            case Signature():
                write_signature(self, block)
            case Callout():
                self._callout(block)
            case PageBreak():
                self.flow.new_page = True
            case Cover() | Contents() | Landscape() | BlankPage() | Embedded():
                write_pages(self, block)
            case _:
                assert_never(block)

    def inlines(self, inlines: Inlines) -> list[etree._Element]:
        """Return the runs of ``inlines``."""
        return InlineWriter(self.story, self.story.links).runs(inlines)

    def text(self, inlines: Inlines, *properties: etree._Element) -> None:
        """Write a paragraph in the style of the zone."""
        alignment = [w("jc", val=self.align)] if self.align else []
        self.flow.paragraph(self.zone.text, self.inlines(inlines), *properties, *self.zone.place(), *alignment)

    @property
    def space_below_tables(self) -> float:
        """The space below a table, in points."""
        return self.story.theme.below_table

    def _paragraph(self, paragraph: Paragraph, leads: bool) -> None:
        keep = [w("keepNext")] if leads else []
        if not paragraph.number:
            self.text(paragraph.inlines, *keep)
            return
        style, number = self.story.numbers.place(paragraph, self.appendix)
        words = self.story.marked(paragraph.id, self.inlines(paragraph.inlines))
        self.flow.paragraph(style, words, *keep, *number)

    def _section(self, section: Section) -> None:
        inside = evolve(self, zone=self.story.zones.section)
        if section.title:
            inside = evolve(inside, level=self.level + 1)
            style, properties = section_style(self.story, section, inside.level, self.appendix)
            self._heading(section, style, properties)
        self.story.numbers.enter(section, inside.level)
        inside.blocks(section.blocks)

    def _appendix(self, appendix: Appendix) -> None:
        sheet = self.pages.wanted
        style, properties = appendix_style(self.story, appendix)
        self._heading(appendix, style, properties)
        around, self.story.numbers = self.story.numbers, self.story.numbers.in_appendix()
        evolve(self, level=0, appendix=True, zone=self.story.zones.page).blocks(appendix.blocks)
        self.story.numbers = around.behind_appendix()
        self.pages.wanted = sheet

    def _heading(self, block: Section | Appendix, style: str, properties: list[etree._Element]) -> None:
        sheet = self.pages.wanted
        self.pages.open(block)
        self.flow.heading(style, self.story.marked(block.id, self.inlines(block.title)), *properties)
        self.pages.wanted = sheet

    def _masthead(self, masthead: Masthead) -> None:
        for line in masthead.lines:
            self.flow.paragraph("Masthead", self.inlines(line))
        self.flow.end_with(self.story.theme.body.after)

    def _callout(self, callout: Callout) -> None:
        """Write a box of paragraphs on one page; the last of them brings the space below it."""
        inside = evolve(self, flow=begin_box(self.flow, "Callout", "CalloutList"), zone=self.story.zones.callout)
        if callout.title:
            inside.flow.paragraph("CalloutHeading", self.inlines(callout.title), *inside.zone.place())
        inside.blocks(callout.blocks)
        self.flow.elements += close_box(inside.flow, self.story.theme)
        self.flow.new_page, self.flow.gap = False, 0


def write_body(story: Story, pages: Pages) -> list[etree._Element]:
    """Return the paragraphs and tables of the whole document, and the section of its last pages."""
    flow = Flow(pages=pages)
    BodyWriter(story, flow, pages, story.zones.page, story.theme.page.text_width).blocks(story.document.blocks)
    return [*flow.finish(), pages.section()]
