"""The ``{{ }}`` of a text: Jinja2's syntax and sandbox, limited to names, their parts and the given functions.

The text of a document may come from anyone, so an expression may use only what is on a short list (``permitted``),
which is checked before anything is compiled. There are no methods, no filters except ``upper``, no functions of Jinja2
and no loops. An expression can only read and print what the scope gives it.
"""

from __future__ import annotations

from contextlib import suppress

from csp_docs.text.expressions import simple
from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.expressions.scope import Expression, Scope, Value, ValueOf

__all__ = [
    "LONGEST",
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

LONGEST = 100_000  # characters of one text: about 30 pages
UNKNOWN = "https://unknown"
"""Takes the place of a value that is not known. It is valid as words and as an address."""


def evaluate(source: str, scope: Scope) -> Value:
    """Return the value of one expression: text, a node (a reference) or words with marks. Raises ExpressionError."""
    if (value := simple.evaluate(source, scope)) is not None:
        return value
    from csp_docs.text.expressions import engine

    return engine.evaluate(source, scope)


def split(text: str) -> list[str | Expression]:
    """Return the literal parts of ``text`` and its expressions, in order. Raises ExpressionError."""
    if "{" not in text:
        return [text] if text else []
    if (parts := _simple_parts(text)) is not None:
        return parts
    from csp_docs.text.expressions import engine

    return list(engine.split(text))


def _simple_parts(text: str) -> list[str | Expression] | None:
    """Return the parts of a text where all braces are those of simple expressions."""
    parts: list[str | Expression] = []
    end = 0
    for found in simple.SLOT.finditer(text):
        parts += [text[end : found.start()], Expression(found["source"])]
        end = found.end()
    parts.append(text[end:])
    braces = any("{" in part or "}" in part for part in parts if isinstance(part, str))
    return None if braces else [part for part in parts if part]


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
    if (names := simple.names_in(source)) is not None:
        return names
    from csp_docs.text.expressions import engine

    return engine.paths(source)


def judge(expression: Expression) -> None:
    """Raise ExpressionError if no scope could print ``expression``."""
    if not simple.is_simple(expression.source):
        from csp_docs.text.expressions import engine

        engine.check(expression.source)
