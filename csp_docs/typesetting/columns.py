"""The column widths of a table, calculated from its content, for all writers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from csp_docs.blocks import Blocks, Inlines, Note, Strong, Table, Text, walk
from csp_docs.errors import Code, Problem, Severity
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import Theme

_FIGURE = re.compile(r"[0-9●▲■]")
"""Figures and ratings, which could be misread if they were split."""
_LEAST = 0.07
"""Columns of words keep this share of the page each; if they cannot, all columns lose the same share."""
_MARK = Text("00")
"""Text as wide as the raised mark of a note with three figures."""
_LONG = 0.45
"""A cell asks for no more than this share of the page, because its text can wrap."""


@frozen
class _Words:
    """The words of a cell: wider where they are bold, as those of headers and totals are."""

    text: str
    bold: bool

    @property
    def wide(self) -> float:
        """The width on one line, at size 1."""
        return width(self.text, bold=self.bold)

    def unbroken(self) -> Iterator[_Words]:
        """Yield the parts that no line break can split: words, and words joined by a no-break space."""
        return (_Words(text, self.bold) for text in self.text.split(" "))


def column_widths(table: Table, theme: Theme) -> tuple[tuple[float, ...], Problem | None]:
    """Return shares that add up to 1: each column fits its longest word; the rest follows the length of its cells.

    A column's name may take several lines, so that a long name above figures leaves room for columns of words. All
    cells are measured as if they were bold, which leaves some space next to them. If the page is too narrow for that,
    they are measured as they are. If the longest words still do not fit side by side, that is a problem: words will be
    split, but figures only if all columns hold nothing else.
    """
    columns, least = list[tuple[_Words, ...]](), list[float]()
    for all_bold in (True, False):
        columns = list(zip(*_rows(table, all_bold), strict=True))
        least = [_room(_unbroken(cells), theme) for cells in columns]
        if sum(least) <= theme.page.text_width:
            return _shared(columns, least, theme), None
    return _split(columns, least, theme), _too_wide(table, theme)


def _shared(columns: list[tuple[_Words, ...]], least: list[float], theme: Theme) -> tuple[float, ...]:
    """Return shares that give each column the room that it needs, and divide the rest by what its cells ask for."""
    page = theme.page.text_width
    wanted = [
        max(narrow, min(_room(cells[1:], theme), _LONG * page)) for narrow, cells in zip(least, columns, strict=True)
    ]
    asked = [more - narrow for narrow, more in zip(least, wanted, strict=True)]
    share = min((page - sum(least)) / sum(asked), 1) if sum(asked) else 0
    widths = [narrow + share * more for narrow, more in zip(least, asked, strict=True)]
    return tuple(one / sum(widths) for one in widths)


def _split(columns: list[tuple[_Words, ...]], least: list[float], theme: Theme) -> tuple[float, ...]:
    """Return shares for a table with split words: figures and ratings keep their room, columns of words lose some."""
    page = theme.page.text_width
    figures = [[words for words in _unbroken(cells[1:]) if _FIGURE.search(words.text)] for cells in columns]
    kept = [_room(found, theme) if found else 0 for found in figures]
    missing = [narrow - keep for narrow, keep in zip(least, kept, strict=True)]
    rest = page - sum(kept)
    if rest < _LEAST * page * kept.count(0):
        return tuple(narrow / sum(least) for narrow in least)
    return tuple((keep + more * rest / sum(missing)) / page for keep, more in zip(kept, missing, strict=True))


def _unbroken(cells: tuple[_Words, ...]) -> list[_Words]:
    return [words for cell in cells for words in cell.unbroken()]


def _room(cells: Iterable[_Words], theme: Theme) -> float:
    """Return the room, in points, that a cell needs to hold the widest of ``cells`` on one line."""
    return max((words.wide for words in cells), default=0) * theme.cell.size + 2 * theme.cell_padding[0] + 0.5


def _too_wide(table: Table, theme: Theme) -> Problem:
    name = f'the table "{walk.words(table.caption.inlines)}"' if table.caption else "a table"
    fact = f"{name} is too wide for the page: its longest words are split"
    hint = "give it fewer columns or shorter words"
    if table.turns and theme.page.height > theme.page.width:
        hint += ", or put it in the block `landscape`"
    return Problem(Code.TABLE_TOO_WIDE, fact, hint, table.origin, Severity.WARNING)


def _rows(table: Table, all_bold: bool) -> list[list[_Words]]:
    names = [_Words(walk.words(_with_marks(cell.inlines)), bold=True) for cell in table.head[-1]]
    rows = [[_cell(blocks, all_bold) for blocks in row] for group in table.groups for row in group.rows]
    total = [[_cell(blocks, True) for blocks in table.total]] if table.total else []
    return [names, *rows, *total]


def _cell(blocks: Blocks, bold: bool) -> _Words:
    inlines = walk.every_inline(blocks)
    strong = any(isinstance(inline, Strong) for inline in inlines)
    if any(isinstance(inline, Note) for inline in inlines):
        blocks = _blocks_with_marks(blocks)
    return _Words(" ".join(walk.texts(blocks)), bold or strong)


def _blocks_with_marks(blocks: Blocks) -> Blocks:
    return tuple(walk.rebuilt(block, _blocks_with_marks, _with_marks) for block in blocks)


def _with_marks(inlines: Inlines) -> Inlines:
    """Return ``inlines`` with text as wide as the marks of notes, which do not have their numbers yet."""
    return tuple(_MARK if isinstance(inline, Note) else walk.inline_rebuilt(inline, _with_marks) for inline in inlines)
