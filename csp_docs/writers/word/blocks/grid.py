"""The parts of Word's tables: fixed layout, with every width given three times, so that all programs use it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lxml import etree

from csp_docs.blocks import RowKeep
from csp_docs.records import record
from csp_docs.writers.word.file.elements import w
from csp_docs.writers.word.file.measures import shading, twips
from csp_docs.writers.word.pages.flow import keep_with_next
from csp_docs.writers.word.styles.table_style import TABLE_STYLE

_LOOK_BITS = {"firstRow": 0x0020, "lastRow": 0x0040, "firstColumn": 0x0080}
_WITHOUT_BANDS = 0x0600


@record
class Grid:
    """The columns of a table, in twips."""

    widths: tuple[int, ...]

    @classmethod
    def of(cls, shares: Sequence[float], measure: float) -> Grid:
        """Return columns with these ``shares`` of ``measure`` (points); rounding errors do not add up."""
        edges = [twips(measure * sum(shares[:place])) for place in range(len(shares) + 1)]
        return cls(tuple(right - left for left, right in pairwise(edges)))

    def cell(self, content: Iterable[etree._Element], column: int, span: int = 1, shade: str = "") -> etree._Element:
        """Return ``w:tc`` that begins in ``column`` (from 0)."""
        properties = [w("tcW", w=sum(self.widths[column : column + span]), type="dxa")]
        if span > 1:
            properties.append(w("gridSpan", val=span))
        if shade:
            properties.append(shading(shade))
        return w("tc", w("tcPr", *properties), *content)

    def table(
        self, rows: Iterable[etree._Element], looks: Sequence[str], title: str = "", description: str = ""
    ) -> etree._Element:
        """Return ``w:tbl``; ``looks`` has its special parts (firstRow, lastRow, firstColumn)."""
        properties = [
            w("tblStyle", val=TABLE_STYLE),
            w("tblW", w=sum(self.widths), type="dxa"),
            w("tblLayout", type="fixed"),
            _look(looks),
        ]
        if title:
            properties.append(w("tblCaption", val=title))
        if description:
            properties.append(w("tblDescription", val=description))
        columns = (w("gridCol", w=width) for width in self.widths)
        return w("tbl", w("tblPr", *properties), w("tblGrid", *columns), *rows)


def row(cells: Iterable[etree._Element], keep: RowKeep, *, repeated: bool = False, height: float = 0) -> etree._Element:
    """Return ``w:tr``, at least ``height`` points high; a ``repeated`` row is at the top of the table on each page."""
    properties = [] if keep.breaks else [w("cantSplit")]
    if height:
        properties.append(w("trHeight", val=twips(height), hRule="atLeast"))
    if repeated:
        properties.append(w("tblHeader"))
    made = w("tr", *([w("trPr", *properties)] if properties else []), *cells)
    return keep_with_next(made) if keep.keep else made


def _look(names: Sequence[str]) -> etree._Element:
    value = sum(_LOOK_BITS[name] for name in names) + _WITHOUT_BANDS
    flags = {name: int(name in names) for name in ("firstRow", "lastRow", "firstColumn", "lastColumn")}
    return w("tblLook", val=f"{value:04X}", **flags, noHBand=1, noVBand=1)
