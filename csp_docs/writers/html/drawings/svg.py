"""Drawings as SVG: one for wide screens and print, and one with larger words for narrow screens.

Both are drawn from the same shapes as in Word and PDF. Readers of a telephone see a drawing that was laid out for their
screen, not a small picture of one that was laid out for paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from csp_docs.blocks import AreaMap, Chart, Diagram, Figure, RiskMatrix, Sparkline
from csp_docs.drawing import Drawing, Graph, draw, draw_chart
from csp_docs.drawing.readable import is_small
from csp_docs.typesetting.sizes import POINTS_PER_PIXEL
from csp_docs.writers.html.drawings.marks import graph_marks
from csp_docs.writers.html.drawings.shapes import drawing_shapes
from csp_docs.writers.html.elements import Html, h

if TYPE_CHECKING:
    from csp_docs.theme.theme import Theme
    from csp_docs.writers.html.story import Story

Drawable: TypeAlias = Diagram | RiskMatrix | AreaMap | Chart | Sparkline
_WIDEST = 480.0
"""The width of the text of a page on a wide screen, in points; landscape pages of other formats are wider."""
_NARROW = 216.0
"""The width of the text of a page on a screen of 320 pixels, in points."""
_LEAST = 11 * POINTS_PER_PIXEL
"""The smallest words of a drawing on any screen, in points."""
_MIDDLING = 340.0
"""The width from which a drawing needs a wide screen, in points."""


def drawing_html(story: Story, figure: Figure, shown: Drawable) -> Html:
    """Return a drawing; where a narrow one is needed and can be read, both are in the page and one of them is seen.

    Where none can be read on a narrow screen, it is not shrunk, but can be scrolled.
    """
    wide = _drawn(shown, min(figure.size[0], _WIDEST), story.theme)
    if wide.size * _NARROW >= wide.width * _LEAST:
        return h("div", _svg(story, figure, wide), class_="drawing")
    narrow = _drawn(shown, _NARROW, _for_screen(shown, story.theme))
    if is_small(narrow.size) or narrow.cut:
        region = {"role": "group", "tabindex": 0, "aria_label": figure.alt or None}
        return h("div", _svg(story, figure, wide), class_="drawing whole", **region)
    both = _svg(story, figure, wide, "wide"), _svg(story, figure, narrow, "narrow", added=True)
    return h("div", *both, class_="drawing large" if wide.width > _MIDDLING else "drawing middling")


def _for_screen(shown: Drawable, theme: Theme) -> Theme:
    """Return a theme with room for small charts one below the other: a screen has no end as a page has."""
    below = len(shown.series) if isinstance(shown, Chart) and shown.by else 1
    return evolve(theme, figure_share=theme.figure_share * below)


def _drawn(shown: Drawable, width: float, theme: Theme) -> Drawing | Graph:
    return draw_chart(shown, width, theme) if isinstance(shown, Chart) else draw(shown, width, theme)


def _svg(
    story: Story, figure: Figure, drawing: Drawing | Graph, look: str | None = None, *, added: bool = False
) -> Html:
    """Return a drawing as one picture, which is heard as its description."""
    shapes = graph_marks(drawing) if isinstance(drawing, Graph) else drawing_shapes(drawing, story)
    box = f"0 0 {drawing.width:.1f} {drawing.height:.1f}"
    width, height = (f"{side / POINTS_PER_PIXEL:.0f}" for side in (drawing.width, drawing.height))
    shown = {"viewBox": box, "width": width, "height": height, "font_size": f"{drawing.size:g}", "class_": look}
    heard = {"aria_hidden": "true"} if figure.decorative else {"role": "img", "aria_label": figure.alt}
    return h("svg", shapes, **shown, **heard, data_added=added)
