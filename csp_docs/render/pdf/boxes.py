"""Blocks to boxes, and to the elements of the tag tree: one case for each block."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple, assert_never

from attrs import evolve, frozen

from csp_docs.blocks import (
    Align,
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
    Text,
)
from csp_docs.errors import Origin
from csp_docs.render.pdf.callouts import callout_boxes
from csp_docs.render.pdf.contents import contents_boxes
from csp_docs.render.pdf.facts import facts_boxes
from csp_docs.render.pdf.figures import figure_boxes
from csp_docs.render.pdf.grids import grid_boxes
from csp_docs.render.pdf.inlines import InlineWriter
from csp_docs.render.pdf.lists import list_boxes
from csp_docs.render.pdf.own_pages import (
    appendix_boxes,
    blank_page_boxes,
    cover_boxes,
    embedded_boxes,
    headed,
    landscape_boxes,
)
from csp_docs.render.pdf.page_style import PageStyle
from csp_docs.render.pdf.quotes import quote_boxes, signature_boxes
from csp_docs.render.pdf.setting import Heading, Setting
from csp_docs.render.pdf.shapes import AnyBox, Blank, Break, Frame, Line, Run, keep_together
from csp_docs.render.pdf.structure import Anchor, Element
from csp_docs.render.pdf.tables import table_boxes
from csp_docs.render.pdf.text import hang_text, set_text
from csp_docs.theme import TextStyle
from csp_docs.walk import words


class Place(NamedTuple):
    """Where blocks go: below which element, from ``left`` (of the left margin) on, ``width`` wide, in which styles.

    ``hang`` is the column of numbers, which numbered paragraphs and headings use; ``indent`` is how far in text
    without a number stands; ``origin`` is where the nearest block around was written.
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
        """Return the place of text that stands beside the column of numbers, with no such column of its own."""
        return self._replace(left=self.left + self.indent, width=self.width - self.indent, hang=0, indent=0)

    def narrowed(self, left: float, right: float = 0) -> Place:
        """Return the place with ``left`` and ``right`` points taken off its sides, and no column of numbers."""
        return self._replace(left=self.left + left, width=self.width - left - right, hang=0, indent=0)


@frozen
class Builder:
    """Makes boxes and tags of blocks."""

    setting: Setting

    @property
    def page_style(self) -> PageStyle:
        """The looks of the pages at hand."""
        return PageStyle(self.setting.document, self.setting.theme)

    def start(self, root: Element, level: int = 1) -> Place:
        """Return the place where the blocks of a document begin; its headings are of ``level`` and deeper."""
        theme, hang = self.setting.theme, self.setting.number_width
        return Place(root, 0, theme.page.text_width, theme.body, theme.list_item, level=level, hang=hang)

    def flow(self, place: Place, blocks: Blocks) -> list[AnyBox]:
        """Return the boxes of ``blocks``, one below the other."""
        boxes: list[AnyBox] = []
        for block, following in zip_longest(blocks, blocks[1:]):
            own = self.block(place, block)
            if own and isinstance(block, Paragraph) and isinstance(following, List | Signature):
                own[-1].keep = True
            boxes += own
        return boxes

    def block(self, place: Place, block: Block) -> list[AnyBox]:  # noqa: C901 (a case for each)
        """Return the boxes of one block."""
        place = place._replace(origin=block.origin or place.origin)
        match block:
            case Paragraph():
                return self._paragraph(place, block)
            case Lines():
                return self._lines(place.indented(), block)
            case List():
                return list_boxes(self, place.indented(), block)
            case Section():
                return self._section(place, block)
            case Appendix():
                return appendix_boxes(self, place, block)
            case Masthead():
                return self._masthead(place, block)
            case Facts():
                return facts_boxes(self, place, block)
            case Table():
                return table_boxes(self, place, block)
            case Callout():
                return callout_boxes(self, place.indented(), block)
            case PageBreak():
                return [Break(style=self.page_style)]
            case Embedded():
                return embedded_boxes(self, place, block)
            case Cover():
                return cover_boxes(self, place, block)
            case Contents():
                return contents_boxes(self, place, block)
            case Landscape():
                return landscape_boxes(self, place, block)
            case BlankPage():
                return blank_page_boxes(self, place, block)
            case Figure() | Grid() | Quote() | Signature():
                return self._set_apart(place, block)
            case _:
                assert_never(block)

    def _set_apart(self, place: Place, block: Figure | Grid | Quote | Signature) -> list[AnyBox]:
        match block:
            case Figure():
                return figure_boxes(self, place, block)
            case Grid():
                return grid_boxes(self, place, block)
            case Quote():
                return quote_boxes(self, place.indented(), block)
            case Signature():
                return signature_boxes(self, place.indented(), block)
            case _:
                assert_never(block)

    def runs(self, place: Place, inlines: Inlines, element: Element, style: TextStyle) -> list[Run]:
        """Return the runs of ``inlines``; their notes are read after the block, or last in a cell or caption."""
        beside = element.parent if element.tag == "P" or element.tag.startswith("H") else None
        return InlineWriter(self.setting, style, beside or element).runs(inlines, element, place.origin)

    def line_boxes(self, place: Place, inlines: Inlines, element: Element, style: TextStyle) -> list[Line]:
        """Return the lines of ``inlines`` over the whole place."""
        return set_text(self.runs(place, inlines, element, style), style, place.left, place.width, align=place.align)

    def _paragraph(self, place: Place, paragraph: Paragraph) -> list[AnyBox]:
        element, style = place.parent.child("P"), place.body
        if not paragraph.number:
            lines = self.line_boxes(place.indented(), paragraph.inlines, element, style)
            return self._marked([*lines], paragraph.id)
        label = self.runs(place, (Text(f"{paragraph.number} "),), element, style)
        runs = self.runs(place, paragraph.inlines, element, style)
        return self._marked([*hang_text(label, runs, style, place.left, place.width, place.hang)], paragraph.id)

    def _lines(self, place: Place, lines: Lines) -> list[AnyBox]:
        """Return each line as a paragraph of its own: read aloud, there is a pause between them."""
        boxes = [box for line in lines.lines for box in self._line(place, line)]
        for last in boxes[-1:]:
            last.after = place.body.after
        keep_together(boxes)
        return boxes

    def _line(self, place: Place, inlines: Inlines) -> list[AnyBox]:
        return [*self.line_boxes(place, inlines, place.parent.child("P"), evolve(place.body, before=0, after=0))]

    def _section(self, place: Place, section: Section) -> list[AnyBox]:
        inside = place._replace(indent=place.hang)
        if not section.title:
            return self._marked(self.flow(inside, section.blocks), section.id)
        inside = inside.below(place.parent.child("Sect"))
        number = f"{section.number} " if section.number else ""
        style = self.setting.theme.heading(place.level)
        heading = self.heading(inside, number, section.title, style, section.id)
        return headed(self, heading, self.flow(inside._replace(level=place.level + 1), section.blocks))

    def _marked(self, boxes: list[AnyBox], target: str) -> list[AnyBox]:
        first = next((box for box in boxes if not isinstance(box, Break)), None)
        if first and target:
            first.anchors.append(self.setting.targets[target])
        return boxes

    def heading(self, place: Place, number: str, title: Inlines, style: TextStyle, target: str) -> list[AnyBox]:
        """Return the lines of a heading, which is a bookmark too; ``target`` is the id that leads to it, or empty."""
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
        """Return the rule below the last line of a heading, whose space below it takes over."""
        if not style.rule:
            return []
        distance, thickness = self.setting.theme.heading_rule
        rule = Frame(place.left, place.width, bar=place.width, colour=self.setting.theme.colour(style.rule))
        line.after = 0
        return [Blank(height=thickness, drop=distance, after=style.after, keep=True, frames=(rule,))]

    def _masthead(self, place: Place, masthead: Masthead) -> list[AnyBox]:
        boxes, style = list[AnyBox](), self.setting.theme.masthead
        for inlines in masthead.lines:
            boxes += self.line_boxes(place, inlines, place.parent.child("P"), style)
        keep_together(boxes)
        boxes[-1].after = self.setting.theme.body.after
        return boxes
