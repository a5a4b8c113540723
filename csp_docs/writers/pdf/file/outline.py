"""Bookmarks (ISO 32000-1, 12.3.3): one for each heading, nested like the headings; deep ones are closed."""

from __future__ import annotations

from csp_docs.writers.pdf.objects import Objects, text_string
from csp_docs.writers.pdf.structure import Anchor
from csp_docs.writers.pdf.type.setting import Heading

_OPEN = 2
"""The levels of bookmarks that are shown at first: all the bookmarks of a long document would be pages of them."""


class _Entry:
    __slots__ = ("children", "depth", "heading", "number")

    def __init__(self, heading: Heading | None, number: int, depth: int) -> None:
        self.heading, self.number, self.depth = heading, number, depth
        self.children: list[_Entry] = []

    @property
    def is_open(self) -> bool:
        """Whether the entries below this one are shown at first."""
        return self.depth < _OPEN

    def count(self) -> int:
        """The number of entries that are shown below this one when it is open (table 153)."""
        return len(self.children) + sum(child.count() for child in self.children if child.is_open)


def write_outline(objects: Objects, headings: list[Heading], pages: list[int]) -> int:
    """Return the number of the outline's root; 0 if there are no headings. ``pages`` has object numbers."""
    if not headings:
        return 0
    root = _Entry(None, objects.reserve(), 0)
    path = [root]
    for heading in headings:
        while path[-1].heading and path[-1].heading.level >= heading.level:
            path.pop()
        entry = _Entry(heading, objects.reserve(), len(path))
        path[-1].children.append(entry)
        path.append(entry)
    objects.put(root.number, f"<</Type/Outlines{_children(root)}>>")
    _write_children(objects, root, pages)
    return root.number


def destination(anchor: Anchor, pages: list[int]) -> str:
    """Return the explicit destination of a place: its page and height, without a change of zoom."""
    return f"[{pages[anchor.page]} 0 R/XYZ 0 {anchor.top:.2f} null]"


def _write_children(objects: Objects, parent: _Entry, pages: list[int]) -> None:
    entries = parent.children
    for entry, before, after in zip(entries, [None, *entries], [*entries[1:], None], strict=False):
        heading = entry.heading
        assert heading is not None  # noqa: S101
        title = f"/Title{text_string(heading.text)}/Parent {parent.number} 0 R/Dest{destination(heading.anchor, pages)}"
        links = (f"/Prev {before.number} 0 R" if before else "") + (f"/Next {after.number} 0 R" if after else "")
        objects.put(entry.number, f"<<{title}{links}{_children(entry)}>>")
        _write_children(objects, entry, pages)


def _children(entry: _Entry) -> str:
    if not entry.children:
        return ""
    first, last = entry.children[0].number, entry.children[-1].number
    count = entry.count() if entry.is_open else -entry.count()
    return f"/First {first} 0 R/Last {last} 0 R/Count {count}"
