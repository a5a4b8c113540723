"""Footnotes: a mark in the text, the note in a part of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from csp_docs.blocks import Note
from csp_docs.writers.word.file.elements import paragraph_properties, run, text_content, w
from csp_docs.writers.word.inline.fields import field

if TYPE_CHECKING:
    from csp_docs.writers.word.story import Story


def mark(story: Story, note: Note, words: list[etree._Element]) -> list[etree._Element]:
    """Return the mark of ``note``; its ``words`` go to the foot of the page.

    A repeated mark is a field that prints the number of the note before.
    """
    if note.repeated:
        return field(rf"NOTEREF {_bookmark(note)} \f \h", str(note.number), (_superscript(),))
    story.notes.append(_footnote(len(story.notes) + 1, words))
    reference = w("footnoteReference", id=len(story.notes))
    return story.bookmark(_bookmark(note), [run([_superscript()], reference)])


def _footnote(number: int, words: list[etree._Element]) -> etree._Element:
    style = paragraph_properties([w("pStyle", val="FootnoteText")])
    label = run([_superscript()], w("footnoteRef"))
    return w("footnote", w("p", style, label, run((), *text_content(" ")), *words), id=number)


def _superscript() -> etree._Element:
    return w("rStyle", val="FootnoteReference")


def _bookmark(note: Note) -> str:
    return f"_Note{note.number:08}"
