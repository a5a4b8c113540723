"""Inlines and blocks as the texts of cells; the marks of footnotes have a place of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inline, Inlines, walk
from csp_docs.text.characters import clean
from csp_docs.typesetting.labels import labels

_BULLET = "•"
_MAIL = "mailto:"
_PLAIN = str.maketrans({"\t": " ", "\u00a0": " ", "\u202f": " ", "\u00ad": "", walk.ZERO_WIDTH_SPACE: ""})


class Notes:
    """The footnotes of a sheet: the ``texts`` of all by number, and ``marked``, the numbers of those not placed yet."""

    def __init__(self, mark: str) -> None:
        self.mark = mark
        self.texts: dict[int, str] = {}
        self.marked: list[int] = []

    def words(self, inlines: Inlines) -> str:
        """Return the words of inlines without the marks of footnotes, which are ``marked``."""
        return "".join(map(self._inline, inlines)).strip()

    def with_marks(self, inlines: Inlines) -> str:
        """Return the words of inlines with the marks of footnotes after them: "Burglary [note 1]"."""
        words = self.words(inlines)
        return " ".join(filter(None, (words, self.placed())))

    def placed(self) -> str:
        """Return the marks that have no place yet, which is found now: "[note 1][note 2]"."""
        marks = "".join(f"[{self.mark.replace('{number}', str(number))}]" for number in dict.fromkeys(self.marked))
        self.marked.clear()
        return marks

    def cell(self, blocks: Blocks) -> str:
        """Return what a cell says, with a line for each of its paragraphs and items."""
        return "\n".join(filter(None, self._lines(blocks)))

    def _lines(self, blocks: Blocks) -> Iterator[str]:
        for block in blocks:
            match block:
                case b.Paragraph():
                    yield " ".join(filter(None, (block.number, self.words(block.inlines))))
                case b.Lines():
                    yield from map(self.words, block.lines)
                case b.List():
                    yield from self._items(block)
                case b.Figure():
                    yield block.alt
                case _:  # no other block can be in a cell
                    yield from map(printable, walk.texts((block,)))

    def _items(self, block: b.List) -> Iterator[str]:
        marks = labels(block) or [_BULLET] * len(block.items)
        for mark, item in zip(marks, block.items, strict=True):
            first, *others = [*self._lines(item)] or [""]
            yield f"{mark} {first}"
            yield from others

    def _inline(self, inline: Inline) -> str:
        match inline:
            case b.Text() | b.Reference() | b.Pending():
                return printable(inline.text)
            case b.Rating():
                return printable(inline.text)  # a word: a reader of the screen may not know its sign
            case b.Strong() | b.Emphasis() | b.InLanguage() | b.Closed():
                return "".join(map(self._inline, inline.inlines))
            case b.Link():
                return self._link(inline)
            case b.LineBreak():
                return "\n"
            case b.Note():
                self._note(inline)
                return ""
            case _:
                assert_never(inline)

    def _link(self, link: b.Link) -> str:
        """Return the words of a link, and its address after them if they are others."""
        words, address = "".join(map(self._inline, link.inlines)), printable(link.url).removeprefix(_MAIL)
        return words if address in (words, f"https://{words}", f"http://{words}") else f"{words} ({address})"

    def _note(self, note: b.Note) -> None:
        self.marked.append(note.number)
        if note.number not in self.texts:
            inside = Notes(self.mark)
            self.texts[note.number] = inside.with_marks(note.inlines)
            self.texts |= inside.texts


def printable(text: str) -> str:
    """Return a text with only what a cell can hold and what a search finds: plain spaces, no control characters."""
    return clean(text)[0].translate(_PLAIN)
