"""Functions that walk the block tree: they rebuild nodes from changed parts, and read their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, TypeVar, assert_never, cast

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Block, Blocks, Document, Inline, Inlines

OnBlocks = Callable[[Blocks], Blocks]
OnInlines = Callable[[Inlines], Inlines]
N = TypeVar("N")
_T = TypeVar("_T")
_Part: TypeAlias = Callable[[Any, OnBlocks, OnInlines], Any]
"""What changes a part of a node."""
ZERO_WIDTH_SPACE = "\u200b"
"""It marks a place where a word may be divided that is wider than its line."""
_DASHES = frozenset("-–—")


def mapped(change: Callable[[Any], _T], values: tuple[_T, ...]) -> tuple[_T, ...]:
    """Return each of ``values`` changed; the same tuple if nothing changes, so that its owner stays the same too."""
    for place, value in enumerate(values):
        new = change(value)
        if new is not value:
            return (*values[:place], new, *map(change, values[place + 1 :]))
    return values


def changed(node: _T, **changes: Any) -> _T:
    """Return ``node`` with ``changes``, or the node itself if they change nothing."""
    for name, value in changes.items():
        if getattr(node, name) is not value:
            return cast(_T, evolve(cast(Any, node), **changes))
    return node


def same(inlines: Inlines) -> Inlines:
    """Return ``inlines``: they stay as they are."""
    return inlines


def rebuilt(node: N, on_blocks: OnBlocks, on_inlines: OnInlines = same, **changes: Any) -> N:
    """Return ``node`` with each list of child blocks and of inlines replaced, in reading order.

    ``changes`` are those of its other fields. It is the node itself if nothing changes.
    """
    for name, part in PARTS[node.__class__]:
        old = getattr(node, name)
        new = part(old, on_blocks, on_inlines)
        if new is not old:
            changes[name] = new
    return changed(node, **changes) if changes else node


def inline_rebuilt(inline: Inline, on_inlines: OnInlines) -> Inline:
    """Return ``inline`` with the inlines inside it replaced."""
    if inline.__class__ in _AROUND_INLINES:
        around = cast(b.Strong, inline)
        return changed(around, inlines=on_inlines(around.inlines))
    return inline


def words(inlines: Inlines) -> str:
    """Return the words of inlines as plain text, without footnotes and places where long words may be divided."""
    if len(inlines) == 1 and inlines[0].__class__ is b.Text:
        return _words(inlines[0])
    return "".join(map(_words, inlines))


def is_dash(inlines: Inlines) -> bool:
    """Return whether a dash is all that is said: it is heard as the word for none."""
    return words(inlines) in _DASHES


def _words(inline: Inline) -> str:
    match inline:
        case b.Text() | b.Reference() | b.Pending():
            return inline.text.replace(ZERO_WIDTH_SPACE, "")
        case b.Rating():
            return inline.printed
        case b.Strong() | b.Emphasis() | b.Link() | b.InLanguage() | b.Closed():
            return words(inline.inlines)
        case b.LineBreak():
            return " "
        case b.Note():
            return ""
        case _:
            assert_never(inline)


def texts(blocks: Iterable[Block]) -> list[str]:
    """Return the words of blocks and of all blocks below them: a text for each run of inlines, in reading order."""
    found: list[str] = []
    _Inlines(lambda inlines: found.append(words(inlines))).blocks(tuple(blocks))
    return found


def every_inline(blocks: Iterable[Block]) -> list[Inline]:
    """Return the inlines of blocks and of all blocks below them, in reading order."""
    found: list[Inline] = []
    _Inlines(lambda inlines: found.extend(inlines_in(inlines))).blocks(tuple(blocks))
    return found


class _Inlines:
    """Reads the inlines of blocks and of all blocks below them.

    It is a class, because functions that call themselves would keep the tree as garbage until Python looks for it.
    """

    __slots__ = ("read",)

    def __init__(self, read: Callable[[Inlines], None]) -> None:
        self.read = read

    def blocks(self, below: Blocks) -> Blocks:
        for block in below:
            rebuilt(block, self.blocks, self.inlines)
        return below

    def inlines(self, inlines: Inlines) -> Inlines:
        self.read(inlines)
        return inlines


def every_block(blocks: Iterable[Block], *, embedded: bool = True) -> list[Block]:
    """Return blocks and all blocks below them, in reading order; an appendix comes before the document embedded in it.

    Without ``embedded``, the blocks in embedded documents are left out.
    """
    found = _Blocks(lambda kind: kind is not b.Paragraph and (embedded or kind is not b.Embedded))
    return found.read(tuple(blocks))


def in_flow(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks and those below them, but not those in boxes, lists, cells or figures, in reading order.

    Among them is all that has pages of its own, and all that contents list but captions.
    """
    return _Blocks(FLOWING.__contains__).read(tuple(blocks))


class _Blocks:
    """Finds blocks, and those below all whose kind it ``enters``. It is a class for the same reason."""

    __slots__ = ("enters", "found")

    def __init__(self, enters: Callable[[type], bool]) -> None:
        self.enters = enters
        self.found: list[Block] = []

    def read(self, blocks: Blocks) -> list[Block]:
        self.below(blocks)
        return self.found

    def below(self, below: Blocks) -> Blocks:
        for block in below:
            self.found.append(block)
            if self.enters(block.__class__):
                rebuilt(block, self.below)
        return below


def documents(document: Document) -> list[Document]:
    """Return ``document`` and all that are embedded in it, each after the one around it."""
    return [document, *(block.document for block in in_flow(document.blocks) if isinstance(block, b.Embedded))]


def ids(blocks: Iterable[Block]) -> list[str]:
    """Return the ids that references and contents may lead to, in reading order."""
    return [block.id for block in every_block(blocks) if isinstance(block, MARKED) and block.id]


def inlines_in(inlines: Inlines) -> list[Inline]:
    """Return ``inlines`` and all inside them, in reading order."""
    found: list[Inline] = []
    for inline in inlines:
        found.append(inline)
        if inline.__class__ in _AROUND_INLINES:
            found += inlines_in(cast(b.Strong, inline).inlines)
    return found


def _blocks(blocks: Blocks, on_blocks: OnBlocks, _: OnInlines) -> Blocks:
    return on_blocks(blocks)


def _inlines(inlines: Inlines, _: OnBlocks, on_inlines: OnInlines) -> Inlines:
    return on_inlines(inlines)


def _node(node: Any, on_blocks: OnBlocks, on_inlines: OnInlines) -> Any:
    return rebuilt(node, on_blocks, on_inlines) if node else node


def _row(row: Any, on_blocks: OnBlocks, on_inlines: OnInlines) -> Any:
    """Return a row of the body of a table with its cells changed."""
    if isinstance(row, b.Across):
        return rebuilt(row, on_blocks, on_inlines)
    return mapped(on_blocks, row)


def _each(part: _Part) -> _Part:
    """Return what changes each of several parts."""
    return lambda values, on_blocks, on_inlines: mapped(lambda value: part(value, on_blocks, on_inlines), values)


def _alone(figure: b.Figure | None, on_blocks: OnBlocks, _: OnInlines) -> b.Figure | None:
    changed = on_blocks((figure,)) if figure else ()
    return next((block for block in changed if isinstance(block, b.Figure)), None)


def _content(content: b.FigureContent, _: OnBlocks, on_inlines: OnInlines) -> b.FigureContent:
    """Return the content of a figure as it is; what an empty frame waits for is read."""
    if isinstance(content, b.Frame):
        on_inlines((content.pending,))
    return content


FLOWING = frozenset({b.Section, b.Appendix, b.Embedded, b.Landscape, b.Part})
"""What has blocks that are one below the other on the page, as those around it."""
MARKED = (b.Section, b.Appendix, b.Table, b.Figure, b.Paragraph)
"""What can have an id."""
_AROUND_INLINES = frozenset({b.Strong, b.Emphasis, b.Link, b.Note, b.InLanguage, b.Closed})
PARTS: Mapping[type, tuple[tuple[str, _Part], ...]] = {
    b.Paragraph: (("inlines", _inlines),),
    b.BlankPage: (("inlines", _inlines),),
    b.Lines: (("lines", _each(_inlines)),),
    b.Masthead: (("lines", _each(_inlines)), ("title", _inlines)),
    b.List: (("items", _each(_blocks)),),
    b.Section: (("title", _inlines), ("blocks", _blocks)),
    b.Appendix: (("title", _inlines), ("blocks", _blocks)),
    b.Callout: (("title", _inlines), ("blocks", _blocks)),
    b.Quote: (("blocks", _blocks), ("title", _inlines)),
    b.Grid: (("cells", _each(_node)),),
    b.GridCell: (("title", _inlines), ("blocks", _blocks)),
    b.Landscape: (("blocks", _blocks),),
    b.Part: (("blocks", _blocks),),
    b.Embedded: (("document", _node),),
    b.Document: (("blocks", _blocks),),
    b.Cover: (("lines", _each(_node)), ("picture", _alone)),
    b.CoverLine: (("inlines", _inlines),),
    b.Contents: (("title", _inlines),),
    b.Signature: (("portrait", _alone), ("signature", _alone), ("name", _inlines), ("lines", _each(_inlines))),
    b.Figure: (("caption", _node), ("content", _content), ("source", _inlines)),
    b.Facts: (("rows", _each(_node)),),
    b.FactHeading: (("title", _inlines),),
    b.FactRow: (("facts", _each(_node)),),
    b.Fact: (("label", _inlines), ("blocks", _blocks)),
    b.Table: (
        ("caption", _node),
        ("head", _each(_each(_node))),
        ("groups", _each(_node)),
        ("totals", _each(_each(_blocks))),
        ("notes", _each(_inlines)),
        ("source", _inlines),
    ),
    b.HeaderCell: (("inlines", _inlines),),
    b.RowGroup: (("title", _inlines), ("rows", _each(_row))),
    b.Across: (("blocks", _blocks),),
    b.Caption: (("inlines", _inlines),),
    b.PageBreak: (),
}
"""The parts of each node that hold blocks or inlines, in reading order."""
