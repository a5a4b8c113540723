"""Column widths from the content of a table, for every writer alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from csp_docs.blocks import Blocks, Inlines, Note, Strong, Table, Text, walk
from csp_docs.errors import Code, Problem, Severity
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import Theme

_FIGURE = re.compile(r"[0-9●▲■]")
"""Figures and ratings: parted, they could be misread."""
_LEAST = 0.07
"""A column of words keeps this share of the page, else all columns give alike."""
_MARK = Text("00")
"""As wide as the raised mark of a note with three figures."""
_LONG = 0.45
"""A cell wraps: it asks for no more than this share of the page."""


@frozen
class _Words:
    """The words of a cell: wider where they are bold, as those of headers and totals are."""

    text: str
    bold: bool

    @property
    def wide(self) -> float:
        """Their width on one line, at a size of 1."""
        return width(self.text, bold=self.bold)

    def unbroken(self) -> Iterator[_Words]:
        """Yield what a line cannot be broken in: words, and words that a no-break space holds together."""
        return (_Words(text, self.bold) for text in self.text.split(" "))


def column_widths(table: Table, theme: Theme) -> tuple[tuple[float, ...], Problem | None]:
    """Return shares that add up to 1: no column narrower than its longest word, the rest by the length of its cells.

    A column's name may take several lines: a long one over figures leaves the room to columns of words. All cells are
    measured as if they were bold, which leaves some air beside them; as they are, where the page has none to give.
    A table whose longest words do not fit side by side even so is a problem: words will be parted, and figures only
    where all columns hold nothing else.
    """
    columns, least = list[tuple[_Words, ...]](), list[float]()
    for all_bold in (True, False):
        columns = list(zip(*_rows(table, all_bold), strict=True))
        least = [_room(_unbroken(cells), theme) for cells in columns]
        if sum(least) <= theme.page.text_width:
            return _shared(columns, least, theme), None
    return _parted(columns, least, theme), _too_wide(table, theme)


def _shared(columns: list[tuple[_Words, ...]], least: list[float], theme: Theme) -> tuple[float, ...]:
    """Return shares where each column has the room that it needs, and of the rest what its cells ask for."""
    page = theme.page.text_width
    wanted = [
        max(narrow, min(_room(cells[1:], theme), _LONG * page)) for narrow, cells in zip(least, columns, strict=True)
    ]
    asked = [more - narrow for narrow, more in zip(least, wanted, strict=True)]
    share = min((page - sum(least)) / sum(asked), 1) if sum(asked) else 0
    widths = [narrow + share * more for narrow, more in zip(least, asked, strict=True)]
    return tuple(one / sum(widths) for one in widths)


def _parted(columns: list[tuple[_Words, ...]], least: list[float], theme: Theme) -> tuple[float, ...]:
    """Return shares where words are parted: figures and ratings keep their room first, columns of words give theirs."""
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
    """Return what a cell needs to hold the widest of ``cells`` on one line, in points."""
    return max((words.wide for words in cells), default=0) * theme.cell.size + 2 * theme.cell_padding[0] + 0.5


def _too_wide(table: Table, theme: Theme) -> Problem:
    name = f'the table "{walk.words(table.caption.inlines)}"' if table.caption else "a table"
    fact = f"{name} is too wide for the page: its longest words are parted"
    hint = "give it fewer columns or shorter words"
    if theme.page.height > theme.page.width:
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
    """Return words where the marks of notes, which have no number yet, take the room that they will need."""
    return tuple(_MARK if isinstance(inline, Note) else walk.inline_rebuilt(inline, _with_marks) for inline in inlines)
