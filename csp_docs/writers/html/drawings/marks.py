"""The marks of charts as elements of SVG."""

from __future__ import annotations

from typing import assert_never

from csp_docs.drawing.graph import Anchor, Area, Graph, Label, Line, Mark
from csp_docs.drawing.graph import Point as Corner
from csp_docs.writers.html.elements import Html, h, joined

ASCENT, DESCENT = 0.905, 0.212
"""The height and the depth of the letters of Arial, as shares of their size."""
_ANCHORS = {Anchor.START: None, Anchor.MIDDLE: "middle", Anchor.END: "end"}


def graph_marks(graph: Graph) -> Html:
    """Return all marks, from back to front."""
    return joined([_mark(mark, graph) for mark in graph.marks])


def path(points: tuple[Corner, ...], *, closed: bool = False) -> str:
    """Return a path through ``points``."""
    start, *rest = (f"{number(x)} {number(y)}" for x, y in points)
    return f"M{start}L{' '.join(rest)}{'Z' if closed else ''}"


def number(length: float) -> str:
    """Return a length with a tenth of a point."""
    return f"{length:.1f}".removesuffix(".0")


def words(
    lines: tuple[str, ...], x: float, y: float, type_: tuple[float, float], colour: str, **attributes: object
) -> Html:
    """Return lines of words, the first with its top at ``y``; ``type_`` is their size and leading."""
    size, leading = type_
    base = y + (leading + (ASCENT - DESCENT) * size) / 2
    return joined(
        [
            h("text", f"{line} ", x=number(x), y=number(base + place * leading), fill=colour, **attributes)
            for place, line in enumerate(lines)
        ]
    )


def ink(name: str) -> str:
    """Return a colour of the theme as the page names it, for light and for dark screens; nothing without a name."""
    return f"var(--{'ground' if name == 'white' else name})" if name else "none"


def _mark(mark: Mark, graph: Graph) -> Html:
    match mark:
        case Area():
            edge = {"stroke": ink(mark.outline), "stroke_width": number(mark.edge)} if mark.outline else {}
            return h("path", d=path(mark.points, closed=True), fill=ink(mark.fill), **edge)
        case Line():
            dash = " ".join(map(number, mark.dash)) or None
            colour, width = ink(mark.colour), f"{mark.width:g}"
            return h("path", d=path(mark.points), fill="none", stroke=colour, stroke_width=width, stroke_dasharray=dash)
        case Label():
            type_, anchor = (graph.size, graph.leading), _ANCHORS[mark.anchor]
            weight = "bold" if mark.bold else None
            colour = ink(mark.colour)
            return words(mark.lines, mark.x, mark.y, type_, colour, text_anchor=anchor, font_weight=weight)
        case _:
            assert_never(mark)
