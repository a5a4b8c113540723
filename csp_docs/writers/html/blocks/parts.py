"""The parts of a document: sections, appendices, documents inside it, and parts with an access of their own."""

from __future__ import annotations

from csp_docs.blocks import Appendix, Embedded, Inlines, Part, Section, walk
from csp_docs.writers.html.anchors import slug
from csp_docs.writers.html.blocks.lists import Flow, numbered
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.elements import NOTHING, Html, h, text
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story


def section(story: Story, place: Place, given: Section, flow: Flow) -> Html:
    """Return a heading and what is below it; a section without a title continues the text around it."""
    name = story.anchors.of(given.id)
    if not given.title:
        return h("section", flow(story, place, given.blocks), id=name or None, class_=_hanging(story))
    heading = _heading(story, place, numbered(given.number), given.title, name, "over" if given.over else None)
    return h("section", heading, flow(story, place.below(), given.blocks), class_=_hanging(story))


def appendix(story: Story, place: Place, given: Appendix, flow: Flow) -> Html:
    """Return an appendix; its paragraphs count for themselves, and so their ids begin with its label."""
    name = story.anchors.of(given.id) or story.anchors.fresh(slug(given.printed_label))
    label = h("span", given.printed_label, class_="label") if given.printed_label else NOTHING
    heading = _heading(story, place, label, given.title, name)
    inside = place.below()._replace(prefix=f"{place.prefix}{slug(given.printed_label)}-")
    looks = "appendix", None if given.together else "new-page", _hanging(story)
    return h("section", heading, flow(story, inside, given.blocks), class_=" ".join(filter(None, looks)))


def embedded(story: Story, place: Place, given: Embedded, flow: Flow) -> Html:
    """Return a complete document, with the words at the head of its pages."""
    document = given.document
    inside, language = story.within(document), story.language(document.language)
    body = flow(inside, place._replace(inner=True), document.blocks)
    return h("article", marking(document.marking), body, class_="embedded", lang=language)


def part(story: Story, place: Place, given: Part, flow: Flow) -> Html:
    """Return a part; if its marking is not that of the pages around it, it has it at its own head."""
    own = given.marking if given.marking != story.document.marking else ""
    return h("div", marking(own), flow(story, place, given.blocks), class_="part")


def marking(words: str) -> Html:
    """Return the words at the head of all pages of a document or a part, which are repeated when it is printed."""
    lines = (line for line in words.splitlines() if line)
    head = h("strong", h("br").join(map(text, lines)))
    return h("p", head, class_="marking running-head", data_added=True) if words else NOTHING


def _hanging(story: Story) -> str | None:
    """Return the look of blocks next to a column of numbers, if the house style numbers paragraphs."""
    return "hanging" if story.document.numbering.paragraphs else None


def _heading(story: Story, place: Place, label: Html, title: Inlines, name: str, look: str | None = None) -> Html:
    name = name or story.anchors.fresh(slug(walk.words(title)))
    return h(place.heading, label, written(story, title), id=name, class_=look)
