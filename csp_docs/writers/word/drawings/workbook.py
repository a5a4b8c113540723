"""The workbook inside a chart: Word opens it where somebody edits the chart's data.

Its only sheet has one table, with a row for each category: Word marks this range and lets people extend it. Texts are
stored as texts, and cells have no formulas.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package as OpcPackage

from csp_docs.writers.word.file.archive import archive, files_of
from csp_docs.writers.word.file.elements import R_NAMESPACE, Xml, element, related, to_bytes, worded

Cell: TypeAlias = str | Decimal | None

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NAMESPACES: dict[str, object] = {"xmlns": _S, "xmlns:r": R_NAMESPACE}
_SHEET = "Sheet1"
_LONGEST_NAME = 255
"""The longest name of a column of a table, in units of UTF-16: Excel reports a file with a longer one as damaged."""
_NAMELESS = "\u00a0"
_XML_SPACE = " \t\r\n"
_TEXT, _NUMBER = 1, 2
"""The styles of cells, by their index."""
_FORMAT = 164
"""The first number of a format that is not one of Excel's own (ISO/IEC 29500-1, 18.8.30)."""
_FIRST_WIDTH, _WIDTH = 24, 16
"""The widths of the columns of categories and of numbers, in characters."""


class Workbook(NamedTuple):
    """The data for editing: rows of cells below the ``names`` of the columns; the first column has the categories."""

    names: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    number_format: str
    font: str

    def to_bytes(self) -> bytes:
        """Return the file (ISO/IEC 29500, SpreadsheetML)."""
        strings = _Strings()
        parts = {"worksheets/sheet": self._sheet(strings), "sharedStrings": strings.root()}
        parts |= {"styles": self._styles(), "tables/table": self._table()}
        return archive({**_frame(), **{_uri(kind).membername: to_bytes(root) for kind, root in parts.items()}})

    @property
    def _headings(self) -> list[str]:
        """The names in a form that a table can have: none is empty, too long, or the same as another in any case."""
        headings: list[str] = []
        for name in self.names:
            headings.append(_other(_shortened(" ".join(name.split())) or _NAMELESS, headings))
        return headings

    @property
    def _range(self) -> str:
        return f"A1:{_letters(len(self.names) - 1)}{len(self.rows) + 1}"

    def _sheet(self, strings: _Strings) -> Xml:
        widths = (
            _s("col", min=number, max=number, width=_WIDTH if number > 1 else _FIRST_WIDTH, customWidth=1)
            for number in range(1, len(self.names) + 1)
        )
        rows = (_row(number, cells, strings) for number, cells in enumerate((self._headings, *self.rows), 1))
        table = _s("tableParts", related(_s("tablePart"), "rId1"), count=1)
        return _root("worksheet", _s("dimension", ref=self._range), _s("cols", *widths), _s("sheetData", *rows), table)

    def _table(self) -> Xml:
        columns = (_s("tableColumn", id=number, name=escaped(name)) for number, name in enumerate(self._headings, 1))
        return _root(
            "table",
            _s("tableColumns", *columns, count=len(self.names)),
            id=1,
            name="Table1",
            displayName="Table1",
            ref=self._range,
            totalsRowShown=0,
        )

    def _styles(self) -> Xml:
        """Return the styles. Cells with text are marked as text, so that "=1" stays text when somebody edits it."""
        font = _s("font", _s("sz", val=11), _s("name", val=self.font))
        plain: dict[str, object] = {"numFmtId": 0, "fontId": 0, "fillId": 0, "borderId": 0}
        own = {**plain, "xfId": 0}
        numbers = _s("xf", **{**own, "numFmtId": _FORMAT, "applyNumberFormat": 1})
        looks = _s("xf", **own), _s("xf", **own, quotePrefix=1), numbers
        fills = (_s("fill", _s("patternFill", patternType=pattern)) for pattern in ("none", "gray125"))
        return _root(
            "styleSheet",
            _s("numFmts", _s("numFmt", numFmtId=_FORMAT, formatCode=self.number_format), count=1),
            _s("fonts", font, count=1),
            _s("fills", *fills, count=2),
            _s("borders", _s("border", *map(_s, ("left", "right", "top", "bottom", "diagonal"))), count=1),
            _s("cellStyleXfs", _s("xf", **plain), count=1),
            _s("cellXfs", *looks, count=len(looks)),
            _s("cellStyles", _s("cellStyle", name="Normal", xfId=0, builtinId=0), count=1),
        )


class _Strings:
    """The texts of the workbook, each once."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._uses = 0

    def place(self, text: str) -> int:
        self._uses += 1
        return self._places.setdefault(text, len(self._places))

    def root(self) -> Xml:
        return _root("sst", *map(_string, self._places), count=self._uses, uniqueCount=len(self._places))


def cells(column: int, first: int, last: int) -> str:
    """Return the address of cells in one ``column`` of the workbook; columns count from 0, rows from 1."""
    letters = _letters(column)
    start = f"{_SHEET}!${letters}${first}"
    return start if first == last else f"{start}:${letters}${last}"


def plain(number: Decimal) -> str:
    """Return ``number`` as the files write numbers."""
    return f"{number:f}"


def _book() -> Xml:
    return _root("workbook", _s("sheets", related(_s("sheet", name=_SHEET, sheetId=1), "rId1")))


def _row(number: int, given: Sequence[Cell], strings: _Strings) -> Xml:
    filled = ((column, cell) for column, cell in enumerate(given) if cell is not None)
    return _s("row", *(_cell(f"{_letters(column)}{number}", cell, strings) for column, cell in filled), r=number)


def _cell(address: str, cell: str | Decimal, strings: _Strings) -> Xml:
    if isinstance(cell, str):
        return _s("c", worded("v", str(strings.place(cell))), r=address, s=_TEXT, t="s")
    return _s("c", worded("v", plain(cell)), r=address, s=_NUMBER)


def _string(text: str) -> Xml:
    return _s("si", worded("t", escaped(text), preserved=text != text.strip(_XML_SPACE)))


def _other(name: str, taken: Sequence[str]) -> str:
    """Return ``name``, with a number after it if Excel sees it as the same as one of the ``taken``."""
    known, wanted, count = {one.casefold() for one in taken}, name, 1
    while wanted.casefold() in known:
        count += 1
        end = f" ({count})"
        wanted = _shortened(name, _LONGEST_NAME - len(end)) + end
    return wanted


def _shortened(name: str, longest: int = _LONGEST_NAME) -> str:
    return name.encode("utf-16-le")[: longest * 2].decode("utf-16-le", "ignore")


def escaped(text: str) -> str:
    """Return ``text`` escaped, so that "_x0041_" in it is read as it is (ISO/IEC 29500-1, 22.9.2.19)."""
    return re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def _letters(column: int) -> str:
    """Return the letters of a column, which counts from 0."""
    before, last = divmod(column, 26)
    return (_letters(before - 1) if before else "") + chr(ord("A") + last)


def _s(tag: str, /, *children: Xml, **attributes: object) -> Xml:
    return element(tag, children, attributes)


def _root(tag: str, /, *children: Xml, **attributes: object) -> Xml:
    return element(tag, children, _NAMESPACES | attributes)


_TYPES = {
    "worksheets/sheet": CONTENT_TYPE.SML_WORKSHEET,
    "styles": CONTENT_TYPE.SML_STYLES,
    "sharedStrings": CONTENT_TYPE.SML_SHARED_STRINGS,
    "tables/table": CONTENT_TYPE.SML_TABLE,
}


@cache
def _frame() -> Mapping[str, bytes]:
    """Return the files that are the same in each workbook: how its parts are related. The other parts are empty."""
    package = OpcPackage()
    parts = {kind: Part(_uri(kind), type_, b"", package) for kind, type_ in _TYPES.items()}
    book = Part(_uri("workbook"), CONTENT_TYPE.SML_SHEET_MAIN, to_bytes(_book()), package)
    package.relate_to(book, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    book.load_rel(f"{R_NAMESPACE}/worksheet", parts["worksheets/sheet"], "rId1")
    book.load_rel(RELATIONSHIP_TYPE.STYLES, parts["styles"], "rId2")
    book.load_rel(RELATIONSHIP_TYPE.SHARED_STRINGS, parts["sharedStrings"], "rId3")
    parts["worksheets/sheet"].load_rel(RELATIONSHIP_TYPE.TABLE, parts["tables/table"], "rId1")
    return MappingProxyType(files_of(package))


def _uri(kind: str) -> PackURI:
    return PackURI(f"/xl/{kind}{'1' if '/' in kind else ''}.xml")
