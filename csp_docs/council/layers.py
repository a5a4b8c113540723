"""The layers of a council template: its own keys, those of the templates that it extends, and a document's overrides.

A process that builds many documents of a council reads its template once. What a layer is known by is all that is in
it, with its places, so a template that was changed in the meantime is read again.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any

from attrs import field, frozen

from csp_docs.council.languages import in_its_language
from csp_docs.errors import Origin, Problem, TemplateError, errors_in, language_of, origin_of
from csp_docs.reading.source import text_of
from csp_docs.reading.tree import parse


@frozen
class Layer:
    """One layer; two layers are equal if what they are ``known_by`` is."""

    known_by: Hashable
    tree: Mapping[str, Any] = field(eq=False)

    @classmethod
    def given(cls, tree: Mapping[str, Any], also: Hashable = None) -> Layer:
        """Return the layer of keys that a document gives; it is known by something else ``also``."""
        return cls((_content(tree), also), tree)


@lru_cache(maxsize=64)
def read_layer(content: bytes, file: str, within: str) -> tuple[Layer, tuple[Problem, ...]]:
    """Return the layer of a template's file, and what was left out of it.

    Raises TemplateError, or LoadError for a file that is not YAML.
    """
    findings: list[Problem] = []
    tree, problems = parse(text_of(content, file, findings), file, within)
    if errors_in(problems):
        raise TemplateError(problems)
    return Layer((content, file, within), tree), (*findings, *problems)


@lru_cache(maxsize=64)
def in_language_of(layer: Layer, template: type, language: str) -> Layer:
    """Return a layer of a ``template`` in which each text that is given once knows its ``language``."""
    return Layer((layer.known_by, language), in_its_language(layer.tree, template, language))


def _content(value: object) -> Hashable:
    """Return all that is in a tree, with the places."""
    parts: object = value
    if isinstance(value, Mapping):
        parts = tuple((_content(key), _content(part)) for key, part in value.items())
    elif isinstance(value, list):
        parts = tuple(map(_content, value))
    place = origin_of(value) or Origin()
    language = language_of(value) if isinstance(value, str) else ""
    return type(value), parts, place, place.within, place.given_in, language
