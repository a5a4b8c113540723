"""The operators of a content stream, with their operands (ISO 32000-1, 7.8.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

Operand: TypeAlias = "float | bytes | str | list[Any] | dict[str, Any]"
"""A number, a string, a name (with its slash), an array or a dictionary."""

_TOKEN = re.compile(
    rb"(?>[\s\0]+|%[^\r\n]*)*+(?:"
    rb"(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:-\d*)?)(?=[\s\0()<>\[\]/%]|$)"
    rb"|(?P<name>/[^\s\0()<>\[\]{}/%]*)"
    rb"|\((?P<string>[^()\\]*)\)"
    rb"|(?P<open>\()"
    rb"|<(?P<hex>[0-9A-Fa-f\s\0]*)>"
    rb"|(?P<mark><<|>>|\[|\])"
    rb"|(?P<word>[^\s\0()<>\[\]{}/%]+)"
    rb"|(?P<other>[{}<>)]))"
)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_NAME_CODE = re.compile(r"#([0-9A-Fa-f]{2})")
_IMAGE_END = re.compile(rb"[\s\0]EI(?=[\s\0]|$)")
_MOST_OPERANDS = 100_000
_DEEPEST = 32


def operators(data: bytes) -> Iterator[tuple[bytes, list[Any]]]:
    """Yield each operator with its operands; a stream that breaks off is read up to there."""
    at, stack = 0, [list[Any]()]
    while found := _TOKEN.match(data, at):
        at, kind = found.end(), found.lastgroup
        operands = stack[-1]
        if kind == "word":
            word = found[0][found.start("word") - found.start() :]
            if len(stack) > 1 or word in (b"true", b"false", b"null"):
                operands.append(word)
                continue
            yield word, operands
            stack = [[]]
            if word == b"ID":
                end = _IMAGE_END.search(data, at)
                at = end.end() if end else len(data)
        elif kind == "open":
            text, at = _nested(data, at)
            operands.append(text)
        elif kind == "mark":
            _turn(stack, found["mark"])
        elif kind != "other" and len(operands) < _MOST_OPERANDS:
            operands.append(_operand(str(kind), found))


def _operand(kind: str, found: re.Match[bytes]) -> Any:
    match kind:
        case "number":
            return _number(found["number"])
        case "string":
            return found["string"].replace(b"\r\n", b"\n")
        case "hex":
            digits = re.sub(rb"[\s\0]", b"", found["hex"])
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        case _:
            return _NAME_CODE.sub(lambda code: chr(int(code[1], 16)), found["name"].decode("latin-1"))


def _number(digits: bytes) -> float:
    try:
        return float(digits)
    except ValueError:  # "12-34", which some programs write
        return float(digits.partition(b"-")[0] or 0)


def _turn(stack: list[list[Any]], mark: bytes) -> None:
    """Begin or end an array or a dictionary."""
    if mark in (b"[", b"<<"):
        if len(stack) < _DEEPEST:
            stack.append([])
    elif len(stack) > 1:
        members = stack.pop()
        keys, values = members[::2], members[1::2]
        stack[-1].append(members if mark == b"]" else dict(zip(map(str, keys), values, strict=False)))


def _nested(data: bytes, at: int) -> tuple[bytes, int]:
    """Return a string with brackets or escapes in it, and where it ends; one that never ends is the rest."""
    depth, start = 1, at
    for found in re.compile(rb"\\[\s\S]|[()]").finditer(data, at):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if not depth:
            return _ESCAPED.sub(_escape, data[start : found.start()]), found.end()
    return b"", len(data)


def _escape(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    sign = found[2]
    return b"" if sign in (b"\n", b"\r", b"\r\n") else _ESCAPES.get(sign, sign)
