"""The places of blocks."""

from __future__ import annotations

from typing import NamedTuple

_DEEPEST = 6
"""The deepest level of headings that HTML has."""


class Place(NamedTuple):
    """The place of blocks: ``level`` is that of the next heading below it (the title of the page has level 1).

    ``prefix`` is put before the ids of numbered paragraphs, because appendices count from 1 again. Blocks are
    ``inner`` in a document inside the document, in cells and boxes: contents there have no place next to the text.
    """

    level: int = 2
    prefix: str = ""
    inner: bool = False

    @property
    def heading(self) -> str:
        """The tag of a heading here."""
        return f"h{min(self.level, _DEEPEST)}"

    def below(self) -> Place:
        """Return the place below a heading."""
        return self._replace(level=self.level + 1)

    def inside(self) -> Place:
        """Return the place inside a box or a cell."""
        return self if self.inner else self._replace(inner=True)
