"""The text after tables and figures that begin a new page is drawn up, to fill the page before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from csp_docs.blocks import Block, Blocks
from csp_docs.typesetting.keeps import TEXT, drawn_up, floats
from csp_docs.writers.pdf.type.shapes import AnyBox

_MOST = 100
"""No page holds so many blocks of text from after a table or a figure: no more of them are looked at."""


class Boxed(NamedTuple):
    """A block, its place among the blocks that it was written with, and its boxes."""

    block: Block
    place: int
    boxes: list[AnyBox]


class _Siblings:
    """The ``members`` of one list of ``blocks``, in the order in which they are printed so far."""

    __slots__ = ("blocks", "members", "reached")

    def __init__(self, blocks: Blocks, members: list[Boxed]) -> None:
        self.blocks, self.members, self.reached = blocks, members, 0

    def reach(self, box: AnyBox) -> None:
        """Go on to the member that begins with ``box``: pages are filled in their order, so it is further on."""
        while box not in self.members[self.reached].boxes[:1]:
            self.reached += 1

    def ways(self) -> Iterator[tuple[list[Boxed], list[Boxed]]]:
        """Yield the text after the member that is reached, from much to little, and what it can be drawn up above."""
        first = max(self.reached - 1, 0)  # the text before it may be its name
        blocks = [member.block for member in self.members[first : self.reached + _MOST]]
        for last in reversed([*drawn_up(blocks, self.reached - first)]):
            moving = self.members[self.reached : first + last + 1]
            text = [each for each in moving if isinstance(each.block, TEXT)]
            yield text, [each for each in moving if not isinstance(each.block, TEXT)]

    def reorder(self, order: list[Boxed]) -> None:
        """Put the members from the one that is reached on in this ``order``."""
        self.members[self.reached : self.reached + len(order)] = order


class Floats:
    """All that may float, by the identity of its first box."""

    __slots__ = ("_known", "_moved")

    def __init__(self) -> None:
        self._known: dict[int, _Siblings] = {}
        self._moved: dict[int, _Siblings] = {}

    @property
    def orders(self) -> dict[int, list[int]]:
        """The order of blocks that are not printed in their own, by the identity of the tuple that holds them."""
        return {key: [member.place for member in found.members] for key, found in self._moved.items()}

    def add(self, blocks: Blocks, boxed: list[Boxed]) -> None:
        """Let tables and figures among ``blocks`` float."""
        siblings = _Siblings(blocks, boxed)
        self._known |= {id(boxed[at].boxes[0]): siblings for at in range(len(blocks)) if floats(blocks, at)}

    def draw_up(self, boxes: list[AnyBox], start: int, end: int, ends: Callable[[list[AnyBox]], int]) -> int:
        """Return the end of the page that begins at ``start``; text from below may have come to it from after floats.

        The page without it ends at ``end``. ``ends`` returns how many of the boxes that it is given are on the page.
        """
        place, siblings = self._next(boxes, end)
        if not siblings:
            return end
        siblings.reach(boxes[place])
        for text, floating in siblings.ways():
            above, below = _boxes(text), _boxes(floating)
            if ends([*boxes[start:place], *above, *below]) == place - start + len(above):
                boxes[place : place + len(above) + len(below)] = [*above, *below]
                siblings.reorder([*text, *floating])
                self._moved[id(siblings.blocks)] = siblings
                return place + len(above)
        return end

    def _next(self, boxes: list[AnyBox], end: int) -> tuple[int, _Siblings | None]:
        """Return the place of the float that begins the next page, alone or below headings, and its siblings."""
        place = end
        while self._known and place < len(boxes):
            if found := self._known.get(id(boxes[place])):
                return place, found
            if not boxes[place].keep:
                break
            place += 1
        return end, None


def _boxes(members: Iterable[Boxed]) -> list[AnyBox]:
    return [box for member in members for box in member.boxes]
