"""A workbook as other programs read it: openpyxl for cells and tables, and the parts of the file."""

from __future__ import annotations

import csv
import io
import zipfile
from functools import cached_property
from typing import Any

from lxml import etree
from openpyxl import load_workbook

S = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


class ReadBook:
    """A workbook that was written."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.book = load_workbook(io.BytesIO(data))

    @property
    def names(self) -> list[str]:
        """The names of its sheets."""
        return list(self.book.sheetnames)

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as file:
            return {name: file.read(name) for name in file.namelist()}

    def roots(self, begins: str) -> list[Any]:
        """Return the roots of the parts whose names begin so."""
        return [
            etree.fromstring(part)
            for name, part in self.parts.items()
            if name.startswith(begins) and name.endswith(".xml")
        ]

    def above(self, name: str) -> list[str]:
        """Return the texts above the table of a sheet, or all of a sheet without one."""
        sheet = self.book[name]
        last = self._first(name) - 1 if sheet.tables else sheet.max_row
        return [sheet.cell(row, 1).value for row in range(1, last + 1)]

    def table(self, name: str) -> list[list[Any]]:
        """Return the cells of the table of a sheet, from its header row on."""
        sheet = self.book[name]
        [table] = sheet.tables.values()
        return [[cell.value for cell in row] for row in sheet[table.ref]]

    def shown(self, name: str) -> list[list[str]]:
        """Return the formats of the cells below the header row."""
        [table] = self.book[name].tables.values()
        return [[cell.number_format for cell in row] for row in list(self.book[name][table.ref])[1:]]

    def _first(self, name: str) -> int:
        [table] = self.book[name].tables.values()
        return int("".join(filter(str.isdigit, table.ref.partition(":")[0])))


def csv_files(data: bytes) -> dict[str, list[list[str]]]:
    """Return the rows of the files of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        texts = {name: file.read(name).decode("utf-8-sig") for name in file.namelist()}
    return {name: list(csv.reader(io.StringIO(text, newline=""))) for name, text in texts.items()}
