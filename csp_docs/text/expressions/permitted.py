"""What an expression may contain: a short list, checked on its complete tree before anything is compiled."""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf

from jinja2 import nodes

from csp_docs.errors import Code
from csp_docs.text.expressions.faults import SYNTAX, ExpressionError

_ALLOWED = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Call, nodes.Keyword, nodes.Filter, nodes.Const, nodes.Add,
            nodes.Sub, nodes.Div, nodes.Neg, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
            nodes.CondExpr)  # fmt: skip
_SIGNS = {nodes.Mul: "*", nodes.Pow: "**", nodes.Mod: "%", nodes.FloorDiv: "//", nodes.Concat: "~"}
_DEEPEST = 20


def permitted(node: nodes.Node, depth: int = 0) -> Iterator[nodes.Node]:
    """Yield ``node`` and all nodes below it. Raises ExpressionError for what an expression must not contain."""
    if depth > _DEEPEST:
        raise ExpressionError(Code.NOT_AN_EXPRESSION, "it is nested too deeply", "write a shorter expression")
    _refuse(node)
    yield node
    for child in node.iter_child_nodes():
        yield from permitted(child, depth + 1)


def _refuse(node: nodes.Node) -> None:
    match node:
        case nodes.Call() if not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
            raise ExpressionError(
                Code.NOT_AN_EXPRESSION, "only a function can be called", "write its name, and its values in brackets"
            )
        case nodes.Filter() if node.name != "upper":
            raise ExpressionError(
                Code.NOT_AN_EXPRESSION, f'there is no filter "{node.name}"', "use the filter upper, or none"
            )
        case nodes.Mul() | nodes.Pow() | nodes.Mod() | nodes.FloorDiv() | nodes.Concat():
            raise ExpressionError(
                Code.NOT_AN_EXPRESSION, f'the sign "{_SIGNS[type(node)]}" is not allowed', "use +, - or /"
            )
        case nodes.Const(value=float(value)) if isinf(value):
            raise ExpressionError(
                Code.NOT_AN_EXPRESSION, "it has a number that is too large", "write the number outside the expression"
            )
        case _ if not isinstance(node, _ALLOWED):
            raise ExpressionError(
                Code.NOT_AN_EXPRESSION, "it has something that is not allowed in an expression", SYNTAX
            )
