"""Bookmarks (ISO 32000-1, 12.3.3): one for each heading, nested like the headings."""

from __future__ import annotations

from attrs import define, field

from csp_docs.writers.pdf.objects import Objects, text_string
from csp_docs.writers.pdf.structure import Anchor
from csp_docs.writers.pdf.type.setting import Heading


@define(eq=False, repr=False)
class _Entry:
    heading: Heading | None
    number: int
    children: list[_Entry] = field(factory=list)

    def count(self) -> int:
        """The number of entries that are visible below this one when all are open."""
        return sum(1 + child.count() for child in self.children)


def write_outline(objects: Objects, headings: list[Heading], pages: list[int]) -> int:
    """Return the number of the outline's root; 0 if there are no headings. ``pages`` has object numbers."""
    if not headings:
        return 0
    root = _Entry(None, objects.reserve())
    path = [root]
    for heading in headings:
        while path[-1].heading and path[-1].heading.level >= heading.level:
            path.pop()
        entry = _Entry(heading, objects.reserve())
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
    return f"/First {first} 0 R/Last {last} 0 R/Count {entry.count()}"
