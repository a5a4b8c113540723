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
from csp_docs.writers.pdf.blocks.box_maker import Builder, Place
from csp_docs.writers.pdf.blocks.callouts import callout_boxes
from csp_docs.writers.pdf.blocks.contents import contents_boxes
from csp_docs.writers.pdf.blocks.facts import facts_boxes
from csp_docs.writers.pdf.blocks.figures import figure_boxes
from csp_docs.writers.pdf.blocks.grids import grid_boxes
from csp_docs.writers.pdf.blocks.lists import list_boxes
from csp_docs.writers.pdf.blocks.new_pages import (
    appendix_boxes,
    blank_page_boxes,
    cover_boxes,
    embedded_boxes,
    headed,
    landscape_boxes,
)
from csp_docs.writers.pdf.blocks.quotes import quote_boxes, signature_boxes
from csp_docs.writers.pdf.blocks.tables import table_boxes
from csp_docs.writers.pdf.type.shapes import AnyBox, Break, keep_together
from csp_docs.writers.pdf.type.text import hang_text


def block_boxes(builder: Builder, place: Place, block: Block) -> list[AnyBox]:  # noqa: C901 (a case for each)
    """Return the boxes of one block."""
    match block:
        case Paragraph():
            return _paragraph(builder, place, block)
        case Lines():
            return _lines(builder, place.indented(), block)
        case List():
            return list_boxes(builder, place.indented(), block)
        case Section():
            return _section(builder, place, block)
        case Appendix():
            return appendix_boxes(builder, place, block)
        case Masthead():
            return _masthead(builder, place, block)
        case Facts():
            return facts_boxes(builder, place, block)
        case Table():
            return table_boxes(builder, place, block)
        case Callout():
            return callout_boxes(builder, place.indented(), block)
        case PageBreak():
            return [Break(style=builder.page_style)]
        case Embedded():
            return embedded_boxes(builder, place, block)
        case Cover():
            return cover_boxes(builder, place, block)
        case Contents():
            return contents_boxes(builder, place, block)
        case Landscape():
            return landscape_boxes(builder, place, block)
        case BlankPage():
            return blank_page_boxes(builder, place, block)
        case Figure() | Grid() | Quote() | Signature():
            return _set_apart(builder, place, block)
        case _:
            assert_never(block)


def _set_apart(builder: Builder, place: Place, block: Figure | Grid | Quote | Signature) -> list[AnyBox]:
    match block:
        case Figure():
            return figure_boxes(builder, place, block)
        case Grid():
            return grid_boxes(builder, place, block)
        case Quote():
            return quote_boxes(builder, place.indented(), block)
        case Signature():
            return signature_boxes(builder, place.indented(), block)
        case _:
            assert_never(block)


def _paragraph(builder: Builder, place: Place, paragraph: Paragraph) -> list[AnyBox]:
    element, style = place.parent.child("P"), place.body
    if not paragraph.number:
        lines = builder.line_boxes(place.indented(), paragraph.inlines, element, style)
        return builder.marked([*lines], paragraph.id)
    label = builder.runs(place, (Text(f"{paragraph.number} "),), element, style)
    runs = builder.runs(place, paragraph.inlines, element, style)
    return builder.marked([*hang_text(label, runs, style, place.left, place.width, place.hang)], paragraph.id)


def _lines(builder: Builder, place: Place, lines: Lines) -> list[AnyBox]:
    """Return each line as a paragraph of its own: read aloud, there is a pause between them."""
    boxes = [box for line in lines.lines for box in _line(builder, place, line)]
    for last in boxes[-1:]:
        last.after = place.body.after
    keep_together(boxes)
    return boxes


def _line(builder: Builder, place: Place, inlines: Inlines) -> list[AnyBox]:
    return [*builder.line_boxes(place, inlines, place.parent.child("P"), evolve(place.body, before=0, after=0))]


def _section(builder: Builder, place: Place, section: Section) -> list[AnyBox]:
    inside = place._replace(indent=place.hang)
    if not section.title:
        return builder.marked(builder.flow(inside, section.blocks), section.id)
    inside = inside.below(place.parent.child("Sect"))
    number = f"{section.number} " if section.number else ""
    style = builder.setting.theme.heading(place.level)
    heading = builder.heading(inside, number, section.title, style, section.id)
    return headed(builder, heading, builder.flow(inside._replace(level=place.level + 1), section.blocks))


def _masthead(builder: Builder, place: Place, masthead: Masthead) -> list[AnyBox]:
    boxes, style = list[AnyBox](), builder.setting.theme.masthead
    for inlines in masthead.lines:
        boxes += builder.line_boxes(place, inlines, place.parent.child("P"), style)
    for box in boxes:
        box.keep = True
    boxes[-1].after = builder.setting.theme.body.after
    return boxes
