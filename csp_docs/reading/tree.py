"""A YAML file as a tree in which every text, list and mapping has its place in the file.

Only plain YAML is read. Every scalar is a text, even if it looks like a number. Tags, anchors, aliases and merge keys
are refused, so no value comes from another place, and a small file cannot become large.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

import yaml
from attrs import evolve
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from csp_docs.errors import Code, LoadError, Located, Origin, Problem, Severity, errors_in, origin_of
from csp_docs.model.values import DEEPEST, FEWER, TOO_MANY
from csp_docs.reading import commas
from csp_docs.reading.faults import quoted, shortened
from csp_docs.reading.python_parser import PythonParser
from csp_docs.reading.source import source_text
from csp_docs.reading.syntax import swallowed, syntax_problem
from csp_docs.text.characters import clean, is_clean

# The C parser is about ten times as fast. It is missing where PyYAML was installed without libyaml.
_PARSER: Any = getattr(yaml, "CSafeLoader", PythonParser)


_COMMENT = re.compile(r"[ \t]+(?P<comment>#\d[^\n]*)")
"""A comment that is more likely a text: "#2 with the police"."""


class LocatedList(list[Any]):
    """A list with the place where it was written."""

    origin: Origin


class LocatedDict(dict[str, Any]):
    """A mapping with the place where it was written. Its keys have their places too, with the mapping's ``path``."""

    origin: Origin


class NoValue(Located):
    """Takes the place of a value that cannot be used. Its problem has already been reported."""


class _Split(NoValue):
    """A number or text inside braces, such as ``12,000``, where YAML read what follows the comma as a key."""


Node: TypeAlias = Located | LocatedList | LocatedDict


def read(path: Path, *, shown: str | None = None) -> LocatedDict:
    """Return the tree of a YAML file; ``shown`` is the name for messages. Raises LoadError with all problems."""
    file, findings = str(path) if shown is None else shown, list[Problem]()
    tree, problems = parse(source_text(path, file, findings), file)
    if errors_in(problems):
        raise LoadError([*findings, *problems])
    return tree


def parse(text: str, file: str, within: str = "") -> tuple[LocatedDict, list[Problem]]:
    """Return the tree of a YAML text, the problems of single values that could be skipped, and warnings.

    The files that it names are in the folder ``within`` or below it; by default, that is the folder of ``file``. Raises
    LoadError, with these problems too, for a text that is not YAML or not a mapping.
    """
    try:
        return _Builder(_PARSER(text), text, file, within).document()
    except (yaml.YAMLError, ValueError):
        return _parse_again(text, file, within)


def _parse_again(text: str, file: str, within: str) -> tuple[LocatedDict, list[Problem]]:
    """Parse with PyYAML's own parser. Its messages say more, and are the same on every computer."""
    loader = PythonParser(text)
    builder = _Builder(loader, text, file, within)
    try:
        return builder.document()
    except yaml.MarkedYAMLError as error:
        raise LoadError([*builder.problems, syntax_problem(error, file, text)]) from None
    except ValueError:
        # An escape above U+10FFFF makes PyYAML raise Python's own error.
        origin = Origin(file, loader.line + 1, loader.column + 1)
        problem = Problem(Code.NOT_YAML, "this escape is not a character", "use an escape up to \\U0010FFFF", origin)
        raise LoadError([*builder.problems, problem]) from None


class _Builder:
    """Builds the tree from the parser's events."""

    def __init__(self, loader: Any, source: str, file: str, within: str) -> None:
        self.loader, self.file, self.within = loader, file, within
        self.source = source if "#" in source and _COMMENT.search(source) else ""
        self.clean = is_clean(source)  # only escapes between double quotes can add characters that cannot be printed
        self.problems: list[Problem] = []

    def document(self) -> tuple[LocatedDict, list[Problem]]:
        self._next()
        if not isinstance(self._next(), DocumentStartEvent):
            self._stop(
                Code.NO_DOCUMENT,
                "there is no document in the file",
                'begin with "kind: " and "title: "',
                Origin(self.file, 1, 1),
            )
        event = self._next()
        root = self._node(event, self._origin(event, ""))
        if isinstance(root, NoValue):
            raise LoadError(self.problems)
        if not isinstance(root, LocatedDict):
            self._stop(
                Code.NO_DOCUMENT,
                "there are no keys in the file",
                'write keys with values, such as "title: …"',
                root.origin,
            )
        self._next()
        event = self._next()
        if isinstance(event, DocumentStartEvent):
            self._refuse(
                Code.SECOND_DOCUMENT, "a second document begins here", 'remove the line "---"', self._origin(event, "")
            )
        return root, self.problems

    def _node(self, event: Event, origin: Origin, depth: int = 1, key: str = "") -> Node:
        if depth > DEEPEST:
            place = evolve(origin, path="")
            self._stop(Code.TOO_MANY_LEVELS, TOO_MANY, FEWER, place)
        self._refuse_tag_and_anchor(event, origin)
        match event:
            case MappingStartEvent():
                return self._mapping(origin, depth, bool(event.flow_style))
            case SequenceStartEvent():
                return self._list(origin, depth, bool(event.flow_style))
            case ScalarEvent():
                return self._text(event, origin, key)
            case _:
                return NoValue.at("", origin)

    def _text(self, event: ScalarEvent, origin: Origin, key: str) -> Located:
        if _is_empty(event):
            hint = 'write a value, or leave the key out; "" is an empty text'
            if " " in key:  # keys of the format have no spaces
                text = quoted(f"{key}:")
                hint = f"if this is a text that ends with a colon, put it in quotes: {text}; if not, write a value"
            end: Any = event.end_mark
            if self.source and (found := swallowed(self.source, end.index)):
                hint = found
            self._refuse(Code.NO_VALUE, "there is no value", hint, origin)
            return NoValue.at("", origin)
        if self.source and not event.style:
            self._warn_of_comment(event, origin)
        return self._clean(event, origin)

    def _warn_of_comment(self, event: ScalarEvent, origin: Origin) -> None:
        """Warn of a comment such as "#2 with the police", which is the rest of a text if that has no quotes."""
        end: Any = event.end_mark
        if found := _COMMENT.match(self.source, end.index):
            fact = f'"{shortened(found["comment"])}" is a comment, and is not printed'
            whole = quoted(f"{event.value} {found['comment']}")
            hint = f"put the text in quotes: {whole}; write a space after the # of a comment"
            place = evolve(origin, line=end.line + 1, column=end.column + 1)
            self.problems.append(Problem(Code.COMMENT_OR_TEXT, fact, hint, place, Severity.WARNING))

    def _clean(self, event: ScalarEvent, origin: Origin) -> Located:
        if self.clean and event.style != '"':
            return Located.at(event.value, origin)
        text, found = clean(event.value, origin)
        self.problems += found
        return NoValue.at("", origin) if errors_in(found) else Located.at(text, origin)

    def _list(self, origin: Origin, depth: int, in_brackets: bool) -> LocatedList:
        values = LocatedList()
        values.origin = origin
        events = list[Any]()
        for position, event in enumerate(self._until(SequenceEndEvent)):
            values.append(self._node(event, self._origin(event, f"{origin.path}[{position}]"), depth + 1))
            events.append(event)
        if in_brackets and (whole := commas.thousands(events)):
            fact = f'"{whole}" is read as two values'
            self.problems.append(Problem(Code.COMMA_IN_LIST, fact, commas.NUMBERS, origin, Severity.WARNING))
        return values

    def _mapping(self, origin: Origin, depth: int, in_braces: bool) -> LocatedDict | Located:
        values = LocatedDict()
        values.origin = origin
        readable = True
        reported = len(self.problems)
        for event in self._until(MappingEndEvent):
            if isinstance(event, ScalarEvent):
                self._pair(values, event, depth, in_braces)
            else:
                readable = False
                self._unreadable_pair(event, self._origin(event, origin.path), depth)
        for value in values.values():
            if isinstance(value, _Split):
                self._refuse(Code.SPLIT_NUMBER, *commas.split(value), value.origin)
        nothing_left = not values and len(self.problems) > reported
        return values if readable and not nothing_left else NoValue.at("", origin)

    def _pair(self, values: LocatedDict, key_event: ScalarEvent, depth: int, in_braces: bool) -> None:
        key = self._clean(key_event, self._origin(key_event, values.origin.path))
        self._refuse_tag_and_anchor(key_event, key.origin)
        reported = len(self.problems)
        event = self._next()
        if in_braces and isinstance(event, ScalarEvent) and _is_empty(event) and not key_event.style:
            last, before = next(reversed(values.items()), ("", None))
            if isinstance(before, Located) and (whole := commas.joined(before, key, split=isinstance(before, _Split))):
                values[last] = _Split.at(whole, before.origin)
                return
        path = f"{values.origin.path}.{key}".removeprefix(".")
        # Parsers do not agree on the place of an empty value, so it has the place of its key.
        at = key_event if isinstance(event, ScalarEvent) and _is_empty(event) else event
        value = self._node(event, self._origin(at, path), depth + 1, key)
        if in_braces and isinstance(event, ScalarEvent) and _is_empty(event) and len(self.problems) == reported + 1:
            self.problems[reported] = evolve(self.problems[reported], hint=commas.FORGOTTEN)
        if key == "<<" and not key_event.style:
            del self.problems[reported:]
            self._refuse(Code.YAML_FEATURE, 'merge keys are not allowed: "<<"', "write the keys in full", key.origin)
        elif key in values:
            first = next(known for known in values if known == key)
            self._refuse(
                Code.KEY_TWICE, f'the key "{key}" is given twice', f"it is first in line {_line(first)}", key.origin
            )
        elif not key:
            self._refuse(Code.NOT_A_KEY, "a key has no name", 'write the name before ":"', key.origin)
        else:
            values[key] = value

    def _unreadable_pair(self, key_event: Event, origin: Origin, depth: int) -> None:
        """Skip a pair whose key is not a text, as in ``{{ council.name }}`` without quotes."""
        reported = len(self.problems)
        self._node(key_event, origin, depth + 1)
        self._node(self._next(), origin, depth + 1)
        del self.problems[reported:]
        hint = 'put a text that begins with "{", "[" or "*" in quotes: "{{ … }}"'
        self._refuse(Code.NOT_A_KEY, "a key must be a text", hint, origin)

    def _refuse_tag_and_anchor(self, event: Event, origin: Origin) -> None:
        if isinstance(event, AliasEvent):
            hint = 'write the text in full, or put a text that begins with "*" in quotes'
            self._refuse(Code.YAML_FEATURE, f'aliases are not allowed: "*{event.anchor}"', hint, origin)
        elif isinstance(event, NodeEvent) and event.anchor is not None:
            hint = 'remove it, or put a text that begins with "&" in quotes'
            self._refuse(Code.YAML_FEATURE, f'anchors are not allowed: "&{event.anchor}"', hint, origin)
        tag = getattr(event, "tag", None)
        if tag is not None:
            shown = tag.replace("tag:yaml.org,2002:", "!!", 1)
            hint = 'remove it, or put a text that begins with "!" in quotes'
            self._refuse(Code.YAML_FEATURE, f'tags are not allowed: "{shown}"', hint, origin)

    def _until(self, end: type[Event]) -> Iterator[Event]:
        while not isinstance(event := self._next(), end):
            yield event

    def _next(self) -> Event:
        event: Event = self.loader.get_event()
        return event

    def _origin(self, event: Event, path: str) -> Origin:
        mark: Any = event.start_mark
        return Origin(self.file, mark.line + 1, mark.column + 1, path, self.within)

    def _refuse(self, code: Code, fact: str, hint: str, origin: Origin) -> None:
        self.problems.append(Problem(code, fact, hint, origin))

    def _stop(self, code: Code, fact: str, hint: str, origin: Origin) -> NoReturn:
        raise LoadError([*self.problems, Problem(code, fact, hint, origin)])


def _is_empty(event: ScalarEvent) -> bool:
    """Tell whether an unquoted scalar is empty, or one of YAML's words for an empty value."""
    return not event.style and event.value in ("", "~", "null", "Null", "NULL")


def _line(key: str) -> int:
    origin = origin_of(key)
    return origin.line if origin else 0
