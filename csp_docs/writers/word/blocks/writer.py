"""The writer of blocks into a flow, and its tools; ``body`` has a case for each kind of block."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from csp_docs.blocks import Block, Blocks, Inlines
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.keeps import leads
from csp_docs.writers.word.file.elements import Xml
from csp_docs.writers.word.inline.inlines import InlineWriter
from csp_docs.writers.word.pages.flow import Flow
from csp_docs.writers.word.pages.pages import Pages
from csp_docs.writers.word.story import Story
from csp_docs.writers.word.styles.zones import Zone

WriteBlock: TypeAlias = Callable[["BodyWriter", Block, bool], None]


class BodyWriter(NamedTuple):
    """Writes blocks into ``flow``; ``write`` writes one block, and may call back for its content.

    ``level`` is the depth of the sections around.

    ``measure`` is the greatest width of tables and figures here, in points.
    """

    story: Story
    flow: Flow
    pages: Pages
    zone: Zone
    measure: float
    write: WriteBlock
    level: int = 0
    appendix: bool = False

    def in_cell(self, style: str, *, small: bool = False) -> BodyWriter:
        """Return a writer of the content of a cell, whose words may be ``small``; plain paragraphs have ``style``.

        There are many cells, so this is not made with ``_replace``, which is slow.
        """
        zone = self.story.zones.small_cell if small else self.story.zones.cell
        return BodyWriter(self.story, Flow(), self.pages, Zone(zone.name, zone.indent, style, *zone[3:]), *self[4:])

    def blocks(self, blocks: Blocks) -> None:
        """Write ``blocks``; a block that introduces the next one is kept with it."""
        for block, following in zip_longest(blocks, blocks[1:]):
            self.block(block, leads=leads(block, following, self.theme))

    def block(self, block: Block, *, leads: bool = False) -> None:
        """Write one block."""
        self.write(self, block, leads)

    def inlines(self, inlines: Inlines) -> list[Xml]:
        """Return the runs of ``inlines``."""
        return InlineWriter(self.story, self.story.links).runs(inlines)

    def text(self, inlines: Inlines, *properties: Xml) -> None:
        """Write a paragraph in the style of the zone."""
        self.flow.paragraph(self.zone.text, self.inlines(inlines), *properties)

    @property
    def theme(self) -> Theme:
        """The theme of the wanted pages, which may be turned."""
        return self.pages.wanted.theme(self.story.theme)

    @property
    def heading_level(self) -> int:
        """The level of the heading of the section around, from 1."""
        return self.level + self.story.shift + self.appendix

    @property
    def space_above(self) -> float:
        """The space above a table or a figure without a caption here: less below a heading, which it belongs to."""
        theme = self.story.theme
        return theme.above_rows(theme.heading(self.heading_level)) if self.flow.ends_in_heading else theme.apart

    @property
    def space_below_tables(self) -> float:
        """The space below a table, in points."""
        return self.story.theme.below_table
