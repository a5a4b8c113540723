"""The shapes of the document format that the model's types do not tell: one key names a block, ``access: open``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from csp_docs.model import Bullets, Callout, Facts, Lines, Numbered, PageBreak, Plain, Table
from csp_docs.model.content import ContentItem
from csp_docs.model.document import Access
from csp_docs.model.lists import ListItem
from csp_docs.model.values import Markdown, ModelError
from csp_docs.names import did_you_mean
from csp_docs.reading.faults import Refused, from_model, refused, shortened, unexpected

if TYPE_CHECKING:
    from csp_docs.reading.structure import Reader

Blocks: TypeAlias = Mapping[str, Callable[["Reader", Any], Any]]


def _content_item(reader: Reader, value: Any, _: Any) -> Any:
    return _item(reader, value, _BLOCKS)


def _list_item(reader: Reader, value: Any, _: Any) -> Any:
    return _item(reader, value, _LISTS)


def _item(reader: Reader, value: Any, blocks: Blocks) -> Any:
    """Read one item of a section or a list: a text, a list of bullets, or a mapping whose one key names a block."""
    try:
        return _read_item(reader, reader.edition(value), blocks)
    except ModelError as error:
        raise from_model(error, value) from None


def _read_item(reader: Reader, value: Any, blocks: Blocks) -> Any:
    match value:
        case str():
            return reader.read(value, Markdown)
        case list() | tuple():
            return _bullets(reader, value)
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
        raise refused(f'a list cannot hold the block "{name}"', f"end the list before it; {_known(blocks)}", at=name)
    hint = did_you_mean(name, blocks, "blocks")
    if isinstance(content, str):
        hint = f'if this is one text, put it in quotes: "{shortened(f"{name}: {content}")}"; {hint}'
    raise refused(f'unknown block "{shortened(name)}"', hint, at=name)


def _not_one_key(value: Mapping[str, Any], blocks: Blocks) -> Refused:
    hint = 'begin each block with "- ", and indent what belongs to it by four more spaces; ' + _known(blocks)
    if not value:
        return refused("a block has no key, expected one that names it", hint, at=value)
    return refused(f"a block has the keys {', '.join(value)}, expected one that names it", hint, at=value)


def _known(blocks: Blocks) -> str:
    return f"blocks: {', '.join(sorted(blocks))}"


def _plain(reader: Reader, value: Any) -> Plain:
    return Plain(reader.read(value, Markdown))


def _lines(reader: Reader, value: Any) -> Lines:
    return Lines(reader.read(value, tuple[Markdown, ...]))


def _bullets(reader: Reader, value: Any) -> Bullets:
    return Bullets(reader.read(value, tuple[ListItem, ...]))


def _numbered(reader: Reader, value: Any) -> Any:
    value = reader.edition(value)
    if isinstance(value, Mapping):
        return reader.read(value, Numbered)
    return Numbered(reader.read(value, tuple[ListItem, ...]))


def _table(reader: Reader, value: Any) -> Any:
    return reader.read(value, Table)


def _facts(reader: Reader, value: Any) -> Facts:
    return Facts(reader.read(value, dict[str, Markdown]))


def _callout(reader: Reader, value: Any) -> Any:
    value = reader.edition(value)
    if isinstance(value, str):
        return Callout((reader.read(value, Markdown),))
    if isinstance(value, list):
        return Callout(reader.read(value, tuple[ContentItem, ...]))
    return reader.read(value, Callout)


def _page_break(reader: Reader, value: Any) -> PageBreak:
    if reader.read(value, bool):
        return PageBreak()
    raise unexpected(value, "yes", "where no page break is wanted, leave the block out")


def _access(reader: Reader, value: Any, _: Any) -> Any:
    if isinstance(value, str):
        if value == "open":
            return Access()
        raise unexpected(value, 'open, or the keys "exempt" and "reason"', 'write "access: {exempt: [3], reason: …}"')
    return reader.read_class(value, Access)


_LISTS: Blocks = {"bullets": _bullets, "numbered": _numbered}
_BLOCKS: Blocks = {
    **_LISTS,
    "callout": _callout,
    "facts": _facts,
    "lines": _lines,
    "page_break": _page_break,
    "plain": _plain,
    "table": _table,
}
HOOKS: tuple[tuple[Callable[[Any], bool], Callable[[Reader, Any, Any], Any]], ...] = (
    (lambda kind: kind == ContentItem, _content_item),
    (lambda kind: kind == ListItem, _list_item),
    (lambda kind: kind is Access, _access),
)
