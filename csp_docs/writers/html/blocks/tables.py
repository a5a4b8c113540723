"""Data tables: caption, headers with their scope, groups of rows, a total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from csp_docs.blocks import Across, Align, Blocks, Caption, HeaderCell, Inlines, Paragraph, RowGroup, Table, walk
from csp_docs.blocks.tables import CellHeaders, headers_over
from csp_docs.typesetting.cells import rating_of
from csp_docs.writers.html.anchors import OWN
from csp_docs.writers.html.blocks.lists import Flow
from csp_docs.writers.html.blocks.place import Place
from csp_docs.writers.html.elements import NOTHING, Html, h, joined
from csp_docs.writers.html.inlines import written

if TYPE_CHECKING:
    from csp_docs.writers.html.story import Story

_FOLDING = 2
"""The most columns of a table that a narrow screen has room for."""
_LONG = 24
"""The most letters of texts that need no more room on a narrow screen than other columns have."""
_BRIEF = 10
"""The most letters of headers of rows that need no room kept for them: "1", "2024/25", "Bidder A"."""


def table_html(story: Story, place: Place, table: Table, flow: Flow) -> Html:
    """Return a table with its notes and source below it; a table of more than two columns can be scrolled."""
    name = story.anchors.of(table.id) or story.anchors.fresh(f"{OWN}table")
    rows = _TableWriter(story, place.inside(), table, name, flow).html()
    below = [h("p", written(story, line), class_="source") for line in (*table.notes, table.source) if line]
    return h("div", scrolled(rows, table, f"{name}_caption"), joined(below), class_="table", id=name)


def scrolled(rows: Html, table: Table, caption: str) -> Html:
    """Return a table in a part of the page that scrolls by itself; its name is the caption, or its headers."""
    if len(table.aligns) <= _FOLDING:
        return rows
    named = None if table.caption else ", ".join(filter(None, map(_header_words, table.head[-1:])))
    own = caption if table.caption else None
    return h("div", rows, class_="scroll", role="group", tabindex=0, aria_labelledby=own, aria_label=named)


def caption_words(story: Story, caption: Caption) -> Html:
    """Return a caption with its number."""
    return h("strong", f"{caption.label}:") + " " + written(story, caption.inlines)


def cell_content(story: Story, place: Place, blocks: Blocks, flow: Flow) -> Html:
    """Return what is in a cell; a dash alone is heard as the word for none."""
    match blocks:
        case (Paragraph(inlines=dash),) if story.document.heard.none and walk.is_dash(dash):
            return h("span", written(story, dash), role="img", aria_label=story.document.heard.none)
        case (Paragraph(number="", id="") as only,):
            return written(story, only.inlines)
    return flow(story, place, blocks)


def cell_look(look: str | None, blocks: Blocks) -> str | None:
    """Return the look of a cell, and that of the rating that it says."""
    rating = rating_of(blocks)
    return " ".join(filter(None, (look, "rated", rating.value))) if rating else look


def _header_words(row: Iterable[HeaderCell]) -> str:
    return ", ".join(filter(None, (walk.words(cell.inlines) for cell in row)))


class _TableWriter:
    def __init__(self, story: Story, place: Place, table: Table, name: str, flow: Flow) -> None:
        self.story, self.place, self.table, self.name, self.flow = story, place, table, name, flow
        made = count(1)
        self.headers = CellHeaders(table, lambda: f"{name}_h{next(made)}")
        self.looks = [self._column_look(column) for column in range(len(table.aligns))]
        self.labels = self._labels()

    def html(self) -> Html:
        """Return the element with all rows."""
        head = self._head()  # first: cells name the ids of their headers
        groups = joined([self._group(group) for group in self.table.groups if group.rows or group.title])
        parts = self._caption(), self._columns(), head, groups, self._total()
        return h("table", *parts, class_=self._classes(), data_more=None if self.table.caption else self._more())

    def _classes(self) -> str:
        """Return the classes of the table: how many columns it has, and what narrow screens need to know."""
        headers = "row-headers" if self.table.row_headers else None
        firsts = ("".join(walk.texts(row[0])) for row in self._rows())
        brief = "brief" if headers and all(len(words) <= _BRIEF for words in firsts) else None
        columns, cards = f"columns-{min(len(self.table.aligns), 9)}", "cards" if self.labels else None
        looks = columns, headers, brief, cards, "small" if self.table.small else None
        return " ".join(filter(None, looks))

    def _rows(self) -> Iterator[tuple[Blocks, ...]]:
        """Yield the rows with a cell for each column, but for totals."""
        return (row for group in self.table.groups for row in group.full_rows)

    def _more(self) -> str | None:
        """Return the words where a table is wider than the screen, which are below its caption, if it has one."""
        return self.story.document.web.more if len(self.table.aligns) > _FOLDING else None

    def _column_look(self, column: int) -> str | None:
        """Return the look of the cells of a column: how words are aligned, or that they are long."""
        cells = (row[column] for row in self._rows())
        return _look(self.table.aligns[column]) or ("long" if any(map(_is_long, cells)) else None)

    def _labels(self) -> tuple[str, ...]:
        """Return the headers of the columns if each row is better read as a card on a narrow screen; or nothing.

        Rows with long texts or ratings are read one by one, and so is the only row of a table; but numbers of several
        rows are compared down their columns.
        """
        table = self.table
        if len(table.head) != 1 or len(table.aligns) <= _FOLDING or any(cell.span > 1 for cell in table.head[0]):
            return ()
        rows = [*self._rows(), *table.totals]
        if len(rows) > 1 and "long" not in self.looks[1:] and not any(rating_of(cell) for row in rows for cell in row):
            return ()
        return tuple(walk.words(cell.inlines) for cell in table.head[0])

    def _caption(self) -> Html:
        caption = self.table.caption
        if not caption:
            return NOTHING
        words = h("span", caption_words(self.story, caption))
        return h("caption", words, id=f"{self.name}_caption", data_more=self._more())

    def _columns(self) -> Html:
        """Return the groups of columns that have a header over them (HTML, 4.9.12)."""
        spans = [cell.span for cell in self.table.head[0]] if self.table.head else []
        return joined([h("colgroup", span=span) for span in spans]) if max(spans, default=1) > 1 else NOTHING

    def _head(self) -> Html:
        rows = [h("tr", joined(self._head_row(row))) for row in range(len(self.table.head))]
        return h("thead", joined(rows)) if rows else NOTHING

    def _head_row(self, row: int) -> list[Html]:
        column, made = 0, list[Html]()
        for cell, over in zip(self.table.head[row], headers_over(self.table.head, row), strict=True):
            made.append(self._header(cell, column, over))
            column += cell.span
        return made

    def _header(self, cell: HeaderCell, column: int, over: bool) -> Html:
        span, aligned = cell.span if cell.span > 1 else None, _look(cell.align(self.table.aligns[column]))
        look = " ".join(filter(None, (aligned, "over" if over else None))) or None
        if not cell.inlines:
            return h("td", colspan=span)
        name, scope = self.headers.of_columns(column, cell.span) or None, "colgroup" if span else "col"
        return h("th", written(self.story, cell.inlines), scope=scope, colspan=span, id=name, class_=look)

    def _group(self, group: RowGroup) -> Html:
        self.headers.leave_group()
        title = self._group_title(group.title) if group.title else NOTHING
        return h("tbody", title, joined([self._body_row(row) for row in group.rows]))

    def _group_title(self, title: Inlines) -> Html:
        columns = len(self.table.aligns)
        words, name = h("span", written(self.story, title)), self.headers.of_group() or None
        return h("tr", h("th", words, scope="rowgroup", colspan=columns, id=name), class_="group")

    def _body_row(self, row: tuple[Blocks, ...] | Across) -> Html:
        return self._across(row) if isinstance(row, Across) else self._row(row)

    def _across(self, row: Across) -> Html:
        names = " ".join(self.headers.across()) or None
        words = h("div", cell_content(self.story, self.place, row.blocks, self.flow))
        return h("tr", h("td", words, colspan=len(self.table.aligns), headers=names), class_="across")

    def _row(self, cells: tuple[Blocks, ...]) -> Html:
        self.headers.begin_row()
        return h("tr", joined([self._cell(blocks, column) for column, blocks in enumerate(cells)]))

    def _cell(self, blocks: Blocks, column: int) -> Html:
        content = cell_content(self.story, self.place, blocks, self.flow)
        look = cell_look(self.looks[column], blocks)
        if self.table.row_headers and column == 0 and blocks:
            return h("th", content, scope="row", id=self.headers.of_row() or None, class_=look)
        label = f"{self.labels[column]}: " if self.labels and self.labels[column] else None
        headers = " ".join(self.headers.above(column)) or None
        return h("td", content, headers=headers, class_=look, data_label=label)

    def _total(self) -> Html:
        if not self.table.totals:
            return NOTHING
        self.headers.leave_group()
        return h("tfoot", joined([self._row(row) for row in self.table.totals]))


def _is_long(cell: Blocks) -> bool:
    match cell:
        case (Paragraph() as only,):
            return len(walk.words(only.inlines)) > _LONG
    return bool(cell)


def _look(align: Align) -> str | None:
    return align.value if align is not Align.LEFT else None
