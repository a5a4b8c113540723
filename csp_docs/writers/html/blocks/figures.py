"""Figures: their caption above them, their source below, and the numbers of charts and maps in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from csp_docs.blocks import AreaMap, Chart, Diagram, Figure, Frame, Picture, RiskMatrix, Sparkline, Vector
from csp_docs.writers.html.blocks.tables import caption_words
from csp_docs.writers.html.drawings.pictures import picture_html
from csp_docs.writers.html.elements import NOTHING, Html, h, text
from csp_docs.writers.html.inlines import written

if TYPE_CHECKING:
    from csp_docs.writers.html.story import Story


def figure_html(story: Story, figure: Figure) -> Html:
    """Return a figure."""
    caption = h("figcaption", caption_words(story, figure.caption)) if figure.caption else NOTHING
    source = h("p", written(story, figure.source), class_="source") if figure.source else NOTHING
    name = story.anchors.of(figure.id) or None
    return h("figure", caption, content_html(story, figure), source, _numbers(story, figure), id=name)


def content_html(story: Story, figure: Figure) -> Html:
    """Return what a figure shows, with its description for those who cannot see it."""
    match figure.content:
        case Picture() as picture:
            return picture_html(picture, figure.size, figure.alt)
        case Vector() as vector:
            from csp_docs.writers.html.drawings.vectors import vector_html

            return vector_html(figure, vector)
        case Diagram() | RiskMatrix() | AreaMap() | Chart() | Sparkline() as drawable:
            from csp_docs.writers.html.drawings.svg import drawing_html

            return drawing_html(story, figure, drawable)
        case Frame(pending=pending):
            return h("p", h("mark", text(pending.text), class_="pending"), class_="frame")
        case _:
            assert_never(figure.content)


def _numbers(story: Story, figure: Figure) -> Html:
    if not isinstance(figure.content, Chart | AreaMap):
        return NOTHING
    from csp_docs.writers.html.blocks.numbers import numbers_html

    return numbers_html(story, figure, figure.content)
