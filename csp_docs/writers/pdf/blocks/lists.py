"""Lists: L, LI, Lbl and LBody; markers hang next to their items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from csp_docs.blocks import Blocks, List, Text
from csp_docs.blocks.counters import CounterStyle
from csp_docs.typesetting.keeps import item_spaces, kept_items
from csp_docs.typesetting.labels import label_room
from csp_docs.writers.pdf.structure import Element
from csp_docs.writers.pdf.type.shapes import AnyBox, Line, Run, keep_with_next
from csp_docs.writers.pdf.type.text import label_pieces, set_text

if TYPE_CHECKING:
    from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place

BULLETS = (("•", "Disc"), ("○", "Circle"), ("▪", "Square"))
"""The character for each depth of bullets, repeated as in Word, and its name in the tag tree (ISO 32000-1, table
347)."""

LIST_NUMBERINGS = {
    CounterStyle.DECIMAL: "Decimal",
    CounterStyle.LOWER_LETTER: "LowerAlpha",
    CounterStyle.UPPER_LETTER: "UpperAlpha",
    CounterStyle.LOWER_ROMAN: "LowerRoman",
    CounterStyle.UPPER_ROMAN: "UpperRoman",
}


def list_boxes(maker: BoxMaker, place: Place, block: List) -> list[AnyBox]:
    """Return the boxes of a list."""
    bullet, kind = BULLETS[place.list_depth % len(BULLETS)]
    numbering = LIST_NUMBERINGS[block.marker.style] if block.marker else kind
    element = place.parent.child("L", f"/O/List/ListNumbering/{numbering}")
    items = [(element.child("LI"), blocks) for blocks in block.items]
    markers = [block.marker.format(block.start + n) if block.marker else bullet for n in range(len(items))]
    labels = [_label(maker, place, item, marker) for (item, _), marker in zip(items, markers, strict=True)]
    theme = maker.setting.theme
    indent = label_room(markers if block.marker else (), theme)
    inside = place.narrowed(indent)._replace(body=place.item, list_depth=place.list_depth + 1)
    x = place.left if block.marker else inside.left - theme.bullet_hang
    parts = [
        _item(maker, inside.below(item.child("LBody")), blocks, label, x)
        for (item, blocks), label in zip(items, labels, strict=True)
    ]
    for kept in kept_items(len(parts)):
        keep_with_next(parts[kept])
    for part in parts[-1:]:
        part[-1].after = place.body.after
    return [box for part in parts for box in part]


def _label(maker: BoxMaker, place: Place, item: Element, marker: str) -> list[Run]:
    return maker.runs(place, (Text(f"{marker} "),), item.child("Lbl"), place.item)


def _item(maker: BoxMaker, place: Place, blocks: Blocks, label: list[Run], x: float) -> list[AnyBox]:
    theme = maker.setting.theme
    in_cell = place.item.leading <= theme.cell.leading
    spaces = () if in_cell else item_spaces(blocks, theme)
    if spaces:
        place = place._replace(body=evolve(place.body, after=theme.item_spaces[0]))
    boxes = maker.flow(place, blocks)
    if spaces and spaces[-1] is not None:
        boxes[-1].after = spaces[-1]
    if boxes and isinstance(boxes[0], Line):
        boxes[0].pieces[:0] = label_pieces(label, x)
    else:
        boxes[:0] = set_text(label, place.item, x, place.width)
        boxes[0].keep = True
    return boxes
