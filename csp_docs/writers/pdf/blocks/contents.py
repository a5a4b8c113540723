"""The contents: a heading, then TOC and TOCI (ISO 32000-1, 14.8.4.3.2); each entry is one link with its page number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from csp_docs.blocks import Contents, ContentsEntry, Text
from csp_docs.blocks.walk import words
from csp_docs.typesetting.labels import number_room
from csp_docs.writers.pdf import structure
from csp_docs.writers.pdf.structure import Element
from csp_docs.writers.pdf.type.shapes import PAGE_COLUMN, AnyBox, Leader, Line
from csp_docs.writers.pdf.type.text import hang_text

if TYPE_CHECKING:
    from csp_docs.theme.theme import TextStyle
    from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place

_LEAST_DOTS = 24.0
"""The least space between a title and the page numbers, so that there is always a dot to lead the eye."""
_WIDEST_NUMBER = 48.0
"""The widest number that moves the titles of its level; wider ones ("Appendix A –") do not."""


def contents_boxes(maker: BoxMaker, place: Place, contents: Contents) -> list[AnyBox]:
    """Return the boxes of the contents: its heading, which has no number, and the lines of each entry."""
    inside = place.below(place.parent.child("Sect"))
    heading = maker.heading(inside, "", contents.title, maker.setting.theme.heading(place.level), "")
    writer = _EntryWriter(maker, inside, _columns(maker, contents.entries))
    return [*heading, *(line for entry in contents.entries for line in writer.lines(entry))]


def _style(maker: BoxMaker, entry: ContentsEntry) -> TextStyle:
    theme = maker.setting.theme
    return theme.contents_caption if entry.series else theme.contents_entry(entry.level)


def _columns(maker: BoxMaker, entries: tuple[ContentsEntry, ...]) -> dict[int, float]:
    """Return the width of the numbers of each level of headings, except numbers with words."""
    columns: dict[int, float] = {}
    for entry in entries:
        style = _style(maker, entry)
        room = number_room(entry.number, style)
        if entry.number and room <= _WIDEST_NUMBER and not entry.series:
            columns[entry.level] = max(columns.get(entry.level, 0), room)
    return columns


@define
class _EntryWriter:
    """Writes entries one after the other; ``tocs`` has the elements around the last one, outermost first."""

    maker: BoxMaker
    place: Place
    columns: dict[int, float]
    tocs: list[Element] = field(factory=list)

    def lines(self, entry: ContentsEntry) -> list[Line]:
        """Return the lines of an entry; the page number is filled in when they are painted."""
        setting, place = self.maker.setting, self.place
        style, indent = _style(self.maker, entry), setting.theme.contents_indent * (entry.level - 1)
        anchor, element = setting.targets[entry.target], self._item(entry.level).child("Reference").child("Link")
        number = (Text(f"{entry.number} "),) if entry.number else ()
        parts = [self.maker.runs(place, part, element, style) for part in (number, entry.title, (Text(""),))]
        link = structure.Link(element, words((*number, *entry.title)), anchor)
        for run in (run for part in parts for run in part):
            run.link = link
        label, title, [page] = parts
        hang = self.columns.get(entry.level, 0) if label else 0
        width = place.width - indent - PAGE_COLUMN - _LEAST_DOTS
        lines = hang_text(label, title, style, place.left + indent, width, hang)
        lines[-1].leader = Leader(page, setting.family.face(), anchor, place.left + place.width)
        return lines

    def _item(self, level: int) -> Element:
        """Return a new TOCI, in a TOC below the last entry of the level above."""
        del self.tocs[level:]
        if len(self.tocs) < level:
            above = self.tocs[-1].kids[-1] if self.tocs else self.place.parent
            assert isinstance(above, Element)  # noqa: S101
            self.tocs.append(above.child("TOC"))
        return self.tocs[-1].child("TOCI")
