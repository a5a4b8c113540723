"""Expressions that need no engine: a name with its parts, or one call; ``| upper`` may follow.

Most expressions are of this kind. Their values are the same as from the engine, which tests with random expressions
prove. If a value cannot be had, the engine says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from csp_docs.model.values import ModelError
from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.expressions.parts import part_of
from csp_docs.text.expressions.printed import printed
from csp_docs.text.expressions.scope import Scope, Value

_NAME = r"(?!(?:not|and|or|in|is|if|else|true|false|none|True|False|None|self|loop)\b)[A-Za-z][A-Za-z0-9_]*"
_PATH = rf"{_NAME}(?:\.[A-Za-z][A-Za-z0-9_]*){{0,8}}"
_TEXT = r"""(?:"[^"\\{}\r\n]*"|'[^'\\{}\r\n]*')"""
_ARGUMENT = rf"(?:{_TEXT}|(?:0|[1-9]\d{{0,8}})(?!\w)|{_PATH})"
_NAMED = rf"{_NAME}\s*=\s*(?:true\b|false\b|{_ARGUMENT})"
_CALL = rf"{_NAME}\((?:\s*{_ARGUMENT}(?:\s*,\s*{_ARGUMENT})*(?:\s*,\s*{_NAMED})?\s*)?\)"
_SIMPLE = rf"\s*(?:(?P<call>{_CALL})|(?P<path>{_PATH}))\s*(?P<upper>\|\s*upper\s*)?"
SLOT = re.compile(rf"\{{\{{(?P<source>{_SIMPLE})\}}\}}", re.ASCII)
"""An expression of this kind in its braces."""
_ARGUMENTS = re.compile(rf"(?:({_NAME})\s*=\s*)?({_TEXT}|\d+|{_PATH}|true|false)\s*(?:,\s*|\))", re.ASCII)
_LONGEST = 500
_CONSTANTS = {"true": True, "false": False}
_FAILURES = (ExpressionError, ModelError, ValueError, TypeError, ArithmeticError, LookupError, AttributeError)


def is_simple(source: str) -> bool:
    """Tell whether an expression is of this kind."""
    return _read(source) is not None


def _read(source: str) -> re.Match[str] | None:
    return SLOT.fullmatch(f"{{{{{source}}}}}") if len(source) <= _LONGEST else None


def evaluate(source: str, scope: Scope) -> Value | None:
    """Return the value of a simple expression; None where the engine is needed, also to say what is wrong."""
    found = _read(source)
    if not found:
        return None
    with suppress(*_FAILURES):
        result = _called(found["call"], scope) if found["call"] else _named(found["path"], scope)
        if not found["upper"] or isinstance(result, str):
            value = printed(result.upper() if found["upper"] and isinstance(result, str) else result, scope)
            scope.used.update(_names(found))
            return value
    return None


def names_in(source: str) -> frozenset[str] | None:
    """Return the names that a simple expression uses, each with its parts: ``meeting.date``; None for any other."""
    found = _read(source)
    return frozenset(_names(found)) if found else None


def _names(found: re.Match[str]) -> list[str]:
    if found["path"]:
        return [found["path"]]
    return [value for _, value in _arguments(found["call"]) if _is_path(value)]


def _called(call: str, scope: Scope) -> object:
    name = call.partition("(")[0]
    args: list[Any] = []
    kwargs: dict[str, Any] = {}
    for key, written in _arguments(call):
        value = _named(written, scope) if _is_path(written) else _constant(written)
        if key:
            kwargs[key] = value
        else:
            args.append(value)
    return scope.functions[name](*args, **kwargs)


def _arguments(call: str) -> Iterator[tuple[str, str]]:
    """Yield the values in the brackets of a call as they are written, each with its name or ""."""
    for found in _ARGUMENTS.finditer(call, call.index("(") + 1):
        yield found[1] or "", found[2]


def _is_path(written: str) -> bool:
    return written[0].isalpha() and written not in _CONSTANTS


def _constant(written: str) -> object:
    if written in _CONSTANTS:
        return _CONSTANTS[written]
    return written[1:-1] if written[0] in "\"'" else int(written)


def _named(path: str, scope: Scope) -> object:
    """Return the value of names that are joined by full stops."""
    first, *parts = path.split(".")
    if first in scope.withheld:
        raise LookupError(first)
    value = scope.names[first]
    for part in parts:
        value = part_of(value, part)
    return value
