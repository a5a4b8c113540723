"""What one rendering shares: the document, the ids of the page, and the notes that were read so far."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, field, frozen

from csp_docs.blocks import Document, Inlines, Note
from csp_docs.theme.theme import Theme
from csp_docs.writers.html.anchors import OWN, Anchors


@frozen(eq=False, repr=False)
class Story:
    """The state of one rendering; a document inside the document has its own ``document`` and shares all else.

    If the document is divided into pages, ``files`` has the page of each thing that references can lead to, and
    ``here`` is the page that is written.
    """

    document: Document
    theme: Theme
    anchors: Anchors
    notes: list[tuple[Note, str]] = field(factory=list)
    """Each note at its first mark, with the language of its document."""
    titles: list[Inlines] = field(factory=list)
    """The title that is the heading of the page, once it is written."""

    files: Mapping[str, str] = field(factory=dict)
    here: str = ""
    noted: dict[int, str] = field(factory=dict)
    """The page of each note, by its number."""

    @classmethod
    def of(cls, document: Document, theme: Theme) -> Story:
        """Return the story of ``document``."""
        return cls(document, theme, Anchors(document.blocks))

    def within(self, document: Document) -> Story:
        """Return the story of a document inside the document."""
        return evolve(self, document=document)

    def href(self, target: str) -> str:
        """Return the address of the thing that is called ``target``; empty if it is not in the document."""
        name = self.anchors.of(target)
        return f"{self._elsewhere(self.files.get(target, ''))}#{name}" if name else ""

    def on(self, file: str) -> Story:
        """Return the story of a page: its notes are its own."""
        return evolve(self, here=file, notes=[], titles=[])

    def add(self, note: Note) -> None:
        """Keep a note for the end of the page."""
        self.notes.append((note, self.document.language))
        self.noted[note.number] = self.here

    def note_href(self, note: Note) -> str:
        """Return the address of the words of a note."""
        return f"{self._elsewhere(self.noted.get(note.number, ''))}#{OWN}note-{note.number}"

    def _elsewhere(self, file: str) -> str:
        """Return the name of a page; empty if it is the one that is written."""
        return "" if file == self.here else file

    def language(self, other: str) -> str | None:
        """Return a language for an attribute; None if it is that of the document."""
        return other if other != self.document.language else None
