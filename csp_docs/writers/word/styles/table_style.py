"""The look of tables: thin rules between rows, a shaded row of headings, no upright rules; and of words in cells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import floor

from attrs import evolve

from csp_docs.blocks import Align
from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import rule, shading, twips
from csp_docs.writers.word.styles.gallery import HIDDEN
from csp_docs.writers.word.styles.style import ParagraphStyle

TABLE_STYLE = "ReportTable"
_NAMES = "Report Table", "Report Table Wide", "Report Table Very Wide"
"""The names of the styles of tables: of few columns, then of many, which are closer together, and of very many."""
FRAME_TEXT = "FrameText"
"""The style of words in an empty frame."""
_COLUMNS = {Align.RIGHT: ("Figure", "right"), Align.CENTRE: ("Centre", "center")}
"""What the name of the style of a cell in such a column ends with, and Word's alignment."""


def cell_styles(theme: Theme) -> Iterator[ParagraphStyle]:
    """Yield the styles of words in cells: text and headings, also in columns of figures and in centred ones."""
    heading = evolve(theme.label, after=theme.cell.after)
    yield ParagraphStyle("TableText", "Table Text", look=theme.cell, priority=3, own=True)
    yield ParagraphStyle("TableHeading", "Table Heading", "TableText", heading, priority=3, own=True)
    for based, name in (("TableText", "Table"), ("TableHeading", "Table Heading")):
        for align, (kind, side) in _COLUMNS.items():
            place = (w("jc", val=side),)
            yield ParagraphStyle(
                aligned_style(based, align), f"{name} {kind}", based, properties=place, priority=3, own=True
            )
    for align in Align:
        based = aligned_style("TableHeading", align)
        yield _over(based, theme)
    middle = evolve(theme.cell, after=0)
    yield ParagraphStyle(FRAME_TEXT, "Frame Text", "TableCentre", middle, priority=34, own=True)


def _over(based: str, theme: Theme) -> ParagraphStyle:
    """Return the style of a header over others, with a rule as wide as its words may be: gaps divide neighbours.

    The rule is in the space below the words, and takes the place of the rule of a row.
    """
    distance = floor(theme.cell.after)
    look = evolve(theme.label, after=theme.cell.after - distance)
    line = w("pBdr", rule("bottom", theme, "rule", theme.rule, distance))
    words = f"Table Heading {based.removeprefix('TableHeading')}".rstrip()
    return ParagraphStyle(
        over_columns(based), f"{words} Over Columns", based, look, properties=(line,), priority=3, own=True
    )


def over_columns(style: str) -> str:
    """Return the id of the style of a header like ``style`` that is over other headers."""
    return f"{style}OverColumns"


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
