"""Jinja2's sandbox, where an expression reads values and compares them, and does nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from inspect import signature
from typing import Any

from attrs import evolve
from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from csp_docs.blocks import Pending
from csp_docs.errors import Code
from csp_docs.text import reckoning
from csp_docs.text.expressions.comparing import compared
from csp_docs.text.expressions.faults import ExpressionError
from csp_docs.text.expressions.parts import part_of


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, where a part of a value is only a field of an attrs class or a key of a mapping."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        return part_of(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return part_of(obj, str(argument))

    def call(self, context: Context, function: Callable[..., object], /, *args: Any, **kwargs: Any) -> Any:
        with _right_values(function):
            signature(function).bind(*args, **kwargs)
            return super().call(context, function, *args, **kwargs)

    compared = staticmethod(compared)


@contextmanager
def _right_values(function: Callable[..., object]) -> Iterator[None]:
    try:
        yield
    except TypeError:
        raise _wrong_values(function) from None


def constants_of(node: nodes.Expr) -> tuple[list[Any], dict[str, Any]] | None:
    """Return the values of a call whose values are all written in it; None for any other expression."""
    if not isinstance(node, nodes.Call):
        return None
    args = [value.value for value in node.args if isinstance(value, nodes.Const)]
    kwargs = {given.key: given.value.value for given in node.kwargs if isinstance(given.value, nodes.Const)}
    whole = len(args) == len(node.args) and len(kwargs) == len(node.kwargs)
    return (args, kwargs) if whole else None


def called(function: Callable[..., object], args: list[Any], kwargs: Mapping[str, Any]) -> object:
    """Return what the sandbox returns for a call with these values, without compiling it. Raises ExpressionError."""
    with _right_values(function):
        signature(function).bind(*args, **kwargs)
        return function(*args, **kwargs)


class _Generator(CodeGenerator):
    """Jinja2's compiler, with comparisons by value; ``x == none`` asks whether there is a value."""

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802 (Jinja2's name)
        if _asks_for_none(node):
            super().visit_Compare(node, frame)
            return
        self.write("environment.compared(")
        self.visit(node.expr, frame)
        for operand in node.ops:
            self.write(f", ({operand.op!r}, ")
            self.visit(operand.expr, frame)
            self.write(")")
        self.write(")")


def _asks_for_none(node: nodes.Compare) -> bool:
    parts = (node.expr, *(operand.expr for operand in node.ops))
    is_none = any(isinstance(part, nodes.Const) and part.value is None for part in parts)
    return is_none and all(operand.op in ("eq", "ne") for operand in node.ops)


@cache
def sandbox() -> ImmutableSandboxedEnvironment:
    """Return the sandbox in which all expressions are read and run."""
    # Nothing is calculated while compiling (optimized), and a line break at the end of a text is kept.
    made = _Sandbox(undefined=StrictUndefined, optimized=False, keep_trailing_newline=True)
    made.code_generator_class = _Generator
    made.globals.clear()
    made.tests.clear()
    made.filters = {"upper": _upper}
    made.intercepted_binops, made.binop_table = frozenset(reckoning.BINARY), reckoning.BINARY
    made.intercepted_unops, made.unop_table = frozenset(reckoning.UNARY), reckoning.UNARY
    return made


def _upper(value: object) -> str | Pending:
    if isinstance(value, Pending):
        return evolve(value, text=value.text.upper())
    if not isinstance(value, str):
        raise ExpressionError(Code.NOT_PRINTABLE, "the filter upper changes only text", "remove it")
    return value.upper()


def _wrong_values(function: Callable[..., object]) -> ExpressionError:
    """Return the error for a function that is called with too few values, too many, or with other names."""
    given = signature(function).parameters.values()
    needed = [value.name for value in given if value.default is value.empty]
    others = [value.name for value in given if value.default is not value.empty]
    hint = f"give it: {', '.join(needed) or 'nothing'}" + (f"; it may also have: {', '.join(others)}" if others else "")
    return ExpressionError(Code.CANNOT_CALCULATE, "a function has too few or too many values in its brackets", hint)
