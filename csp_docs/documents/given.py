"""Documents that a script gives as keys with values: the tree that a file with them would have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from csp_docs.council.given import as_written
from csp_docs.errors import Code, LoadError, Located, Problem, errors_in
from csp_docs.reading.faults import found
from csp_docs.reading.tree import LocatedDict, LocatedList, NoValue
from csp_docs.text.characters import clean


def given_as_keys(keys: Mapping[str, Any], file: str) -> tuple[LocatedDict, list[Problem]]:
    """Return the tree of keys with values as if they were in ``file``, and what is wrong. Raises LoadError."""
    if not isinstance(keys, Mapping):
        raise LoadError([Problem(Code.WRONG_TYPE, f"the document must be keys with values, not {found(keys)}")])
    problems: list[Problem] = []
    tree: LocatedDict = as_written(keys, "", problems)
    return _mapping(tree, file, problems), problems


def _in_file(node: Any, file: str, problems: list[Problem]) -> Any:
    """Return a part of a tree with the file as its place, and only characters that can be printed."""
    match node:
        case LocatedDict():
            return _mapping(node, file, problems)
        case LocatedList():
            parts = LocatedList(_in_file(part, file, problems) for part in node)
            parts.origin = evolve(node.origin, file=file)
            return parts
        case bytes():  # the content of a picture
            return node
    return _text(node, file, problems)


def _text(node: Any, file: str, problems: list[Problem]) -> Located:
    origin = evolve(node.origin, file=file)
    text, left_out = clean(node, origin)
    problems += left_out
    kind: type[Located] = NoValue if errors_in(left_out) else type(node)
    return kind.at(text, origin)


def _mapping(node: LocatedDict, file: str, problems: list[Problem]) -> LocatedDict:
    parts = LocatedDict()
    parts.origin = evolve(node.origin, file=file)
    for name, part in node.items():
        parts[_text(name, file, problems)] = _in_file(part, file, problems)
    return parts
