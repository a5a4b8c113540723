"""Figures: a picture, a diagram or an empty frame, on the same page as the caption above and the source below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from csp_docs.blocks import (
    AreaMap,
    Chart,
    Diagram,
    Figure,
    Frame,
    Inlines,
    Logo,
    Picture,
    RiskMatrix,
    RowKeep,
    Sparkline,
    Vector,
)
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.sizes import below, in_room
from csp_docs.writers.word.blocks.captions import write_caption
from csp_docs.writers.word.blocks.grid import row
from csp_docs.writers.word.blocks.layout_tables import layout_cell, layout_table
from csp_docs.writers.word.drawings.drawings import Size, in_body
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import indent, rule, twips
from csp_docs.writers.word.file.paragraphs import xml_of
from csp_docs.writers.word.pages.flow import Flow
from csp_docs.writers.word.styles.table_style import FRAME_TEXT

if TYPE_CHECKING:
    from csp_docs.writers.word.blocks.writer import BodyWriter


def write_figure(writer: BodyWriter, figure: Figure) -> None:
    """Write a figure with its caption and source."""
    theme, flow = writer.story.theme, writer.flow
    if figure.caption:
        write_caption(writer, figure.id, figure.caption)
    else:
        flow.begin_apart(writer.space_above)
    write_content(writer, figure, keep=bool(figure.source))
    if figure.source:
        flow.paragraph("TableNote", writer.inlines(figure.source))
    flow.end_with(below(figure, theme))


def write_content(writer: BodyWriter, figure: Figure, *, keep: bool, left: float = 0) -> None:
    """Write the content of a figure, ``left`` points from the margin; ``keep`` keeps it with the next paragraph."""
    size, theme = in_room(figure.size, writer.measure), writer.theme
    match figure.content:  # what draws is loaded when it is needed
        case Picture() as picture:
            from csp_docs.writers.word.drawings.pictures import picture_run

            _paragraph(writer.flow, picture_run(writer.story, figure, picture, size), keep, left)
        case Vector() as vector:
            from csp_docs.writers.word.drawings.pictures import vector_run

            _paragraph(writer.flow, vector_run(writer.story, figure, vector, size), keep, left)
        case Diagram() | RiskMatrix() | AreaMap() | Sparkline() as diagram:
            from csp_docs.drawing.diagrams import draw
            from csp_docs.writers.word.drawings.shapes import diagram_run

            drawing = draw(diagram, size[0], theme)
            shown = diagram_run(writer.story.media, writer.story.theme, figure, drawing)
            _paragraph(writer.flow, shown, keep, left)
        case Chart() as chart:
            from csp_docs.writers.word.drawings.charts import chart_run

            _paragraph(writer.flow, chart_run(writer.story, theme, figure, chart, size[0]), keep, left)
        case Frame() as frame:
            table = _frame(writer, (frame.pending,), (size[0], figure.size[1]), keep, left)
            writer.flow.table(table, 0 if keep else writer.story.theme.below_table)
        case _:
            assert_never(figure.content)


def write_logo(writer: BodyWriter, logo: Logo, style: str, *properties: Xml) -> None:
    """Write a logo in the ``style`` of those at its place; ``properties`` has the differences from it."""
    content, figure = logo.content, logo.figure
    from csp_docs.writers.word.drawings.pictures import picture_run, vector_run

    if isinstance(content, Picture):
        shown = picture_run(writer.story, figure, content, logo.size)
    else:
        shown = vector_run(writer.story, figure, content, logo.size)
    writer.flow.paragraph(style, [in_body(shown)], *properties, *writer.story.aligned(style, logo.align))


def _paragraph(flow: Flow, shown: Xml, keep: bool, left: float) -> None:
    properties = [w("keepNext")] if keep else []
    if left:
        properties.append(indent(left))
    flow.paragraph("Figure", [in_body(shown)], *properties)


def _frame(writer: BodyWriter, words: Inlines, size: Size, keep: bool, left: float) -> Xml:
    """Return a cell, because Word does not show comments in shapes; a picture put into it has the right place.

    Word's rules lie on the edges of a cell, and take room above and below its row.
    """
    edge = writer.story.theme.frame_rule
    wide = twips(size[0] - edge)
    inside = Flow()
    inside.paragraph(FRAME_TEXT, writer.inlines(words), *([w("keepNext")] if keep else []))
    cell = layout_cell(wide, map(xml_of, inside.elements), *_edges(writer.story.theme), w("vAlign", val="center"))
    return layout_table([wide], [row([cell], RowKeep(), height=size[1] - edge)], left + edge / 2)


def _edges(theme: Theme) -> tuple[Xml, Xml]:
    """Return the rules around an empty frame, and the distance of its words from them."""
    rules = (rule(side, theme, "rule", theme.frame_rule) for side in ("top", "left", "bottom", "right"))
    across, along = theme.cell_padding
    ends = along - theme.frame_rule / 2
    sides = {"top": ends, "left": across, "bottom": ends, "right": across}
    margins = (w(side, w=twips(points), type="dxa") for side, points in sides.items())
    return w("tcBorders", *rules), w("tcMar", *margins)
