"""The places of blocks, and the tools that turn them into boxes; ``boxes`` has a case for each kind of block."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from csp_docs.blocks import Align, Block, Blocks, Inlines, Text
from csp_docs.blocks.walk import words
from csp_docs.errors import Origin
from csp_docs.theme.theme import TextStyle
from csp_docs.typesetting.keeps import leads
from csp_docs.typesetting.titles import balanced, sides
from csp_docs.writers.pdf.page_style import PageStyle
from csp_docs.writers.pdf.structure import Anchor, Element
from csp_docs.writers.pdf.type.floats import Boxed
from csp_docs.writers.pdf.type.inlines import InlineWriter
from csp_docs.writers.pdf.type.setting import Heading, Setting
from csp_docs.writers.pdf.type.shapes import AnyBox, Blank, Break, Frame, Line, Run, keep_with_next
from csp_docs.writers.pdf.type.text import hang_text, set_text, with_plain_hyphens


class Place(NamedTuple):
    """The place of blocks: the element above them, ``left`` (from the left margin), ``width``, and text styles.

    ``hang`` is the width of the column of numbers, which numbered paragraphs and headings use. ``indent`` is the indent
    of text without a number. ``origin`` is where the author wrote the nearest block around. In a box bullets are at its
    left edge, because Word joins the borders of paragraphs only if they all begin there.

    Each block and each cell has a place, so places are not made with ``_replace``, which is slow.
    """

    parent: Element
    origin: Origin | None
    left: float
    width: float
    hang: float
    indent: float
    body: TextStyle
    item: TextStyle
    align: Align = Align.LEFT
    level: int = 1
    list_depth: int = 0

    def below(self, parent: Element) -> Place:
        """Return the same place below another element."""
        return Place(parent, *self[1:])

    def of(self, block: Block) -> Place:
        """Return the place of a block here."""
        return Place(self.parent, block.origin, *self[2:]) if block.origin else self

    def indented(self) -> Place:
        """Return the place of text next to the column of numbers, without a column of numbers of its own."""
        return self.narrowed(self.indent) if self.hang or self.indent else self

    def widened(self, room: float) -> Place:
        """Return the place with ``room`` points more at its right."""
        return self._replace(width=self.width + room) if room else self

    def narrowed(self, left: float, right: float = 0) -> Place:
        """Return the place with ``left`` and ``right`` points removed from its sides, without a column of numbers."""
        return Place(self.parent, self.origin, self.left + left, self.width - left - right, 0, 0, *self[6:])


WriteBlock: TypeAlias = Callable[["BoxMaker", Place, Block], list[AnyBox]]


class BoxMaker:
    """Makes boxes and tags; ``write`` makes those of one block, and may call back for its content."""

    __slots__ = ("setting", "write")

    def __init__(self, setting: Setting, write: WriteBlock) -> None:
        self.setting, self.write = setting, write

    def within(self, setting: Setting) -> BoxMaker:
        """Return a maker of the boxes of another document, of a part, or of other pages."""
        return BoxMaker(setting, self.write)

    @property
    def page_style(self) -> PageStyle:
        """The style of the current pages."""
        return PageStyle(self.setting.document, self.setting.theme, self.setting.marking)

    @property
    def cover_style(self) -> PageStyle:
        """The style of a cover among the current pages."""
        return PageStyle(self.setting.document, self.setting.theme, self.setting.marking, cover=True)

    def start(self, root: Element, level: int = 1) -> Place:
        """Return the place where the blocks of a document begin; its headings are of ``level`` and deeper."""
        theme, hang = self.setting.theme, self.setting.number_width
        return Place(root, None, 0, theme.page.text_width, hang, 0, theme.body, theme.list_item, level=level)

    def flow(self, place: Place, blocks: Blocks) -> list[AnyBox]:
        """Return the boxes of ``blocks``, one below the other."""
        boxes: list[AnyBox] = []
        boxed: list[Boxed] = []
        for at, (block, following) in enumerate(zip_longest(blocks, blocks[1:])):
            own = self.block(place, block)
            if leads(block, following, self.setting.theme):
                keep_with_next(own)
            boxes += own
            boxed.append(Boxed(block, at, own))
        if self.setting.document.floats:
            self.setting.floats.add(blocks, boxed)
        return boxes

    def block(self, place: Place, block: Block) -> list[AnyBox]:
        """Return the boxes of one block."""
        return self.write(self, place.of(block), block)

    def runs(self, place: Place, inlines: Inlines, element: Element, style: TextStyle) -> list[Run]:
        """Return the runs of ``inlines``; their notes are read after the block, or at the end of a cell or caption."""
        beside = element.parent if element.tag == "P" or element.tag.startswith("H") else None
        return InlineWriter(self.setting, style, beside or element).runs(inlines, element, place.origin)

    def line_boxes(self, place: Place, inlines: Inlines, element: Element, style: TextStyle) -> list[Line]:
        """Return the lines of ``inlines`` over the full width of the place."""
        return set_text(self.runs(place, inlines, element, style), style, place.left, place.width, align=place.align)

    def title_lines(self, place: Place, title: Inlines, element: Element, style: TextStyle) -> list[Line]:
        """Return the lines of a ``title`` that is not a heading, which end where they read well."""
        found, narrower = balanced(title, style, place.width)
        inside = place.narrowed(*sides(narrower, place.align)) if narrower else place
        return with_plain_hyphens(self.line_boxes(inside, found, element, style))

    def heading(self, place: Place, number: str, title: Inlines, style: TextStyle, target: str) -> list[AnyBox]:
        """Return the lines of a heading, which is also a bookmark; ``target`` is its id for references, or empty."""
        element = self.setting.heading_element(place.parent, place.level)
        label = self.runs(place, (Text(number),), element, style) if number else []
        before = "" if place.indent else number
        found, narrower = balanced(title, style, place.width - place.indent, before)
        runs = self.runs(place, found, element, style)
        lines = with_plain_hyphens(hang_text(label, runs, style, place.left, place.width - narrower, place.indent))
        anchor = self.setting.targets.get(target) or Anchor()
        lines[0].anchors += (anchor,)
        for line in lines:
            line.keep = True
        self.setting.headings.append(Heading(place.level, number + words(title), anchor))
        return [*lines, *self._rule_below(lines[-1], place, style)]

    def _rule_below(self, line: Line, place: Place, style: TextStyle) -> list[AnyBox]:
        """Return the rule below the last line of a heading; the space below the heading moves to the rule."""
        if not style.rule:
            return []
        distance, thickness = self.setting.theme.heading_rule
        rule = Frame(place.left, place.width, place.width, self.setting.theme.colour(style.rule))
        line.after = 0
        below = Blank(thickness, after=style.after, keep=True)
        below.drop, below.frames = distance, (rule,)
        return [below]

    def marked(self, boxes: list[AnyBox], target: str) -> list[AnyBox]:
        """Return ``boxes``; references to ``target`` lead to the first of them."""
        first = next((box for box in boxes if not isinstance(box, Break)), None)
        if first and target:
            first.anchors += (self.setting.targets[target],)
        return boxes
