"""What pages have in common: their paper, and whose furniture stands on them."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from csp_docs.blocks import Document
from csp_docs.theme.metrics import shortened, wrapped
from csp_docs.theme.theme import Theme


@frozen(eq=False)
class PageStyle:
    """The looks of pages that follow each other; the paper of ``theme`` lies as theirs does.

    A ``cover`` has neither running head nor page label, and stands on a tint.
    """

    document: Document
    theme: Theme
    cover: bool = False

    def is_like(self, other: PageStyle) -> bool:
        """Tell whether the pages of ``other`` look the same and belong to the same document."""
        return self.document is other.document and self.theme == other.theme and self.cover == other.cover

    @property
    def room(self) -> float:
        """The height of the text area."""
        page = self.theme.page
        return page.height - page.top - page.bottom

    @cached_property
    def running_head(self) -> str:
        """The running head as it fits in one line; empty on a cover."""
        return "" if self.cover else shortened(self.document.running_head, self._line)

    @cached_property
    def marking(self) -> list[str]:
        """The lines of the marking."""
        return wrapped(self.document.marking, self._line, bold=True) if self.document.marking else []

    @property
    def _line(self) -> float:
        """How wide a line of furniture may be, at size 1."""
        return self.theme.page.text_width / self.theme.furniture.size
