"""How a workbook looks: one font, bold headings, no colours or fills that say anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial

from openpyxl.styles import Alignment, Font, NamedStyle
from openpyxl.worksheet.worksheet import Worksheet

_FONT, _SIZE, _TITLE = "Arial", 12, 16
_LINK_COLOUR = "0563C1"
_A4 = 9
NARROWEST, WIDEST = 12, 60
"""The widths of columns, in characters."""
READABLE = 90
"""The width of the column of a sheet that has only lines; a longer line of another sheet is wrapped."""
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


def _style(look: Look, horizontal: str = "left", **font: object) -> NamedStyle:
    aligned = Alignment(horizontal=horizontal, vertical="top", wrap_text=look not in (Look.TITLE, Look.LINE))
    letters = Font(**{"name": _FONT, "size": _SIZE, **font})
    return NamedStyle(look.value, font=letters, alignment=aligned, builtinId=_BUILT_IN.get(look))


STYLES: Mapping[Look, Callable[[], NamedStyle]] = {
    Look.TITLE: partial(_style, Look.TITLE, bold=True, size=_TITLE),
    Look.LINE: partial(_style, Look.LINE),
    Look.HEAD: partial(_style, Look.HEAD, bold=True),
    Look.TEXT: partial(_style, Look.TEXT),
    Look.NUMBER: partial(_style, Look.NUMBER, "right"),
    Look.LINK: partial(_style, Look.LINK, color=_LINK_COLOUR, underline="single"),
}
"""What makes each style: a workbook has its own objects."""


def aligned(*, wrap: bool = True, right: bool = False) -> Alignment:
    """Return how a cell is aligned that differs from its style."""
    return Alignment(horizontal="right" if right else "left", vertical="top", wrap_text=wrap)


def set_page(page: Worksheet) -> None:
    """Print a sheet on as many landscape pages of A4 as it needs, with all its columns on each."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
