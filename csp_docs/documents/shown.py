"""A council template as YAML with all that it comes to: where each value is from, and what each key means."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from textwrap import wrap
from typing import Any, TypeAlias, get_origin

from attrs import Attribute, fields, has

from csp_docs.council.colours import colour_problems
from csp_docs.council.merged import merged, template_at, template_for
from csp_docs.council.shipped import shipped
from csp_docs.council.template import CouncilTemplate, Layouts, Look
from csp_docs.documents.schema.shipped import COUNCIL, content
from csp_docs.documents.writing.keys import as_it_is, usual, value_keys
from csp_docs.documents.writing.layout import pair
from csp_docs.documents.writing.names import seen_from
from csp_docs.errors import Code, CspDocsError, Problem, origin_of
from csp_docs.model.reach import types_of
from csp_docs.model.values import FileName
from csp_docs.reading.reader import in_languages
from csp_docs.records import record
from csp_docs.theme.colours import Colours
from csp_docs.theme.palette import accent_led

_Words: TypeAlias = Mapping[str, Any]
"""A part of the JSON Schema of templates, which says what keys mean."""
_DEFAULT = "default"
_NOT_GIVEN = "not given"
"""What is said of a value that is empty, in a comment so that the template stays one."""
_WIDTH, _SOURCE_AT = 116, 60
"""How long a line may be, and where in it the place of a value begins."""


def shown(template: str, findings: list[Problem], kind: str = "") -> str:
    """Return all that a template comes to, as YAML that is a template itself; of one ``kind``, only its layout.

    ``template`` is the name of a shipped one, or the path of a file. Raises TemplateError.
    """
    tree = merged(template, findings)
    if kind:
        tree = {"layouts": {kind: tree.get("layouts", {}).get(kind, {})}}
    folder = Path(template_at(template).origin.file).parent
    return "\n".join(_Shown(folder, kind).keys(CouncilTemplate, tree, _schema())).strip() + "\n"


def mistakes(template: str) -> list[Problem]:
    """Return what keeps documents from using a template. One without a council's name is for others to extend."""
    council = template_at(template)
    try:
        template_for(council, Path(council.origin.file))
    except CspDocsError as error:
        return [problem for problem in error.findings if problem.code is not Code.NAMELESS_COUNCIL]
    return []


@record
class _Shown:
    """Writes the keys of a template in a ``folder``; if a ``kind`` is named, only its layout."""

    folder: Path
    kind: str

    def keys(self, cls: type, tree: Mapping[str, Any], words: _Words) -> Iterator[str]:
        """Yield the lines of an object of the template, given or not."""
        for field in fields(cls):
            if self.kind and cls in (CouncilTemplate, Layouts) and field.name not in tree:
                continue
            about = _below(words, field.name)
            if lines := [*self._key(field, types_of(cls)[field.name], tree.get(field.name), about)]:
                yield from [""] if cls in (CouncilTemplate, Layouts) else []
                yield from (*_said(about), *lines)

    def _key(self, field: Attribute[Any], kind: Any, given: Any, words: _Words) -> Iterator[str]:
        if isinstance(kind, type) and has(kind) and _has_keys(given):
            yield from _headed(field.name, self.keys(kind, given or {}, words))
        elif get_origin(kind) is dict:
            derived = _derived(given or {}) if field == fields(Look).colours else {}
            yield from _headed(field.name, chain(self._names(given or {}, words), _not_given(derived, words)))
        elif given is not None:
            is_file = isinstance(given, str) and given and _is_file(kind)
            value = seen_from(self.folder, given, field.name) if is_file else as_it_is(given)
            yield from _sourced(pair(field.name, value, 0), self._source(given))
        elif (value := usual(field)) not in (None, "", (), {}):
            yield from _sourced(pair(field.name, value_keys(value), 0), _DEFAULT)
        else:
            yield from _sourced(iter([f"# {field.name}:"]), _NOT_GIVEN)

    def _names(self, given: Mapping[str, Any], words: _Words) -> Iterator[str]:
        """Yield the lines of names with values, such as printed words."""
        for name, value in given.items():
            yield from (*_said(_below(words, name)), *_sourced(pair(name, as_it_is(value), 0), self._source(value)))

    def _source(self, value: Any) -> str:
        """Return where a value is from: the default template, another one that is shipped, or a file, with the line."""
        place = origin_of(value)
        if not place or not place.file:
            return _DEFAULT
        path = Path(place.file)
        if path.parent == shipped("councils"):
            return path.stem if path.stem == _DEFAULT else f"{path.stem}, line {place.line}"
        inside = path.resolve().is_relative_to(self.folder.resolve())
        name = path.resolve().relative_to(self.folder.resolve()) if inside else path
        return f"{name.as_posix()}, line {place.line}"


def _derived(given: Mapping[str, str]) -> Mapping[str, str]:
    """Return the colours that a template does not choose: the usual ones, and those that go with its accent."""
    if not all(isinstance(value, str) for value in given.values()) or any(colour_problems(given)):
        return {}
    chosen = {name: value.removeprefix("#").upper() for name, value in given.items()}
    colours = accent_led(chosen)
    return {one.name: f"#{getattr(colours, one.name)}" for one in fields(Colours) if one.name not in given}


def _not_given(values: Mapping[str, str], words: _Words) -> Iterator[str]:
    """Yield names with values that a template does not give, as comments."""
    for name, value in values.items():
        about = _said(_below(words, name))
        yield from (*about, *_sourced((f"# {line}" for line in pair(name, value, 0)), _DEFAULT))


def _has_keys(given: Any) -> bool:
    """Tell whether an object is written with a line for each of its keys, and not in short."""
    return given is None or (isinstance(given, Mapping) and not in_languages(given))


def _is_file(kind: Any) -> bool:
    """Tell whether a text names a file: as such, or as the short form of an object that has one."""
    return kind == FileName or (has(kind) and FileName in types_of(kind).values())


def _headed(name: str, lines: Iterator[str]) -> Iterator[str]:
    below = [*lines]
    if below:
        yield f"{name}:" if any(line and not line.startswith("#") for line in below) else f"# {name}:"
        yield from (f"  {line}" if line else "" for line in below)


def _sourced(lines: Iterator[str], source: str) -> Iterator[str]:
    """Yield the lines of a key, with the place of its value at the end of the first."""
    first, *others = lines
    yield f"{first:{_SOURCE_AT}}  # {source}"
    yield from others


def _said(words: _Words) -> list[str]:
    """Return what a key means, as comments before it."""
    return [f"# {line}" for line in wrap(" ".join(words.get("description", "").split()), _WIDTH)]


def _below(words: _Words, name: str) -> _Words:
    found: _Words = _target(words).get("properties", {}).get(name, {})
    return found


def _target(words: _Words) -> _Words:
    """Return the part of the schema that a part refers to."""
    found: _Words = _schema().get("definitions", {}).get(words.get("$ref", "").rpartition("/")[2], words)
    return found


@cache
def _schema() -> _Words:
    found: _Words = json.loads(content(COUNCIL))
    return found
