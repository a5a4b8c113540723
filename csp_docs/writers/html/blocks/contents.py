"""Contents and lists of figures and tables: navigation, with a link for each entry."""

from __future__ import annotations

from collections.abc import Sequence

from csp_docs.blocks import Contents, ContentsEntry, Listing
from csp_docs.writers.html.blocks.lists import numbered
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.elements import Html, h, joined
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story


def contents_html(story: Story, place: Place, given: Contents, *, added: bool = False) -> Html:
    """Return contents. Those of the document are next to the text if the screen is wide."""
    name = story.anchors.fresh("contents")
    heading = h(place.heading, written(story, given.title), id=name)
    aside = given.of is Listing.HEADINGS and not place.inner
    listed = _listed(story, given.entries, 1)
    look = "contents aside" if aside else "contents"
    return h("nav", h("div", heading, listed), class_=look, aria_labelledby=name, data_added=added)


def _listed(story: Story, entries: Sequence[ContentsEntry], level: int) -> Html:
    """Return a list of the entries of ``level``; those below an entry are in a list inside it."""
    items, place = list[Html](), 0
    while place < len(entries):
        end = place + 1
        while end < len(entries) and entries[end].level > level:
            end += 1
        below = entries[place + 1 : end]
        items.append(h("li", _entry(story, entries[place]), _listed(story, below, level + 1) if below else ""))
        place = end
    return h("ol", joined(items), role="list")


def _entry(story: Story, entry: ContentsEntry) -> Html:
    words = numbered(entry.number) + written(story, entry.title)
    target = story.anchors.of(entry.target)
    return h("a", words, href=f"#{target}") if target else words
