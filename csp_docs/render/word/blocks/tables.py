"""Data tables: fixed widths, header rows that are repeated on each page, a caption above, notes below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen
from lxml import etree

from csp_docs.blocks import Align, Blocks, HeaderCell, Inlines, RowGroup, Table, walk
from csp_docs.render.word.blocks.captions import caption, write_below
from csp_docs.render.word.blocks.flow import Flow, keep_with_next, let_go
from csp_docs.render.word.blocks.grid import Grid, row
from csp_docs.render.word.file.elements import w
from csp_docs.typesetting.columns import stands_whole

if TYPE_CHECKING:
    from csp_docs.render.word.blocks.writer import BodyWriter

_ALIGNMENTS = {Align.LEFT: "", Align.RIGHT: "right", Align.CENTRE: "center"}


def write_table(writer: BodyWriter, table: Table) -> None:
    """Write a table with its caption, notes and source."""
    if table.caption:
        writer.flow.paragraph("Caption", caption(writer, table.id, table.caption), *writer.flow.top())
    below = [inlines for inlines in (*table.notes, table.source) if inlines]
    element = _TableWriter.of(writer, table).table(keep_last=bool(below))
    writer.flow.table(element, writer.space_below_tables)
    if below:
        write_below(writer, below)


@frozen
class _TableWriter:
    writer: BodyWriter
    source: Table
    grid: Grid

    @classmethod
    def of(cls, writer: BodyWriter, table: Table) -> _TableWriter:
        return cls(writer, table, Grid.of(table.widths, writer.measure))

    def table(self, *, keep_last: bool) -> etree._Element:
        """The whole table; ``keep_last`` holds its last row on the page of what follows."""
        rows = [self._head_row(cells, first=not place) for place, cells in enumerate(self.source.head)]
        for group in self.source.groups:
            rows += self._group(group)
        if len(rows) > len(self.source.head) + 1:
            keep_with_next(rows[len(self.source.head)])  # no row stands alone below the header
        if self.source.total:
            keep_with_next(rows[-1])
            rows.append(self._row(self.source.total, "TableHeading"))
        body = rows[len(self.source.head) :]
        for one in body[:-1] if stands_whole(self.source, self.writer.story.theme) else ():
            keep_with_next(one)
        if keep_last:
            keep_with_next(rows[-1])
        return self.grid.table(rows, self._looks(), title=self._title())

    def _looks(self) -> list[str]:
        parts = {"firstRow": self.source.head, "lastRow": self.source.total, "firstColumn": self.source.row_headers}
        return [name for name, there in parts.items() if there]

    def _title(self) -> str:
        """What stands for the table where it cannot be seen: its caption, or the names of its columns."""
        given = self.source.caption
        if given:
            return f"{given.label}: {walk.words(given.inlines)}"
        names = (walk.words(cell.inlines) for cells in self.source.head[-1:] for cell in cells)
        return ", ".join(filter(None, names))

    def _head_row(self, cells: tuple[HeaderCell, ...], *, first: bool) -> etree._Element:
        """The table's style shades the first row only."""
        shade = "" if first else self.writer.story.theme.colours.shade
        column, found = 0, []
        for cell in cells:
            content = self._heading(cell.inlines, self.source.aligns[column])
            found.append(self.grid.cell([content], column, cell.span, shade))
            column += cell.span
        return keep_with_next(row(found, repeated=True))

    def _group(self, group: RowGroup) -> list[etree._Element]:
        rows = [self._row(cells, "TableText") for cells in group.rows]
        if not group.title:
            return rows
        content = self._heading(group.title, Align.LEFT)
        title = row([self.grid.cell([content], 0, len(self.grid.widths))])
        for last_but_one in rows[-2:-1]:
            keep_with_next(last_but_one)  # the last row, which may be a sum, stands alone on no page
        return [keep_with_next(title), *rows]

    def _heading(self, inlines: Inlines, align: Align) -> etree._Element:
        flow = Flow()
        alignment = [w("jc", val=_ALIGNMENTS[align])] if _ALIGNMENTS[align] else []
        flow.paragraph("TableHeading", self.writer.inlines(inlines), *alignment)
        return flow.elements[0]

    def _row(self, cells: tuple[Blocks, ...], style: str) -> etree._Element:
        return row(self._cell(blocks, column, style) for column, blocks in enumerate(cells))

    def _cell(self, blocks: Blocks, column: int, style: str) -> etree._Element:
        align = _ALIGNMENTS[self.source.aligns[column]]
        return self.grid.cell(cell_content(self.writer, blocks, style, align), column)


def cell_content(writer: BodyWriter, blocks: Blocks, style: str = "TableText", align: str = "") -> list[etree._Element]:
    """Return ``blocks`` as the content of a cell whose plain paragraphs have ``style``."""
    zone = writer.story.zones.cell
    if style != zone.text:
        zone = evolve(zone, text=style)
    inside = evolve(writer, flow=Flow(), zone=zone, align=align)
    inside.blocks(blocks)
    if not blocks:
        inside.text(())
    return let_go(inside.flow.finish())
