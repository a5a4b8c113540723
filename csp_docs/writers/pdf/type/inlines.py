"""Inlines as runs, and as elements of the tag tree."""

from __future__ import annotations

from typing import NamedTuple, assert_never

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
)
from csp_docs.blocks.walk import words
from csp_docs.errors import Origin
from csp_docs.theme.theme import TextStyle
from csp_docs.writers.pdf import structure
from csp_docs.writers.pdf.structure import Element
from csp_docs.writers.pdf.type.lines import FORCED_BREAK
from csp_docs.writers.pdf.type.setting import Setting
from csp_docs.writers.pdf.type.shapes import Line, Run
from csp_docs.writers.pdf.type.text import set_text

MARK_SIZE, MARK_RISE = 0.65, 0.35
"""The size and rise of the mark of a note, as shares of the size of the text around it."""

_CLEAN = str.maketrans({"\t": " ", "\r": " ", "\n": " ", **dict.fromkeys("\u200c\u200d\u200e\u200f\u2060\ufeff")})


class Look(NamedTuple):
    """The look of the current words, and what they are part of."""

    size: float
    bold: bool
    italic: bool = False
    colour: str = ""
    link: structure.Link | None = None
    underlined: bool = False
    highlight: str = ""


class InlineWriter:
    """Makes the runs of one block. ``notes_in`` is the element for the text of its footnotes."""

    __slots__ = ("notes_in", "setting", "style")

    def __init__(self, setting: Setting, style: TextStyle, notes_in: Element) -> None:
        self.setting, self.style, self.notes_in = setting, style, notes_in

    def runs(self, inlines: Inlines, element: Element, origin: Origin | None) -> list[Run]:
        """Return the runs of ``inlines``, with words in ``element``; ``origin`` is that of the block around."""
        look = Look(self.style.size, self.style.bold, colour=self.setting.theme.colour(self.style.colour))
        return self._many(inlines, element, look, origin)

    def _many(self, inlines: Inlines, element: Element, look: Look, origin: Origin | None) -> list[Run]:
        return [run for inline in inlines for run in self._one(inline, element, look, inline.origin or origin)]

    def _one(self, inline: Inline, element: Element, look: Look, origin: Origin | None) -> list[Run]:
        match inline:
            case Text():
                return self._text(inline.text, element, look, origin)
            case Strong():
                return self._many(inline.inlines, element, look._replace(bold=True), origin)
            case Emphasis():
                return self._many(inline.inlines, element, look._replace(italic=True), origin)
            case Link():
                return self._link(inline, element, look, origin)
            case Reference():
                return self._reference(inline, element, look, origin)
            case Note():
                return self._note(inline, element, look, origin)
            case InLanguage():
                span = element.child("Span", language=inline.language)
                return self._many(inline.inlines, span, look, origin)
            case Pending():
                return self._pending(inline, element, look, origin)
            case Rating():
                return self._rating(inline, element, look, origin)
            case Closed():
                return self._many(inline.inlines, element, look, origin)
            case LineBreak():
                return self._text(FORCED_BREAK, element, look, origin)
            case _:
                assert_never(inline)

    def _text(self, text: str, element: Element, look: Look, origin: Origin | None) -> list[Run]:
        face = self.setting.family.face(look.bold, look.italic)
        if text != FORCED_BREAK:
            text = text if text.isprintable() else text.translate(_CLEAN)
            self.setting.check_glyphs(text, face, origin)
        run = Run(text, face, look.size, look.colour, element.content())
        run.link, run.underlined, run.highlight = look.link, look.underlined, look.highlight
        return [run]

    def _pending(self, pending: Pending, element: Element, look: Look, origin: Origin | None) -> list[Run]:
        """Return words on a highlight; the words say that they are pending, and who owes what."""
        return self._text(pending.text, element, look._replace(highlight=self.setting.theme.colours.pending), origin)

    def _rating(self, rating: Rating, element: Element, look: Look, origin: Origin | None) -> list[Run]:
        """Return a rating on its tint; screen readers read only its word, not its sign."""
        highlight = self.setting.theme.colour(rating.level.value)
        span = element.child("Span", actual=rating.text)
        return self._text(rating.printed, span, look._replace(highlight=highlight), origin)

    def _link(self, link: Link, element: Element, look: Look, origin: Origin | None) -> list[Run]:
        child = element.child("Link")
        target = structure.Link(child, words(link.inlines), url=link.url)
        colour = self.setting.theme.colours.link
        return self._many(link.inlines, child, look._replace(link=target, colour=colour, underlined=True), origin)

    def _reference(self, reference: Reference, element: Element, look: Look, origin: Origin | None) -> list[Run]:
        anchor = self.setting.targets.get(reference.target)
        if anchor is None:
            return self._text(reference.text, element, look, origin)
        child = element.child("Link")
        target = structure.Link(child, reference.text, anchor)
        return self._text(reference.text, child, look._replace(link=target), origin)

    def _note(self, note: Note, element: Element, look: Look, origin: Origin | None) -> list[Run]:
        child = element.child("Reference").child("Link")
        anchor = self.setting.note_anchor(note)
        target = structure.Link(child, words(note.inlines), anchor)
        [mark] = self._text(str(note.number), child, look._replace(link=target), origin)
        _raise_mark(mark)
        if not note.repeated:
            mark.anchor = structure.Anchor()
            mark.notes = self._note_lines(note, anchor, mark.anchor, origin)
        return [mark]

    def _note_lines(
        self, note: Note, anchor: structure.Anchor, mark: structure.Anchor, origin: Origin | None
    ) -> tuple[Line, ...]:
        """Return the lines of a note at ``anchor``; its number leads back to its ``mark``, as it does in Word."""
        style = self.setting.theme.note
        element = self.notes_in.child("Note", id=self.setting.note_id())
        writer = InlineWriter(self.setting, style, element)
        back = element.child("Lbl").child("Link")
        [label] = writer.runs((Text(str(note.number)),), back, origin)
        _raise_mark(label)
        heard = self.setting.document.heard.note.replace("{number}", str(note.number))
        label.link = structure.Link(back, heard, mark)
        runs = writer.runs((Text(" "), *note.inlines), element, origin)
        lines = set_text([label, *runs], style, 0, self.setting.theme.page.text_width)
        lines[0].anchors += (anchor,)
        return tuple(line for own in lines for line in (own, *own.notes))


def _raise_mark(mark: Run) -> None:
    """Make ``mark`` the small raised number of a note."""
    mark.size, mark.rise = mark.size * MARK_SIZE, mark.size * MARK_RISE
