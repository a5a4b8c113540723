"""Texts, lists of texts, and texts with labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from attrs import Attribute, field

from csp_docs.errors import Code
from csp_docs.model.checked import model_record
from csp_docs.model.numbers import as_cell
from csp_docs.model.values import (
    Markdown,
    ModelError,
    check_levels,
    check_lists,
    items,
    named_values,
    said,
    some,
    texts,
    within,
    worded,
    words,
)

_LAST_START = 9999


def list_items(value: list[Any] | tuple[ListItem, ...]) -> tuple[ListItem, ...]:
    """Return the items of a list; a list among them is a bullet list."""
    found = items(value, object)
    if any(isinstance(item, list | tuple) for item in found):
        check_lists(found)
    nested = tuple(Bullets(item) if isinstance(item, list | tuple) else item for item in found)
    return worded(items(nested, (str, Bullets, Numbered)))


def _facts(value: Mapping[str, Any]) -> dict[str, str]:
    return words({name: as_cell(part) for name, part in named_values(value).items()})


@model_record
class Paragraph:
    """A text that references can refer to by its ``id``, if the house style numbers it."""

    text: Markdown = field(validator=said)
    id: str = field(validator=said)


@model_record
class Plain:
    """A text that the house style must not number."""

    text: Markdown

    def __attrs_post_init__(self) -> None:
        worded((self.text,))


@model_record
class Bullets:
    """A bullet list. A list among the items is nested below the item before it."""

    items: tuple[ListItem, ...] = field(converter=list_items, validator=some)

    def __attrs_post_init__(self) -> None:
        check_levels(self)


@model_record
class Numbered:
    """A numbered list. ``style`` shows the pattern (``1.``, ``(a)``, ``(i)``), and ``start`` is the first number."""

    items: tuple[ListItem, ...] = field(converter=list_items, validator=some)
    start: int = field(default=1, metadata=within(1, _LAST_START))
    style: str = "1."

    def __attrs_post_init__(self) -> None:
        check_levels(self)

    @start.validator
    def _from_one(self, attribute: Attribute[Any], start: int) -> None:
        least, most = attribute.metadata["within"]
        if not least <= start <= most:
            hint = f"start it at {least} to {most:,}"
            raise ModelError(Code.OUT_OF_RANGE, f"a list cannot start at {start}", hint, ("start",))


@model_record
class Lines:
    """Short lines without bullets."""

    items: tuple[Markdown, ...] = field(converter=texts, validator=some)


@model_record
class Facts:
    """A table with two columns, labels and texts, in the given order."""

    facts: dict[str, Markdown] = field(converter=_facts, validator=some)


ListItem: TypeAlias = Markdown | Bullets | Numbered
