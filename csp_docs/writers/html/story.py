"""What one rendering shares: the document, the ids of the page, and the notes that were read so far."""

from __future__ import annotations

from attrs import evolve, field, frozen

from csp_docs.blocks import Document, Inlines, Note
from csp_docs.theme.theme import Theme
from csp_docs.writers.html.anchors import Anchors


@frozen(eq=False, repr=False)
class Story:
    """The state of one rendering; a document inside the document has its own ``document`` and shares all else."""

    document: Document
    theme: Theme
    anchors: Anchors
    notes: list[tuple[Note, str]] = field(factory=list)
    """Each note at its first mark, with the language of its document."""
    titles: list[Inlines] = field(factory=list)
    """The title that is the heading of the page, once it is written."""

    @classmethod
    def of(cls, document: Document, theme: Theme) -> Story:
        """Return the story of ``document``."""
        return cls(document, theme, Anchors(document.blocks))

    def within(self, document: Document) -> Story:
        """Return the story of a document inside the document."""
        return evolve(self, document=document)

    def add(self, note: Note) -> None:
        """Keep a note for the end of the page."""
        self.notes.append((note, self.document.language))

    def language(self, other: str) -> str | None:
        """Return a language for an attribute; None if it is that of the document."""
        return other if other != self.document.language else None
