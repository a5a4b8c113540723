"""Tables that are only for layout: they have no rules or headers, so that nobody takes them for data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import twips
from csp_docs.writers.word.styles.gallery import HIDDEN

LAYOUT_STYLE = "LayoutTable"


def layout_table(widths: Sequence[int], rows: Iterable[Xml], left: float = 0, style: str = LAYOUT_STYLE) -> Xml:
    """Return ``w:tbl`` with columns of ``widths`` (twips), ``left`` points from the margin, without special parts."""
    none = dict.fromkeys(("firstRow", "lastRow", "firstColumn", "lastColumn"), 0)
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=twips(left), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0600", **none, noHBand=1, noVBand=1),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)


def layout_cell(width: int, content: Iterable[Xml], *properties: Xml) -> Xml:
    """Return ``w:tc``, ``width`` twips wide; ``properties`` in the schema's order (ECMA-376 part 1, 17.4.69)."""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), *properties), *content)


def layout_style() -> Xml:
    """Return the style of these tables: no rules, and no margins in cells."""
    margins = (w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    return w(
        "style",
        w("name", val="Layout Table"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=99),
        *HIDDEN,
        w("tblPr", w("tblCellMar", *margins)),
        type="table",
        customStyle=1,
        styleId=LAYOUT_STYLE,
    )
