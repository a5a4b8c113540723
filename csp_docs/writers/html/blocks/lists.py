"""Paragraphs with their numbers, and lists with the markers that are printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from csp_docs.blocks import Blocks, List, Paragraph
from csp_docs.typesetting.labels import labels
from csp_docs.writers.html.anchors import slug
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.elements import Html, h, is_right_to_left, joined, text
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story

Flow: TypeAlias = Callable[[Story, Place, Blocks], Html]
"""What writes blocks, one below the other."""
_ROOMS = 3, 5
"""The most characters of the markers of a list with the room of all lists, and of one with more room for them."""


def numbered(number: str) -> Html:
    """Return the number of a heading or a paragraph, with the space after it; nothing if it has none."""
    return h("span", text(number), class_="number") + " " if number else Html()


def paragraph(story: Story, place: Place, given: Paragraph) -> Html:
    """Return a paragraph; one with a number can be linked to by its number."""
    name = story.anchors.of(given.id) or None
    if given.number:
        name = name or story.anchors.fresh(f"{place.prefix}para-{slug(given.number)}")
    words = written(story, given.inlines)
    look = f"numbered within-{given.depth}" if given.depth else "numbered"
    return h("p", numbered(given.number), words, id=name, class_=look if given.number else None)


def list_html(story: Story, place: Place, given: List, flow: Flow) -> Html:
    """Return a list.

    Markers such as "(a)" are words of the page: others can search for them and copy them, and no browser prints
    another. Lists without markers of the browser's own are still heard as lists because of their role.
    """
    inside = place.inside()
    items = [_content(story, inside, blocks, flow) for blocks in given.items]
    if not given.marker:
        return h("ul", joined([h("li", item) for item in items]))
    markers = labels(given)
    room = sum(max(map(len, markers), default=0) > most for most in _ROOMS)
    rows = [h("li", h("span", f"{label} ", class_="marker"), item) for label, item in zip(markers, items, strict=True)]
    return h("ol", joined(rows), class_=f"marked room-{room}", role="list")


def _content(story: Story, place: Place, blocks: Blocks, flow: Flow) -> Html:
    """Return the content of an item; its first paragraph needs no element of its own."""
    match blocks:
        case (Paragraph(number="", id="") as first, *rest):
            words = written(story, first.inlines)
            apart = rest and is_right_to_left(words)  # its direction is not that of what is below it
            own = h("p", words) if apart else words
            return joined((own, flow(story, place, tuple(rest)))) if rest else own
    return flow(story, place, blocks)
