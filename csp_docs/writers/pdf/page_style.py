"""The common properties of pages: their paper, and the document that provides their furniture."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from csp_docs.blocks import Document
from csp_docs.theme.theme import Theme
from csp_docs.typesetting.places import fitted, marking_lines


@frozen(eq=False, repr=False)
class PageStyle:
    """The style of pages that follow each other; ``theme`` has the orientation of their paper.

    ``marked`` is the marking on each of them. A ``cover`` has no running head and no page label, and has a tinted
    background.
    """

    document: Document
    theme: Theme
    marked: str
    cover: bool = False

    def is_like(self, other: PageStyle) -> bool:
        """Return whether the pages of ``other`` look the same and belong to the same document."""
        alike = self.theme == other.theme and self.cover == other.cover and self.marked == other.marked
        return alike and self.document is other.document

    @property
    def room(self) -> float:
        """The height of the text area."""
        return self.theme.page.text_height

    @cached_property
    def running_head(self) -> str:
        """The running head, shortened to one line; empty on a cover."""
        return "" if self.cover else fitted(self.document.running_head, self.theme)

    @cached_property
    def marking(self) -> list[str]:
        """The lines of the marking."""
        return marking_lines(self.marked, self.theme)
