"""Callouts: a Div on a shade, next to a bar of the accent colour.

No element of PDF 1.7 says that words are in a box: screen readers say nothing of a Div, and a Note is a footnote. The
bar says it to those who see it, so it is a Span with a word for those who hear it (ActualText).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Callout, Strong
from csp_docs.writers.pdf.type.shapes import AnyBox, Blank, Frame, framed, keep_together

if TYPE_CHECKING:
    from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place


def callout_boxes(maker: BoxMaker, place: Place, callout: Callout) -> list[AnyBox]:
    """Return the boxes of a callout, on one page if one page can hold them.

    Its first paragraph, which has the bar and the title, is the first to be read.
    """
    theme, word = maker.setting.theme, maker.setting.document.heard.callout
    padding = theme.callout_padding + theme.rule
    sides = theme.callout_bar + theme.callout_padding, padding
    inside = place.narrowed(*sides)._replace(parent=place.parent.child("Div"))
    boxes: list[AnyBox] = [Blank(padding, before=theme.apart, keep=True)]
    first = inside.parent.child("P") if word or callout.title else None
    bar = first.child("Span", actual=f"{word} ").content() if first and word else None
    if first and callout.title:
        boxes += maker.line_boxes(inside, (Strong(callout.title),), first, inside.body)
        boxes[-1].after, boxes[-1].keep = theme.cell.after, True
    boxes += maker.flow(inside, callout.blocks)
    boxes[-1].after, boxes[-1].keep = 0, True
    boxes.append(Blank(padding, after=theme.apart))
    if callout.whole:
        keep_together(boxes)
    colours = theme.colours
    return framed(boxes, Frame(place.left, place.width, theme.callout_bar, colours.accent, colours.shade, bar))
