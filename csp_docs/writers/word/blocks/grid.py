"""The parts of Word's tables: fixed layout, with every width given three times, so that all programs use it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from csp_docs.blocks import RowKeep
from csp_docs.writers.word.file.elements import Xml, w
from csp_docs.writers.word.file.measures import twips
from csp_docs.writers.word.file.paragraphs import all_kept
from csp_docs.writers.word.styles.table_style import TABLE_STYLE

_LOOK_BITS = {"firstRow": 0x0020, "lastRow": 0x0040, "firstColumn": 0x0080}
_WITHOUT_BANDS = 0x0600


class Grid(NamedTuple):
    """The columns of a table, in twips; ``margins`` are those at the right of columns that are not like the others."""

    widths: tuple[int, ...]
    margins: tuple[int, ...] = ()

    @classmethod
    def of(cls, shares: Sequence[float], measure: float, margins: tuple[int, ...] = ()) -> Grid:
        """Return columns with these ``shares`` of ``measure`` (points); rounding errors do not add up."""
        edges = [twips(measure * sum(shares[:place])) for place in range(len(shares) + 1)]
        return cls(tuple(right - left for left, right in pairwise(edges)), margins)

    def cell(
        self,
        content: Iterable[Xml],
        column: int,
        span: int = 1,
        shade: Xml | None = None,
        borders: Xml | None = None,
        *,
        at_foot: bool = False,
    ) -> Xml:
        """Return ``w:tc`` that begins in ``column`` (from 0), on the background ``shade``; words may be ``at_foot``."""
        end = column + span
        margin = self.margins[end - 1] if self.margins else 0
        width = sum(self.widths[column:end])
        return w("tc", _cell_properties(width, span, borders, shade, margin, at_foot), *content)

    def table(
        self,
        rows: Iterable[Xml],
        looks: Sequence[str],
        style: str = TABLE_STYLE,
        *,
        title: str = "",
        description: str = "",
    ) -> Xml:
        """Return ``w:tbl`` in ``style``; ``looks`` has its special parts (firstRow, lastRow, firstColumn)."""
        properties = [
            w("tblStyle", val=style),
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


@lru_cache(maxsize=1024)
def _cell_properties(width: int, span: int, borders: Xml | None, shade: Xml | None, margin: int, at_foot: bool) -> Xml:
    properties = [w("tcW", w=width, type="dxa")]
    if span > 1:
        properties.append(w("gridSpan", val=span))
    if borders:
        properties.append(borders)
    if shade:
        properties.append(shade)
    if margin:
        properties.append(w("tcMar", w("right", w=margin, type="dxa")))
    if at_foot:
        properties.append(w("vAlign", val="bottom"))
    return w("tcPr", *properties)


def row(cells: Iterable[Xml], keep: RowKeep, *, repeated: bool = False, height: float = 0) -> Xml:
    """Return ``w:tr``, at least ``height`` points high; a ``repeated`` row is at the top of the table on each page."""
    properties = [] if keep.breaks else [w("cantSplit")]
    if height:
        properties.append(w("trHeight", val=twips(height), hRule="atLeast"))
    if repeated:
        properties.append(w("tblHeader"))
    made = w("tr", *([w("trPr", *properties)] if properties else []), *cells)
    return all_kept(made) if keep.keep else made


def _look(names: Sequence[str]) -> Xml:
    value = sum(_LOOK_BITS[name] for name in names) + _WITHOUT_BANDS
    flags = {name: int(name in names) for name in ("firstRow", "lastRow", "firstColumn", "lastColumn")}
    return w("tblLook", val=f"{value:04X}", **flags, noHBand=1, noVBand=1)
