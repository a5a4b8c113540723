"""Inlines as runs: one case for each inline."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, assert_never

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
from csp_docs.writers.word.file.elements import Xml, related, run, text_content, w
from csp_docs.writers.word.inline import notes
from csp_docs.writers.word.inline.fields import field
from csp_docs.writers.word.styles.character_styles import PENDING, rating_style

if TYPE_CHECKING:
    from csp_docs.writers.word.file.package import Links
    from csp_docs.writers.word.story import Story

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Look(NamedTuple):
    """The look of the current words: strong, stressed, in another language, part of a link.

    ``mark`` is the style of a rating or of words that are pending.
    """

    strong: bool = False
    emphasis: bool = False
    language: str = ""
    link: bool = False
    mark: str = ""

    @lru_cache(maxsize=1024)  # noqa: B019 - a value without a past: the same words have the same properties
    def properties(self, right_to_left: bool = False) -> tuple[Xml, ...]:
        """Return the run properties: a character style, and direct properties instead of a second style."""
        usual = "Hyperlink" if self.link else "Strong" if self.strong else "Emphasis" if self.emphasis else ""
        style = self.mark or usual
        found = [w("rStyle", val=style)] if style else []
        if self.strong and style != "Strong":
            found += [w("b"), w("bCs")]
        if self.emphasis and style != "Emphasis":
            found += [w("i"), w("iCs")]
        if self.link and style != "Hyperlink":
            found.append(w("u", val="single"))
        if right_to_left:
            found.append(w("rtl"))
        if self.language:
            found.append(w("lang", bidi=self.language) if right_to_left else w("lang", val=self.language))
        return tuple(found)


_PLAIN = Look()


class InlineWriter(NamedTuple):
    """Makes the runs of one part of the file; ``links`` are that part's.

    ``commented`` says whether Word shows comments there.
    """

    story: Story
    links: Links
    commented: bool = True

    def runs(self, inlines: Inlines, look: Look = _PLAIN) -> list[Xml]:
        """Return the runs of ``inlines``, and the elements between runs."""
        return [element for inline in inlines for element in self._one(inline, look)]

    def _one(self, inline: Inline, look: Look) -> list[Xml]:
        match inline:
            case Text():
                return _text(inline.text, look)
            case Strong():
                return self.runs(inline.inlines, look._replace(strong=True))
            case Emphasis():
                return self.runs(inline.inlines, look._replace(emphasis=True))
            case Link():
                return self._link(inline, look)
            case Reference():
                return self._reference(inline, look)
            case Note():
                return self._note(inline)
            case InLanguage():
                return self.runs(inline.inlines, look._replace(language=inline.language))
            case Pending():
                return self._pending(inline, look)
            case Rating():
                return _text(inline.printed, look._replace(mark=rating_style(inline.level)))
            case Closed():
                return self.runs(inline.inlines, look)
            case LineBreak():
                return [run((), w("br"))]
            case _:
                assert_never(inline)

    def _note(self, note: Note) -> list[Xml]:
        """Return a note; Word ignores comments inside notes, so they are at its mark ([MS-OI29500], 2.1.315)."""
        words = InlineWriter(self.story, self.story.note_links, commented=False).runs(note.inlines)
        mark = notes.mark(self.story, note, words)
        for pending in () if note.repeated else _owed(note):
            mark = self.story.comments.on(mark, pending, self.story.document)
        return mark

    def _pending(self, pending: Pending, look: Look) -> list[Xml]:
        runs = _text(pending.text, look._replace(mark=PENDING))
        return self.story.comments.on(runs, pending, self.story.document) if self.commented else runs

    def _link(self, link: Link, look: Look) -> list[Xml]:
        runs = self.runs(link.inlines, look._replace(link=True))
        return [related(w("hyperlink", *runs, history=1), self.links.id(link.url))]

    def _reference(self, reference: Reference, look: Look) -> list[Xml]:
        """Return a field if Word would print the same words, otherwise a link to the same place.

        A caption's number is a field after its word and a no-break space.
        """
        target, text = self.story.targets.get(reference.target), reference.text
        if target is None:
            return _text(text, look)
        before = text.removesuffix(target.text)
        if before != text and (not before or before.endswith("\u00a0")):
            return [*_text(before, look), *field(rf"REF {target.bookmark} \h", target.text, look.properties())]
        if text.replace("\u00a0", " ") == target.number.rstrip("."):
            return field(rf"REF {target.bookmark} \n \h", text, look.properties())
        return [w("hyperlink", *_text(text, look), anchor=target.bookmark, history=1)]


def _owed(note: Note) -> list[Pending]:
    return [inline for inline in walk.every_inline((Paragraph(note.inlines),)) if isinstance(inline, Pending)]


def _text(text: str, look: Look) -> list[Xml]:
    right_to_left = not text.isascii() and bool(_RIGHT_TO_LEFT.search(text))
    return [run(look.properties(right_to_left), *text_content(text))] if text else []
