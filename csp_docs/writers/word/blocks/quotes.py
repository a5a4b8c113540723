"""Quotations next to a rule, with their source, and signatures, with portrait and picture on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Quote, Signature, Strong, Text
from csp_docs.writers.word.blocks.boxes import begin_box, in_box, in_paragraphs, write_box
from csp_docs.writers.word.blocks.figures import write_content
from csp_docs.writers.word.blocks.lists import joined
from csp_docs.writers.word.file.elements import w
from csp_docs.writers.word.styles.box_styles import quote_look

if TYPE_CHECKING:
    from csp_docs.writers.word.blocks.writer import BodyWriter


def write_quote(writer: BodyWriter, quote: Quote) -> None:
    """Write a quotation; the line that says whose words they are is kept with the last of them."""
    theme = writer.story.theme
    if quote.boxed:  # in a callout it has paragraphs of the callout: others would divide its border
        _content(writer, quote, writer.zone.text)
    elif in_paragraphs(writer, quote.blocks):
        zone = writer.story.zones.quote
        source = f"{zone.prefix}QuoteSource"
        inside = writer._replace(flow=begin_box(writer.flow, theme, zone.text, source), zone=zone)
        _content(inside, quote, source)
        inside.flow.end_with(theme.apart)
        writer.flow.elements += inside.flow.finish()
        writer.flow.new_page, writer.flow.gap = False, 0
    else:
        inside = in_box(writer, quote_look(theme), writer.story.zones.quote_box)
        _content(inside, quote, inside.zone.text)
        write_box(writer, quote_look(theme), inside.flow, whole=quote.whole)


def _content(inside: BodyWriter, quote: Quote, source: str) -> None:
    inside.blocks(quote.blocks)
    if quote.title:
        if inside.flow.elements:
            inside.flow.keep_last()
        inside.flow.paragraph(source, inside.inlines((Text("– "), *quote.title)))


def write_signature(writer: BodyWriter, signature: Signature) -> None:
    """Write the pictures, if there are any, then the name, then its lines."""
    for figure in (signature.portrait, signature.signature):
        if figure:
            write_content(writer, figure, keep=True, left=writer.zone.indent)
            writer.flow.end_with(writer.story.theme.cell.after)
    writer.text(joined(((Strong(signature.name),), *signature.lines)), w("keepLines"))
