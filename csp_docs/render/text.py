"""The block tree as text: the language of golden tests, and a quick look for authors of templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Document, Inline, Inlines

INDENT = "  "


def render_text(document: Document) -> str:
    """Return the document as text: a line for each node, indented below its parent."""
    head = [f"document: {document.title}", f"language: {document.language}", f"author: {document.author}"]
    marking = [f"marking: {document.marking}"] if document.marking else []
    return "\n".join([*head, *marking, *_all(document.blocks)]) + "\n"


def _all(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterable[str]:
    match block:
        case b.Paragraph():
            return [_line("p", block.number, block.inlines)]
        case b.Lines():
            return _below("lines", (_words(line) for line in block.lines))
        case b.Masthead():
            return _below("masthead", (_words(line) for line in block.lines))
        case b.List():
            return _list(block)
        case b.Section():
            return _below(_line("section", block.number, block.title), _all(block.blocks))
        case b.Appendix():
            label = f"{block.prefix}{block.label}{block.suffix}"
            return _below(f"appendix {label}{_words(block.title)}", _all(block.blocks))
        case b.Facts():
            return _below(f"facts ({block.summary})", _facts(block))
        case b.Table():
            return _below("table", _table(block))
        case b.Callout():
            return _below(_line("callout", "", block.title), _all(block.blocks))
        case b.PageBreak():
            return ["page break"]
        case _:
            assert_never(block)


def _list(block: b.List) -> Iterator[str]:
    yield "list" if block.marker else "bullets"
    for position, item in enumerate(block.items):
        marker = block.marker.format(block.start + position) if block.marker else "•"
        first, *rest = _all(item)
        yield f"{INDENT}{marker} {first}"
        yield from _indented(_indented(rest))


def _facts(block: b.Facts) -> Iterator[str]:
    for row in block.rows:
        match row:
            case b.FactHeading():
                yield f"heading: {_words(row.title)}"
            case b.FactRow():
                for fact in row.facts:
                    yield from _below(f"[{_words(fact.label)}]", _all(fact.blocks))
            case _:
                assert_never(row)


def _table(table: b.Table) -> Iterator[str]:
    if table.caption:
        yield f"caption: {table.caption.word} {table.caption.number}: {_words(table.caption.inlines)}"
    yield f"columns: {' '.join(f'{align.value} {width:.0%}' for align, width in _columns(table))}"
    for row in table.head:
        yield "head: " + " | ".join(_words(cell.inlines) + (f" ×{cell.span}" if cell.span > 1 else "") for cell in row)
    for group in table.groups:
        if group.title:
            yield f"group: {_words(group.title)}"
        yield from (_row("row", row) for row in group.rows)
    if table.total:
        yield _row("total", table.total)
    yield from (f"note: {_words(note)}" for note in table.notes)
    if table.source:
        yield f"source: {_words(table.source)}"


def _columns(table: b.Table) -> Iterator[tuple[b.Align, float]]:
    return zip(table.aligns, table.widths, strict=True)


def _row(kind: str, cells: tuple[Blocks, ...]) -> str:
    return f"{kind}: " + " | ".join(" / ".join(_all(cell)) for cell in cells)


def _line(kind: str, number: str, inlines: Inlines) -> str:
    return " ".join(filter(None, [kind, number, _words(inlines)]))


def _below(head: str, lines: Iterable[str]) -> list[str]:
    return [head, *_indented(lines)]


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (INDENT + line for line in lines)


def _words(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case b.Text():
            return inline.text
        case b.Strong():
            return f"**{_words(inline.inlines)}**"
        case b.Emphasis():
            return f"*{_words(inline.inlines)}*"
        case b.Link():
            return f"[{_words(inline.inlines)}]({inline.url})"
        case b.Reference():
            return f"[{inline.text}](#{inline.target})"
        case b.Note():
            return f"[^{inline.number}]" if inline.repeated else f"[^{inline.number}: {_words(inline.inlines)}]"
        case b.InLanguage():
            return f"<{inline.language}: {_words(inline.inlines)}>"
        case b.LineBreak():
            return " ⏎ "
        case _:
            assert_never(inline)
