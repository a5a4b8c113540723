"""Captions of tables and figures, with numbers that Word counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from csp_docs.blocks import Caption, Inlines
from csp_docs.typesetting.titles import without_lone_word
from csp_docs.writers.word.file.elements import Xml, run, text_content, w
from csp_docs.writers.word.file.measures import narrowed
from csp_docs.writers.word.file.paragraphs import kept_with_next
from csp_docs.writers.word.inline.fields import field
from csp_docs.writers.word.pages.flow import Flow

if TYPE_CHECKING:
    from csp_docs.writers.word.blocks.writer import BodyWriter
    from csp_docs.writers.word.story import Story


def write_caption(writer: BodyWriter, target: str, given: Caption) -> None:
    """Write the caption of a table or a figure, which is kept with it."""
    words, narrower = without_lone_word(given, writer.theme.caption, writer.measure)
    properties = narrowed(writer.flow.top(), narrower)
    writer.flow.paragraph("Caption", _content(writer, target, evolve(given, inlines=words)), *properties)


def _content(writer: BodyWriter, target: str, given: Caption) -> list[Xml]:
    """Return the content of a caption; its number is a field, so that Word can list it in lists of tables."""
    strong = (w("rStyle", val="Strong"),)
    word = run(strong, *text_content(f"{given.word}\u00a0"))
    counter = field(_counter(writer.story, given), str(given.number), strong)
    label = writer.story.found_by_contents(target, [word, *writer.story.found_by_references(target, counter)])
    return [*label, run(strong, *text_content(":")), run((), *text_content(" ")), *writer.inlines(given.inlines)]


def _counter(story: Story, given: Caption) -> str:
    """Return the code of the number; if Word would count to a different one, the code contains the number itself."""
    word = sequence(given.word)
    afresh = "" if given.number == story.captions.get(word.casefold(), 0) + 1 else rf" \r {given.number}"
    story.captions[word.casefold()] = given.number
    return rf"SEQ {word} \* ARABIC{afresh}"


def sequence(word: str) -> str:
    """Return ``word`` as the name of the sequence of a field: one word of letters and digits."""
    return re.sub(r"\W", "_", word)


def write_below(writer: BodyWriter, below: list[Inlines]) -> None:
    """Write the notes and the source of a table, kept together below it, in one block."""
    notes = Flow()
    for inlines in below:
        notes.paragraph("TableNote", writer.inlines(inlines))
    notes.end_with(writer.space_below_tables)
    *others, last = notes.elements
    writer.flow.elements += (*map(kept_with_next, others), last)
    writer.flow.gap = 0
