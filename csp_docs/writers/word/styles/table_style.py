"""The look of tables: thin rules between rows, a shaded row of headings, no upright rules; and of words in cells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product
from math import floor

from attrs import evolve

from csp_docs.blocks import Align
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import rule, shading, twips
from csp_docs.writers.word.styles.gallery import HIDDEN
from csp_docs.writers.word.styles.style import ParagraphStyle
from csp_docs.writers.word.styles.zones import SMALL, STYLED_DEPTHS, list_style

TABLE_STYLE = "ReportTable"
_NAMES = "Report Table", "Report Table Wide", "Report Table Very Wide"
"""The names of the styles of tables: of few columns, then of many, which are closer together, and of very many."""
FRAME_TEXT = "FrameText"
"""The style of words in an empty frame."""
_COLUMNS = {Align.RIGHT: ("Figure", "right"), Align.CENTRE: ("Centre", "center")}
"""What the name of the style of a cell in such a column ends with, and Word's alignment."""


def cell_styles(theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the styles of words in cells: text and headings, also in columns of figures and in centred ones."""
    yield from _words(theme, "")
    middle = evolve(theme.cell, after=0)
    yield ParagraphStyle(FRAME_TEXT, "Frame Text", "TableCentre", middle, priority=34, own=True)


def _over(based: str, name: str, theme: Theme) -> ParagraphStyle:
    """Return the style of a header over others, with a rule as wide as its words may be: gaps divide neighbours.

    The rule is in the space below the words, and takes the place of the rule of a row.
    """
    distance = floor(theme.cell.after)
    look = evolve(theme.label, after=theme.cell.after - distance)
    line = w("pBdr", rule("bottom", theme, "rule", theme.rule, distance))
    return ParagraphStyle(
        over_columns(based), f"{name} Over Columns", based, look, properties=(line,), priority=3, own=True
    )


def over_columns(style: str) -> str:
    """Return the id of the style of a header like ``style`` that is over other headers."""
    return f"{style}OverColumns"


def small_styles(theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the styles of words in tables that are small: text, headings and lists."""
    small = theme.for_table(0, small=True)
    yield from _words(small, f"{SMALL} ")
    for kind, depth in product(("Bullet", "Number", "Continue"), range(STYLED_DEPTHS)):
        name = f"{SMALL} Table {kind} {depth + 1}" if depth else f"{SMALL} Table {kind}"
        style, based = (list_style(lists, kind, depth) for lists in (f"{SMALL}Table", "Table"))
        yield ParagraphStyle(style, name, based, small.cell, priority=3, own=True)


def _words(theme: Theme, size: str) -> Iterator[ParagraphStyle]:
    """Yield the styles of text and headings, whose names begin with their ``size``."""
    heading = evolve(theme.label, after=theme.cell.after)
    text, bold = f"{size}Table Text", f"{size}Table Heading"
    yield ParagraphStyle(_id(text), text, look=theme.cell, priority=3, own=True)
    yield ParagraphStyle(_id(bold), bold, _id(text), heading, priority=3, own=True)
    for based, name in ((text, f"{size}Table"), (bold, bold)):
        for align, (kind, side) in _COLUMNS.items():
            place, style = (w("jc", val=side),), aligned_style(_id(based), align)
            yield ParagraphStyle(style, f"{name} {kind}", _id(based), properties=place, priority=3, own=True)
    for align in Align:
        name = bold if align is Align.LEFT else f"{bold} {_COLUMNS[align][0]}"
        yield _over(aligned_style(_id(bold), align), name, theme)


def aligned_style(style: str, align: Align) -> str:
    """Return the id of the style for a column with this alignment that is like ``style``: text or heading."""
    return f"{style.removesuffix('Text')}{_COLUMNS[align][0]}" if align in _COLUMNS else style


def table_styles(theme: Theme) -> tuple[Xml, ...]:
    """Return Word's plain table and those of this document."""
    plain = w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        *HIDDEN,
        w("tblPr", w("tblInd", w=0, type="dxa")),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    columns = [least for least, _ in theme.narrow_rights]
    wide = (_wide_table(theme.for_table(least), *pair) for least, pair in zip(columns, pairwise(_NAMES), strict=True))
    return plain, _report_table(theme), *wide


def table_style(theme: Theme, columns: int) -> str:
    """Return the id of the style of a table with so many columns."""
    return _id(_NAMES[sum(columns >= least for least, _ in theme.narrow_rights)])


def _id(name: str) -> str:
    return name.replace(" ", "")


def _wide_table(theme: Theme, based: str, name: str) -> Xml:
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=_id(based)),
        w("uiPriority", val=40),
        w("tblPr", _cell_margins(theme)),
        *_parts(theme),  # LibreOffice does not take these over from the style that it is based on
        type="table",
        customStyle=1,
        styleId=_id(name),
    )


def _report_table(theme: Theme) -> Xml:
    borders = w("tblBorders", *(rule(side, theme, "rule", theme.rule) for side in ("top", "bottom", "insideH")))
    return w(
        "style",
        w("name", val="Report Table"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=40),
        w("tblPr", borders, _cell_margins(theme)),
        *_parts(theme),
        type="table",
        customStyle=1,
        styleId=TABLE_STYLE,
    )


def _parts(theme: Theme) -> Iterator[Xml]:
    """Yield the looks of the row of headings and of the total."""
    yield _part("firstRow", w("tcPr", shading(theme, "shade")))
    yield _part("lastRow", w("tcPr", w("tcBorders", rule("top", theme, "text", theme.total_rule))))


def _part(name: str, properties: Xml) -> Xml:
    return w("tblStylePr", properties, type=name)


def _cell_margins(theme: Theme) -> Xml:
    across, along = theme.cell_padding
    below = along - theme.cell.after
    sides = {"top": along, "left": across, "bottom": below, "right": theme.cell_right}
    return w("tblCellMar", *(w(side, w=twips(points), type="dxa") for side, points in sides.items()))
