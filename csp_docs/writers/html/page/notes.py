"""The notes of a page, at its end; each leads back to its mark."""

from __future__ import annotations

from csp_docs.blocks import Note
from csp_docs.writers.html.anchors import OWN
from csp_docs.writers.html.elements import NOTHING, Html, h, joined
from csp_docs.writers.html.inlines import written
from csp_docs.writers.html.story import Story


def notes_html(story: Story) -> Html:
    """Return all notes of the page; nothing if it has none."""
    if not story.notes:
        return NOTHING
    notes = joined([_note(story, note, language) for note, language in story.notes])
    heading = h("h2", story.document.web.notes, id=f"{OWN}notes", data_added=True)
    return h("section", heading, h("ol", notes), class_="notes", role="doc-endnotes", aria_labelledby=f"{OWN}notes")


def _note(story: Story, note: Note, language: str) -> Html:
    heard = story.document.heard.note.replace("{number}", str(note.number))
    back = h("a", "↩\ufe0e", href=f"#{OWN}mark-{note.number}", role="doc-backlink", aria_label=heard, data_added=True)
    words = written(story, note.inlines), " ", back
    return h("li", *words, id=f"{OWN}note-{note.number}", value=note.number, lang=story.language(language))
