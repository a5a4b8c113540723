"""Footnotes: a mark in the text, the note in a part of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Note
from csp_docs.writers.word.file.elements import Xml, run, text_content, w
from csp_docs.writers.word.file.paragraphs import paragraph
from csp_docs.writers.word.inline.fields import field

if TYPE_CHECKING:
    from csp_docs.writers.word.story import Story


def mark(story: Story, note: Note, words: list[Xml]) -> list[Xml]:
    """Return the mark of ``note``; its ``words`` go to the foot of the page.

    A repeated mark is a field that prints the number of the note before. Word counts the notes; where some are left
    out, the mark is the number itself (ECMA-376 part 1, 17.11.14, ``customMarkFollows``).
    """
    if note.repeated:
        return field(rf"NOTEREF {_bookmark(note)} \f \h", str(note.number), (_superscript(),))
    place = len(story.notes) + 1
    own = text_content(str(note.number)) if note.number != place else []
    story.notes.append(_footnote(place, own or [w("footnoteRef")], words))
    custom = {"customMarkFollows": 1} if own else {}
    reference = w("footnoteReference", **custom, id=place)
    return story.bookmark(_bookmark(note), [run([_superscript()], reference, *own)])


def _footnote(place: int, mark: list[Xml], words: list[Xml]) -> Xml:
    label = run([_superscript()], *mark)
    content = [label, run((), *text_content(" ")), *words]
    return w("footnote", paragraph("FootnoteText", content), id=place)


def _superscript() -> Xml:
    return w("rStyle", val="FootnoteReference")


def _bookmark(note: Note) -> str:
    return f"_Note{note.number:08}"
