"""Captions: the counted words of a table or a figure."""

from __future__ import annotations

from attrs import frozen

from csp_docs.blocks.inline import Inlines


@frozen
class Caption:
    """The printed caption; resolve sets ``number``. ``word`` ("Table") names the series it counts in."""

    word: str
    inlines: Inlines
    number: int = 0

    @property
    def label(self) -> str:
        """The words that count ("Table 1"); no line ends between them."""
        return f"{self.word}\u00a0{self.number}"
