"""The contents: a heading, then TOC and TOCI (ISO 32000-1, 14.8.4.3.2); each entry is one link with its page number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from csp_docs.blocks import Contents, ContentsEntry, Text
from csp_docs.blocks.walk import words
from csp_docs.typesetting.labels import number_columns
from csp_docs.writers.pdf import structure
from csp_docs.writers.pdf.structure import Element
from csp_docs.writers.pdf.type.shapes import AnyBox, Leader, Line, Run
from csp_docs.writers.pdf.type.text import hang_text, set_text

if TYPE_CHECKING:
    from csp_docs.theme.theme import TextStyle
    from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place

_LEAST_ROOM = 24.0
"""The room that the last line of a title leaves for the page number; if it has less, the number has its own line."""


def contents_boxes(maker: BoxMaker, place: Place, contents: Contents) -> list[AnyBox]:
    """Return the boxes of the contents: its heading, which has no number, and the lines of each entry."""
    inside = place.below(place.parent.child("Sect"))
    look = maker.setting.theme.heading(place.level + contents.below)
    heading = maker.heading(inside, "", contents.title, look, "")
    writer = _EntryWriter(maker, inside, number_columns(contents.entries, partial(_style, maker)))
    return [*heading, *(line for entry in contents.entries for line in writer.lines(entry))]


def _style(maker: BoxMaker, entry: ContentsEntry) -> TextStyle:
    theme = maker.setting.theme
    return theme.contents_caption if entry.series else theme.contents_entry(entry.level)


def _end(line: Line) -> float:
    return line.pieces[-1].x + line.pieces[-1].width if line.pieces else 0


def _line_for_number(lines: list[Line], page: Run, style: TextStyle) -> list[Line]:
    """Return an empty line below ``lines`` for the page number alone, as Word makes it."""
    own = set_text([page], style, 0, 1)
    lines[-1].after, own[0].before, lines[-1].keep_lines = 0, 0, True
    return own


class _EntryWriter:
    """Writes entries one after the other; ``tocs`` has the elements around the last one, outermost first."""

    def __init__(self, maker: BoxMaker, place: Place, columns: dict[int, float]) -> None:
        self.maker, self.place, self.columns = maker, place, columns
        self.tocs: list[Element] = []

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
        left = place.left + indent
        lines = hang_text(label, title, style, left, place.width - indent, hang)
        if _end(lines[-1]) > place.left + place.width - _LEAST_ROOM:
            lines += _line_for_number(lines, page, style)
        lines[-1].leader = Leader(page, setting.family.face(), anchor, left + hang, place.left + place.width)
        return lines

    def _item(self, level: int) -> Element:
        """Return a new TOCI, in a TOC below the last entry of the level above."""
        del self.tocs[level:]
        if len(self.tocs) < level:
            above = self.tocs[-1].kids[-1] if self.tocs else self.place.parent
            assert isinstance(above, Element)  # noqa: S101
            self.tocs.append(above.child("TOC"))
        return self.tocs[-1].child("TOCI")
