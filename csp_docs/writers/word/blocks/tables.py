"""Data tables: fixed widths, header rows that are repeated on each page, a caption above, notes below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from csp_docs.blocks import Across, Align, Blocks, Inlines, RowKeep, Table, walk
from csp_docs.blocks.tables import headers_over
from csp_docs.typesetting.cells import figure_gaps, rating_of
from csp_docs.writers.word.blocks.captions import write_below, write_caption
from csp_docs.writers.word.blocks.grid import Grid, row
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import rule, shading, twips
from csp_docs.writers.word.file.paragraphs import paragraph
from csp_docs.writers.word.styles.table_style import aligned_style, over_columns, table_style
from csp_docs.writers.word.styles.zones import SMALL

if TYPE_CHECKING:
    from csp_docs.writers.word.blocks.writer import BodyWriter


def write_table(writer: BodyWriter, table: Table) -> None:
    """Write a table with its caption, notes and source."""
    if table.caption:
        write_caption(writer, table.id, table.caption)
    below = [inlines for inlines in (*table.notes, table.source) if inlines]
    above = 0 if table.caption else writer.space_above
    writer.flow.table(_TableWriter.of(writer, table).table(), writer.space_below_tables, above)
    if below:
        write_below(writer, below)


class _TableWriter(NamedTuple):
    writer: BodyWriter
    source: Table
    grid: Grid

    @property
    def _size(self) -> str:
        """What the names of the styles of words begin with."""
        return SMALL if self.source.small else ""

    @property
    def _text(self) -> str:
        return f"{self._size}TableText"

    @classmethod
    def of(cls, writer: BodyWriter, table: Table) -> _TableWriter:
        theme = writer.story.theme.for_table(len(table.widths), small=table.small)
        gaps = figure_gaps(table, theme)
        margins = tuple(twips(theme.cell_right + gap) if gap else 0 for gap in gaps)
        return cls(writer, table, Grid.of(table.widths, writer.measure, margins))

    def table(self) -> Xml:
        """Return the complete table."""
        head = [self._head_row(place) for place in range(len(self.source.head))]
        body = [row(cells, keep) for cells, keep in zip(self._body(), self.source.keeps, strict=True)]
        style = table_style(self.writer.story.theme, len(self.grid.widths))
        return self.grid.table([*head, *body], self._looks(), style, title=self._title())

    def _body(self) -> Iterator[list[Xml]]:
        """Yield the cells of each row below the header."""
        for group in self.source.groups:
            if group.title:
                words, tint = self._heading(group.title, Align.LEFT), shading(self.writer.story.theme, "group")
                yield [self.grid.cell([words], 0, len(self.grid.widths), tint)]
            for cells in group.rows:
                yield [self._across(cells)] if isinstance(cells, Across) else self._cells(cells, self._text)
        yield from self._totals()

    def _totals(self) -> Iterator[list[Xml]]:
        """Yield the cells of each total. The table's style has a rule above the last row, but not above several."""
        theme, totals = self.writer.story.theme, self.source.totals
        first = w("tcBorders", rule("top", theme, "text", theme.total_rule)) if len(totals) > 1 else None
        for place, cells in enumerate(totals):
            yield self._cells(cells, f"{self._size}TableHeading", None if place else first)

    def _looks(self) -> list[str]:
        parts = {
            "firstRow": self.source.head,
            "lastRow": len(self.source.totals) == 1,
            "firstColumn": self.source.row_headers,
        }
        return [name for name, there in parts.items() if there]

    def _title(self) -> str:
        """Return the alternative text of the table: its caption, or the names of its columns."""
        given = self.source.caption
        if given:
            return f"{given.label}: {walk.words(given.inlines)}"
        names = (walk.words(cell.inlines) for cells in self.source.head[-1:] for cell in cells)
        return ", ".join(filter(None, names))

    def _head_row(self, place: int) -> Xml:
        """Return a header row, with a shade after the first: the table's style shades only the first row."""
        shade = shading(self.writer.story.theme, "shade") if place else None
        cells, column, found = self.source.head[place], 0, []
        for cell, over in zip(cells, headers_over(self.source.head, place), strict=True):
            style = self._heading_style(cell.align(self.source.aligns[column]))
            words = paragraph(over_columns(style) if over else style, self.writer.inlines(cell.inlines))
            found.append(self.grid.cell([words], column, cell.span, shade, self._head_borders(place), at_foot=over))
            column += cell.span
        return row(found, RowKeep(keep=True), repeated=self.source.head_repeats)

    def _head_borders(self, place: int) -> Xml | None:
        """Return the rules of a header: none between rows of headers, where the words over others have a rule."""
        ends = [("top", place > 0), ("bottom", place < len(self.source.head) - 1)]
        sides = [w(side, val="nil") for side, inside in ends if inside]
        return w("tcBorders", *sides) if sides else None

    def _heading_style(self, align: Align) -> str:
        return aligned_style(f"{self._size}TableHeading", align)

    def _heading(self, inlines: Inlines, align: Align) -> Xml:
        return paragraph(self._heading_style(align), self.writer.inlines(inlines))

    def _across(self, row: Across) -> Xml:
        content = cell_content(self.writer, row.blocks, self._text, small=self.source.small)
        return self.grid.cell(content, 0, len(self.grid.widths))

    def _cells(self, cells: tuple[Blocks, ...], style: str, borders: Xml | None = None) -> list[Xml]:
        return [self._cell(blocks, column, style, borders) for column, blocks in enumerate(cells)]

    def _cell(self, blocks: Blocks, column: int, style: str, borders: Xml | None) -> Xml:
        aligned, tint = aligned_style(style, self.source.aligns[column]), rating_tint(self.writer, blocks)
        content = cell_content(self.writer, blocks, aligned, small=self.source.small)
        return self.grid.cell(content, column, shade=tint, borders=borders)


def rating_tint(writer: BodyWriter, blocks: Blocks) -> Xml | None:
    """Return the background of a cell that says a rating; None for other cells.

    No style could say it: the background of a paragraph leaves the padding of its cell out.
    """
    rating = rating_of(blocks)
    return shading(writer.story.theme, rating.value) if rating else None


def cell_content(writer: BodyWriter, blocks: Blocks, style: str = "TableText", *, small: bool = False) -> list[Xml]:
    """Return ``blocks`` as the content of a cell, whose words may be ``small``; plain paragraphs have ``style``."""
    inside = writer.in_cell(style, small=small)
    inside.blocks(blocks)
    if not blocks:
        inside.text(())
    return inside.flow.finish_cell()
