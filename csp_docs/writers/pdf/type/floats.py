"""The text after tables and figures that begin a new page is drawn up, to fill the page before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from csp_docs.blocks import Block, Blocks
from csp_docs.typesetting.keeps import TEXT, drawn_up, floats
from csp_docs.writers.pdf.type.shapes import AnyBox, stack_height

_MOST = 100
"""No page holds so many blocks of text from after a table or a figure: no more of them are looked at."""


class Boxed(NamedTuple):
    """A block, its place among the blocks that it was written with, and its boxes."""

    block: Block
    place: int
    boxes: list[AnyBox]


Ends: TypeAlias = Callable[[list[AnyBox]], int]
"""Returns how many of the boxes that it is given are on a page."""


class _Way(NamedTuple):
    """The ``text`` that is drawn up above what is ``floating``, and the boxes of both."""

    text: list[Boxed]
    floating: list[Boxed]
    above: list[AnyBox]
    below: list[AnyBox]

    @classmethod
    def of(cls, moving: list[Boxed]) -> _Way:
        text = [each for each in moving if isinstance(each.block, TEXT)]
        floating = [each for each in moving if not isinstance(each.block, TEXT)]
        return cls(text, floating, _boxes(text), _boxes(floating))

    def fits(self, page: list[AnyBox], ends: Ends) -> bool:
        """Return whether the text ends a page that begins with ``page``."""
        return ends([*page, *self.above, *self.below]) == len(page) + len(self.above)

    def filled(self, page: list[AnyBox], ends: Ends, whole: float) -> float:
        """Return the height of what is on the emptier one of this page and the next; the latter may have more text.

        ``whole`` is the height of all text that could be drawn up. A next page that has all that is floating goes on
        with what follows.
        """
        here, following = stack_height([*page, *self.above]), [*self.below]
        end = ends(following)
        if end == len(following):
            return here
        return min(here, stack_height(following[:end]) + whole - stack_height(self.above))


class _Siblings:
    """The ``members`` of one list of ``blocks``, in the order in which they are printed so far."""

    __slots__ = ("blocks", "members", "reached")

    def __init__(self, blocks: Blocks, members: list[Boxed]) -> None:
        self.blocks, self.members, self.reached = blocks, members, 0

    def reach(self, box: AnyBox) -> None:
        """Go on to the member that begins with ``box``: pages are filled in their order, so it is further on."""
        while box not in self.members[self.reached].boxes[:1]:
            self.reached += 1

    def ways(self) -> Iterator[_Way]:
        """Yield the ways to draw up text after the member that is reached, from much to little."""
        first = max(self.reached - 1, 0)  # the text before it may be its name
        blocks = [member.block for member in self.members[first : self.reached + _MOST]]
        for last in reversed([*drawn_up(blocks, self.reached - first)]):
            yield _Way.of(self.members[self.reached : first + last + 1])

    def go(self, way: _Way) -> None:
        """Put the members from the one that is reached on in their order in this ``way``."""
        order = [*way.text, *way.floating]
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

    def draw_up(self, boxes: list[AnyBox], start: int, end: int, ends: Ends) -> int:
        """Return the end of the page that begins at ``start``; text from below may have come to it from after floats.

        The page without it ends at ``end``. So much text comes that the emptier one of this page and the next is as
        full as it can be: a page does not have a single figure while there is text for it.
        """
        place, siblings = self._next(boxes, end)
        if not siblings:
            return end
        siblings.reach(boxes[place])
        page, ways = boxes[start:place], [*siblings.ways()]
        fitting = [way for way in ways if way.fits(page, ends)]
        if not fitting:
            return end
        whole = stack_height(ways[0].above)
        way = max(fitting, key=lambda way: way.filled(page, ends, whole))
        boxes[place : place + len(way.above) + len(way.below)] = [*way.above, *way.below]
        siblings.go(way)
        self._moved[id(siblings.blocks)] = siblings
        return place + len(way.above)

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
