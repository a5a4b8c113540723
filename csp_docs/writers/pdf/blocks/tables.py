"""Data tables: Table, Caption, THead, TBody, TFoot, TR, TH with Scope, TD (ISO 32000-1, 14.8.4.3.4)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from csp_docs.blocks import (
    Across,
    Align,
    Blocks,
    Caption,
    HeaderCell,
    Inlines,
    Paragraph,
    RowGroup,
    RowKeep,
    Strong,
    Table,
    Text,
    walk,
)
from csp_docs.blocks.tables import CellHeaders, headers_over
from csp_docs.typesetting.cells import figure_gaps
from csp_docs.typesetting.titles import without_lone_word
from csp_docs.writers.pdf.objects import text_string
from csp_docs.writers.pdf.structure import Anchor, Element
from csp_docs.writers.pdf.type.rows import Grid
from csp_docs.writers.pdf.type.shapes import AnyBox, Line, Row, keep_together

if TYPE_CHECKING:
    from csp_docs.theme.theme import TextStyle
    from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place


def scope(direction: str, span: int = 1) -> str:
    """Return the attributes of a header cell: what it is the header of (``Column``, ``Row``) and its columns."""
    return f"/O/Table/Scope/{direction}" + (f"/ColSpan {span}" if span > 1 else "")


def columns_of(span: int, ids: tuple[str, ...] = ()) -> str:
    """Return the attributes of a data cell over ``span`` columns, with the ``ids`` of its headers."""
    columns = f"/ColSpan {span}" if span > 1 else ""
    headers = f"/Headers[{''.join(map(text_string, ids))}]" if ids else ""
    return f"/O/Table{columns}{headers}" if columns or headers else ""


def cell_boxes(maker: BoxMaker, place: Place, blocks: Blocks) -> list[AnyBox]:
    """Return the boxes of the content of a cell; a dash alone is heard as the word for none."""
    match blocks:
        case (Paragraph(inlines=dash) as only,) if maker.setting.document.heard.none and walk.is_dash(dash):
            none = place.parent.child("P").child("Span", actual=maker.setting.document.heard.none)
            return [*maker.line_boxes(place.of(only), dash, none, place.body)]
    return maker.flow(place, blocks)


def table_boxes(maker: BoxMaker, place: Place, table: Table) -> list[AnyBox]:
    """Return the boxes of a table: caption, rows, notes, source."""
    return _TableWriter(maker, place, table).boxes()


def caption_lines(maker: BoxMaker, place: Place, caption: Caption, parent: Element) -> list[Line]:
    """Return the lines of a caption with its number, in an element below ``parent``."""
    label, look = (Strong((Text(f"{caption.label}:"),)), Text(" ")), maker.setting.theme.caption
    words, narrower = without_lone_word(caption, look, place.width)
    return maker.line_boxes(place.widened(-narrower), (*label, *words), parent.child("Caption"), look)


class _TableWriter:
    def __init__(self, maker: BoxMaker, place: Place, table: Table) -> None:
        self.maker, self.place, self.table = maker, place, table
        self.theme = maker.setting.theme.for_table(len(table.widths), small=table.small)
        widths = tuple(share * place.width for share in table.widths)
        self.grid = Grid(self.theme, place.left, widths, figure_gaps(table, self.theme))
        self.cells = self._cells(self.theme.cell)
        self.totals = self._cells(evolve(self.theme.cell, bold=True))
        self.keeps = iter(table.keeps)
        self.element = place.parent.child("Table")
        self.headers = CellHeaders(table, maker.setting.header_id)

    def boxes(self) -> list[AnyBox]:
        """Return the boxes of the complete table."""
        caption = self._caption()
        head = self._head()
        body = self._body() + self._totals()
        for row in body:
            row.repeat = tuple(head) if self.table.head_repeats else ()
        (body or head)[-1].height += self.theme.rule  # the rule below the table
        boxes: list[AnyBox] = [*caption, *head, *body, *self._below()]
        boxes[0].before = boxes[0].before or self.theme.apart
        boxes[-1].after = max(boxes[-1].after, self.theme.below_table)
        boxes[0].anchors += (self.maker.setting.targets.get(self.table.id) or Anchor(),)
        return boxes

    def _caption(self) -> list[AnyBox]:
        caption = self.table.caption
        if caption is None:
            return []
        lines = caption_lines(self.maker, self.place, caption, self.element)
        for line in lines:
            line.keep = True
        return [*lines]

    def _head(self) -> list[Row]:
        element = self.element.child("THead") if self.table.head else self.element
        rows = [self._head_row(element.child("TR"), cells) for cells in self.table.head]
        for place, (above, below) in enumerate(pairwise(rows)):
            above.rule_below, below.spans = 0, tuple(self._rules_below(place))
        return rows

    def _rules_below(self, row: int) -> Iterator[tuple[float, float]]:
        """Yield the rules below the headers of a row that are above others; a gap divides neighbours."""
        side, column = self.theme.cell_padding[0], 0
        for cell, over in zip(self.table.head[row], headers_over(self.table.head, row), strict=True):
            end = column + cell.span
            if over:
                left, width = sum(self.grid.columns[:column]), sum(self.grid.columns[column:end])
                yield self.place.left + left + side, width - self.theme.cell_sides
            column = end

    def _head_row(self, element: Element, cells: tuple[HeaderCell, ...]) -> Row:
        column, boxes = 0, list[list[AnyBox]]()
        for cell in cells:
            name = self.headers.of_columns(column, cell.span) if cell.inlines else ""
            header = element.child("TH", scope("Column", cell.span), id=name)
            align = cell.align(self.table.aligns[column])
            boxes.append(self._words(header, cell.inlines, column, cell.span, align))
            column += cell.span
        return self.grid.row(boxes, RowKeep(keep=True), shade=self.theme.colours.shade)

    def _words(self, element: Element, inlines: Inlines, column: int, span: int, align: Align) -> list[AnyBox]:
        if not inlines:
            return []
        inside = self.place.narrowed(*self.grid.inset(column, span))._replace(align=align)
        return [*self.maker.line_boxes(inside, inlines, element, self.theme.label)]

    def _body(self) -> list[Row]:
        return [row for group in self.table.groups for row in self._group(group)]

    def _group(self, group: RowGroup) -> list[Row]:
        element, rows = self.element.child("TBody"), list[Row]()
        self.headers.leave_group()
        if group.title:
            columns = len(self.grid.columns)
            header = element.child("TR").child("TH", scope("Row", columns), id=self.headers.of_group())
            words, tint = self._words(header, group.title, 0, columns, Align.LEFT), self.theme.colours.group
            rows.append(self.grid.row([words], next(self.keeps), shade=tint))
        return [*rows, *(self._body_row(element, cells) for cells in group.rows)]

    def _body_row(self, body: Element, row: tuple[Blocks, ...] | Across) -> Row:
        return self._across(body, row) if isinstance(row, Across) else self._row(body, row)

    def _across(self, body: Element, row: Across) -> Row:
        """Return the row of a text across the table, which begins where the words of the first column do."""
        columns = len(self.grid.columns)
        element = body.child("TR").child("TD", columns_of(columns, self.headers.across()))
        style = self.theme.cell
        place = self.place.narrowed(*self.grid.inset(0, columns))._replace(body=style, item=style)
        return self.grid.row([cell_boxes(self.maker, place.below(element), row.blocks)], next(self.keeps))

    def _row(self, body: Element, cells: tuple[Blocks, ...], bold: bool = False, rule: float = 0) -> Row:
        tr = body.child("TR")
        places = self.totals if bold else self.cells
        boxes = [self._cell(tr, blocks, column, places[column]) for column, blocks in enumerate(cells)]
        row = self.grid.row(boxes, next(self.keeps), rule=rule)
        row.tints = tuple(tint for column, blocks in enumerate(cells) for tint in self.grid.tint(blocks, column))
        return row

    def _cells(self, style: TextStyle) -> list[Place]:
        """Return the place of the cells of each column, in ``style``."""
        places = (self.place.narrowed(*self.grid.inset(column)) for column in range(len(self.table.aligns)))
        return [
            place._replace(body=style, item=style, align=align)
            for place, align in zip(places, self.table.aligns, strict=True)
        ]

    def _cell(self, tr: Element, blocks: Blocks, column: int, place: Place) -> list[AnyBox]:
        if self.table.row_headers and column == 0:
            element = tr.child("TH", scope("Row"), id=self.headers.of_row())
        else:
            element = tr.child("TD", columns_of(1, self.headers.above(column)))
        return cell_boxes(self.maker, place.below(element), blocks)

    def _totals(self) -> list[Row]:
        if not self.table.totals:
            return []
        self.headers.leave_group()
        foot, rules = self.element.child("TFoot"), [self.theme.total_rule, *[0.0] * (len(self.table.totals) - 1)]
        return [
            self._row(foot, cells, bold=True, rule=rule) for cells, rule in zip(self.table.totals, rules, strict=True)
        ]

    def _below(self) -> list[AnyBox]:
        boxes = list[AnyBox]()
        for inlines in (*self.table.notes, self.table.source):
            if inlines:
                boxes += self.maker.line_boxes(self.place, inlines, self.place.parent.child("P"), self.theme.source)
        keep_together(boxes)
        return boxes
