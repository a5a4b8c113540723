"""Figures: a picture, a diagram or an empty frame, on one page with the caption above and the source below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from csp_docs.blocks import Align, AreaMap, Chart, Diagram, Figure, Frame, Picture, RiskMatrix, Sparkline, Vector
from csp_docs.typesetting.sizes import below, in_room
from csp_docs.writers.pdf.blocks.tables import caption_lines
from csp_docs.writers.pdf.structure import Anchor
from csp_docs.writers.pdf.type.shapes import AnyBox, Art, EmptyFrame, keep_together, stack, stack_height

if TYPE_CHECKING:
    from csp_docs.drawing import Drawing, Graph
    from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place

    Shown: TypeAlias = Picture | Vector | Drawing | Graph


def figure_boxes(maker: BoxMaker, place: Place, figure: Figure) -> list[AnyBox]:
    """Return the boxes of a figure.

    A Div holds the Caption and, after it, the Figure. Inside the Figure nobody would hear the Caption, because screen
    readers read the alternative text of an element and nothing else.
    """
    theme = maker.setting.theme
    inside = place.below(place.parent.child("Div")) if figure.caption or figure.source else place
    boxes = list[AnyBox]()
    if figure.caption:
        boxes += caption_lines(maker, inside, figure.caption, inside.parent)
    boxes += content_boxes(maker, inside, figure)
    if figure.source:
        boxes += maker.line_boxes(inside, figure.source, inside.parent.child("P"), theme.source)
    boxes[0].anchors += (maker.setting.targets.get(figure.id) or Anchor(),)
    keep_together(boxes)
    boxes[0].before, boxes[-1].after = boxes[0].before or theme.apart, below(figure, theme)
    return boxes


def content_boxes(maker: BoxMaker, place: Place, figure: Figure) -> list[AnyBox]:
    """Return the content of a figure, usually one box; in a narrower place it is made smaller."""
    content, (width, height) = figure.content, in_room(figure.size, place.width)
    match content:
        case Picture() | Vector():
            return [_art(maker, place, figure, content, width, height)]
        case Diagram() | RiskMatrix() | AreaMap() | Sparkline():
            from csp_docs.drawing.diagrams import draw

            drawing = draw(content, width, maker.setting.theme)
            _check_glyphs(maker, place, drawing)
            return [_art(maker, place, figure, drawing, drawing.width, drawing.height)]
        case Chart():
            from csp_docs.drawing.charts import draw_chart

            graph = draw_chart(content, width, maker.setting.theme)
            _check_glyphs(maker, place, graph)
            return [_art(maker, place, figure, graph, graph.width, graph.height)]
        case Frame():
            return _frame(maker, place, content, width, figure.size[1])
        case _:
            assert_never(content)


def _art(maker: BoxMaker, place: Place, figure: Figure, shown: Shown, width: float, height: float) -> Art:
    leaf = None if figure.decorative else place.parent.child("Figure", alt=figure.alt).content()
    return Art(height, place.left, width, shown, maker.setting.family, leaf)


def _check_glyphs(maker: BoxMaker, place: Place, drawing: Drawing | Graph) -> None:
    from csp_docs.drawing import Box, Drawing
    from csp_docs.drawing.graph import Label

    words = drawing.shapes if isinstance(drawing, Drawing) else drawing.marks
    for shape in words:
        if isinstance(shape, Box | Label):
            face = maker.setting.family.face(bold=isinstance(shape, Box) and shape.bold)
            maker.setting.check_glyphs("".join(shape.lines), face, place.origin)


def _frame(maker: BoxMaker, place: Place, frame: Frame, width: float, height: float) -> list[AnyBox]:
    """Return the empty frame for a picture; it grows with its words, but words of more than a page have no frame."""
    theme = maker.setting.theme
    sides, ends = theme.cell_padding[0] + theme.frame_rule / 2, theme.cell_padding[1]
    inside = place.narrowed(sides, place.width - width + sides)._replace(align=Align.CENTRE)
    words = maker.line_boxes(inside, (frame.pending,), place.parent.child("P"), theme.cell)
    inner = stack_height([*words])
    height = max(height, inner + 2 * ends)
    if height > theme.tallest_figure:
        return [*words]
    return [EmptyFrame(height, place.left, width, stack([*words], (height - inner) / 2))]
