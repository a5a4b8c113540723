"""The sizes of figures on the page, for all writers."""

from __future__ import annotations

from typing import assert_never

from csp_docs.blocks import AreaMap, Chart, Diagram, Figure, Frame, Picture, RiskMatrix, Sparkline, Vector
from csp_docs.theme.theme import Theme

_SAME = 0.5
"""Rooms that differ by less than this are the same, in points."""
_CUT = 0.005
"""Less than this share is not cut off, because sizes in pixels are not exact."""
POINTS_PER_PIXEL = 72 / 96
"""A picture without a width has the size that Word gives it: 96 pixels to an inch."""


def figure_size(figure: Figure, theme: Theme) -> tuple[float, float]:
    """Return width and height of a figure in points; it is not wider than the text or higher than a figure may be."""
    room = theme.page.text_width
    wanted = figure.width * room
    match figure.content:
        case Picture() | Vector() as picture:
            return _fitted(wanted or min(picture.width * POINTS_PER_PIXEL, room), picture.height / picture.width, theme)
        case Diagram() | RiskMatrix() | AreaMap() | Sparkline() as diagram:
            from csp_docs.drawing.diagrams import draw

            drawing = draw(diagram, wanted or room, theme)
            return drawing.width, drawing.height
        case Chart() as chart:
            from csp_docs.drawing.charts import draw_chart

            graph = draw_chart(chart, wanted or room, theme)
            return graph.width, graph.height
        case Frame():
            return wanted or room, theme.frame_height
        case _:
            assert_never(figure.content)


def below(figure: Figure, theme: Theme) -> float:
    """Return the space below a figure: none in a line of words."""
    return 0 if isinstance(figure.content, Sparkline) else theme.below_table


def in_room(size: tuple[float, float], room: float) -> tuple[float, float]:
    """Return the size of a figure in ``room``, for all writers: next to other content there may be less than its width.

    Writers measure the room in their own ways, so a difference of less than half a point makes no difference.
    """
    share = room / size[0]
    return size if share > 1 or size[0] - room < _SAME else (size[0] * share, size[1] * share)


def picture_size(figure: Figure, height: float) -> tuple[float, float]:
    """Return the size of a picture that is ``height`` points high: a portrait or a signature."""
    picture = figure.content
    shape = picture.width / picture.height if isinstance(picture, Picture | Vector) else 1
    return height * shape, height


def outside(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Return the shares of a picture that are cut off at each side, and at top and bottom, where it fills a box."""
    shape = picture.width / picture.height * height / width
    across, down = (1 - 1 / shape) / 2, (1 - shape) / 2
    return (max(across, 0) if across > _CUT else 0, max(down, 0) if down > _CUT else 0)


def _fitted(width: float, shape: float, theme: Theme) -> tuple[float, float]:
    """Return width and height of a picture with a height ``shape`` times its width, no taller than a figure may be."""
    width = min(width, theme.tallest_figure / shape)
    return width, width * shape
