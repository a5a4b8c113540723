"""The language of a template's own words: those that it gives once are in the language of the template.

In an edition in the other language they are printed all the same, marked with their language, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from attrs import fields_dict, has

from csp_docs.errors import Code, Located, Problem, Severity, language_of, origin_of
from csp_docs.model import Language
from csp_docs.model.reach import types_of
from csp_docs.model.values import Markdown
from csp_docs.reading.reader import in_languages
from csp_docs.reading.tree import NoValue

_PRINTED = ("layouts", "terms")
"""The keys of a template that hold words of its own."""
BODIES = ("council", "partnership")
"""The keys of a template that hold names. An English name is printed in Welsh editions too, and reported."""
_NO_WORDS = re.compile(r"\{\{.*?\}\}|\{\w+\}|\[\w{1,3}\]", re.DOTALL)
"""What is filled in, and marks such as "[x]" for a figure that is not available."""


def in_its_language(tree: Mapping[str, Any], template: type, language: str) -> Mapping[str, Any]:
    """Return the tree of a ``template`` in which each text that is given once knows its ``language``."""
    types = types_of(template)
    own = {key: _marked(tree[key], types[key], language) for key in _PRINTED if key in tree}
    return {key: own.get(key, value) for key, value in tree.items()}


def names_without_welsh(bodies: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a warning for each of the ``bodies`` of a template, by their keys, that has its name in English alone."""
    for key in BODIES:
        body = bodies.get(key)
        name = body.get("name") if isinstance(body, Mapping) else None
        if isinstance(body, Mapping) and isinstance(name, str) and has_words(name) and not body.get("name_cy"):
            fact = f'the {key} has no Welsh name, and Welsh editions print "{name}"'
            hint = "add `name_cy: …` below its name"
            yield Problem(Code.OTHER_LANGUAGE, fact, hint, origin_of(name), Severity.WARNING)


def words_of_bodies(bodies: Mapping[str, Any], template: type) -> Iterator[str]:
    """Yield the words of the ``bodies`` of a ``template`` that are given once, but for their names."""
    for key in BODIES:
        others = {name: part for name, part in (bodies.get(key) or {}).items() if name not in ("name", "name_cy")}
        yield from _texts(_marked(others, types_of(template)[key], Language.ENGLISH.value))


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts of a tree that are marked with a language."""
    if isinstance(value, Mapping | list):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(part)
    elif isinstance(value, str) and language_of(value):
        yield value


def has_words(text: str) -> bool:
    """Tell whether a text has letters outside ``{{ }}`` and marks, which are words of a language."""
    return any(map(str.isalpha, _NO_WORDS.sub("", text)))


def _marked(value: Any, kind: Any, language: str) -> Any:
    if isinstance(value, str):
        return _text(value, language) if _is_words(kind) else value
    if isinstance(value, Mapping) and not in_languages(value):
        of_values = _kinds_below(kind, value)
        return _like(value, {key: _marked(part, of_values.get(key), language) for key, part in value.items()})
    if isinstance(value, list) and get_origin(kind) is tuple:
        return _like(value, [_marked(item, get_args(kind)[0], language) for item in value])
    return value


def _kinds_below(kind: Any, value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the types of the values of a mapping; none for a line that names its own language."""
    if get_origin(kind) is dict:
        return dict.fromkeys(value, Markdown)
    is_class = isinstance(kind, type) and has(kind)
    return types_of(kind) if is_class and "language" not in value else {}


def _is_words(kind: Any) -> bool:
    """Tell whether a text is read as words: as such, or as the short form of an object that has words."""
    if isinstance(kind, type) and has(kind):
        short = (name for name, field in fields_dict(kind).items() if "short_form" in field.metadata)
        return any(_is_words(types_of(kind)[name]) for name in short)
    return kind == Markdown or Markdown in get_args(kind)


def _text(text: str, language: str) -> str:
    if isinstance(text, NoValue) or not has_words(text):
        return text
    marked = Located(text)
    if isinstance(text, Located):
        marked.origin = text.origin
    marked.language = language
    return marked


def _like(value: Any, parts: Any) -> Any:
    """Return ``parts`` in a list or mapping of the same class, with the same place."""
    new = type(value)(parts)
    if origin := getattr(value, "origin", None):
        new.origin = origin
    return new
