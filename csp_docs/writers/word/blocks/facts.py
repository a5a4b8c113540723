"""The cover sheet of labels and values: a table with row headers in its first column."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from csp_docs.blocks import Fact, FactHeading, FactRow, Facts, Inlines
from csp_docs.writers.word.blocks.grid import Grid, row
from csp_docs.writers.word.blocks.tables import cell_content, rating_tint
from csp_docs.writers.word.file.elements import Xml
from csp_docs.writers.word.file.measures import shading
from csp_docs.writers.word.file.paragraphs import paragraph

if TYPE_CHECKING:
    from csp_docs.writers.word.blocks.writer import BodyWriter


def facts_table(writer: BodyWriter, facts: Facts) -> Xml:
    """Return the table of ``facts``: two columns, or four when any row holds two facts."""
    table = _FactsWriter(writer, Grid.of(facts.widths, writer.measure))
    rows = [row(table.cells(given), keep) for given, keep in zip(facts.rows, facts.keeps, strict=True)]
    return table.grid.table(rows, ["firstColumn"], description=facts.summary)


class _FactsWriter(NamedTuple):
    writer: BodyWriter
    grid: Grid

    def cells(self, given: FactRow | FactHeading) -> list[Xml]:
        """Return the cells of one row, or of a heading for the rows below it."""
        columns = len(self.grid.widths)
        if isinstance(given, FactHeading):
            shade = shading(self.writer.story.theme, "shade")
            return [self.grid.cell(self._label(given.title), 0, columns, shade)]
        cells: list[Xml] = []
        for place, fact in enumerate(given.facts):
            end = columns if fact is given.facts[-1] else 2 * place + 2
            cells += self._fact(fact, 2 * place, end)
        return cells

    def _fact(self, fact: Fact, column: int, end: int) -> list[Xml]:
        label = [self.grid.cell(self._label(fact.label), column)] if fact.label else []
        value, tint = column + len(label), rating_tint(self.writer, fact.blocks)
        return [*label, self.grid.cell(cell_content(self.writer, fact.blocks), value, end - value, tint)]

    def _label(self, inlines: Inlines) -> list[Xml]:
        return [paragraph("TableHeading", self.writer.inlines(inlines))]
