"""The places of blocks, and the tools that turn them into boxes; ``boxes`` has a case for each kind of block."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from csp_docs.blocks import Align, Block, Blocks, Inlines, Text
from csp_docs.blocks.walk import words
from csp_docs.errors import Origin
from csp_docs.records import record
from csp_docs.theme.theme import TextStyle
from csp_docs.typesetting.keeps import leads
from csp_docs.writers.pdf.page_style import PageStyle
from csp_docs.writers.pdf.structure import Anchor, Element
from csp_docs.writers.pdf.type.inlines import InlineWriter
from csp_docs.writers.pdf.type.setting import Heading, Setting
from csp_docs.writers.pdf.type.shapes import AnyBox, Blank, Break, Frame, Line, Run, keep_with_next
from csp_docs.writers.pdf.type.text import hang_text, set_text


class Place(NamedTuple):
    """The place of blocks: the element above them, ``left`` (from the left margin), ``width``, and text styles.

    ``hang`` is the width of the column of numbers, which numbered paragraphs and headings use. ``indent`` is the indent
    of text without a number. ``origin`` is where the author wrote the nearest block around.
    """

    parent: Element
    left: float
    width: float
    body: TextStyle
    item: TextStyle
    align: Align = Align.LEFT
    level: int = 1
    hang: float = 0
    indent: float = 0
    list_depth: int = 0
    origin: Origin | None = None

    def below(self, parent: Element) -> Place:
        """Return the same place below another element."""
        return self._replace(parent=parent)

    def indented(self) -> Place:
        """Return the place of text next to the column of numbers, without a column of numbers of its own."""
        return self._replace(left=self.left + self.indent, width=self.width - self.indent, hang=0, indent=0)

    def narrowed(self, left: float, right: float = 0) -> Place:
        """Return the place with ``left`` and ``right`` points removed from its sides, without a column of numbers."""
        return self._replace(left=self.left + left, width=self.width - left - right, hang=0, indent=0)


WriteBlock: TypeAlias = Callable[["BoxMaker", Place, Block], list[AnyBox]]


@record
class BoxMaker:
    """Makes boxes and tags; ``write`` makes those of one block, and may call back for its content."""

    setting: Setting
    write: WriteBlock

    @property
    def page_style(self) -> PageStyle:
        """The style of the current pages."""
        return PageStyle(self.setting.document, self.setting.theme, self.setting.marking)

    def start(self, root: Element, level: int = 1) -> Place:
        """Return the place where the blocks of a document begin; its headings are of ``level`` and deeper."""
        theme, hang = self.setting.theme, self.setting.number_width
        return Place(root, 0, theme.page.text_width, theme.body, theme.list_item, level=level, hang=hang)

    def flow(self, place: Place, blocks: Blocks) -> list[AnyBox]:
        """Return the boxes of ``blocks``, one below the other."""
        boxes: list[AnyBox] = []
        for block, following in zip_longest(blocks, blocks[1:]):
            own = self.block(place, block)
            if leads(block, following):
                keep_with_next(own)
            boxes += own
        return boxes

    def block(self, place: Place, block: Block) -> list[AnyBox]:
        """Return the boxes of one block."""
        return self.write(self, place._replace(origin=block.origin or place.origin), block)

    def runs(self, place: Place, inlines: Inlines, element: Element, style: TextStyle) -> list[Run]:
        """Return the runs of ``inlines``; their notes are read after the block, or at the end of a cell or caption."""
        beside = element.parent if element.tag == "P" or element.tag.startswith("H") else None
        return InlineWriter(self.setting, style, beside or element).runs(inlines, element, place.origin)

    def line_boxes(self, place: Place, inlines: Inlines, element: Element, style: TextStyle) -> list[Line]:
        """Return the lines of ``inlines`` over the full width of the place."""
        return set_text(self.runs(place, inlines, element, style), style, place.left, place.width, align=place.align)

    def heading(self, place: Place, number: str, title: Inlines, style: TextStyle, target: str) -> list[AnyBox]:
        """Return the lines of a heading, which is also a bookmark; ``target`` is its id for references, or empty."""
        element = place.parent.child(f"H{min(place.level, 6)}")
        label = self.runs(place, (Text(number),), element, style) if number else []
        runs = self.runs(place, title, element, style)
        lines = hang_text(label, runs, style, place.left, place.width, place.indent)
        anchor = self.setting.targets.get(target) or Anchor()
        lines[0].anchors.append(anchor)
        for line in lines:
            line.keep = True
        self.setting.headings.append(Heading(place.level, number + words(title), anchor))
        return [*lines, *self._rule_below(lines[-1], place, style)]

    def _rule_below(self, line: Line, place: Place, style: TextStyle) -> list[AnyBox]:
        """Return the rule below the last line of a heading; the space below the heading moves to the rule."""
        if not style.rule:
            return []
        distance, thickness = self.setting.theme.heading_rule
        rule = Frame(place.left, place.width, bar=place.width, colour=self.setting.theme.colour(style.rule))
        line.after = 0
        return [Blank(height=thickness, drop=distance, after=style.after, keep=True, frames=(rule,))]

    def marked(self, boxes: list[AnyBox], target: str) -> list[AnyBox]:
        """Return ``boxes``; references to ``target`` lead to the first of them."""
        first = next((box for box in boxes if not isinstance(box, Break)), None)
        if first and target:
            first.anchors.append(self.setting.targets[target])
        return boxes
