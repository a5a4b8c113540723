"""The common properties of pages: their paper, and the document that provides their furniture."""

from __future__ import annotations

from functools import cached_property

from csp_docs.blocks import Document, RunningWords
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import cover_marking, marking_lines, running_foot, running_head


class PageStyle:
    """The style of pages that follow each other; ``theme`` has the orientation of their paper.

    ``marked`` is the marking on each of them. A ``cover`` has no foot, and has a background of its own.
    """

    def __init__(self, document: Document, theme: Theme, marked: str, *, cover: bool = False) -> None:
        self.document, self.theme, self.marked, self.cover = document, theme, marked, cover

    def is_like(self, other: PageStyle) -> bool:
        """Return whether the pages of ``other`` look the same and belong to the same document."""
        alike = self.theme == other.theme and self.cover == other.cover and self.marked == other.marked
        return alike and self.document is other.document

    @property
    def room(self) -> float:
        """The height of the text area."""
        return self.theme.page.text_height

    def head(self, *, first: bool) -> RunningWords:
        """The running head of the ``first`` page of the document, or of the others."""
        return running_head(self.document, self.theme, first=first)

    def foot(self, *, first: bool) -> RunningWords:
        """The foot of the ``first`` page of the document, or of the others."""
        return running_foot(self.document, self.theme, first=first, cover=self.cover)

    @property
    def watermark(self) -> str:
        """The word across the page; empty on a cover."""
        return "" if self.cover else self.document.watermark

    @cached_property
    def marking(self) -> list[str]:
        """The lines of the marking."""
        draft = self.document.watermark if self.cover else ""
        return marking_lines(cover_marking(self.marked, draft), self.theme)
