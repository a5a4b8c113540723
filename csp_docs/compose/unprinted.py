"""What a document gives and nothing prints: its author is warned in the same way for every kind of document."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

from attrs import Attribute, fields, frozen, has

from csp_docs.compose.context import Context
from csp_docs.errors import Code, Located
from csp_docs.model import CouncilDocument
from csp_docs.model.parts import every_part


@frozen
class _Given:
    """What a document gives: its name in messages, what prints it under another name, and its value."""

    name: str
    printed_by: Collection[str]
    value: object


def not_printed(name: str) -> str:
    """Return the fact that a council's layout leaves out what a document gives."""
    return f'the council\'s layout does not print "{name}"'


def warn_of_unprinted(
    context: Context,
    said: Callable[[str], tuple[str, str]],
    layout: Collection[str] = (),
    document: CouncilDocument | None = None,
) -> None:
    """Warn of each field that a document (by default that of ``context``) gives and nothing prints.

    A field is printed if the ``layout`` names it, if composing has noted it, or if a ``{{ }}`` has named it. ``said``
    returns the fact and the hint for a field.
    """
    given = document or context.document
    printed = {*layout, *context.printed, *context.scope.used}
    heads = {name.partition(".")[0] for name in printed}
    for part in _all_given(given):
        if printed.isdisjoint(part.printed_by) and part.name not in heads:
            context.warn(Code.NOT_PRINTED, *said(part.name), _place(part.value) or given.title)


def _all_given(document: CouncilDocument) -> Iterator[_Given]:
    """Yield all that a document gives to be printed: its fields, and parts of fields that layouts print separately."""
    for field in fields(type(document)):
        value = getattr(document, field.name)
        if {"setting", "fact"} & set(field.metadata) or _is_left_out(value, field):
            continue
        if "declared" in field.metadata:
            for key, text in value.items():
                name = f"{field.name}.{key}"
                yield from [_Given(name, (field.name, name), text)] if text else []
        else:
            yield _Given(field.name, (field.name,), value)
            yield from _apart(field.name, value)


def _apart(name: str, value: Any) -> Iterator[_Given]:
    """Yield the parts of a value that layouts print by their own names."""
    for field in fields(type(value)) if has(type(value)) else ():
        if (own := field.metadata.get("apart")) and (part := getattr(value, field.name)):
            yield _Given(own, (own, f"{name}.{field.name}"), part)


def _is_left_out(value: object, field: Attribute[Any]) -> bool:
    return value in ("", (), {}, None) or value == field.default


def _place(value: object) -> str | None:
    """Return the first text of a value whose place in the file is known."""
    return next((part for part in (value, *every_part(value, lambda _: True)) if isinstance(part, Located)), None)
