"""The ``{{ }}`` of a text: Jinja2's syntax and sandbox, held to names, their parts and the functions that are given.

The text of a document may come from anyone, so what an expression may hold is a short list (``permitted``), checked
before anything of it is compiled. There are no methods, no filters but ``upper``, none of Jinja2's own functions, and
nothing that repeats: an expression can read what the scope shows it and print it, no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

import attrs

from csp_docs.blocks import Inline, Inlines

Value: TypeAlias = str | Inline | Inlines
ValueOf: TypeAlias = "Callable[[Expression], Value]"
_WORD = r"(?!(?:not|and|or|in|is|if|else|true|false|none|True|False|None|self|loop)\b)[A-Za-z][A-Za-z0-9_]*"
SIMPLE = re.compile(rf"\s*{_WORD}(?:\.[A-Za-z][A-Za-z0-9_]*)*\s*")
SIMPLE_SLOT = re.compile(rf"\{{\{{({SIMPLE.pattern})\}}\}}")
LONGEST_RESULT = 10_000
LONGEST = 100_000  # characters of one text: about 30 pages
UNKNOWN = "https://unknown"
"""Stands for a value that is not known; good as words and as an address."""


@attrs.frozen
class Scope:
    """What expressions may name: values, and functions that they may call.

    Of a value they reach the public fields of attrs classes and the keys of mappings. A function is called with what
    the author wrote; it says what is wrong with that by ExpressionError or ValueError. ``used`` gathers the names that
    expressions have named.
    """

    names: Mapping[str, object]
    functions: Mapping[str, Callable[..., object]]
    used: set[str] = attrs.field(factory=set, eq=False, repr=False)


@attrs.frozen
class Expression:
    """One ``{{ }}`` of a text; ``source`` is what stands inside."""

    source: str

    def __str__(self) -> str:
        return f"{{{{ {' '.join(self.source.split())} }}}}"

    def check(self) -> None:
        """Raise ExpressionError when no scope could print it."""
        if not SIMPLE.fullmatch(self.source):
            from csp_docs.text.expressions import engine

            engine.check(self.source)


def evaluate(source: str, scope: Scope) -> Value:
    """Return what one expression gives: text, a node (a reference) or words with marks. Raises ExpressionError."""
    if SIMPLE.fullmatch(source):
        found = _simple(source.strip(), scope)
        if isinstance(found, str) and found.strip() and len(found) < LONGEST_RESULT:
            return str(found)
    from csp_docs.text.expressions import engine

    return engine.evaluate(source, scope)


def _simple(source: str, scope: Scope) -> object:
    """Return what names joined by points stand for; None where the engine has more to say about it."""
    first, *parts = source.split(".")
    scope.used.add(first)
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
            part.check()
