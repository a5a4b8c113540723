"""Recommendations, numbered as the council numbers them."""

from __future__ import annotations

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content.written import list_marker
from csp_docs.compose.context import Context
from csp_docs.council.layouts import RecommendationStyle


def recommendations(
    given: tuple[str, ...], style: RecommendationStyle, context: Context, *, numbered: bool = False
) -> Blocks:
    """Return the lead-in and the recommendations; paragraphs among them are numbered if ``numbered``.

    The lead-in has no number if the recommendations are numbered like paragraphs: the first of them is the first.
    """
    as_paragraphs = numbered and style.style == "1.1"
    lead_in = context.paragraphs(style.lead_in, numbered=numbered and not as_paragraphs) if style.lead_in else ()
    if style.style in ("plain", "1.1"):
        return lead_in + tuple(block for text in given for block in context.paragraphs(text, numbered=as_paragraphs))
    return (*lead_in, b.List(tuple(context.paragraphs(text) for text in given), list_marker(style.style, context)))
