"""Keys, lists and texts as lines of YAML: short ones in one line, all others below their key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from csp_docs.documents.writing.scalars import folded, in_line

_WIDTH = 110
_LONG = 6
"""The fewest lines of an item that needs an empty line after it."""
_SHORT = 40
"""The most characters of a text inside brackets."""


def whole(keys: Mapping[str, Any]) -> str:
    """Return a document: empty lines are around what is longer than a line, and between long items."""
    parts = [[*pair(name, value, 0)] for name, value in keys.items()]
    for part, value in zip(parts, keys.values(), strict=True):
        if isinstance(value, list) and isinstance(value[0], Mapping):
            part[:] = _apart(part)
    lines = list[str]()
    for number, part in enumerate(parts):
        if number and max(len(part), len(parts[number - 1])) > 1:
            lines.append("")
        lines += part
    return "\n".join(lines) + "\n"


def _apart(lines: list[str]) -> list[str]:
    """Return the lines of a list of the document, with empty lines between its items if one of them is long."""
    starts = [number for number, line in enumerate(lines) if line.startswith("  - ")]
    if all(end - start < _LONG for start, end in pairwise([*starts, len(lines)])):
        return lines
    return [spaced for number, line in enumerate(lines) for spaced in ([""] * (number in starts[1:]) + [line])]


def after_key(value: object, indent: int, used: int) -> list[str]:
    """Return what follows a key and its colon: the rest of that line, and the lines below it, without ``indent``.

    ``used`` are the characters of the line up to the colon.
    """
    if (line := brief(value, _WIDTH - used - 1)) is not None:
        return [f" {line}"]
    if isinstance(value, str):
        sign, *lines = folded(value, _WIDTH - indent - 2) or [in_line(value)]
        return [f" {sign}", *_indented(lines)]
    return ["", *_indented(_below(value, indent + 2))]


def item(value: object, indent: int) -> list[str]:
    """Return what follows the sign of an item in a list; the lines after the first are below its first character."""
    if (line := brief(value, _WIDTH - indent)) is not None:
        return [line]
    if isinstance(value, str):
        sign, *lines = folded(value, _WIDTH - indent) or [in_line(value)]
        return [sign, *lines]
    return [*_below(value, indent)]


def _below(value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from pair(name, part, indent)
    else:
        for part in value:
            yield from listed(part, indent)


def listed(value: object, indent: int) -> Iterator[str]:
    """Yield the lines of an item in a list."""
    first, *lines = item(value, indent + 2)
    yield f"- {first}"
    yield from _indented(lines)


def pair(name: str, value: object, indent: int) -> Iterator[str]:
    """Yield the lines of a key with its value."""
    key = in_line(name)
    first, *lines = after_key(value, indent, indent + len(key) + 1)
    yield f"{key}:{first}"
    yield from lines


def brief(value: object, room: int) -> str | None:
    """Return a value in one line; None if it does not fit, or is too long to be read in one."""
    if isinstance(value, str) and "\n" in value and folded(value, room):
        return None
    line = in_line(value) if isinstance(value, str) else in_brackets(value) if _is_short(value) else None
    return line if line is not None and len(line) <= room else None


def _is_short(value: object) -> bool:
    """Tell whether a value can be read in one line: a few short texts and numbers."""
    match value:
        case Mapping():
            lists = [part for part in value.values() if isinstance(part, Mapping | list)]
            words = [part for part in value.values() if isinstance(part, str)]
            numbers = all(isinstance(item, int) for part in lists for item in part)
            return len(value) > 1 and numbers and all(map(_is_short, words))
        case list():
            return all(isinstance(part, str | int) and _is_short(part) for part in value)
        case str():
            return len(value) <= _SHORT and "\n" not in value
    return True


def in_brackets(value: object) -> str:
    """Return a value as it is written inside brackets, in one line."""
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return in_line(value, in_brackets=True)
        case Mapping():
            pairs = (f"{in_brackets(name)}: {in_brackets(part)}" for name, part in value.items())
            return "{" + ", ".join(pairs) + "}"
        case list():
            return "[" + ", ".join(map(in_brackets, value)) + "]"
    return str(value)


def _indented(lines: Iterator[str] | list[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)
