"""Lists: L, LI, Lbl and LBody; markers hang beside their items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Blocks, List, Text
from csp_docs.blocks.counters import CounterStyle
from csp_docs.render.pdf.structure import Element
from csp_docs.render.pdf.type.shapes import AnyBox, Line, Run, keep_together
from csp_docs.render.pdf.type.text import LABEL_GAP, label_pieces, label_width, set_text

if TYPE_CHECKING:
    from csp_docs.render.pdf.blocks.box_maker import Builder, Place

BULLETS = (("•", "Disc"), ("○", "Circle"), ("▪", "Square"))
"""The sign of each depth of bullets, over and over as in Word; its name in the tag tree (ISO 32000-1, table 347)."""

LIST_NUMBERINGS = {
    CounterStyle.DECIMAL: "Decimal",
    CounterStyle.LOWER_LETTER: "LowerAlpha",
    CounterStyle.UPPER_LETTER: "UpperAlpha",
    CounterStyle.LOWER_ROMAN: "LowerRoman",
    CounterStyle.UPPER_ROMAN: "UpperRoman",
}
SHORT_ITEM = 3
"""An item of so many lines is not parted."""


def list_boxes(builder: Builder, place: Place, block: List) -> list[AnyBox]:
    """Return the boxes of a list."""
    bullet, kind = BULLETS[place.list_depth % len(BULLETS)]
    numbering = LIST_NUMBERINGS[block.marker.style] if block.marker else kind
    element = place.parent.child("L", f"/O/List/ListNumbering/{numbering}")
    items = [(element.child("LI"), blocks) for blocks in block.items]
    labels = [_label(builder, place, item, _marker(block, n, bullet)) for n, (item, _) in enumerate(items)]
    indent = max([builder.setting.theme.list_indent, *(label_width(label) + LABEL_GAP for label in labels)])
    inside = place.narrowed(indent)._replace(body=place.item, list_depth=place.list_depth + 1)
    parts = [
        _item(builder, inside.below(item.child("LBody")), blocks, label, place.left)
        for (item, blocks), label in zip(items, labels, strict=True)
    ]
    for part in (*parts[:-1][:1], *parts[:-1][-1:]):
        part[-1].keep = True  # two items at least stand on either side of a page's end
    for part in parts[-1:]:
        part[-1].after = place.body.after
    return [box for part in parts for box in part]


def _marker(block: List, index: int, bullet: str) -> str:
    return block.marker.format(block.start + index) if block.marker else bullet


def _label(builder: Builder, place: Place, item: Element, marker: str) -> list[Run]:
    return builder.runs(place, (Text(f"{marker} "),), item.child("Lbl"), place.item)


def _item(builder: Builder, place: Place, blocks: Blocks, label: list[Run], x: float) -> list[AnyBox]:
    boxes = builder.flow(place, blocks)
    if boxes and isinstance(boxes[0], Line):
        boxes[0].pieces[:0] = label_pieces(label, x)
    else:
        boxes[:0] = set_text(label, place.item, x, place.width)
        boxes[0].keep = True
    if len(boxes) <= SHORT_ITEM:
        keep_together(boxes)
    return boxes
