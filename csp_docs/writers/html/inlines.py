"""Inlines as markup: one case for each."""

from __future__ import annotations

from typing import assert_never

from csp_docs.blocks import (
    Closed,
    Emphasis,
    InLanguage,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Pending,
    Rating,
    Reference,
    Strong,
    Text,
    walk,
)
from csp_docs.writers.html.anchors import OWN
from csp_docs.writers.html.elements import Html, h, joined, text
from csp_docs.writers.html.story import Story

ADDED = {"data_added": True}
"""Marks words that the page adds to those of the document."""


def written(story: Story, inlines: Inlines) -> Html:
    """Return ``inlines`` as markup."""
    return joined([_one(story, inline) for inline in inlines])


def _one(story: Story, inline: Inline) -> Html:
    match inline:
        case Text():
            return text(inline.text)
        case Strong():
            return h("strong", written(story, inline.inlines))
        case Emphasis():
            return h("em", written(story, inline.inlines))
        case Link():
            return _link(story, inline)
        case Reference():
            return _reference(story, inline)
        case Note():
            return _mark(story, inline)
        case InLanguage():
            return h("span", written(story, inline.inlines), lang=inline.language)
        case Pending():
            return h("mark", text(inline.text), class_="pending")
        case Rating():
            return rating(inline)
        case Closed():
            return written(story, inline.inlines)
        case LineBreak():
            return h("br")
        case _:
            assert_never(inline)


def rating(given: Rating) -> Html:
    """Return a rating on its tint; its sign is seen and not heard, because its word says the same."""
    sign = h("span", f"{given.level.sign}\u00a0", aria_hidden="true")
    return h("span", sign, text(given.text), class_=f"rating {given.level.value}")


def _link(story: Story, link: Link) -> Html:
    """Return a link; a link whose words are its address does not have it printed again after it."""
    bare = walk.words(link.inlines) in link.url
    return h("a", written(story, link.inlines), href=link.url, class_="bare" if bare else None)


def _reference(story: Story, reference: Reference) -> Html:
    target = story.href(reference.target)
    return h("a", text(reference.text), href=target) if target else text(reference.text)


def _mark(story: Story, note: Note) -> Html:
    """Return the mark of a note, a link to its words; only the first mark is where its number leads back to."""
    name = None if note.repeated else f"{OWN}mark-{note.number}"
    if not note.repeated:
        story.add(note)
    return h("sup", h("a", str(note.number), href=story.note_href(note), id=name, role="doc-noteref"), class_="mark")
