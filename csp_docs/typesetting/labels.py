"""Labels and their room, for all writers: numbers and bullets of lists, numbers in the contents, labels of facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from csp_docs.blocks import (
    Block,
    Blocks,
    ContentsEntry,
    FactRow,
    Landscape,
    List,
    Numbering,
    Paragraph,
    Part,
    Section,
    walk,
)
from csp_docs.blocks.counters import NumberPattern
from csp_docs.errors import Code, Origin, Problem
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import TextStyle, Theme

LABEL_GAP = 4.0
"""The least space between a hanging number and its words, in points."""
_NUMBER_GAP = 8.0
"""The space between the numbers of contents and the titles after them, in points."""
_WIDEST_NUMBER = 48.0
"""The widest number that moves the titles of its level."""
_PAIRED = (0.25, 0.20, 0.25)
"""The shares of the first value, the second label and the second value in the width that the first label leaves."""


def text_column(numbering: Numbering, theme: Theme) -> float:
    """Return the left edge of text next to the column of numbers, in points; 0 if paragraphs have no numbers."""
    return theme.number_width if numbering.paragraphs else 0


def at_margin(blocks: Blocks) -> Blocks:
    """Return the ``blocks`` of an appendix (with their numbers) at the margin, up to the first that has a number in it.

    What is above it has no number to be next to.
    """
    above = len([*takewhile(lambda block: not _is_numbered(block), blocks)])
    return (*map(_at_margin, blocks[:above]), *blocks[above:])


def _is_numbered(block: Block) -> bool:
    own = walk.every_block((block,), embedded=False)
    return any(isinstance(below, Section | Paragraph) and below.number for below in own)


def _at_margin(block: Block) -> Block:
    def on_blocks(blocks: Blocks) -> Blocks:
        return walk.mapped(_at_margin, blocks)

    match block:
        case Section():
            return walk.rebuilt(block, on_blocks, at_margin=True)
        case Part() | Landscape():
            return walk.rebuilt(block, on_blocks)
    return block


def too_deep(marker: NumberPattern, above: Sequence[int], at: Origin | None) -> Problem:
    """Return the error about a paragraph with a number within others; ``above`` is the number above it, if any."""
    fact = f'a paragraph is numbered "{marker.format(*[1] * (marker.parents + 1))}" below none that has a number'
    hint = "write the paragraph above it first"
    if above:
        number, fitting = ".".join(map(str, above)), ".".join("1" * (len(above) + 1))
        hint = (
            f'the paragraph above it is {number}: number it `style: "{fitting}"`, or write one with that number first'
        )
    return Problem(Code.NUMBERS_WITHOUT_PARENT, fact, hint, at)


def labels(block: List) -> list[str]:
    """Return the numbers of the items of a list; none for bullets, which have room anyway."""
    counts = range(block.start, block.start + len(block.items))
    return [block.marker.format(count) for count in counts] if block.marker else []


def label_room(labels: Iterable[str], theme: Theme) -> float:
    """Return the indent of the items of a list, in points: wide labels need more, so that the words stay aligned."""
    return max([theme.list_indent, *(width(label) * theme.list_item.size + LABEL_GAP for label in labels)])


def number_room(number: str, look: TextStyle) -> float:
    """Return the room that the ``number`` of an entry of the contents needs before its title, in points."""
    return width(number, bold=look.bold) * look.size + _NUMBER_GAP


def number_columns(entries: Iterable[ContentsEntry], look: Callable[[ContentsEntry], TextStyle]) -> dict[int, float]:
    """Return the width of the numbers of each level of contents, in points: their titles are aligned after it.

    Wide numbers with words, such as "Appendix A –", do not count, and captions are not aligned.
    """
    columns: dict[int, float] = {}
    for entry in entries:
        room = number_room(entry.number, look(entry))
        if entry.number and room <= _WIDEST_NUMBER and not entry.series:
            columns[entry.level] = max(columns.get(entry.level, 0), room)
    return columns


def fact_shares(columns: int, theme: Theme) -> tuple[float, ...]:
    """Return the shares of label and value, or of two labels and two values, if their words permit."""
    rest = 1 - theme.fact_label
    return theme.fact_label, *((share / sum(_PAIRED) * rest for share in _PAIRED) if columns > 2 else (rest,))


def fact_rooms(row: FactRow, widths: Sequence[float]) -> list[tuple[float, float]]:
    """Return the shares of label and value of each fact: it has two columns, the last fact all that are left.

    A value without a label has the room of both.
    """
    ends = [*range(2, 2 * len(row.facts), 2), len(widths)]
    shares = [(widths[2 * place], sum(widths[2 * place : end])) for place, end in enumerate(ends)]
    return [
        (label, both - label if fact.label else both) for fact, (label, both) in zip(row.facts, shares, strict=True)
    ]
