"""What is set apart from the text: callouts, quotations, grids, signatures."""

from __future__ import annotations

from csp_docs.blocks import Callout, Grid, GridCell, Quote, Signature
from csp_docs.writers.html.anchors import OWN
from csp_docs.writers.html.blocks.lists import Flow
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.elements import NOTHING, Html, h, joined
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story


def callout(story: Story, place: Place, given: Callout, flow: Flow) -> Html:
    """Return a box, which is heard as a note; its name is its title, or the word that is heard before callouts."""
    name = story.anchors.fresh(f"{OWN}box") if given.title else None
    title = h("p", h("strong", written(story, given.title)), class_="label", id=name) if given.title else NOTHING
    word = None if given.title else story.document.heard.callout.rstrip(":") or None
    inside = title + flow(story, place, given.blocks)
    return h("div", inside, class_="callout", role="note", aria_labelledby=name, aria_label=word)


def quote(story: Story, place: Place, given: Quote, flow: Flow) -> Html:
    """Return a quotation, and whose words they are below it."""
    words = h("blockquote", flow(story, place, given.blocks))
    if not given.title:
        return words
    return h("figure", words, h("figcaption", "– ", written(story, given.title)), class_="quote")


def grid(story: Story, place: Place, given: Grid, flow: Flow) -> Html:
    """Return cells, next to each other in columns if there is room."""
    looks = f"grid columns-{given.columns}" if given.columns > 2 else "grid"
    return h("div", joined([_cell(story, place, cell, flow) for cell in given.cells]), class_=looks)


def signature(story: Story, given: Signature) -> Html:
    """Return portrait, picture of the signature, name and lines."""
    from csp_docs.writers.html.blocks.figures import content_html  # a document without signatures may draw nothing

    figures = [content_html(story, figure) for figure in (given.portrait, given.signature) if figure]
    lines = [h("p", h("strong", written(story, given.name))), *(h("p", written(story, line)) for line in given.lines)]
    return h("div", joined(figures), joined(lines), class_="signature lines")


def _cell(story: Story, place: Place, cell: GridCell, flow: Flow) -> Html:
    title = h("p", h("strong", written(story, cell.title)), class_="label") if cell.title else NOTHING
    return h("div", title, flow(story, place, cell.blocks))
