"""Conversions of points to Word's units, and of indents, rules and backgrounds to Word's properties."""

from __future__ import annotations

from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.colours import themed
from csp_docs.writers.word.file.elements import Xml, w


def twips(points: float) -> int:
    """Return ``points`` in twentieths, Word's unit for lengths."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Return ``points`` in halves, Word's unit for the size of type."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return ``points`` in eighths, Word's unit for the width of rules."""
    return round(points * 8)


def indent(left: float, hanging: float = 0) -> Xml:
    """Return the indent of a paragraph in points; ``hanging`` is how far the first line hangs left.

    Edges that are the same in points are the same in twips, so that Word joins the boxes of paragraphs.
    """
    if not hanging:
        return w("ind", left=twips(left), firstLine=0)
    return w("ind", left=twips(left - hanging) + twips(hanging), hanging=twips(hanging))


def rule(side: str, theme: Theme, colour: str, points: float = 0.5, space: float = 0, pattern: str = "single") -> Xml:
    """Return a rule at one ``side`` of a paragraph, cell or table, ``space`` points from the text."""
    return w(side, val=pattern, sz=eighths(points), space=round(space), **themed(theme, colour))


def shading(theme: Theme, colour: str) -> Xml:
    """Return a plain background in the ``colour`` of this name."""
    return w("shd", val="clear", color="auto", **themed(theme, colour, "fill", "themeFill"))
