"""Approximate heights of blocks, calculated from word widths, for rules about pages that all writers apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from csp_docs.blocks import Block, Blocks, Figure, Inlines, LineBreak, List, Paragraph, walk
from csp_docs.theme.metrics import width
from csp_docs.theme.theme import TextStyle, Theme


def blocks_height(blocks: Blocks, room: float, look: TextStyle, theme: Theme) -> float:
    """Return the approximate height of ``blocks`` in a column of ``room`` points, without the space below the last one.

    Text has the style ``look``. A list is narrower by its indent, a figure has the height that ``resolve`` gave it, and
    all other blocks are as high as their words.
    """
    return max(sum(_height(block, room, look, theme) + look.after for block in blocks) - look.after, look.leading)


def text_height(texts: Iterable[str], room: float, look: TextStyle) -> float:
    """Return the height of the paragraphs ``texts`` in a column of ``room`` points, without space between them."""
    return sum(line_count(text, room / look.size, bold=look.bold) for text in texts) * look.leading


def line_count(text: str, room: float, *, bold: bool) -> int:
    """Return the number of lines of ``text`` in ``room`` at size 1; a word that is wider is split."""
    lines, used, space = 1, 0.0, width(" ", bold=bold)
    for word in text.split(" "):
        wide = width(word, bold=bold)
        if used and used + space + wide > room:
            lines, used = lines + 1, 0.0
        elif used:
            used += space
        used += wide
        more, used = divmod(used, room)
        lines += int(more)
    return lines


def _lines(inlines: Inlines) -> Iterator[str]:
    """Yield the words before, between and after the line breaks of a paragraph."""
    for is_break, line in groupby(inlines, key=lambda inline: isinstance(inline, LineBreak)):
        if not is_break:
            yield walk.words(tuple(line))


def _height(block: Block, room: float, look: TextStyle, theme: Theme) -> float:
    match block:
        case List():
            inside = room - theme.list_indent
            return sum(blocks_height(item, inside, look, theme) + look.after for item in block.items) - look.after
        case Figure():
            texts = walk.texts((block,))
            return block.size[1] * min(1.0, room / block.size[0]) + text_height(texts, room, theme.caption)
        case Paragraph():
            return text_height(_lines(block.inlines), room, look)
        case _:
            texts = walk.texts((block,))
            return text_height(texts, room, look) + look.after * (len(texts) - 1)
