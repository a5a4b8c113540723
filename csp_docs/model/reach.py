"""Walks the types of the model: finds the classes that values of a type may contain."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from attrs import fields, has, resolve_types


def types_of(cls: Any) -> dict[str, Any]:
    """Return the types of the fields of a class of the model, by their names."""
    return _types(cls)


def classes_in(kind: Any) -> frozenset[type]:
    """Return the classes that a value of a type may contain, in unions, tuples, mappings and the fields of classes."""
    return _classes(kind)


def marked(cls: type, mark: str) -> tuple[str, ...]:
    """Return the names of the fields of a class that have a ``mark`` in their metadata."""
    return tuple(field.name for field in fields(cls) if mark in field.metadata)


@cache
def _types(cls: Any) -> dict[str, Any]:
    resolve_types(cls, include_extras=True)
    return {field.name: field.type for field in fields(cls)}


@cache
def _classes(kind: Any) -> frozenset[type]:
    found, waiting = set[type](), [kind]
    while waiting:
        at = waiting.pop()
        if isinstance(at, type) and has(at) and at not in found:
            found.add(at)
            waiting += types_of(at).values()
        waiting += get_args(at)
    return frozenset(found)
