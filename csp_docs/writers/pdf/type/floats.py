"""The text after a table or a figure that begins a new page is drawn up, to fill the page before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from csp_docs.blocks import Block
from csp_docs.writers.pdf.type.shapes import AnyBox


class Boxed(NamedTuple):
    """A block and its boxes."""

    block: Block
    boxes: list[AnyBox]


class Float(NamedTuple):
    """A table or a figure that may go to the next page, and the text right after it."""

    itself: Boxed
    text: tuple[Boxed, ...]


class Floats:
    """All that may float, by the identity of its first box; ``moves`` is what does, and the block that it follows."""

    __slots__ = ("_known", "moves")

    def __init__(self) -> None:
        self._known: dict[int, Float] = {}
        self.moves: dict[int, int] = {}

    def add(self, floating: Float) -> None:
        """Let a block float."""
        self._known[id(floating.itself.boxes[0])] = floating

    def draw_up(self, boxes: list[AnyBox], start: int, end: int, ends: Callable[[list[AnyBox]], int]) -> int:
        """Return the end of the page that begins at ``start``; text from below may have come to it from after a float.

        The page without it ends at ``end``. ``ends`` returns how many of the boxes that it is given are on the page.
        """
        place, found = self._next(boxes, end)
        if not found:
            return end
        for count in range(len(found.text), 0, -1):
            text = [box for each in found.text[:count] for box in each.boxes]
            after = place + len(found.itself.boxes)
            tried = [*boxes[start:place], *text, *found.itself.boxes]
            if boxes[after] is text[0] and ends(list(tried)) == len(tried) - len(found.itself.boxes):
                boxes[start : after + len(text)] = tried
                self.moves[id(found.itself.block)] = id(found.text[count - 1].block)
                return place + len(text)
        return end

    def _next(self, boxes: list[AnyBox], end: int) -> tuple[int, Float | None]:
        """Return the float that begins the next page, alone or below headings, and its place."""
        place = end
        while self._known and place < len(boxes):
            if found := self._known.get(id(boxes[place])):
                return place, found
            if not boxes[place].keep:
                break
            place += 1
        return end, None
