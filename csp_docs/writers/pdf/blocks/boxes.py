"""Blocks to boxes, and to the elements of the tag tree: one case for each block."""

from __future__ import annotations

from typing import assert_never

from attrs import evolve

from csp_docs.blocks import (
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
    HeadLook,
    Inlines,
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
    Text,
)
from csp_docs.typesetting.titles import further_room, head_line
from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place
from csp_docs.writers.pdf.blocks.callouts import callout_boxes
from csp_docs.writers.pdf.blocks.contents import contents_boxes
from csp_docs.writers.pdf.blocks.facts import facts_boxes
from csp_docs.writers.pdf.blocks.grids import grid_boxes
from csp_docs.writers.pdf.blocks.lists import list_boxes
from csp_docs.writers.pdf.blocks.new_pages import (
    appendix_boxes,
    blank_page_boxes,
    cover_boxes,
    embedded_boxes,
    headed,
    landscape_boxes,
    logo_boxes,
    part_boxes,
)
from csp_docs.writers.pdf.blocks.quotes import quote_boxes, signature_boxes
from csp_docs.writers.pdf.blocks.tables import table_boxes
from csp_docs.writers.pdf.type.shapes import AnyBox, Break, keep_together
from csp_docs.writers.pdf.type.text import hang_text


def block_boxes(maker: BoxMaker, place: Place, block: Block) -> list[AnyBox]:  # noqa: C901 (a case for each)
    """Return the boxes of one block."""
    match block:
        case Paragraph():
            return _paragraph(maker, place, block)
        case Lines():
            return _lines(maker, place.indented(), block)
        case List():
            return list_boxes(maker, place.indented(), block)
        case Section():
            return _section(maker, place, block)
        case Appendix():
            return appendix_boxes(maker, place, block)
        case Masthead():
            return _masthead(maker, place, block)
        case Facts():
            return facts_boxes(maker, place, block)
        case Table():
            return table_boxes(maker, place, block)
        case Callout():
            return callout_boxes(maker, place.indented(), block)
        case PageBreak():
            return [Break(maker.page_style)]
        case Embedded():
            return embedded_boxes(maker, place, block)
        case Cover():
            return cover_boxes(maker, place, block)
        case Contents():
            return contents_boxes(maker, place, block)
        case Landscape():
            return landscape_boxes(maker, place, block)
        case Part():
            return part_boxes(maker, place, block)
        case BlankPage():
            return blank_page_boxes(maker, place, block)
        case Figure() | Grid() | Quote() | Signature():
            return _set_apart(maker, place, block)
        case _:
            assert_never(block)


def _set_apart(maker: BoxMaker, place: Place, block: Figure | Grid | Quote | Signature) -> list[AnyBox]:
    match block:
        case Figure():
            from csp_docs.writers.pdf.blocks.figures import figure_boxes  # many documents need nothing that draws

            return figure_boxes(maker, place, block)
        case Grid():
            return grid_boxes(maker, place.indented(), block)
        case Quote():
            return quote_boxes(maker, place.indented(), block)
        case Signature():
            return signature_boxes(maker, place.indented(), block)
        case _:
            assert_never(block)


def _paragraph(maker: BoxMaker, place: Place, paragraph: Paragraph) -> list[AnyBox]:
    element, style = place.parent.child("P"), place.body
    if not paragraph.number:
        lines = maker.line_boxes(place.indented(), paragraph.inlines, element, style)
        return maker.marked([*lines], paragraph.id)
    label = maker.runs(place, (Text(f"{paragraph.number} "),), element, style)
    runs = maker.runs(place, paragraph.inlines, element, style)
    inset = place.hang * paragraph.depth
    lines = hang_text(label, runs, style, place.left + inset, place.width - inset, place.hang)
    return maker.marked([*lines], paragraph.id)


def _lines(maker: BoxMaker, place: Place, lines: Lines) -> list[AnyBox]:
    """Return each line as a separate paragraph, so that screen readers pause between them."""
    boxes = [box for line in lines.lines for box in _line(maker, place, line)]
    for last in boxes[-1:]:
        last.after = place.body.after
    keep_together(boxes)
    return boxes


def _line(maker: BoxMaker, place: Place, inlines: Inlines) -> list[AnyBox]:
    return [*maker.line_boxes(place, inlines, place.parent.child("P"), evolve(place.body, before=0, after=0))]


def _section(maker: BoxMaker, place: Place, section: Section) -> list[AnyBox]:
    inside = place._replace(hang=0, indent=0) if section.at_margin else place._replace(indent=place.hang)
    boxes = _titled(maker, place, inside, section) if section.title else maker.flow(inside, section.blocks)
    if section.together:
        keep_together(boxes)
    return boxes if section.title else maker.marked(boxes, section.id)


def _titled(maker: BoxMaker, place: Place, inside: Place, section: Section) -> list[AnyBox]:
    inside = inside.below(place.parent.child("Sect"))
    number = f"{section.number} " if section.number else ""
    theme = maker.setting.theme
    column = inside._replace(hang=0, indent=0) if section.over else inside
    wide, style = column.widened(further_room(section.blocks, theme)), theme.heading(place.level)
    heading = maker.heading(wide, number, section.title, style, section.id)
    return headed(maker, heading, maker.flow(inside._replace(level=place.level + 1), section.blocks))


def _masthead(maker: BoxMaker, place: Place, masthead: Masthead) -> list[AnyBox]:
    theme = maker.setting.theme
    boxes = logo_boxes(maker, place, masthead.logo) if masthead.logo else []
    boxes += [box for line, look in masthead.looked for box in _masthead_line(maker, place, line, look)]
    for last in boxes[-1:] if masthead.lines else []:
        last.after = theme.body.after
    if masthead.title:
        title, aligned = maker.setting.title_element(place.parent), place._replace(align=masthead.title_align)
        boxes += maker.title_lines(aligned, masthead.title, title, theme.title)
    for box in boxes:
        box.keep = True
    return boxes


def _masthead_line(maker: BoxMaker, place: Place, inlines: Inlines, look: HeadLook) -> list[AnyBox]:
    style = head_line(maker.setting.theme, bold=look.bold)
    return [*maker.title_lines(place._replace(align=look.align), inlines, place.parent.child("P"), style)]
