"""The shared state of one rendering: looks, fonts, the targets of links, and characters that cannot be printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from attrs import field, frozen

from csp_docs.blocks import Document, Note, walk
from csp_docs.errors import Code, Origin, Problem, RenderError
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.labels import text_column
from csp_docs.writers.pdf.structure import Anchor, Element
from csp_docs.writers.pdf.type.floats import Floats
from csp_docs.writers.pdf.type.fonts import Face, Family, load_family

_DEEPEST = 6
"""The deepest level of headings that there is a tag for (ISO 32000-1, 14.8.4.3.2)."""


class Heading(NamedTuple):
    """A heading for the bookmarks; ``level`` counts from 1."""

    level: int
    text: str
    anchor: Anchor


@frozen(eq=False, repr=False)
class Setting:
    """The state of one rendering; ``targets`` has the places that references can lead to, by id.

    Embedded documents, landscape pages and parts have their own ``document``, ``theme`` or ``marking``, and share
    everything else.
    """

    document: Document
    theme: Theme
    marking: str
    family: Family
    targets: dict[str, Anchor]
    headings: list[Heading] = field(factory=list)
    floats: Floats = field(factory=Floats)
    _titles: list[Element] = field(factory=list)
    _notes: dict[int, Anchor] = field(factory=dict)
    _note_ids: Iterator[int] = field(factory=lambda: count(1))
    _header_ids: Iterator[int] = field(factory=lambda: count(1))
    _unprintable: dict[str, Origin | None] = field(factory=dict)

    @classmethod
    def of(cls, document: Document, theme: Theme) -> Setting:
        """Return the setting of ``document``. Raises RenderError when the theme's font family is missing."""
        targets = {target: Anchor() for target in walk.ids(document.blocks)}
        return cls(document, theme, document.marking, load_family(theme.fonts.pdf), targets)

    @property
    def number_width(self) -> float:
        """The width of the column of numbers: 0 if the house style does not number paragraphs."""
        return text_column(self.document.numbering, self.theme)

    def title_element(self, parent: Element) -> Element:
        """Return a new element for a line with the document's title, below ``parent``.

        It is the one H1, below which all headings are, unless there is one already, or a heading that is read before
        it: then it is a paragraph (ISO 14289-1, 7.4). A document inside the document has its title below a heading.
        """
        if self.headings or self._titles:
            return parent.child("P")
        self._titles.append(parent.child("H1"))
        return self._titles[0]

    def heading_element(self, parent: Element, level: int) -> Element:
        """Return a new element for a heading of ``level`` (from 1), below ``parent``."""
        return parent.child(f"H{min(level + len(self._titles), _DEEPEST)}")

    def note_anchor(self, note: Note) -> Anchor:
        """Return the place of the note for the mark ``note``."""
        if not note.repeated:
            self._notes[note.number] = Anchor()
        return self._notes[note.number]

    def note_id(self) -> str:
        """Return an ID that no other note has (ISO 14289-1, 7.9)."""
        return f"note-{next(self._note_ids)}"

    def header_id(self) -> str:
        """Return an ID that no other header of a table has."""
        return f"header-{next(self._header_ids)}"

    def check_glyphs(self, text: str, face: Face, origin: Origin | None) -> None:
        """Record the characters of ``text`` that the face cannot print."""
        if not face.printable.issuperset(text):
            for character in text:
                if character not in face.printable:
                    self._unprintable.setdefault(character, origin)

    def raise_unprintable(self) -> None:
        """Raise RenderError with one problem for each character that cannot be printed."""
        if self._unprintable:
            raise RenderError(
                Problem(
                    Code.NOT_IN_FONT,
                    f"the font {self.theme.fonts.pdf} does not have {_named(character)}",
                    _HINT,
                    origin,
                )
                for character, origin in self._unprintable.items()
            )


_HINT = "write it in words or use another character"


def _named(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    shown = f' "{character}"' if character.isprintable() else ""
    return f"{name} {code}{shown}".strip() if name else f"character {code}{shown}"
