"""The ``{{ }}`` of a text: Jinja2's syntax and sandbox, limited to names, their parts and the given functions.

The text of a document may come from anyone, so an expression may use only what is on a short list (``permitted``),
which is checked before anything is compiled. There are no methods, no filters except ``upper``, no functions of Jinja2
and no loops. An expression can only read and print what the scope gives it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress

import attrs

from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.expressions.scope import Expression, Scope, Value, ValueOf

__all__ = [
    "LONGEST",
    "SIMPLE_SLOT",
    "UNKNOWN",
    "Expression",
    "Scope",
    "Value",
    "ValueOf",
    "check",
    "evaluate",
    "judge",
    "names_in",
    "split",
]

_WORD = r"(?!(?:not|and|or|in|is|if|else|true|false|none|True|False|None|self|loop)\b)[A-Za-z][A-Za-z0-9_]*"
SIMPLE = re.compile(rf"\s*{_WORD}(?:\.[A-Za-z][A-Za-z0-9_]*)*\s*")
SIMPLE_SLOT = re.compile(rf"\{{\{{({SIMPLE.pattern})\}}\}}")
LONGEST_RESULT = 10_000
LONGEST = 100_000  # characters of one text: about 30 pages
UNKNOWN = "https://unknown"
"""Takes the place of a value that is not known. It is valid as words and as an address."""


def evaluate(source: str, scope: Scope) -> Value:
    """Return the value of one expression: text, a node (a reference) or words with marks. Raises ExpressionError."""
    if SIMPLE.fullmatch(source):
        found = _simple(source.strip(), scope)
        if isinstance(found, str) and found.strip() and len(found) < LONGEST_RESULT:
            return str(found)
    from csp_docs.text.expressions import engine

    return engine.evaluate(source, scope)


def _simple(source: str, scope: Scope) -> object:
    """Return the value of names joined by full stops; None where the full engine is needed."""
    first, *parts = source.split(".")
    scope.used.add(source)
    value = scope.names.get(first)
    for part in parts:
        if isinstance(value, Mapping):
            value = value.get(part)
        elif attrs.has(kind := type(value)) and part in attrs.fields_dict(kind):
            value = getattr(value, part)
        else:
            return None
    return value


def split(text: str) -> list[str | Expression]:
    """Return the literal parts of ``text`` and its expressions, in order. Raises ExpressionError."""
    if "{" not in text:
        return [text] if text else []
    literals, names = (parts := SIMPLE_SLOT.split(text))[::2], parts[1::2]
    if not any("{" in literal or "}" in literal for literal in literals):
        found: list[str | Expression] = [literals[0]]
        for name, literal in zip(names, literals[1:], strict=True):
            found += [Expression(name), literal]
        return [part for part in found if part]
    from csp_docs.text.expressions import engine

    return engine.split(text)


def check(text: str) -> None:
    """Raise ExpressionError for the first expression of ``text`` that no scope could print."""
    for part in split(text):
        if isinstance(part, Expression):
            judge(part)


def names_in(text: str) -> frozenset[str]:
    """Return the names that the expressions of ``text`` use, each with its parts: ``meeting.date``.

    An expression that cannot be read has none: ``check`` reports it.
    """
    found: set[str] = set()
    with suppress(ExpressionError):
        for part in split(text):
            if isinstance(part, Expression):
                found |= _names(part.source)
    return frozenset(found)


def _names(source: str) -> frozenset[str]:
    if SIMPLE.fullmatch(source):
        return frozenset({source.strip()})
    from csp_docs.text.expressions import engine

    return engine.paths(source)


def judge(expression: Expression) -> None:
    """Raise ExpressionError if no scope could print ``expression``."""
    if not SIMPLE.fullmatch(expression.source):
        from csp_docs.text.expressions import engine

        engine.check(expression.source)
