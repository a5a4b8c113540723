"""Contents and lists of figures and tables: navigation, with a link for each entry."""

from __future__ import annotations

from collections.abc import Sequence

from csp_docs.blocks import Contents, ContentsEntry, Listing
from csp_docs.writers.html.anchors import OWN
from csp_docs.writers.html.blocks.lists import numbered
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.elements import Html, h, joined
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story


def contents_html(story: Story, place: Place, given: Contents, *, added: bool = False) -> Html:
    """Return contents. Those of the document are next to the text if the screen is wide."""
    name = story.anchors.fresh(f"{OWN}contents" if given.of is Listing.HEADINGS else f"{OWN}list")
    heading = h(place.heading, written(story, given.title), id=name)
    aside = given.of is Listing.HEADINGS and not place.inner
    entries = listed(story, given.entries, 1)
    look, role = "contents aside" if aside else "contents", None if added else "doc-toc"
    return h("nav", h("div", heading, entries), class_=look, role=role, aria_labelledby=name, data_added=added)


def listed(story: Story, entries: Sequence[ContentsEntry], level: int, current: str = "") -> Html:
    """Return a list of the entries of ``level``; those below an entry are in a list inside it.

    ``current`` is the target of the entry whose page a reader is on.
    """
    items, place = list[Html](), 0
    while place < len(entries):
        end = place + 1
        while end < len(entries) and entries[end].level > level:
            end += 1
        below = entries[place + 1 : end]
        inner = listed(story, below, level + 1) if below else ""
        items.append(h("li", _entry(story, entries[place], current), inner))
        place = end
    return h("ol", joined(items), role="list")


def _entry(story: Story, entry: ContentsEntry, current: str) -> Html:
    words = numbered(entry.number) + written(story, entry.title)
    target, here = story.href(entry.target), "page" if current and entry.target == current else None
    return h("a", words, href=target, aria_current=here) if target else words
