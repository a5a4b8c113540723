"""From a tree of texts to the classes of the model: the type of a field decides how its text is read.

This file names no class of the model. ``blocks`` and ``shapes`` have the forms of values that the model's types do not
describe.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs

from csp_docs.errors import Code, LoadError, Located, Problem, key_meant, listed, origin_of
from csp_docs.model.content import ContentItem
from csp_docs.model.values import FileName, Markdown, ModelError, PictureFile
from csp_docs.reading import blocks, scalars, shapes
from csp_docs.reading.faults import Gathering, NumberOnly, Refused, checked, from_model, quoted, unexpected
from csp_docs.reading.folder import Folder
from csp_docs.reading.reader import Fits, Hook, Reader, in_languages
from csp_docs.reading.tree import LocatedDict
from csp_docs.text.markup import Place

T = TypeVar("T")


def structure(value: object, cls: type[T], *, language: str) -> T:
    """Return ``value``, a tree or the dicts, lists and texts of a script, as an object of ``cls``.

    From a text in several languages it takes the one in ``language``. Raises LoadError with all problems: unknown and
    missing keys, values of a wrong type, bad Markdown, and what the classes themselves refuse.
    """
    try:
        structured: T = _reader(language[:2]).read(value, cls)
    except Refused as error:
        raise LoadError(error.placed()) from None
    return structured


def edition(value: object, language: str) -> Any:
    """Return the text or list in ``language`` if ``value`` is in several, or ``value`` itself. Raises LoadError."""
    try:
        return _reader(language[:2]).edition(value)
    except Refused as error:
        raise LoadError(error.placed()) from None


@cache
def _reader(language: str) -> Reader:
    return Reader(language, _OF_TYPES, (*blocks.HOOKS, *shapes.HOOKS, *_HOOKS), _class)


def _text(reader: Reader, value: Any, _: Any) -> str:
    value = reader.edition(value)
    if isinstance(value, NumberOnly):
        hint = f'put it in quotes as it is to be printed: "{value}" or "{value.removesuffix("0")}"'
        raise unexpected(value, "a text", hint)
    if isinstance(value, str):
        return value
    raise unexpected(value, "a text", _quoting(value))


def _quoting(value: object) -> str:
    """Return the hint for a mapping in place of a text: most often, YAML read a text as a key with its value."""
    if blocks.has_language(value):
        return "these words are not printed in a language of their own; write one text here, or {en: …, cy: …}"
    if isinstance(value, Mapping) and len(value) == 1 and all(isinstance(part, str) for part in value.values()):
        ((name, rest),) = value.items()
        return f"if this is one text, put it in quotes: {quoted(f'{name}: {rest}')}"
    return ""


def _markdown(reader: Reader, value: Any, _: Any) -> str:
    value = blocks.in_its_language(value) if blocks.has_language(value) else value
    return checked(_text(reader, value, str), Place.FIELD)


def _file(reader: Reader, value: Any, kind: Any) -> str | bytes:
    """Return the name of a file that exists, or the content of a picture; those of other editions are checked too."""
    names = value.values() if in_languages(value) else [value]
    problems = [Folder.of(name).problem(name) for name in names if isinstance(name, str) and name]
    if found := [problem for problem in problems if problem]:
        raise Refused(((), problem) for problem in found)
    content = reader.edition(value)
    return content if isinstance(content, bytes) and kind == PictureFile else _text(reader, content, str)


def _list(reader: Reader, value: Any, kind: Any) -> tuple[Any, ...]:
    value = reader.edition(value)
    if isinstance(value, Located):
        from csp_docs.reading.meant import list_of_one

        value = list_of_one(value, get_args(kind)[0])
    if not isinstance(value, list | tuple):
        raise unexpected(value, "a list", _listing(value, get_args(kind)[0]))
    gathering = Gathering()
    items = [gathering.read(number, reader.read, item, get_args(kind)[0]) for number, item in enumerate(value)]
    gathering.finish()
    return tuple(items)


def _listing(value: object, kind: Any) -> str:
    """Return the hint for what is not in a list of this ``kind``."""
    from csp_docs.reading.meant import listing

    block = blocks.meant_by(value) if isinstance(value, Mapping) and kind == ContentItem else ""
    return block or listing(value, numbers=kind in (int, float))


def _mapping(reader: Reader, value: Any, kind: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise unexpected(value, "keys with values", 'write each on a new line, "key: value", or all in { }')
    kind_of_values = get_args(kind)[1]
    if kind_of_values is Any:
        return value
    gathering = Gathering()
    read = {key: gathering.read(key, reader.read, part, kind_of_values) for key, part in value.items()}
    gathering.finish()
    return read


def _union(reader: Reader, value: Any, kind: Any) -> Any:
    members = [member for member in get_args(kind) if member is not types.NoneType]
    if value is None and len(members) < len(get_args(kind)):
        return None
    if not any(_shape(member) is Mapping for member in members):
        value = reader.edition(value)
    if len(members) == 1:
        return reader.read(value, members[0])
    shape = next((shape for shape in (Mapping, list) if isinstance(value, shape)), str)
    for member in members:
        if _shape(member) is shape:
            return reader.read(value, member)
    raise unexpected(value, " or ".join(_SHAPES[_shape(member)] for member in members))


def _shape(kind: Any) -> type:
    """Return the kind of value that a type is read from: a mapping, a list or a text."""
    if attrs.has(kind) or _is_mapping(kind):
        return Mapping
    return list if get_origin(kind) is tuple else str


def _class(reader: Reader, value: Any, cls: Any) -> Any:
    if isinstance(value, cls):
        return value
    fields = _fields(cls)
    value = _from_short_form(reader, value, fields)
    if not isinstance(value, Mapping):
        expected = "a text, or keys with values" if shapes.has_short_form(fields) else "keys with values"
        raise unexpected(value, expected, f"known keys: {listed(sorted(fields), _docs(cls))}")
    gathering = Gathering()
    for problem in (*shapes.kind_problems(value, cls), *_key_problems(value, fields, cls)):
        gathering.add(problem)
    read = {
        name: gathering.read(name, _field, reader, value[name], field)
        for name, field in fields.items()
        if name in value
    }
    gathering.finish()
    try:
        return cls(**read)
    except ModelError as error:
        raise from_model(error, value) from None


def _field(reader: Reader, value: Any, field: attrs.Attribute[Any]) -> Any:
    """Read one value. What its field refuses is reported here, because its place is known here."""
    read = reader.read(value, field.type)
    if callable(field.converter):
        try:
            field.converter(read)
        except ModelError as error:
            raise from_model(error, value) from None
    shapes.refuse_empty(read, value, field)
    return read


def _from_short_form(reader: Reader, value: Any, fields: Mapping[str, attrs.Attribute[Any]]) -> Any:
    """Return a text, or the content of a file, as a mapping with the field that is marked for this, if there is one."""
    name = next((name for name, field in fields.items() if field.metadata.get("short_form")), None)
    text = reader.edition(value) if name else value
    if not (name and isinstance(text, str | bytes)):
        return value
    mapping = LocatedDict({name: text})
    if origin := origin_of(text):
        mapping.origin = origin
    return mapping


def _docs(cls: type) -> str:
    """Return the page that lists the keys of a class: those of council templates have their own."""
    return "docs/councils.md" if cls.__module__.startswith("csp_docs.council.") else "docs/format.md"


def _key_problems(value: Mapping[str, Any], fields: Mapping[str, attrs.Attribute[Any]], cls: Any) -> list[Problem]:
    docs, has_kind = _docs(cls), isinstance(getattr(cls, shapes.KIND, None), str)
    known = {*fields, *(field.metadata["in_file"] for field in fields.values() if "in_file" in field.metadata)}
    unknown = [
        Problem(
            Code.UNKNOWN_KEY,
            f'the key "{key}" is not known',
            _below(str(key), fields)
            + _in_content(str(key), fields)
            + shapes.named_freely(key, value, fields)
            + key_meant(str(key), known, "known keys", docs),
            origin_of(key),
        )
        for key in value
        if key not in fields and not (key == shapes.KIND and has_kind)
    ]
    missing = [
        Problem(
            Code.MISSING_KEY, f'the key "{name}" is missing', f'add "{name}: {_form(field.type)}"', origin_of(value)
        )
        for name, field in fields.items()
        if field.default is attrs.NOTHING and name not in value
    ]
    return unknown + missing


def _form(kind: Any) -> str:
    """Return how a value looks: "{body: …, date: …}" if it has keys that must be given."""
    keys = _fields(kind) if _has_keys(kind) else {}
    needed = ", ".join(f"{name}: …" for name, key in keys.items() if key.default is attrs.NOTHING)
    return f"{{{needed}}}" if needed else "…"


def _below(key: str, fields: Mapping[str, attrs.Attribute[Any]]) -> str:
    """Return the hint for a key that belongs below another key; empty if it belongs below none, or several."""
    kinds = {name: get_args(field.type) if _is_union(field.type) else (field.type,) for name, field in fields.items()}
    below = [name for name, kind in kinds.items() if any(_has_keys(one) and key in _keys_of(one) for one in kind)]
    return f'write it below "{below[0]}", as {below[0]}: {{{key}: …}}; ' if len(below) == 1 else ""


def _in_content(key: str, fields: Mapping[str, attrs.Attribute[Any]]) -> str:
    """Return the hint for the name of a block among keys; empty where no key has content."""
    contents = [name for name, field in fields.items() if _is_list(field.type) and ContentItem in get_args(field.type)]
    if key not in blocks.BLOCKS or not (contents or "sections" in fields):
        return ""
    where = "a section" if "sections" in fields else f'"{contents[0]}"'
    return f'"{key}" is a block: write it in the content of {where}, as "- {key}: …"; '


def _has_keys(kind: Any) -> bool:
    return attrs.has(kind) and kind not in shapes.TEXTS


def _keys_of(cls: Any) -> set[str]:
    return {*_fields(cls), *([shapes.KIND] if shapes.KIND in vars(cls).get("__annotations__", ()) else [])}


@cache
def _fields(cls: type) -> dict[str, attrs.Attribute[Any]]:
    attrs.resolve_types(cls, include_extras=True)
    return {field.name: field for field in attrs.fields(cls)}


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) in (dict, Mapping)


def _is_list(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in (Union, types.UnionType)


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


_SHAPES: dict[type, str] = {str: "a text", list: "a list", Mapping: "keys with values"}
_SCALARS: dict[Any, Callable[[object], Any]] = {
    bool: scalars.to_bool,
    int: scalars.to_int,
    float: scalars.to_float,
    Decimal: scalars.to_decimal,
    date: scalars.to_date,
}
_OF_TYPES: dict[Any, Hook] = {
    str: _text,
    **dict.fromkeys(_SCALARS, lambda _, value, kind: _SCALARS[kind](value)),
}
_HOOKS: tuple[tuple[Fits, Hook], ...] = (
    (lambda kind: kind in (FileName, PictureFile), _file),
    (attrs.has, _class),
    (_is_list, _list),
    (_is_mapping, _mapping),
    (_is_union, _union),
    (_is_enum, lambda _, value, kind: scalars.to_member(value, kind)),
    (lambda kind: kind == Markdown, _markdown),
)
