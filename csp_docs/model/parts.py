"""Walks the model: finds the objects below another object."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import fields, has


def every_part(value: object, enters: Callable[[object], bool]) -> Iterator[object]:
    """Yield the objects below ``value``, in their order, without those that ``enters`` refuses and all below these."""
    for part in _parts(value):
        if enters(part):
            yield part
            yield from every_part(part, enters)


def _parts(value: object) -> tuple[object, ...]:
    if isinstance(value, tuple):
        return value
    if isinstance(value, Mapping):
        return tuple(value.values())
    kind = type(value)
    return tuple(getattr(value, part.name) for part in fields(kind)) if has(kind) else ()
