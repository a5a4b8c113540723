"""The numbers of charts and the areas of maps as tables. Other figures have no numbers."""

from __future__ import annotations

from typing import assert_never

from csp_docs.blocks import AreaMap, Chart, Diagram, Figure, Frame, Picture, RiskMatrix, Sparkline, Vector, Workbook
from csp_docs.drawing import numbers
from csp_docs.drawing.scale import axis_title
from csp_docs.writers.workbook.names import column_names
from csp_docs.writers.workbook.sheet import Row
from csp_docs.writers.workbook.tables import Content, cell_of, in_words
from csp_docs.writers.workbook.words import Notes, printable


def of_figure(figure: Figure, words: Workbook, notes: Notes) -> Content | None:
    """Return the content of a chart or map; None for other figures."""
    match figure.content:
        case Chart():
            return _of_chart(figure, figure.content, words, notes)
        case AreaMap():
            return _of_map(figure, figure.content, words, notes)
        case Picture() | Vector() | Diagram() | RiskMatrix() | Sparkline() | Frame():
            return None
        case _:
            assert_never(figure.content)


def _of_chart(figure: Figure, chart: Chart, words: Workbook, notes: Notes) -> Content:
    names = numbers.names(chart, words.category, (words.lower, words.upper))
    return Content(
        column_names([in_words(printable(name), words) for name in names], words.name),
        tuple(_row(row, words) for row in numbers.rows(chart, words.missing)),
        tuple(map(printable, numbers.notes(chart))),
        notes.with_marks(figure.source),
        printable(axis_title(chart)),
    )


def _of_map(figure: Figure, shown: AreaMap, words: Workbook, notes: Notes) -> Content:
    """Return the areas of a map with the class of each, which is all that the map shows; and the rank of some."""
    ranked = any(area.rank for area in shown.areas)
    classes = (shown.missing if area.level is None else shown.legend[area.level] for area in shown.areas)
    ranks = ((str(area.rank or ""),) if ranked else () for area in shown.areas)
    rows = zip((area.name for area in shown.areas), classes, ranks, strict=True)
    names = [words.area, shown.unit or words.value, *([words.rank] if ranked else [])]
    return Content(
        column_names([in_words(printable(name), words) for name in names], words.name),
        tuple(_row((name, found, *rank), words) for name, found, rank in rows),
        (),
        notes.with_marks(figure.source),
    )


def _row(cells: tuple[str, ...], words: Workbook) -> Row:
    return tuple(cell_of(printable(cell), words) for cell in cells)
