"""Callouts: a Div on a shade, next to a bar of the accent colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from csp_docs.blocks import Callout, Paragraph, Strong
from csp_docs.writers.pdf.type.shapes import AnyBox, Blank, Frame, framed, keep_together

if TYPE_CHECKING:
    from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place


def callout_boxes(maker: BoxMaker, place: Place, callout: Callout) -> list[AnyBox]:
    """Return the boxes of a callout, on one page if one page can hold them."""
    theme = maker.setting.theme
    padding, item = theme.callout_padding + theme.rule, evolve(theme.list_item, after=theme.callout_item_after)
    sides = theme.callout_bar + theme.callout_padding, theme.callout_padding
    inside = place.narrowed(*sides)._replace(parent=place.parent.child("Div"), item=item)
    boxes: list[AnyBox] = [Blank(padding, before=theme.apart, keep=True)]
    if callout.title:
        boxes += maker.block(inside, Paragraph((Strong(callout.title),)))
        boxes[-1].after, boxes[-1].keep = theme.cell.after, True
    boxes += maker.flow(inside, callout.blocks)
    boxes[-1].after, boxes[-1].keep = 0, True
    boxes.append(Blank(padding, after=theme.apart))
    if callout.whole:
        keep_together(boxes)
    colours = theme.colours
    return framed(boxes, Frame(place.left, place.width, theme.callout_bar, colours.accent, colours.shade))
