"""The words of a document as readers of all formats read them, in order: without those of notes, drawings and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from csp_docs import blocks as b
from csp_docs.blocks import Block, Document, Inlines, walk


def words_of(document: Document) -> str:
    """Return the words of ``document`` with one space between any two."""
    return " ".join(" ".join(_all(document.blocks)).split())


def notes_of(document: Document) -> list[str]:
    """Return the words of each note, in the order of their numbers."""
    found = [note for note in walk.every_inline(document.blocks) if isinstance(note, b.Note) and not note.repeated]
    return [" ".join(walk.words(note.inlines).split()) for note in found]


def _all(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _inlines(inlines: Inlines) -> str:
    """Return the words of ``inlines``, with the numbers of notes."""
    return "".join(map(_inline, inlines))


def _inline(inline: b.Inline) -> str:
    match inline:
        case b.Note():
            return str(inline.number)
        case b.Strong() | b.Emphasis() | b.Link() | b.InLanguage() | b.Closed():
            return _inlines(inline.inlines)
    return walk.words((inline,))


def _block(block: Block) -> Iterator[str]:  # noqa: C901 (a case for each)
    match block:
        case b.Paragraph():
            yield from (block.number, _inlines(block.inlines))
        case b.BlankPage():
            yield _inlines(block.inlines)
        case b.Lines():
            yield from map(_inlines, block.lines)
        case b.List():
            for place, item in enumerate(block.items, block.start):
                yield block.marker.format(place) if block.marker else ""
                yield from _all(item)
        case b.Section():
            yield from (block.number, _inlines(block.title), *_all(block.blocks))
        case b.Appendix():
            yield from (block.printed_label + _inlines(block.title), *_all(block.blocks))
        case b.Callout():
            yield from (_inlines(block.title), *_all(block.blocks))
        case b.Quote():
            yield from (*_all(block.blocks), "– " + _inlines(block.title) if block.title else "")
        case b.Embedded():
            yield from _all(block.document.blocks)
        case b.Landscape() | b.Part():
            yield from _all(block.blocks)
        case b.Masthead():
            yield from (*map(_inlines, block.lines), _inlines(block.title))
        case b.Cover():
            yield from (_inlines(line.inlines) for line in block.lines)
        case b.Contents():
            yield _inlines(block.title)
            yield from (f"{entry.number} {_inlines(entry.title)}" for entry in block.entries)
        case b.Grid():
            for cell in block.cells:
                yield from (_inlines(cell.title), *_all(cell.blocks))
        case b.Signature():
            yield from map(_inlines, (block.name, *block.lines))
        case b.Facts():
            yield from _facts(block)
        case b.Table():
            yield from _table(block)
        case b.Figure():
            yield from (_caption(block.caption), *_frame(block), _inlines(block.source))


def _facts(facts: b.Facts) -> Iterator[str]:
    for row in facts.rows:
        for part in row.facts if isinstance(row, b.FactRow) else (row,):
            yield from (
                [_inlines(part.title)]
                if isinstance(part, b.FactHeading)
                else (
                    _inlines(part.label),
                    *_all(part.blocks),
                )
            )


def _table(table: b.Table) -> Iterator[str]:
    yield _caption(table.caption)
    yield from (_inlines(cell.inlines) for row in table.head for cell in row)
    for group in table.groups:
        yield _inlines(group.title)
        for row in group.rows:
            yield from (word for cell in ([row.blocks] if isinstance(row, b.Across) else row) for word in _all(cell))
    yield from (word for row in table.totals for cell in row for word in _all(cell))
    yield from map(_inlines, (*table.notes, table.source))


def _caption(caption: b.Caption | None) -> str:
    return f"{caption.label}: {_inlines(caption.inlines)}" if caption else ""


def _frame(figure: b.Figure) -> Iterator[str]:
    if isinstance(figure.content, b.Frame):
        yield figure.content.pending.text
