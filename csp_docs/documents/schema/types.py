"""Schemas of the types of the model: what ``csp_docs.reading.structure`` and ``blocks`` read, as a schema says it."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin

import attrs

from csp_docs.council.template import CouncilTemplate
from csp_docs.documents.kinds import KINDS
from csp_docs.documents.schema import values
from csp_docs.documents.schema.explained import Explained
from csp_docs.documents.schema.forms import OF_FIELDS, OF_KEYS, OF_TYPES, in_both, some_words, words
from csp_docs.documents.schema.values import Schema, any_of, choice, described, keys, listed, names
from csp_docs.model import BlankPage, CouncilDocument, PageBreak
from csp_docs.model.content import ContentItem
from csp_docs.model.lists import ListItem
from csp_docs.model.reach import marked, types_of
from csp_docs.model.values import AreaFile, FileName, Markdown, PictureFile, said, some
from csp_docs.reading.blocks import BLOCKS, FILLED, OR_LISTS

_SCALARS: dict[Any, tuple[str, Schema]] = {
    bool: ("YesOrNo", values.YES_OR_NO),
    int: ("WholeNumber", values.WHOLE),
    float: ("Number", values.NUMBER),
    Decimal: ("Number", values.NUMBER),
    date: ("Date", values.DATE),
}
_TEXTS = (str, FileName, PictureFile, AreaFile)


class Schemas:
    """Makes schemas of types. Those that are used again are ``definitions``, to which schemas refer."""

    def __init__(self, explained: Explained) -> None:
        self._explained = explained
        self.definitions: dict[str, Schema] = {}

    def words(self, heading: str, key: str) -> str:
        """Return what the docs say of a key below a heading."""
        return self._explained.below(heading, key)

    def refer(self, name: str, make: Callable[[], Schema]) -> Schema:
        """Return a reference to a definition, which is made when it is first asked for."""
        if name not in self.definitions:
            self.definitions[name] = {}  # what is inside itself refers to it
            self.definitions[name] = make()
        return {"$ref": f"#/definitions/{name}"}

    def of(self, kind: Any) -> Schema:
        """Return the schema of values of a type."""
        if form := next((form for fits, form in OF_TYPES if fits(kind)), None):
            return self.refer(kind.__name__, lambda: form(self)) if _is_class(kind) else form(self)
        if kind in _SCALARS:
            name, schema = _SCALARS[kind]
            return self.refer(name, lambda: schema)
        if kind == Markdown:
            return self.refer("Words", lambda: words(self))
        if kind in _TEXTS:
            return self.refer("Text", lambda: in_both(self, values.SCALAR))
        if kind == ContentItem:
            return self.refer("ContentItem", lambda: self._item(BLOCKS))
        if kind == ListItem:
            own = {name: cls for name, cls in BLOCKS.items() if cls in get_args(ListItem)}
            return self.refer("ListItem", lambda: self._item(own))
        return self._of_structure(kind)

    def _of_structure(self, kind: Any) -> Schema:
        if kind is CouncilDocument:
            return self.refer("DocumentInside", self._inside)
        if _is_class(kind) and attrs.has(kind):
            return self.refer(kind.__name__, lambda: self._with_short_form(kind))
        if isinstance(kind, type) and issubclass(kind, Enum):
            return choice(member.value for member in kind)
        if get_origin(kind) is tuple:
            return self._list(get_args(kind)[0])
        if get_origin(kind) in (dict, Mapping):
            return self.of(CouncilTemplate) if get_args(kind)[1] is Any else names(self.of(get_args(kind)[1]))
        if get_origin(kind) in (Union, types.UnionType):
            return any_of(*(self.of(member) for member in get_args(kind) if member is not types.NoneType))
        raise TypeError(f"no schema for {kind}")

    def _list(self, kind: Any, fewest: int = 0) -> Schema:
        """Return the schema of a list, in place of which one text is enough if its items may be texts."""
        return self.refer(f"{'Some' if fewest else 'ListOf'}{_name(kind)}", lambda: self._listed(kind, fewest))

    def _listed(self, kind: Any, fewest: int) -> Schema:
        items = listed(self.of(kind), fewest)
        if Markdown in (kind, *get_args(kind)) or kind is str or _short_form(kind) or _is_enum(kind):
            return in_both(self, any_of(items, values.SCALAR))
        return in_both(self, items)

    def keys_of(self, cls: Any) -> Schema:
        """Return the schema of the keys of a class, without its short form.

        A document inside another has its council, so only the schema of a file needs the key.
        """
        given = attrs.fields_dict(cls)
        filled = cls in FILLED.values()
        properties = {name: self._field(cls, given[name]) for name in types_of(cls) if given[name].init}
        if filled:
            properties["data"] = described(self.of(str), self._explained.of(cls, "data"))
        if isinstance(kind := getattr(cls, "kind", None), str):
            properties = {"kind": described(choice([kind]), self._explained.of(cls, "kind")), **properties}
        needed = [name for name, field in given.items() if field.default is attrs.NOTHING and name != "council"]
        of_file = set(marked(cls, "in_file")) if filled else set()
        whole = keys(properties, [name for name in needed if name not in of_file])
        whole.update(OF_KEYS.get(cls, {}))
        if in_file := [name for name in needed if name in of_file]:
            whole["anyOf"] = [{"required": in_file}, {"required": ["data"]}]  # editors name what the first lacks
        return whole

    def _field(self, cls: Any, field: attrs.Attribute[Any]) -> Schema:
        return described(self._value(cls, field), self._explained.of(cls, field.name))

    def _value(self, cls: type, field: attrs.Attribute[Any]) -> Schema:
        """Return the schema of the value of a field."""
        form = next((OF_FIELDS[base, field.name] for base in cls.__mro__ if (base, field.name) in OF_FIELDS), None)
        return form(self) if form else self.usual(cls, field.name)

    def usual(self, cls: Any, name: str) -> Schema:
        """Return the schema of a field by its type; a list or names may have to hold something."""
        kind, field = types_of(cls)[name], attrs.fields_dict(cls)[name]
        if limits := field.metadata.get("within"):
            return values.within(_SCALARS[kind][1], *limits)
        if said in _validators(field) and kind == Markdown:
            return some_words(self)
        if some not in _validators(field):
            return self.of(kind)
        if get_origin(kind) is tuple:
            return self._list(get_args(kind)[0], fewest=1)
        return {**self.of(kind), "minProperties": 1}

    def _with_short_form(self, cls: type) -> Schema:
        short = _short_form(cls)
        if not short:
            return self.keys_of(cls)
        return any_of(self._value(cls, attrs.fields_dict(cls)[short]), self.keys_of(cls))

    def _item(self, blocks: Mapping[str, type]) -> Schema:
        """Return the schema of an item: a text, a list of bullets, or one key that names a block."""
        known = {name: described(self._block(cls), self._explained.block(name)) for name, cls in blocks.items()}
        block = {**keys(known), "minProperties": 1, "maxProperties": 1}
        *_, in_another = words(self)["anyOf"]
        return any_of(in_both(self, any_of(block, values.SCALAR)), in_another, listed(self.of(ListItem), 1))

    def _block(self, cls: Any) -> Schema:
        if cls in (PageBreak, BlankPage):
            return values.YES
        first, *others = attrs.fields(cls)
        if not others:
            return self._value(cls, first)
        return any_of(self._value(cls, first), self.of(cls)) if cls in OR_LISTS else self.of(cls)

    def _inside(self) -> Schema:
        """Return the schema of a document inside another: a file, or its keys, by its kind."""
        kind = described(choice(KINDS), self._explained.of(CouncilDocument, "kind"))
        whole = {"type": "object", "properties": {"kind": kind}, "required": ["kind"], "allOf": [*map(self._if, KINDS)]}
        return any_of(self.of(str), whole)

    def _if(self, kind: str) -> Schema:
        return {
            "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
            "then": self.refer(KINDS[kind].__name__, lambda: self.keys_of(KINDS[kind])),
        }


def _name(kind: Any) -> str:
    """Return the name of a type in the names of definitions."""
    if kind in (Markdown, ContentItem, ListItem):
        return {Markdown: "Words", ContentItem: "Content", ListItem: "Items"}[kind]
    if _is_class(kind):
        return "Text" if kind is str else str(kind.__name__).capitalize() if kind in _SCALARS else str(kind.__name__)
    names_of = dict.fromkeys(map(_name, get_args(kind)))
    return f"ListOf{next(iter(names_of))}" if get_origin(kind) is tuple else "Or".join(names_of)


def _is_class(kind: Any) -> bool:
    return isinstance(kind, type) and get_origin(kind) is None


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _short_form(kind: Any) -> str:
    """Return the key that a text gives where a mapping is expected; empty if there is none."""
    return next(iter(marked(kind, "short_form")), "") if isinstance(kind, type) and attrs.has(kind) else ""


def _validators(field: attrs.Attribute[Any]) -> tuple[Any, ...]:
    """Return what checks the values of a field: ``some`` refuses an empty list, ``said`` an empty text."""
    validator: Any = field.validator
    return tuple(getattr(validator, "_validators", ())) or (validator,)
