"""Walks the model: finds the objects below another object."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from attrs import fields, has

from csp_docs.errors import Located

_Parts: TypeAlias = Callable[[Any], tuple[object, ...]]


def every_part(value: object, enters: Callable[[object], bool]) -> Iterator[object]:
    """Yield the objects below ``value``, in their order, without those that ``enters`` refuses and all below these."""
    waiting = [*reversed(parts_of(value))]
    while waiting:
        part = waiting.pop()
        if enters(part):
            yield part
            if below := parts_of(part):
                waiting += reversed(below)


def first_located(value: object) -> Located | None:
    """Return the first text of ``value`` whose place in the document is known."""
    return next((part for part in (value, *every_part(value, lambda _: True)) if isinstance(part, Located)), None)


def parts_of(value: object) -> tuple[object, ...]:
    """Return the objects directly below ``value``: items, values or fields."""
    kind: type = value.__class__
    return _parts_of_kind(kind)(value)


@cache
def _parts_of_kind(kind: type) -> _Parts:
    """Return what finds the parts of the objects of a class."""
    if issubclass(kind, tuple):
        return tuple
    if issubclass(kind, Mapping):
        return lambda value: tuple(value.values())
    names = [part.name for part in fields(kind)] if has(kind) else []
    return (lambda value: tuple([getattr(value, name) for name in names])) if names else lambda _: ()
