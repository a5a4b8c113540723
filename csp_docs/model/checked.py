"""Checks that values match the types of their fields, so that mistakes in a script are reported in plain words."""

from __future__ import annotations

import types
from collections.abc import Mapping
from datetime import datetime
from functools import cache, partial
from importlib import import_module
from inspect import get_annotations
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from attrs import Attribute, fields, fields_dict, resolve_types
from attrs.validators import and_

from csp_docs.errors import Code
from csp_docs.model.values import ModelError, a, is_one_of, shown
from csp_docs.records import record

if TYPE_CHECKING:
    from attrs import frozen as model_record
else:

    def model_record(cls=None, **options):
        """Make a class a part of the model: a record with checked fields, which shows itself in notebooks."""
        if cls is None:
            return partial(model_record, **options)
        in_words = in_short if cls.__repr__ is object.__repr__ else cls.__repr__  # a class may have its own words
        made = record(cls, field_transformer=checked, **options)
        made.__repr__, made._repr_html_ = in_words, _as_html
        return made


__all__ = ["kinds_of", "model_record"]


def in_short(part: object) -> str:
    """Return a part of the model as Python, in few words."""
    from csp_docs.model.shown import in_few_words  # documents that are built show nothing

    return in_few_words(part, in_short)


def _as_html(part: object) -> str:
    """Return a part of the model as notebooks show it."""
    return str(import_module("csp_docs.output.notebook").html_of(part))  # above the model, and for people alone


_NAMES: dict[type, str] = {
    str: "a text",
    bool: "True or False",
    int: "a whole number",
    Mapping: "names with values",
}


def checked(cls: type, given: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """Return fields that refuse values of another type by ModelError: a ``field_transformer`` of attrs.

    The first field checks them all, before any other check sees a value. A class inherits it with the field. (A check
    at each field would make attrs write, and Python compile, as many lines.)
    """
    if not given or given[0].name not in get_annotations(cls):
        return given
    first, *others = given
    return [first.evolve(validator=_also(first.validator)), *others]


def _also(validator: Any) -> Any:
    return and_(_of_their_types, validator) if validator else _of_their_types


def _of_their_types(instance: Any, *_: object) -> None:
    for name, kinds in _kinds(instance.__class__):
        if not is_one_of(value := getattr(instance, name), kinds):
            names = [_NAMES.get(kind) or a(kind.__name__) for kind in kinds if kind is not types.NoneType]
            fact = f'"{name}" must be {" or ".join(names)}, not {shown(value)}'
            hint = "give its day, `.date()`: documents print no time of a date" if isinstance(value, datetime) else ""
            raise ModelError(Code.WRONG_TYPE, fact, hint, at=(name,))


@cache
def _kinds(cls: Any) -> tuple[tuple[str, tuple[type, ...]], ...]:
    """Return the fields of a class that allow only some values, each with the classes of these."""
    return tuple((field.name, kinds) for field in fields(cls) if (kinds := kinds_of(cls, field.name)))


@cache
def kinds_of(cls: Any, name: str) -> tuple[type, ...]:
    """Return the classes of a field's values; none where any value is allowed."""
    resolve_types(cls, include_extras=True)
    found = _classes(fields_dict(cls)[name].type)
    return found if all(isinstance(kind, type) for kind in found) else ()


def _classes(kind: Any) -> tuple[Any, ...]:
    origin = get_origin(kind)
    if origin is Annotated:
        return _classes(get_args(kind)[0])
    if origin in (Union, types.UnionType):
        return tuple(cls for member in get_args(kind) for cls in _classes(member))
    return (origin or kind,)
