"""What stands in a section: texts, lists, tables and boxes, in the words of the document format."""

from __future__ import annotations

from typing import Any, TypeAlias

from attrs import Attribute, field, frozen

from csp_docs.model.values import Markdown, ModelError, cells, items, shares, text_rows, texts, words

_NARROWEST = 0.04
"""The least share of a table's width that a column may have: three figures of 12 pt."""
_LAST_START = 9999


def _list_items(value: list[Any] | tuple[ListItem, ...]) -> tuple[ListItem, ...]:
    nested = tuple(Bullets(item) if isinstance(item, list | tuple) else item for item in items(value, object))
    return _worded(items(nested, (str, Bullets, Numbered)))


def content_items(value: list[Any] | tuple[ContentItem, ...]) -> tuple[ContentItem, ...]:
    """Return the items of a section; a list among them is a bullet list."""
    blocks = tuple(Bullets(item) if isinstance(item, list | tuple) else item for item in items(value, object))
    return _worded(items(blocks, (str, Plain, Bullets, Numbered, Lines, Table, Facts, Callout, PageBreak)))


def _worded(found: tuple[Any, ...]) -> tuple[Any, ...]:
    for position, item in enumerate(found):
        if isinstance(item, str) and not item.strip():
            raise ModelError("an item is empty", "give it words, or take it away", (position,))
    return found


def _some(_: object, attribute: Attribute[Any], value: tuple[Any, ...] | dict[str, str]) -> None:
    if not value:
        raise ModelError(f"{attribute.name}: the list is empty", "give it one item or more, or leave it out")


def _groups(value: list[ColumnGroup] | tuple[ColumnGroup, ...]) -> tuple[ColumnGroup, ...]:
    return items(value, ColumnGroup)


@frozen
class Plain:
    """A text that the house style must not number."""

    text: Markdown

    def __attrs_post_init__(self) -> None:
        _worded((self.text,))


@frozen
class Bullets:
    """A bullet list. A list among the items nests below the item before it."""

    items: tuple[ListItem, ...] = field(converter=_list_items, validator=_some)


@frozen
class Numbered:
    """A numbered list; ``style`` shows its first number (``1.``, ``(a)``, ``(i)``), ``start`` is where it begins."""

    items: tuple[ListItem, ...] = field(converter=_list_items, validator=_some)
    start: int = field(default=1)
    style: str = "1."

    @start.validator
    def _from_one(self, _: Attribute[Any], start: int) -> None:
        if not 1 <= start <= _LAST_START:
            raise ModelError(f"a list cannot start at {start}", f"lists start at 1 to {_LAST_START:,}", ("start",))


@frozen
class Lines:
    """Short lines without bullets."""

    items: tuple[Markdown, ...] = field(converter=texts, validator=_some)


@frozen
class ColumnGroup:
    """A header over neighbouring columns, which it names."""

    title: Markdown
    columns: tuple[Markdown, ...] = field(converter=texts, validator=_some)


@frozen
class Table:
    """A table of texts. Every row is as long as ``columns``, else ModelError; ``""`` is an empty cell.

    ``align`` is ``left``, ``right`` or ``centre`` for each column; ``widths`` are shares in any unit.
    """

    columns: tuple[Markdown, ...] = field(converter=cells, validator=_some)
    rows: tuple[tuple[Markdown, ...], ...] = field(converter=text_rows, validator=_some)
    id: str = field(default="", kw_only=True)
    caption: Markdown = field(default="", kw_only=True)
    row_headers: bool = field(default=False, kw_only=True)
    groups: tuple[ColumnGroup, ...] = field(default=(), converter=_groups, kw_only=True)
    total: tuple[Markdown, ...] = field(default=(), converter=cells, kw_only=True)
    align: tuple[str, ...] = field(default=(), converter=texts, kw_only=True)
    widths: tuple[float, ...] = field(default=(), converter=shares, kw_only=True)
    notes: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    source: Markdown = field(default="", kw_only=True)

    @rows.validator
    def _full_rows(self, _: Attribute[Any], rows: tuple[tuple[str, ...], ...]) -> None:
        for number, row in enumerate(rows):
            _same_length(row, self.columns, f"row {number + 1}", ("rows", number))

    @total.validator
    def _full_total(self, _: Attribute[Any], total: tuple[str, ...]) -> None:
        _same_length(total or self.columns, self.columns, "the total row", ("total",))

    @align.validator
    def _known_aligns(self, _: Attribute[Any], align: tuple[str, ...]) -> None:
        _same_length(align or self.columns, self.columns, "align", ("align",))
        for position, name in enumerate(align):
            if name not in ("left", "right", "centre"):
                raise ModelError(f'unknown alignment "{name}"', "use left, right or centre", ("align", position))

    @widths.validator
    def _full_widths(self, _: Attribute[Any], widths: tuple[float, ...]) -> None:
        _same_length(widths or self.columns, self.columns, "widths", ("widths",))
        if any(width < _NARROWEST * sum(widths) for width in widths):
            raise ModelError("a column is too narrow for words", "give shares such as 40, 30, 30", ("widths",))


@frozen
class Facts:
    """A two-column table of labels and texts, in the order given."""

    facts: dict[str, Markdown] = field(converter=words, validator=_some)


@frozen
class Callout:
    """A box that stands out: a notice, a key point. It holds texts and lists."""

    content: tuple[ContentItem, ...] = field(converter=content_items, validator=_some)
    title: Markdown = ""

    def __attrs_post_init__(self) -> None:
        for position, item in enumerate(self.content):
            if isinstance(item, Table | Facts | Callout | PageBreak):
                name = type(item).__name__.lower()
                raise ModelError(f"a callout cannot hold a {name}", "put it behind the callout", ("content", position))


@frozen
class PageBreak:
    """What follows begins on a new page."""


ListItem: TypeAlias = Markdown | Bullets | Numbered
ContentItem: TypeAlias = Markdown | Plain | Bullets | Numbered | Lines | Table | Facts | Callout | PageBreak


def section_items(value: list[Section] | tuple[Section, ...]) -> tuple[Section, ...]:
    """Return sections as a tuple."""
    return items(value, Section)


@frozen
class Section:
    """A part of the body. Sections nest, and their depth is the heading level.

    Without a title it goes on with its parent's text. ``numbered=False`` leaves its heading without a number.
    """

    title: Markdown = ""
    content: tuple[ContentItem, ...] = field(default=(), converter=content_items)
    sections: tuple[Section, ...] = field(default=(), converter=section_items)
    id: str = field(default="", kw_only=True)
    numbered: bool = field(default=True, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not (self.title.strip() or self.content or self.sections):
            raise ModelError("a section without title and content", "give it words, or take it away")


def _same_length(cells: tuple[Any, ...], columns: tuple[str, ...], what: str, at: tuple[str | int, ...]) -> None:
    if len(cells) != len(columns):
        raise ModelError(
            f"{what} has {_counted(len(cells))}, but the table has {len(columns)} columns",
            'give one value for each column ("" is an empty cell)',
            at,
        )


def _counted(count: int) -> str:
    return "1 value" if count == 1 else f"{count} values"
