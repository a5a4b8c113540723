"""Reads the content of a section: texts, lists, and mappings whose one key names a block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, get_args

from csp_docs.errors import Code, Located, key_meant, listed
from csp_docs.model import (
    ActionPlan,
    AreaMap,
    BlankPage,
    Bullets,
    Callout,
    Chart,
    Diagram,
    Facts,
    Figure,
    Grid,
    Landscape,
    Lines,
    ListOf,
    Numbered,
    PageBreak,
    Paragraph,
    Passage,
    Pending,
    Performance,
    Plain,
    Quote,
    RiskRegister,
    Table,
)
from csp_docs.model.content import ContentItem
from csp_docs.model.lists import ListItem
from csp_docs.model.reach import marked, types_of
from csp_docs.model.values import ModelError
from csp_docs.reading.faults import Refused, checked, from_model, quoted, refused, shortened, unexpected
from csp_docs.reading.reader import Reader
from csp_docs.reading.tree import LocatedDict, LocatedList, NoValue
from csp_docs.text.markup import Place

Block: TypeAlias = Callable[["Reader", Any], Any]
Blocks: TypeAlias = Mapping[str, Block]

_DOCS = "docs/format.md"


def _content_item(reader: Reader, value: Any, _: Any) -> Any:
    return _item(reader, value, _BLOCKS, Place.CONTENT)


def _list_item(reader: Reader, value: Any, _: Any) -> Any:
    return _item(reader, value, _LISTS, Place.FIELD)


def _item(reader: Reader, value: Any, blocks: Blocks, place: Place) -> Any:
    """Read one item of a section or a list: a text, a list of bullets, or a mapping whose one key names a block."""
    try:
        return _read_item(reader, reader.edition(value), blocks, place)
    except ModelError as error:
        raise from_model(error, value) from None


def has_language(value: object) -> bool:
    """Tell whether a value is words with their language."""
    return isinstance(value, Mapping) and value.keys() == {"text", "language"}


def in_its_language(value: Mapping[str, Any]) -> Any:
    """Return words with the mark of their language. Raises Refused."""
    from csp_docs.reading.meant import marked_words

    return marked_words(value["text"], value["language"])


def _read_item(reader: Reader, value: Any, blocks: Blocks, place: Place) -> Any:
    match value:
        case str() if value in _ALONE and value in blocks:
            return BLOCKS[value]()
        case str():
            return checked(value, place)
        case list() | tuple():
            return _bullets(reader, value)
        case Mapping() if has_language(value):
            return checked(in_its_language(value), place)
        case Mapping() if len(value) == 1:
            ((name, content),) = value.items()
            return _block(reader, name, content, blocks)
        case Mapping():
            raise _not_one_key(value, blocks)
        case _:
            raise unexpected(value, "a text, a list or a block", _known(blocks))


def _block(reader: Reader, name: str, content: Any, blocks: Blocks) -> Any:
    if name in blocks:
        try:
            return blocks[name](reader, content)
        except Refused as error:
            raise error.below(name) from None
    if name in _BLOCKS:
        raise refused(
            Code.BLOCK_NOT_HERE,
            f'a list cannot contain the block "{name}"',
            f"end the list before it; {_known(blocks)}",
            at=name,
        )
    if isinstance(content, NoValue) and " " in name:  # a text that ends with a colon: already reported
        raise Refused
    hint = key_meant(name, blocks, "blocks", _DOCS)
    if block := _meant([name], blocks):
        hint = f"{block}; {hint}"
    if isinstance(content, str):
        hint = f"if this is one text, put it in quotes: {quoted(f'{name}: {content}')}; {hint}"
    raise refused(Code.UNKNOWN_BLOCK, f'the block "{shortened(name)}" is not known', hint, at=name)


def _not_one_key(value: Mapping[str, Any], blocks: Blocks) -> Refused:
    hint = _meant(value, blocks)
    if not hint or not value.keys().isdisjoint(blocks):
        hint = 'begin each block with "- " and indent its lines by four more spaces, or put each in its own { }'
    hint += f"; {_known(blocks)}"
    if not value:
        return refused(Code.NOT_ONE_BLOCK, "a block has no key, but it needs one that names it", hint, at=value)
    return refused(
        Code.NOT_ONE_BLOCK, f"a block has the keys {', '.join(value)}, but it needs one that names it", hint, at=value
    )


def _meant(keys: Iterable[str], blocks: Blocks) -> str:
    from csp_docs.reading.meant import meant

    return meant(keys, {name: BLOCKS[name] for name in blocks})


def meant_by(value: Mapping[str, Any]) -> str:
    """Return the hint that names the block that one item of content is meant to be; empty if that is not clear."""
    return _meant(value, _BLOCKS) if value.keys().isdisjoint(BLOCKS) else ""


def _known(blocks: Blocks) -> str:
    return f"blocks: {listed(sorted(blocks), _DOCS)}"


def _bullets(reader: Reader, value: Any) -> Any:
    return _of_one(Bullets, tuple[ListItem, ...])(reader, value)


def _listed(cls: type) -> Block:
    """Return the reader of a block that is its keys, or only the list that is the first of them."""

    def read(reader: Reader, value: Any) -> Any:
        value, kinds = reader.edition(value), types_of(cls)
        if isinstance(value, Mapping) and not value.keys().isdisjoint(kinds):
            return reader.read(value, cls)
        return _of_one(cls, next(iter(kinds.values())))(reader, value)

    return read


def _block_of(cls: type) -> Block:
    """Return the reader of a block whose keys are the fields of ``cls``. A class with one field needs no key for it."""
    if cls in _READINGS:
        return _READINGS[cls]
    match [*types_of(cls).values()]:
        case []:
            return _page(cls)
        case [kind]:
            return _of_one(cls, kind)
    return lambda reader, value: reader.read(value, cls)


def _of_one(cls: Callable[[Any], Any], kind: Any) -> Block:
    """Return the reader of a block that is only one list, text or mapping."""

    def read(reader: Reader, value: Any) -> Any:
        return _made(cls, reader.read(value, kind), value)

    return read


def _box(cls: Any) -> Block:
    """Return the reader of a box: its keys, or only its content. The content is one text or a list."""

    def read(reader: Reader, value: Any) -> Any:
        value = reader.edition(value)
        if isinstance(value, str):
            return cls((checked(value, Place.CONTENT),))
        if isinstance(value, list | tuple):
            return _made(cls, reader.read(value, tuple[ContentItem, ...]), value)
        return reader.read(_with_content_listed(reader, value), cls)

    return read


def _with_content_listed(reader: Reader, value: Any) -> Any:
    """Return the keys of a box, with one text for its content as a list."""
    content = reader.edition(value["content"]) if isinstance(value, LocatedDict) and "content" in value else None
    if not isinstance(content, Located):
        return value
    listed, whole = LocatedList([content]), LocatedDict(value)
    listed.origin, whole.origin = content.origin, value.origin
    whole["content"] = listed
    return whole


def _made(cls: Callable[[Any], Any], content: Any, value: Any) -> Any:
    """Return the block that a list or name gives. What its class refuses is reported at the item."""
    try:
        return cls(content)
    except ModelError as error:
        # The path from the class has the name of its field, but the list is written without that name.
        at = error.at[1:] if error.at and isinstance(error.at[0], str) else error.at
        raise from_model(ModelError(error.code, error.fact, error.hint, at), value) from None


def _page(cls: Callable[[], Any]) -> Block:
    """Return the reader of a block that has only a name."""

    def read(reader: Reader, value: Any) -> Any:
        if reader.read(value, bool):
            return cls()
        name = BLOCK_NAMES[cls].replace("_", " ")
        raise unexpected(value, "yes", f"to have no {name}, leave the block out")

    return read


BLOCKS: dict[str, type] = {
    "actions": ActionPlan,
    "blank_page": BlankPage,
    "bullets": Bullets,
    "callout": Callout,
    "chart": Chart,
    "diagram": Diagram,
    "facts": Facts,
    "figure": Figure,
    "grid": Grid,
    "landscape": Landscape,
    "lines": Lines,
    "list_of": ListOf,
    "map": AreaMap,
    "numbered": Numbered,
    "page_break": PageBreak,
    "paragraph": Paragraph,
    "passage": Passage,
    "pending": Pending,
    "performance": Performance,
    "plain": Plain,
    "quote": Quote,
    "risks": RiskRegister,
    "table": Table,
}
"""The blocks by their names in the document format."""
FILLED = {name: cls for name, cls in BLOCKS.items() if marked(cls, "in_file")}
"""Blocks whose content may be in a file."""
BLOCK_NAMES: dict[Any, str] = {cls: name for name, cls in BLOCKS.items()}
_READINGS: dict[type, Block] = {
    **{cls: _box(cls) for cls in (Callout, Quote)},
    **{cls: _listed(cls) for cls in (ActionPlan, Grid, Numbered, RiskRegister)},
}
"""The readers of blocks that may be written in several ways."""
OR_LISTS = frozenset(_READINGS)
"""The blocks that may be written as the list that is in them."""
_BLOCKS: Blocks = {name: _block_of(cls) for name, cls in BLOCKS.items()}
_ALONE = frozenset({BLOCK_NAMES[PageBreak], BLOCK_NAMES[BlankPage]})
"""Blocks that have nothing but their name, which is enough: `- page_break`."""
_LISTS: Blocks = {name: _BLOCKS[name] for name, cls in BLOCKS.items() if cls in get_args(ListItem)}
HOOKS: tuple[tuple[Callable[[Any], bool], Callable[[Reader, Any, Any], Any]], ...] = (
    (lambda kind: kind == ContentItem, _content_item),
    (lambda kind: kind == ListItem, _list_item),
)
