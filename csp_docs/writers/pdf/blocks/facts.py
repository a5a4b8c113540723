"""The cover sheet of labels and values: a Table with its labels as row headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csp_docs.blocks import Fact, FactHeading, FactRow, Facts, RowKeep
from csp_docs.writers.pdf.blocks.tables import cell_boxes, columns_of, scope
from csp_docs.writers.pdf.objects import text_string
from csp_docs.writers.pdf.structure import Element
from csp_docs.writers.pdf.type.rows import Grid
from csp_docs.writers.pdf.type.shapes import AnyBox, Row, Tint

if TYPE_CHECKING:
    from csp_docs.writers.pdf.blocks.box_maker import BoxMaker, Place


def facts_boxes(maker: BoxMaker, place: Place, facts: Facts) -> list[AnyBox]:
    """Return the boxes of a cover sheet: two columns, or four when any row holds two facts."""
    theme = maker.setting.theme
    grid = Grid(theme, place.left, tuple(share * place.width for share in facts.widths))
    element = place.parent.child("Table", f"/O/Table/Summary{text_string(facts.summary)}")
    writer = _FactsWriter(maker, place, grid, element.child("TBody"))
    boxes: list[AnyBox] = [writer.row(row, keep) for row, keep in zip(facts.rows, facts.keeps, strict=True)]
    boxes[-1].height += theme.rule  # the rule below the table
    boxes[0].before, boxes[-1].after = theme.apart, theme.below_table
    return boxes


class _FactsWriter:
    def __init__(self, maker: BoxMaker, place: Place, grid: Grid, body: Element) -> None:
        self.maker, self.place, self.grid, self.body = maker, place, grid, body

    def row(self, row: FactRow | FactHeading, keep: RowKeep) -> Row:
        """Return the box of one row."""
        tr = self.body.child("TR")
        if isinstance(row, FactHeading):
            return self._heading(tr, row, keep)
        cells, column, last = list[list[AnyBox]](), 0, len(self.grid.columns)
        tints = list[Tint]()
        for place, fact in enumerate(row.facts, 1):
            end = last if place == len(row.facts) else column + 2
            cells += self._fact(tr, fact, column, end)
            value = column + bool(fact.label)
            tints += self.grid.tint(fact.blocks, value, end - value)
            column = end
        made = self.grid.row(cells, keep)
        made.tints = tuple(tints)
        return made

    def _heading(self, tr: Element, heading: FactHeading, keep: RowKeep) -> Row:
        theme, span = self.grid.theme, len(self.grid.columns)
        inside = self.place.narrowed(*self.grid.inset(0, span))
        header = tr.child("TH", scope("Column", span))
        lines = self.maker.line_boxes(inside, heading.title, header, theme.label)
        return self.grid.row([[*lines]], keep, shade=theme.colours.shade)

    def _fact(self, tr: Element, fact: Fact, column: int, end: int) -> list[list[AnyBox]]:
        theme, cells = self.grid.theme, list[list[AnyBox]]()
        if fact.label:
            inside = self.place.narrowed(*self.grid.inset(column))
            cells.append([*self.maker.line_boxes(inside, fact.label, tr.child("TH", scope("Row")), theme.label)])
            column += 1
        value = tr.child("TD", columns_of(end - column))
        inside = self.place.narrowed(*self.grid.inset(column, end - column)).below(value)
        cells.append(cell_boxes(self.maker, inside._replace(body=theme.cell, item=theme.cell), fact.blocks))
        return cells
