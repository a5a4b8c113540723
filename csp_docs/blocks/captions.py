"""Captions: the numbered titles of tables and figures."""

from __future__ import annotations

from csp_docs.blocks.inline import Inlines
from csp_docs.records import record


@record
class Caption:
    """A caption; ``resolve`` sets ``number``. ``word`` ("Table") names the series that it counts in."""

    word: str
    inlines: Inlines
    number: int = 0

    @property
    def label(self) -> str:
        """The word with the number ("Table 1"); no line ends between them."""
        return f"{self.word}\u00a0{self.number}"
