"""How a workbook looks: one font, bold headings, no colours or fills that say anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, NamedStyle
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.worksheet import Worksheet

from csp_docs.theme.metrics import width, wrapped

_FONT, _SIZE, _TITLE = "Arial", 12, 16
_LINK_COLOUR = "0563C1"
_A4 = 9
NARROWEST, WIDEST = 12, 70
"""The widths of columns, in characters."""
LINE, TITLE = 16.0, 26.0
"""The heights of a row with one line, and of the title, in points."""
_HIGHEST, _MEASURED = 409.0, 4000
"""The height that a row can have at most, in points, and how many characters are enough for it."""
ROOM, _INSIDE = 3, 1
"""The space around the words of a cell, in digits: what a column is given, and what it has at least."""
READABLE = 90
"""The width of the column of a sheet that has only lines; a longer line of another sheet is wrapped."""
SHORT = 16
"""The width of a name of a column that has one line, however narrow its figures are."""
WRAPPED = 50
"""The least width of a column in which lines are wrapped."""


class Look(Enum):
    """The styles of cells, as Excel names them: screen readers say that a heading is one."""

    TITLE = "Heading 1"
    LINE = "Line"
    HEAD = "Table Heading"
    TEXT = "Table Text"
    NUMBER = "Table Figure"
    LINK = "Hyperlink"


_BUILT_IN = {Look.TITLE: 16, Look.LINK: 8}
"""The numbers of Excel's own styles (ISO/IEC 29500-1, 18.8.7)."""


def _style(look: Look, **font: object) -> NamedStyle:
    aligned = (
        RIGHT if look is Look.NUMBER else WRAP if look not in (Look.TITLE, Look.LINE) else Alignment(vertical="top")
    )
    letters = Font(**{"name": _FONT, "size": _SIZE, **font})
    return NamedStyle(look.value, font=letters, alignment=aligned, builtinId=_BUILT_IN.get(look))


STYLES: Mapping[Look, Callable[[], NamedStyle]] = {
    Look.TITLE: partial(_style, Look.TITLE, bold=True, size=_TITLE),
    Look.LINE: partial(_style, Look.LINE),
    Look.HEAD: partial(_style, Look.HEAD, bold=True),
    Look.TEXT: partial(_style, Look.TEXT),
    Look.NUMBER: partial(_style, Look.NUMBER),
    Look.LINK: partial(_style, Look.LINK, color=_LINK_COLOUR, underline="single"),
}
"""What makes each style: a workbook has its own objects."""


RIGHT = Alignment(horizontal="right", vertical="top", wrap_text=True)
"""How words are aligned in a column of figures."""
INDENTED = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
"""How words are aligned in other columns than the first: with space after a figure."""
WRAP = Alignment(horizontal="left", vertical="top", wrap_text=True)


def units(text: str, *, bold: bool = False) -> float:
    """Return the width of a text as columns are measured: in digits."""
    return width(text, bold=bold) / width("0")


def height(text: str, column: int, *, bold: bool = False) -> float:
    """Return the height that a text needs in a ``column``, in points: LibreOffice does not find it itself."""
    room = (column - _INSIDE) * width("0")
    lines = sum(max(len(wrapped(line, room, bold=bold)), 1) for line in text[:_MEASURED].split("\n"))
    return min(lines * LINE, _HIGHEST)


def add_looks(book: Workbook) -> None:
    """Add the styles to a new workbook, and set its own font, in whose digits the widths of columns are measured."""
    font = Font(name=_FONT, size=_SIZE)
    book._fonts = IndexedList([font])
    book._named_styles["Normal"].font = font
    for make in STYLES.values():
        book.add_named_style(make())


def set_page(page: Worksheet) -> None:
    """Print a sheet on as many landscape pages of A4 as it needs, with all its columns on each."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.sheet_format.defaultRowHeight, page.sheet_format.customHeight = LINE, True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
