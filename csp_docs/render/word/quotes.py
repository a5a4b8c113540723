"""Quotations: paragraphs beside a rule, and below them whose words they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from lxml import etree

from csp_docs.blocks import Quote, Text
from csp_docs.render.word.callouts import begin_box
from csp_docs.render.word.elements import w
from csp_docs.render.word.flow import keep_with_next
from csp_docs.render.word.measures import rule
from csp_docs.theme import Theme

if TYPE_CHECKING:
    from csp_docs.render.word.writer import BodyWriter


def write_quote(writer: BodyWriter, quote: Quote) -> None:
    """Write a quotation; whose words they are stays on the page of the last of them."""
    inside = evolve(writer, flow=begin_box(writer.flow, "Quote", "QuoteSource"), zone=writer.story.zones.quote)
    inside.blocks(quote.blocks)
    if quote.title:
        for last in inside.flow.elements[-1:]:
            keep_with_next(last)
        words = writer.inlines((Text("– "), *quote.title))
        inside.flow.paragraph("QuoteSource", words, *inside.zone.place())
    inside.flow.end_with(writer.story.theme.below_table)
    writer.flow.elements += inside.flow.finish()
    writer.flow.new_page, writer.flow.gap = False, 0


def beside_rule(theme: Theme) -> etree._Element:
    """Return the border of a quotation: a rule at its left."""
    bar = theme.quote_bar
    return w("pBdr", rule("left", theme.colours.rule, bar, theme.quote_indent - bar))
