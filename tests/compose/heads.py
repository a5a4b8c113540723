"""Documents in which every text has the same head: what a sign, a star or a hash there is printed as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any, get_args, get_origin

from attrs import evolve, fields, has

from csp_docs.model.reach import classes_in, types_of
from csp_docs.model.values import Markdown

LETTERS = "bcdfghjkmnpqrstvwxz"


class Heads:
    """Puts a head before every text of a document, and a word of its own after it, by which it can be found."""

    def __init__(self, head: str) -> None:
        self.head = head
        self.words = map("".join, product(LETTERS, repeat=4))
        self.word_of: dict[str, str] = {}
        self.fields: dict[str, set[str]] = {}

    def document(self, document: Any) -> Any:
        return self.put(document, type(document), "")

    def put(self, value: Any, kind: Any, field: str) -> Any:
        if isinstance(value, str):
            return self.text(value, field) if value and _is_text(kind) else value
        if isinstance(value, tuple):
            kinds = [
                inner for option in _options(kind) if get_origin(option) is tuple for inner in get_args(option)[:1]
            ]
            return tuple(self.put(part, kinds[0], field) for part in value) if kinds else value
        if isinstance(value, Mapping):
            kinds = [get_args(option)[1] for option in _options(kind) if get_origin(option) in (dict, Mapping)]
            return {name: self.put(part, kinds[0], f"{field}") for name, part in value.items()} if kinds else value
        return self.fields_of(value) if has(type(value)) else value

    def fields_of(self, value: Any) -> Any:
        cls, changes = type(value), dict[str, Any]()
        for part in fields(cls):
            old = getattr(value, part.name)
            name = f"{_first(cls, part.name).__name__}.{part.name}"
            new = self.put(old, types_of(cls)[part.name], name) if part.init else old
            changes |= {part.alias: new} if new is not old else {}
        return evolve(value, **changes) if changes else value

    def text(self, text: str, field: str) -> str:
        """Return a word of its own for each text; equal texts stay equal, because some name others."""
        word = self.word_of.setdefault(text, "") or next(self.words)
        self.word_of[text] = word
        self.fields.setdefault(word, set()).add(field)
        return f"{self.head}{word}"


def text_fields(kinds: Iterable[type]) -> set[str]:
    """Return the names of all fields with texts, of classes and of all classes that they may contain."""
    every = frozenset[type]().union(*map(classes_in, kinds))
    return {
        f"{_first(cls, name).__name__}.{name}"
        for cls in every
        for name, kind in types_of(cls).items()
        if _has_text(kind)
    }


def _first(cls: type, name: str) -> type:
    """Return the class that declares a field."""
    return next(base for base in reversed(cls.__mro__) if has(base) and name in {part.name for part in fields(base)})


def _is_text(kind: Any) -> bool:
    return kind == Markdown or any(option == Markdown for option in _options(kind))


def _has_text(kind: Any) -> bool:
    return kind == Markdown or any(map(_has_text, get_args(kind)))


def _options(kind: Any) -> tuple[Any, ...]:
    return (kind,) if get_origin(kind) in (tuple, dict, Mapping) else (kind, *get_args(kind))
