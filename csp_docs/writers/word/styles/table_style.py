"""The look of tables: thin rules between rows, a shaded row of headings, no upright rules."""

from __future__ import annotations

from csp_docs.theme.theme import Theme
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import rule, shading, twips

TABLE_STYLE = "ReportTable"


def table_styles(theme: Theme) -> tuple[Xml, ...]:
    """Return Word's plain table and the one of this document."""
    plain = w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("tblPr", w("tblInd", w=0, type="dxa")),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    return plain, _report_table(theme)


def _report_table(theme: Theme) -> Xml:
    colour = theme.colours.rule
    borders = w("tblBorders", *(rule(side, colour, theme.rule) for side in ("top", "bottom", "insideH")))
    return w(
        "style",
        w("name", val="Report Table"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=40),
        w("qFormat"),
        w("tblPr", borders, _cell_margins(theme)),
        _part("firstRow", w("tcPr", shading(theme.colours.shade))),
        _part("lastRow", w("tcPr", w("tcBorders", rule("top", theme.colours.text, theme.total_rule)))),
        type="table",
        customStyle=1,
        styleId=TABLE_STYLE,
    )


def _part(name: str, properties: Xml) -> Xml:
    return w("tblStylePr", properties, type=name)


def _cell_margins(theme: Theme) -> Xml:
    across, along = theme.cell_padding
    below = along - theme.cell.after
    sides = {"top": along, "left": across, "bottom": below, "right": across}
    return w("tblCellMar", *(w(side, w=twips(points), type="dxa") for side, points in sides.items()))
