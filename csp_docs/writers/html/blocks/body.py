"""Blocks as markup: one case for each."""

from __future__ import annotations

from typing import assert_never

from csp_docs.blocks import (
    Appendix,
    BlankPage,
    Block,
    Blocks,
    Callout,
    Contents,
    Cover,
    Embedded,
    Facts,
    Figure,
    Grid,
    Landscape,
    Lines,
    List,
    Masthead,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    Section,
    Signature,
    Table,
)
from csp_docs.writers.html.blocks import boxes, contents, facts, front, lists, parts, tables
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.elements import Html, h, joined
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story


def flow(story: Story, place: Place, blocks: Blocks) -> Html:
    """Return ``blocks``, one below the other, each in lines of its own."""
    return joined([part for block in blocks for part in ("\n", block_html(story, place, block))])


def block_html(story: Story, place: Place, block: Block) -> Html:  # noqa: C901 (a case for each)
    """Return one block."""
    match block:
        case Paragraph():
            return lists.paragraph(story, place, block)
        case Lines():
            return h("div", joined([h("p", written(story, line)) for line in block.lines]), class_="lines")
        case List():
            return lists.list_html(story, place, block, flow)
        case Section():
            return parts.section(story, place, block, flow)
        case Appendix():
            return parts.appendix(story, place, block, flow)
        case Embedded():
            return parts.embedded(story, place, block, flow)
        case Landscape():
            return h("div", flow(story, place, block.blocks), class_="landscape")
        case Part():
            return parts.part(story, place, block, flow)
        case Masthead():
            return front.masthead(story, block)
        case Cover():
            return front.cover(story, block)
        case Contents():
            return contents.contents_html(story, place, block)
        case Facts():
            return facts.facts_html(story, place, block, flow)
        case Table():
            return tables.table_html(story, place, block, flow)
        case BlankPage():  # only paper shows it
            return h("p", written(story, block.inlines), class_="blank-page")
        case PageBreak():
            return h("div", class_="page-break")
        case Callout() | Quote() | Grid() | Signature() | Figure():
            return _set_apart(story, place, block)
        case _:
            assert_never(block)


def _set_apart(story: Story, place: Place, block: Callout | Quote | Grid | Signature | Figure) -> Html:
    match block:
        case Callout():
            return boxes.callout(story, place.inside(), block, flow)
        case Quote():
            return boxes.quote(story, place.inside(), block, flow)
        case Grid():
            return boxes.grid(story, place.inside(), block, flow)
        case Signature():
            return boxes.signature(story, block)
        case Figure():
            from csp_docs.writers.html.blocks.figures import figure_html  # many documents need nothing that draws

            return figure_html(story, block)
        case _:
            assert_never(block)
