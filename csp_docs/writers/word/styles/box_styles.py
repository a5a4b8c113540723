"""The look of boxes: the borders of paragraphs, and tables of one cell, with the styles of words in them.

A table begins at the outer edge of its rule. The rule lies on the edge of the cell, half of it outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attrs import evolve

from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import indent, rule, shading, twips
from csp_docs.writers.word.styles.style import ParagraphStyle
from csp_docs.writers.word.styles.zones import callout_edge

CALLOUT_BOX_HEADING = "CalloutBoxHeading"


class BoxLook(NamedTuple):
    """A kind of box: the ``name`` of its style, the ``rule`` at its left, its ground, and where its words are.

    They are ``left`` points from the outer edge of the rule, and ``padding`` from the other edges.
    """

    name: str
    rule: float
    colour: str
    shade: str
    left: float
    padding: float

    @property
    def id(self) -> str:
        """The id of its style."""
        return self.name.replace(" ", "")

    @property
    def outside(self) -> float:
        """How much of the rule is outside of the cell, in points."""
        return self.rule / 2

    def style(self, theme: Theme) -> Xml:
        """Return the style of the tables."""
        margins = {"top": self.padding, "left": self.left - self.outside, "bottom": self.padding, "right": self.padding}
        ground = (w("tcPr", shading(theme, self.shade)),) if self.shade else ()
        return w(
            "style",
            w("name", val=self.name),
            w("basedOn", val="TableNormal"),
            w("uiPriority", val=40),
            w(
                "tblPr",
                w("tblBorders", rule("left", theme, self.colour, self.rule)),
                w("tblCellMar", *(w(side, w=twips(points), type="dxa") for side, points in margins.items())),
            ),
            *ground,
            type="table",
            customStyle=1,
            styleId=self.id,
        )


def callout_look(theme: Theme) -> BoxLook:
    """Return the look of callouts."""
    padding = theme.callout_padding + theme.rule
    return BoxLook("Callout Box", theme.callout_bar, "accent", "shade", callout_edge(0, theme), padding)


def quote_look(theme: Theme) -> BoxLook:
    """Return the look of quotations."""
    return BoxLook("Quote Box", theme.quote_bar, "rule", "", theme.quote_indent, 0)


def box_styles(theme: Theme) -> tuple[Xml, ...]:
    """Return the styles of the tables of all kinds of boxes."""
    return callout_look(theme).style(theme), quote_look(theme).style(theme)


def words_in_boxes(theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the styles of words in these tables, which have no rule and no ground of their own."""
    title, none = evolve(theme.body, bold=True, after=theme.cell.after), w("pBdr", w("left", val="nil"))
    yield ParagraphStyle(CALLOUT_BOX_HEADING, "Callout Box Heading", look=title, following="Normal", own=True)
    yield ParagraphStyle("QuoteBoxText", "Quote Box Text", "Quote", None, "QuoteBoxText", (none, indent(0)), own=True)


def box(theme: Theme) -> Xml:
    """Return the border of a callout: rules in the colour of the shade extend the shade up to them."""
    padding = theme.callout_padding
    return w(
        "pBdr",
        rule("top", theme, "shade", space=padding),
        rule("left", theme, "accent", theme.callout_bar, padding),
        rule("bottom", theme, "shade", space=padding),
        rule("right", theme, "shade", space=padding),
    )


def rule_at_left(theme: Theme) -> Xml:
    """Return the border of a quotation: a rule at its left."""
    bar = theme.quote_bar
    return w("pBdr", rule("left", theme, "rule", bar, theme.quote_indent - bar))
