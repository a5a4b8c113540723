"""Walks the model: finds the objects below another object."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import fields, has

from csp_docs.errors import Located


def every_part(value: object, enters: Callable[[object], bool]) -> Iterator[object]:
    """Yield the objects below ``value``, in their order, without those that ``enters`` refuses and all below these."""
    for part in parts_of(value):
        if enters(part):
            yield part
            yield from every_part(part, enters)


def first_located(value: object) -> Located | None:
    """Return the first text of ``value`` whose place in the document is known."""
    return next((part for part in (value, *every_part(value, lambda _: True)) if isinstance(part, Located)), None)


def parts_of(value: object) -> tuple[object, ...]:
    """Return the objects directly below ``value``: items, values or fields."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, Mapping):
        return tuple(value.values())
    kind = type(value)
    return tuple(getattr(value, part.name) for part in fields(kind)) if has(kind) else ()
