"""Quotations next to a rule, with their source, and signatures, with portrait and picture on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Quote, Signature, Strong, Text
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.blocks.callouts import begin_box
from csp_docs.writers.word.blocks.figures import write_content
from csp_docs.writers.word.blocks.lists import joined
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import rule

if TYPE_CHECKING:
    from csp_docs.writers.word.blocks.writer import BodyWriter


def write_quote(writer: BodyWriter, quote: Quote) -> None:
    """Write a quotation; the line that says whose words they are is kept with the last of them."""
    if quote.boxed:
        _write_boxed(writer, quote)
        return
    zone = writer.story.zones.quote
    source = f"{zone.prefix}QuoteSource"
    box = begin_box(writer.flow, writer.story.theme, zone.text, source)
    inside = writer._replace(flow=box, zone=zone)
    inside.blocks(quote.blocks)
    if quote.title:
        if inside.flow.elements:
            inside.flow.keep_last()
        words = writer.inlines((Text("– "), *quote.title))
        inside.flow.paragraph(source, words)
    inside.flow.end_with(writer.story.theme.apart)
    writer.flow.elements += inside.flow.finish()
    writer.flow.new_page, writer.flow.gap = False, 0


def _write_boxed(writer: BodyWriter, quote: Quote) -> None:
    """Write a quotation in a callout as paragraphs of the callout: others would divide its border."""
    writer.blocks(quote.blocks)
    if quote.title:
        writer.flow.keep_last()
        writer.text((Text("– "), *quote.title))


def rule_at_left(theme: Theme) -> Xml:
    """Return the border of a quotation: a rule at its left."""
    bar = theme.quote_bar
    return w("pBdr", rule("left", theme, "rule", bar, theme.quote_indent - bar))


def write_signature(writer: BodyWriter, signature: Signature) -> None:
    """Write the pictures, if there are any, then the name, then its lines."""
    for figure in (signature.portrait, signature.signature):
        if figure:
            write_content(writer, figure, keep=True, left=writer.zone.indent)
            writer.flow.end_with(writer.story.theme.cell.after)
    writer.text(joined(((Strong(signature.name),), *signature.lines)), w("keepLines"))
