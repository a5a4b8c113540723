"""Lists: the first paragraph of each item has the number or bullet, and the others continue below it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from csp_docs.blocks import Block, Blocks, Inlines, LineBreak, Lines, List, Paragraph
from csp_docs.typesetting.keeps import item_spaces, kept_items, leads
from csp_docs.typesetting.labels import label_room
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import indent
from csp_docs.writers.word.styles.style import number_reference
from csp_docs.writers.word.styles.zones import STYLED_DEPTHS

if TYPE_CHECKING:
    from csp_docs.writers.word.blocks.writer import BodyWriter


def write_list(writer: BodyWriter, block: List, depth: int = 0, inset: float = 0) -> None:
    """Write a list; ``depth`` counts the lists around it, ``inset`` is the indent of their words (points)."""
    counts = range(block.start, block.start + len(block.items))
    width = label_room([block.marker.format(count) for count in counts] if block.marker else [], writer.story.theme)
    shift = inset - writer.story.theme.list_indent * depth
    list_writer = _ListWriter(writer, block, depth, inset, width, _list_number(writer, block, depth, width, shift))
    kept = kept_items(len(block.items))
    for place, blocks in enumerate(block.items):
        list_writer.item(blocks)
        if place in kept:
            writer.flow.keep_last()
    if block.items and writer.zone.name != "cell":
        _end_list(writer, block.items[-1], depth)


def _end_list(writer: BodyWriter, last: Blocks, depth: int) -> None:
    """Give a list the space of text below it; below one in an item, it is that of items."""
    theme = writer.story.theme
    if not depth:
        writer.flow.end_with((theme.quote if writer.zone.name == "quote" else theme.body).after)
    elif item_spaces(last, theme):
        writer.flow.end_with(theme.list_item.after)


def _list_number(writer: BodyWriter, block: List, depth: int, width: float, shift: float) -> int:
    lists, zone = writer.story.lists, writer.zone._replace(indent=writer.zone.indent + shift)
    if block.marker is None:
        return lists.bullets(zone)
    return lists.numbered(block.marker, zone, width, depth, block.start)


class _ListWriter(NamedTuple):
    """Writes the items of one list; ``number`` is the list in Word's numbering.

    Styles have steps of one width. Below a wider label, a list is one of its own, and other paragraphs have their own
    indent.
    """

    writer: BodyWriter
    list: List
    depth: int
    inset: float
    width: float
    number: int

    @property
    def stepped(self) -> bool:
        """Whether the list has the indent that the list styles have at its depth."""
        return self.inset == self.writer.story.theme.list_indent * self.depth

    def item(self, blocks: Blocks) -> None:
        """Write one item; an item that does not begin with words also has its number or bullet."""
        spaces = iter(item_spaces(blocks, self.writer.theme) if self.writer.zone.name != "cell" else ())
        match blocks:
            case (Paragraph() | Lines() as first, *rest):
                self._first(words(first), leads=bool(rest) and leads(first, rest[0], self.writer.theme))
                self._end_with(next(spaces, None))
            case rest:
                self._first((), leads=True)
        for block, following in zip_longest(rest, rest[1:]):
            self._next(block, leads=leads(block, following, self.writer.theme))
            self._end_with(next(spaces, None))

    def _end_with(self, space: float | None) -> None:
        if space is not None:
            self.writer.flow.end_with(space)

    def _first(self, inlines: Inlines, *, leads: bool) -> None:
        kind = "Number" if self.list.marker else "Bullet"
        zone = self.writer.zone
        by_style = zone.tied and self.stepped and not self.list.marker and self.depth < STYLED_DEPTHS
        number = [] if by_style else [number_reference(self.number, self.depth)]
        self._paragraph(zone.list_style(kind, self.depth), inlines, leads, *number)

    def _next(self, block: Block, *, leads: bool) -> None:
        match block:
            case List():
                write_list(self.writer, block, self.depth + 1, self.inset + self.width)
            case Paragraph() | Lines():
                self._continue(words(block), leads=leads)
            case _:
                self.writer.block(block)

    def _continue(self, inlines: Inlines, *, leads: bool) -> None:
        zone, step = self.writer.zone, self.writer.story.theme.list_indent
        by_style = zone.tied and self.depth < STYLED_DEPTHS and self.width == step and self.stepped
        place = [] if by_style else [indent(zone.indent + self.inset + self.width)]
        self._paragraph(zone.list_style("Continue", self.depth), inlines, leads, *place)

    def _paragraph(self, style: str, inlines: Inlines, leads: bool, *properties: Xml) -> None:
        keep = [w("keepNext")] if leads else []
        self.writer.flow.paragraph(style, self.writer.inlines(inlines), *keep, *properties)


def words(block: Paragraph | Lines) -> Inlines:
    """Return the words of ``block`` as the words of one paragraph."""
    return block.inlines if isinstance(block, Paragraph) else joined(block.lines)


def joined(lines: tuple[Inlines, ...]) -> Inlines:
    """Return ``lines`` as the words of one paragraph."""
    return tuple(inline for line in lines for inline in (LineBreak(), *line))[1:]
