"""The ``{{ }}`` of a text: Jinja2's syntax and sandbox, limited to names, their parts and the given functions.

The text of a document may come from anyone, so an expression may use only what is on a short list (``permitted``),
which is checked before anything is compiled. There are no methods, no filters except ``upper``, no functions of Jinja2
and no loops. An expression can only read and print what the scope gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import attrs
from jinja2 import TemplateRuntimeError, TemplateSyntaxError, Undefined, nodes
from jinja2.environment import TemplateExpression
from jinja2.parser import Parser

from csp_docs.errors import Code, did_you_mean
from csp_docs.model.values import ModelError
from csp_docs.text.expressions.faults import SYNTAX, ExpressionError, split_by_comma, with_commas
from csp_docs.text.expressions.permitted import permitted
from csp_docs.text.expressions.printed import no_value, printed
from csp_docs.text.expressions.sandbox import called, constants_of, sandbox
from csp_docs.text.expressions.scope import Expression, Scope, Value

_LONGEST_SOURCE = 500


def evaluate(source: str, scope: Scope) -> Value:
    """Return the value of one expression: text, a node (a reference) or words with marks. Raises ExpressionError."""
    with _quoting(source):
        parsed = _parsed(source)
        known = {name: _known(name, scope) for name in parsed.names}
        scope.used.update(parsed.paths)
        functions = {name: _function(name, scope) for name in parsed.calls}
        if parsed.values:
            [function] = functions.values()
            result = called(function, *parsed.values)
        else:
            result = _compiled(source)(known | functions)
        if isinstance(result, Undefined):
            raise no_value()
        return printed(result, scope, divides=parsed.divides)


@lru_cache(maxsize=4096)
def split(text: str) -> tuple[str | Expression, ...]:
    """Return the literal parts of ``text`` and its expressions, in order. Raises ExpressionError.

    Jinja2's own lexer finds the ends, so an expression may contain a text with ``}}`` in it.
    """
    parts: list[str | Expression] = []
    source: list[str] | None = None
    for kind, token in _tokens(text):
        if kind == "variable_begin":
            source = []
        elif kind == "variable_end" and source is not None:
            parts.append(Expression("".join(source)))
            source = None
        elif source is not None:
            source.append(token)
        else:
            parts.append(token)
    if source is not None:
        raise ExpressionError(
            Code.NOT_AN_EXPRESSION, f'"{_short("{{" + "".join(source))}" is not closed', "write }} at its end"
        )
    return tuple(parts)


def check(source: str) -> None:
    """Raise ExpressionError if no scope could print ``source``."""
    with _quoting(source):
        _parsed(source)


def paths(source: str) -> frozenset[str]:
    """Return the names that an expression uses, each with its parts. Raises ExpressionError."""
    with _quoting(source):
        return _parsed(source).paths


@attrs.frozen
class _Parsed:
    """What an expression needs that is safe to run, and what it uses of that (``meeting.date``).

    An expression that is one call has the ``values`` in its brackets, if they are written there.
    """

    names: frozenset[str]
    paths: frozenset[str]
    calls: frozenset[str]
    divides: bool
    values: tuple[list[Any], dict[str, Any]] | None


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    seen: list[str] = []
    try:
        for _, kind, token in sandbox().lex(text):
            if kind in ("block_begin", "comment_begin", "raw_begin"):
                raise _only_expressions(token)
            seen = [] if kind == "data" else [*seen[-20:], token]
            yield kind, token
    except TemplateSyntaxError:
        raise ExpressionError(
            Code.NOT_AN_EXPRESSION, f'the expression after "{_short("".join(seen))}" cannot be read', SYNTAX
        ) from None


def _only_expressions(token: str) -> ExpressionError:
    return ExpressionError(
        Code.NOT_AN_EXPRESSION,
        f'"{token[:2]}" is not allowed in text',
        "use only {{ }}, without commands and comments",
    )


@contextmanager
def _quoting(source: str) -> Iterator[None]:
    """Turn every failure inside into a message for the author that begins with the expression."""
    quoted = f'"{_short(str(Expression(source)))}"'
    try:
        yield
    except (ExpressionError, ModelError) as found:
        number = with_commas(source) if found.code is Code.CANNOT_CALCULATE else ""
        error = split_by_comma(number) if number else found
        raise ExpressionError(error.code, f"{quoted}: {error.fact}", error.hint) from None
    except (TemplateSyntaxError, SyntaxError, RecursionError):
        raise ExpressionError(Code.NOT_AN_EXPRESSION, f"{quoted} cannot be read", SYNTAX) from None
    except ValueError as error:  # the words of our own functions: csp_docs.measures.formats
        raise ExpressionError(Code.CANNOT_CALCULATE, f"{quoted} cannot be calculated: {error}") from None
    except (TypeError, ArithmeticError, LookupError, AttributeError, TemplateRuntimeError):
        fact, hint = f"{quoted} cannot be calculated from these values", "print one of its parts by itself"
        raise ExpressionError(Code.CANNOT_CALCULATE, fact, hint) from None


@lru_cache(maxsize=1024)
def _compiled(source: str) -> TemplateExpression:
    return sandbox().compile_expression(source, undefined_to_none=False)


@lru_cache(maxsize=16_384)
def _parsed(source: str) -> _Parsed:
    if len(source) > _LONGEST_SOURCE:
        raise ExpressionError(
            Code.TEXT_TOO_LONG, f"it is longer than {_LONGEST_SOURCE} characters", "write a shorter expression"
        )
    if ",0" in (number := with_commas(source)):  # no other number begins with 0
        raise split_by_comma(number)
    whole = Parser(sandbox(), source, state="variable").parse_expression()
    parts = list(permitted(whole))
    callees = [part.node for part in parts if isinstance(part, nodes.Call)]
    names = frozenset(part.name for part in parts if isinstance(part, nodes.Name) and part not in callees)
    calls = frozenset(callee.name for callee in callees if isinstance(callee, nodes.Name))
    divides = any(isinstance(part, nodes.Div) for part in parts)
    return _Parsed(names, _paths(parts, callees), calls, divides, constants_of(whole))


def _paths(parts: list[nodes.Node], callees: list[nodes.Expr]) -> frozenset[str]:
    """Return the names that an expression uses, each with its parts: ``meeting.date`` is not ``meeting``."""
    inner = [*callees, *(part.node for part in parts if isinstance(part, nodes.Getattr | nodes.Getitem))]
    return frozenset(path for part in parts if (path := _path(part)) and not any(part is node for node in inner))


def _path(node: nodes.Node) -> str:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr(node=below, attr=part) | nodes.Getitem(node=below, arg=nodes.Const(value=part)):
            return f"{path}.{part}" if (path := _path(below)) else ""
        case _:
            return ""


def _known(name: str, scope: Scope) -> object:
    if name in scope.withheld:
        fact = f'"{name}" is not for the public, so a part for the public cannot use it'
        raise ExpressionError(Code.TAKEN_FROM_CLOSED, fact, "remove the expression")
    if name in scope.names:
        return scope.names[name]
    if name in scope.functions:
        raise ExpressionError(
            Code.UNKNOWN_NAME, f'"{name}" is a function', f"write {name}(…) with its values in the brackets"
        )
    if name in scope.elsewhere:
        field, known = scope.elsewhere[name], ", ".join(sorted(scope.names))
        hint = f"a layout can print it: {{field: {field}}}; names that texts can use: {known}"
        raise ExpressionError(Code.UNKNOWN_NAME, f'texts cannot use "{name}"', hint)
    hint = did_you_mean(name, scope.names, "names", "docs/format.md")
    if not hint.startswith("did"):
        hint = f"put words in quotation marks: \"{name}\", or '{name}' in a text in double quotes; {hint}"
    raise ExpressionError(Code.UNKNOWN_NAME, f'there is no name "{name}"', hint)


def _function(name: str, scope: Scope) -> Callable[..., object]:
    if name in scope.functions:
        return scope.functions[name]
    raise ExpressionError(
        Code.UNKNOWN_NAME, f'there is no function "{name}"', did_you_mean(name, scope.functions, "functions")
    )


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
