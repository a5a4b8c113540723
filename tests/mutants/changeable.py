"""What of a source may be changed: what works, and not what describes it, such as types, docstrings and messages."""

from __future__ import annotations

import ast
from collections.abc import Iterator

NOT_WORK = {"annotation", "returns", "decorator_list", "type_comment", "type_params", "bases"}
"""Fields of nodes that hold types or what a class or function is wrapped in."""
MESSAGES = {"Problem", "did_you_mean", "problem", "warn", "fail", "refuse"}
"""What takes the words of a message; errors and warnings are known by the end of their names."""
MESSAGE_NAMES = {"__all__", "__slots__", "fact", "hint"}
TYPING = {"Literal", "NewType", "TypeVar", "cast", "assert_never"}
NO_MATTER = {"encoding", "eq", "frozen", "kw_only", "maxsize", "order", "repr", "slots", "stacklevel", "strict"}
"""Arguments that make the same thing in another way, or guard against a fault in the library itself."""


def changeable(node: ast.AST) -> Iterator[ast.AST]:
    """Yield ``node`` and all below it that may be changed."""
    yield node
    for name, value in ast.iter_fields(node):
        if name not in NOT_WORK:
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and not _describes(child):
                    yield from changeable(child)


def _describes(node: ast.AST) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.JoinedStr() | ast.Assert():
            return True  # what lies in an f-string has no place of its own in Python 3.11
        case ast.Expr(value=ast.Constant()) | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AugAssign(target=ast.Name(id=name)):
            return name in MESSAGE_NAMES
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.Call() | ast.Subscript():
            name = _name(node)
            return name in MESSAGES | TYPING or name.endswith(("Error", "Warning"))
        case ast.keyword(arg=name):
            return name in NO_MATTER
        case _:
            return False


def _name(node: ast.Call | ast.Subscript) -> str:
    match node.func if isinstance(node, ast.Call) else node.value:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def may_go(tree: ast.AST) -> dict[ast.AST, str]:
    """Return the statements that can be taken out, with what is in their place afterwards.

    A name that is given a value for the first time is not among them: every test would notice that it is missing.
    """
    found: dict[ast.AST, str] = {}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            found |= _may_go_from(function)
    return found


def _may_go_from(function: ast.FunctionDef) -> dict[ast.AST, str]:
    bound = {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}
    yields = sum(isinstance(node, ast.Yield | ast.YieldFrom) for node in ast.walk(function))
    found: dict[ast.AST, str] = {}
    for node in sorted((n for n in ast.walk(function) if isinstance(n, ast.stmt)), key=lambda n: n.lineno):
        match node:
            case ast.Expr(value=ast.Call() as call) if _name(call) != "assert_never":
                found[node] = "pass"
            case ast.Expr(value=ast.Yield() | ast.YieldFrom()) if yields > 1:
                found[node] = "pass"
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.For(target=ast.Name(id=name)):
                if name in bound and isinstance(node, ast.Assign):
                    found[node] = "pass"
                bound.add(name)
            case ast.Assign() if not any(isinstance(target, ast.Tuple) for target in node.targets):
                found[node] = "pass"
            case ast.AugAssign() | ast.Continue() | ast.Break() | ast.Raise():
                found[node] = "pass"
            case ast.Return(value=ast.expr() as value) if _may_be_none(function) and not _is_none(value):
                found[node] = "return None"
            case _:
                pass
    return found


def _may_be_none(function: ast.FunctionDef) -> bool:
    """Tell whether None is an answer of ``function``; from another one it would only raise an error."""
    return any(isinstance(node, ast.Constant) and node.value is None for node in ast.walk(function.returns or function))


def _is_none(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is None
