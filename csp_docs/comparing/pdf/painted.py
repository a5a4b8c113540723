"""The words that a page of a PDF paints, as they are collected."""

from __future__ import annotations

from typing import TypeAlias

from attrs import define, field

from csp_docs.comparing.pdf.lines import Sink
from csp_docs.comparing.pdf.state import Matrix

Mark: TypeAlias = tuple[int, int]
"""The number of the page or form that marked content is in, and its number there (MCID)."""

UNSEEN = "strings of words outside the pages"
_EDGE = 2.0


@define
class Painted:
    """The words of a page: of each mark; those without a mark, in order; artifacts; and those of its annotations."""

    marked: dict[Mark, Sink] = field(factory=dict)
    unmarked: Sink = field(factory=Sink)
    artifacts: Sink = field(factory=Sink)
    annotations: list[str] = field(factory=list)
    height: float = 0.0
    box: tuple[float, float, float, float] | None = None
    """The part of the page that is shown: words that begin outside it are not."""
    unseen: int = 0

    def shows(self, matrix: Matrix) -> bool:
        """Tell whether words with this matrix begin on the page; count those that do not."""
        if self.box is None:
            return True
        left, bottom, right, top = self.box
        inside = left - _EDGE <= matrix[4] <= right + _EDGE and bottom - _EDGE <= matrix[5] <= top + _EDGE
        self.unseen += not inside
        return inside

    def text(self) -> str:
        """Return all that is painted."""
        return "\n".join(sink.text() for sink in (self.unmarked, *self.marked.values(), self.artifacts))
