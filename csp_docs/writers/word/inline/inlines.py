"""Inlines as runs: one case for each inline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from attrs import evolve, frozen
from lxml import etree

from csp_docs.blocks import (
    Closed,
    Emphasis,
    InLanguage,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Pending,
    Rating,
    Reference,
    Strong,
    Text,
    walk,
)
from csp_docs.writers.word.file.elements import related, run, text_content, w
from csp_docs.writers.word.file.measures import shading
from csp_docs.writers.word.inline import notes
from csp_docs.writers.word.inline.fields import field

if TYPE_CHECKING:
    from csp_docs.writers.word.file.package import Links
    from csp_docs.writers.word.story import Story

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@frozen
class Look:
    """The look of the current words: strong, stressed, in another language, part of a link; and their background."""

    strong: bool = False
    emphasis: bool = False
    language: str = ""
    link: bool = False
    shade: str = ""

    def properties(self, right_to_left: bool = False) -> tuple[etree._Element, ...]:
        """Return the run properties: a character style, and direct properties instead of a second style."""
        style = "Hyperlink" if self.link else "Strong" if self.strong else "Emphasis" if self.emphasis else ""
        found = [w("rStyle", val=style)] if style else []
        if self.strong and style != "Strong":
            found += [w("b"), w("bCs")]
        if self.emphasis and style != "Emphasis":
            found += [w("i"), w("iCs")]
        if self.shade:
            found.append(shading(self.shade))
        if right_to_left:
            found.append(w("rtl"))
        if self.language:
            found.append(w("lang", bidi=self.language) if right_to_left else w("lang", val=self.language))
        return tuple(found)


@frozen
class InlineWriter:
    """Makes the runs of one part of the file; ``links`` are that part's.

    ``commented`` says whether Word shows comments there.
    """

    story: Story
    links: Links
    commented: bool = True

    def runs(self, inlines: Inlines, look: Look = Look()) -> list[etree._Element]:
        """Return the runs of ``inlines``, and the elements between runs."""
        return [element for inline in inlines for element in self._one(inline, look)]

    def _one(self, inline: Inline, look: Look) -> list[etree._Element]:
        match inline:
            case Text():
                return _text(inline.text, look)
            case Strong():
                return self.runs(inline.inlines, evolve(look, strong=True))
            case Emphasis():
                return self.runs(inline.inlines, evolve(look, emphasis=True))
            case Link():
                return self._link(inline, look)
            case Reference():
                return self._reference(inline, look)
            case Note():
                return self._note(inline)
            case InLanguage():
                return self.runs(inline.inlines, evolve(look, language=inline.language))
            case Pending():
                return self._pending(inline, look)
            case Rating():
                return _text(inline.printed, evolve(look, shade=self.story.theme.colour(inline.level.value)))
            case Closed():
                return self.runs(inline.inlines, look)
            case LineBreak():
                return [run((), w("br"))]
            case _:
                assert_never(inline)

    def _note(self, note: Note) -> list[etree._Element]:
        """Return a note; Word ignores comments inside notes, so they are at its mark ([MS-OI29500], 2.1.315)."""
        words = InlineWriter(self.story, self.story.note_links, commented=False).runs(note.inlines)
        mark = notes.mark(self.story, note, words)
        for pending in () if note.repeated else _owed(note):
            mark = self.story.comments.on(mark, pending, self.story.document)
        return mark

    def _pending(self, pending: Pending, look: Look) -> list[etree._Element]:
        runs = _text(pending.text, evolve(look, shade=self.story.theme.colours.pending))
        return self.story.comments.on(runs, pending, self.story.document) if self.commented else runs

    def _link(self, link: Link, look: Look) -> list[etree._Element]:
        runs = self.runs(link.inlines, evolve(look, link=True))
        return [related(w("hyperlink", *runs, history=1), self.links.id(link.url))]

    def _reference(self, reference: Reference, look: Look) -> list[etree._Element]:
        """Return a field if Word would print the same words, otherwise a link to the same place."""
        target, text = self.story.targets.get(reference.target), reference.text
        if target is None:
            return _text(text, look)
        number = target.number.rstrip(".")
        codes = {number: r"\n \h", target.text.lower(): r"\h \* lower", target.text: r"\h"}
        # the spaces in a number are Word's own, which are never no-break spaces
        if code := codes.get(text) or codes.get(text.replace("\u00a0", " ")):
            return field(f"REF {target.bookmark} {code}", text, look.properties())
        return [w("hyperlink", *_text(text, look), anchor=target.bookmark, history=1)]


def _owed(note: Note) -> list[Pending]:
    return [inline for inline in walk.every_inline((Paragraph(note.inlines),)) if isinstance(inline, Pending)]


def _text(text: str, look: Look) -> list[etree._Element]:
    properties = look.properties(right_to_left=bool(_RIGHT_TO_LEFT.search(text)))
    return [run(properties, *text_content(text))] if text else []
