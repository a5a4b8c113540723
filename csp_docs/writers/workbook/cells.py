"""The cells of one sheet: title, lines and table, one below the other from A1 on, without empty rows."""

from __future__ import annotations

import re
from math import ceil

from openpyxl.cell import Cell as ExcelCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from csp_docs.errors import Code, Problem, RenderError
from csp_docs.writers.workbook.looks import (
    INDENTED,
    LINE,
    NARROWEST,
    READABLE,
    RIGHT,
    ROOM,
    SHORT,
    TITLE,
    WIDEST,
    WRAP,
    WRAPPED,
    Look,
    height,
    units,
)
from csp_docs.writers.workbook.sheet import Cell, Number, Row, Sheet

_LONGEST = 32_767
"""The longest text of a cell, in units of UTF-16."""
_FORMULA = ("=", "+", "-", "@")
"""What formulas begin with when somebody types them."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class Cells:
    """Writes a ``sheet`` on an empty ``page``."""

    def __init__(self, page: Worksheet, sheet: Sheet) -> None:
        self.page, self.sheet = page, sheet
        self.figures = [any(isinstance(cell, Number) for cell in column) for column in zip(*sheet.rows, strict=True)]
        self.widths = self._widths()

    def write(self) -> None:
        """Write everything, and set the widths of columns and the heights of rows."""
        self._text(1, 1, self.sheet.title, Look.TITLE)
        self._high(1, TITLE)
        self._lines()
        if self.sheet.columns:
            self._table(len(self.sheet.lines) + 2)
        for column, width in enumerate(self.widths, 1):
            self.page.column_dimensions[get_column_letter(column)].width = width

    def _lines(self) -> None:
        """Write the lines above the table; one that is wider than a screen is wrapped in the first column."""
        room = max(sum(self.widths), READABLE) if self.sheet.columns else 0
        wide = {line for line in self.sheet.lines if units(line) > room}
        self.widths[0] = max(self.widths[0], WRAPPED) if wide else self.widths[0]
        for row, line in enumerate(self.sheet.lines, 2):
            cell = self._text(row, 1, line, Look.LINE)
            if line in wide:
                cell.alignment = WRAP
                self._high(row, height(line, self.widths[0]))

    def _table(self, first: int) -> None:
        for row, cells in enumerate((self.sheet.columns, *self.sheet.rows), first):
            for column, given in enumerate(cells, 1):
                self._cell(row, column, given, head=row == first)
            self._high(row, self._height(cells, bold=row == first))
        self._mark_up(first)

    def _height(self, cells: Row, *, bold: bool = False) -> float:
        words = zip(map(_printed, cells), self.widths, strict=True)
        return max(height(text, width, bold=bold) for text, width in words)

    def _high(self, row: int, points: float) -> None:
        if points > LINE:
            self.page.row_dimensions[row].height = points

    def _mark_up(self, first: int) -> None:
        """Mark the cells as a table with headers, which has a name and no filters."""
        end = f"{get_column_letter(len(self.sheet.columns))}{first + len(self.sheet.rows)}"
        table = Table(displayName=self.sheet.table, name=self.sheet.table, ref=f"A{first}:{end}")
        table.tableColumns = [TableColumn(id=at, name=_safe(name)) for at, name in enumerate(self.sheet.columns, 1)]
        table.tableStyleInfo = TableStyleInfo(showRowStripes=False)
        self.page.add_table(table)

    def _cell(self, row: int, column: int, given: Cell, *, head: bool) -> None:
        if isinstance(given, Number):
            self._number(row, column, given)
            return
        link = self.sheet.links and column == 1 and not head
        cell = self._text(row, column, given, Look.HEAD if head else Look.LINK if link else Look.TEXT)
        if link:
            quoted = given.replace("'", "''")
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!A1")
            cell.style = Look.LINK.value
        if self.figures[column - 1]:
            cell.alignment = RIGHT
        elif column > 1:
            cell.alignment = INDENTED

    def _number(self, row: int, column: int, given: Number) -> None:
        """Write a number with all its digits: openpyxl would write 8.7 as 8.699999999999999."""
        cell = self.page.cell(row, column)
        cell.value = f"{given.stored:f}"
        cell.data_type, cell.style = "n", Look.NUMBER.value
        cell.number_format = given.format

    def _text(self, row: int, column: int, words: str, look: Look) -> ExcelCell:
        """Write words as words: what looks like a formula, or like an error, is neither."""
        self._check(words)
        cell = self.page.cell(row, column)
        cell.value = _safe(words)
        cell.data_type, cell.style = "s", look.value
        cell.quotePrefix = words.startswith(_FORMULA)
        return cell

    def _check(self, words: str) -> None:
        length = len(words.encode("utf-16-le")) // 2
        if length > _LONGEST:
            name = self.sheet.name
            fact = f'a text of "{name}" has {length:,} characters: a cell of a workbook holds {_LONGEST:,}'
            raise RenderError([Problem(Code.TEXT_OVER_CELL, fact, "make it shorter", self.sheet.origin)])

    def _widths(self) -> list[int]:
        """Return the width of each column, in characters: for its longest line, but not too wide."""
        if not self.sheet.columns:
            return [READABLE]
        rows = ([_printed(cell) for cell in row] for row in self.sheet.rows)
        return [_width(name, cells) for name, *cells in zip(self.sheet.columns, *rows, strict=True)]


def _width(name: str, cells: list[str]) -> int:
    """Return the width of a column in characters: a long name has several lines, but no word of it is divided."""
    longest = max(units(line) for cell in cells for line in cell.split("\n"))
    words = max(units(word, bold=True) for word in name.split())
    whole = units(name, bold=True)
    wanted = max(longest, words, whole if whole <= SHORT else min(whole / 2, WRAPPED)) + ROOM
    return ceil(min(max(wanted, NARROWEST), WIDEST))


def _printed(cell: Cell) -> str:
    return cell.printed if isinstance(cell, Number) else cell


def _safe(words: str) -> str:
    """Return words so that "_x0041_" in them is read as it is (ISO/IEC 29500-1, 22.9.2.19)."""
    return _ESCAPE.sub("_x005F_", words.strip())
