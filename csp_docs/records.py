"""Records: frozen attrs classes that share the methods which compare, hash and show a value by its fields.

attrs writes and compiles these three methods for each class, which takes longer than all else when a module with many
classes is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from attrs import fields

if TYPE_CHECKING:
    from attrs import frozen as record
else:
    from attrs import frozen

    def record(cls=None, **options):
        """Make a class a record; use it as ``attrs.frozen``."""
        if cls is None:
            return partial(record, **options)
        cls.__eq__, cls.__hash__, cls.__repr__ = _Methods.__eq__, _Methods.__hash__, _Methods.__repr__
        return frozen(cls, **options)


__all__ = ["record"]


class _Methods:
    """What attrs would write for each class."""

    def __eq__(self, other: object) -> bool:
        return _compared(self) == _compared(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self) -> int:
        return hash((self.__class__, *_compared(self)))

    def __repr__(self) -> str:
        return f"{type(self).__qualname__.rpartition('>.')[2]}({', '.join(_shown(self))})"


def _compared(record: Any) -> tuple[Any, ...]:
    return tuple([getattr(record, name) for name in _compared_names(record.__class__)])


@cache
def _compared_names(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.eq)


def _shown(record: Any) -> Iterator[str]:
    for field in fields(record.__class__):
        if field.repr:
            show = field.repr if callable(field.repr) else repr
            yield f"{field.name}={show(getattr(record, field.name))}"
