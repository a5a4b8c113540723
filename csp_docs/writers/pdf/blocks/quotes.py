"""Quotations next to a rule (BlockQuote), and the signature of the text above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Lines, Quote, Signature, Strong, Text
from csp_docs.writers.pdf.type.shapes import AnyBox, Frame, framed, keep_together, keep_with_next

if TYPE_CHECKING:
    from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place


def quote_boxes(maker: BoxMaker, place: Place, quote: Quote) -> list[AnyBox]:
    """Return the boxes of a quotation; the last line says whose words they are."""
    if quote.boxed:
        return _boxed(maker, place, quote)
    theme, style = maker.setting.theme, maker.setting.theme.quote
    inside = place.narrowed(theme.quote_indent)._replace(parent=place.parent.child("BlockQuote"), body=style)
    boxes = maker.flow(inside, quote.blocks)
    if quote.title:
        keep_with_next(boxes)
        element = inside.parent.child("P")
        boxes += maker.line_boxes(inside, (Text("– "), *quote.title), element, style)
    if boxes:
        boxes[0].before = max(boxes[0].before, theme.apart)
        boxes[-1].after = theme.apart
    if quote.whole:
        keep_together(boxes)
    return framed(boxes, Frame(place.left, place.width, theme.quote_bar, theme.colours.rule))


def _boxed(maker: BoxMaker, place: Place, quote: Quote) -> list[AnyBox]:
    """Return the boxes of a quotation in a callout, whose words have its place and look."""
    inside = place._replace(parent=place.parent.child("BlockQuote"))
    boxes = maker.flow(inside, quote.blocks)
    if quote.title:
        keep_with_next(boxes)
        boxes += maker.line_boxes(inside, (Text("– "), *quote.title), inside.parent.child("P"), inside.body)
    return boxes


def signature_boxes(maker: BoxMaker, place: Place, signature: Signature) -> list[AnyBox]:
    """Return the boxes of a signature, on one page: portrait, picture of the signature, name, lines."""
    from csp_docs.writers.pdf.blocks.figures import content_boxes  # a document without signatures may draw nothing

    theme = maker.setting.theme
    inside = place.below(place.parent.child("Div"))
    figures = filter(None, (signature.portrait, signature.signature))
    boxes = [box for figure in figures for box in content_boxes(maker, inside, figure)]
    for box in boxes:
        box.after = theme.cell.after
    boxes += maker.block(inside, Lines(((Strong(signature.name),), *signature.lines)))
    boxes[0].before = theme.body.after
    keep_together(boxes)
    return boxes
