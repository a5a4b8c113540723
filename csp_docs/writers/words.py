"""The words of a document, in the order in which every format has them: a case for each node.

Files carry a fingerprint of these words. It is that of what `csp-docs same` reads in the file, which docs/same.md
describes; tests hold that both are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Document, Inline, Inlines
from csp_docs.comparing.words import fingerprint as fingerprint_of


def fingerprint(document: Document) -> str:
    """Return the fingerprint of the words of ``document``, which has its numbers."""
    return fingerprint_of(map(" ".join, words_of(document)))


def words_of(document: Document) -> tuple[list[str], list[str], list[str]]:
    """Return the words of ``document``: of its text, of its notes, and of its descriptions of pictures."""
    words = _Words()
    words.blocks(document.blocks)
    return words.text, words.notes, words.descriptions


def texts_of(blocks: Blocks) -> list[str]:
    """Return the texts of ``blocks``, and then those of their notes."""
    words = _Words()
    words.blocks(blocks)
    return [*words.text, *words.notes]


class _Words:
    """The texts read so far: the text, the notes in the order of their marks, and the descriptions of pictures.

    ``inside`` is set in a document that is inside another one.
    """

    def __init__(self) -> None:
        self.text: list[str] = []
        self.notes: list[str] = []
        self.descriptions: list[str] = []
        self.inside = False

    def blocks(self, blocks: Blocks) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:  # noqa: C901 (a case for each)
        match block:
            case b.Paragraph():
                self._numbered(block.number, block.inlines)
            case b.List():
                self._list(block)
            case b.Section():
                self._numbered(block.number, block.title)
                self.blocks(block.blocks)
            case b.Appendix():
                self._numbered(block.printed_label, block.title)
                self.blocks(block.blocks)
            case b.Table():
                self._table(block)
            case b.Figure():
                self._figure(block)
            case b.Facts():
                self._facts(block)
            case b.Lines() | b.Masthead():
                self._lines(block)
            case b.Callout():
                self._inlines(block.title)
                self.blocks(block.blocks)
            case b.Quote() | b.Grid() | b.Signature() | b.Cover() | b.Contents():
                self._set_apart(block)
            case b.Landscape() | b.Part():
                self.blocks(block.blocks)
            case b.Embedded():
                self._embedded(block.document)
            case b.BlankPage():
                self._inlines(block.inlines)
            case b.PageBreak():
                pass
            case _:
                assert_never(block)

    def _set_apart(self, block: b.Quote | b.Grid | b.Signature | b.Cover | b.Contents) -> None:
        match block:
            case b.Quote():
                self.blocks(block.blocks)
                self._numbered("–" if block.title else "", block.title)
            case b.Grid():
                for cell in block.cells:
                    self._inlines(cell.title)
                    self.blocks(cell.blocks)
            case b.Signature():
                for figure in filter(None, (block.portrait, block.signature)):
                    self._figure(figure)
                self._all((block.name, *block.lines))
            case b.Cover():
                self._logo(block.logo)
                self._all(line.inlines for line in block.lines)
                if block.picture and not self.inside:
                    self._figure(block.picture)
            case b.Contents():
                self._inlines(block.title)
                for entry in block.entries:
                    self._numbered(entry.number, entry.title)
            case _:
                assert_never(block)

    def _embedded(self, document: Document) -> None:
        """Read a document inside the document; its cover has no picture."""
        around, self.inside = self.inside, True
        self.blocks(document.blocks)
        self.inside = around

    def _numbered(self, number: str, inlines: Inlines) -> None:
        if number:
            self.text.append(number)
        self._inlines(inlines)

    def _list(self, block: b.List) -> None:
        for position, item in enumerate(block.items):
            if block.marker:
                self.text.append(block.marker.format(block.start + position))
            self.blocks(item)

    def _lines(self, block: b.Lines | b.Masthead) -> None:
        if isinstance(block, b.Masthead):
            self._logo(block.logo)
        self._all(block.lines)
        if isinstance(block, b.Masthead):
            self._inlines(block.title)

    def _facts(self, facts: b.Facts) -> None:
        for row in facts.rows:
            match row:
                case b.FactHeading():
                    self._inlines(row.title)
                case b.FactRow():
                    for fact in row.facts:
                        self._inlines(fact.label)
                        self.blocks(fact.blocks)
                case _:
                    assert_never(row)

    def _table(self, table: b.Table) -> None:
        self._caption(table.caption)
        for head in table.head:
            self._all(cell.inlines for cell in head)
        for group in table.groups:
            self._inlines(group.title)
            for row in group.rows:
                self._row((row.blocks,) if isinstance(row, b.Across) else row)
        for row in table.totals:
            self._row(row)
        self._all((*table.notes, table.source))

    def _row(self, cells: tuple[Blocks, ...]) -> None:
        for cell in cells:
            self.blocks(cell)

    def _logo(self, logo: b.Logo | None) -> None:
        if logo:
            self._figure(logo.figure)

    def _figure(self, figure: b.Figure) -> None:
        """Read a figure: what is drawn is described; only an empty frame has words of its own."""
        self._caption(figure.caption)
        if isinstance(figure.content, b.Frame):
            self.text.append(figure.content.pending.text)
        elif not figure.decorative:
            self.descriptions.append(figure.alt)
        self._inlines(figure.source)

    def _caption(self, caption: b.Caption | None) -> None:
        if caption:
            self._numbered(f"{caption.label}:", caption.inlines)

    def _all(self, lines: Iterable[Inlines]) -> None:
        for inlines in lines:
            self._inlines(inlines)

    def _inlines(self, inlines: Inlines) -> None:
        """Read words that belong together."""
        if len(inlines) == 1 and isinstance(only := inlines[0], b.Text):
            self.text.append(only.text)
        elif inlines:
            self.text.append("".join([self._inline(inline) for inline in inlines]))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case b.Text() | b.Reference() | b.Pending():
                return inline.text
            case b.Strong() | b.Emphasis() | b.Link() | b.InLanguage() | b.Closed():
                return "".join([self._inline(inner) for inner in inline.inlines])
            case b.Note():
                return self._note(inline)
            case b.Rating():
                return inline.printed
            case b.LineBreak():
                return "\n"
            case _:
                assert_never(inline)

    def _note(self, note: b.Note) -> str:
        """Return the mark of a note, which is a word of its own."""
        if not note.repeated:
            self.notes.append("".join([self._inline(inner) for inner in note.inlines]))
        return f" {note.number} "
