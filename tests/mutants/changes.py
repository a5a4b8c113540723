"""The changes that can be made to a source: each turns a comparison, word, sign or value, or takes a statement out."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

from attrs import frozen

from tests.mutants.changeable import changeable, may_go

COMPARISONS: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
ARITHMETIC: dict[type[ast.AST], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "/"),
    ast.Mod: ("%", "*"),
}
BOOLEAN: dict[type[ast.AST], tuple[str, str]] = {ast.And: ("and", "or"), ast.Or: ("or", "and")}
LONGEST_TEXT = 20
"""Longer texts are sentences, which are printed as they are."""


@frozen
class Change:
    """``after`` in the place of the bytes from ``start`` to ``end``; ``line`` and ``column`` count from 1.

    ``row`` is the source on that line.
    """

    kind: str
    line: int
    column: int
    start: int
    end: int
    row: str
    before: str
    after: str

    def made_in(self, source: str) -> str:
        """Return ``source`` with this change."""
        text = source.encode()
        return (text[: self.start] + self.after.encode() + text[self.end :]).decode()

    def __str__(self) -> str:
        return f"{' '.join(self.before.split())}  ->  {self.after or 'nothing'}  in  {self.row}"


def changes(source: str) -> list[Change]:
    """Return the changes of ``source``, in its order; each leaves text that Python can parse."""
    tree = ast.parse(source)
    places = _Places(source)
    removable = may_go(tree)
    found = [change for node in changeable(tree) for turn in TURNS for change in turn(node, places)]
    found += [
        places.change("statement", node, after)
        for node in changeable(tree)
        if isinstance(node, ast.stmt) and (after := removable.get(node)) is not None
    ]
    return sorted(found, key=lambda change: (change.start, change.end, change.after))


class _Places:
    """Where nodes lie in a source, whose columns ``ast`` counts in bytes."""

    def __init__(self, source: str) -> None:
        self.text = source.encode()
        self.lines = [0, *(found.end() for found in re.finditer(b"\n", self.text))]

    def start(self, node: ast.expr | ast.stmt) -> int:
        return self.lines[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr | ast.stmt) -> int:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self.lines[node.end_lineno - 1] + node.end_col_offset

    def change(self, kind: str, node: ast.expr | ast.stmt, after: str) -> Change:
        return self.between(kind, self.start(node), self.end(node), after)

    def between(self, kind: str, start: int, end: int, after: str) -> Change:
        line = self.text.count(b"\n", 0, start) + 1
        column = len(self.text[self.lines[line - 1] : start].decode()) + 1
        row = self.text.splitlines()[line - 1].decode().strip()
        return Change(kind, line, column, start, end, row, self.text[start:end].decode(), after)

    def sign(self, kind: str, start: int, end: int, turned: tuple[str, str]) -> Iterator[Change]:
        """Yield the change of the sign between two operands: there are only brackets and space besides it."""
        found = re.search(re.escape(turned[0]).replace(r"\ ", r"\s+").encode(), self.text[start:end])
        if found and b"#" not in self.text[start:end]:
            yield self.between(kind, start + found.start(), start + found.end(), turned[1])


def _comparison(node: ast.AST, places: _Places) -> Iterator[Change]:
    if isinstance(node, ast.Compare):
        operands = [node.left, *node.comparators]
        for left, sign, right in zip(operands, node.ops, operands[1:], strict=False):
            yield from places.sign("comparison", places.end(left), places.start(right), COMPARISONS[type(sign)])


def _boolean(node: ast.AST, places: _Places) -> Iterator[Change]:
    if isinstance(node, ast.BoolOp):
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield from places.sign("boolean", places.end(left), places.start(right), BOOLEAN[type(node.op)])
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield places.between("boolean", places.start(node), places.start(node) + len("not "), "")


def _arithmetic(node: ast.AST, places: _Places) -> Iterator[Change]:
    if isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC and not _is_text(node.left, node.right):
        yield from places.sign("arithmetic", places.end(node.left), places.start(node.right), ARITHMETIC[type(node.op)])
    if isinstance(node, ast.AugAssign) and type(node.op) in ARITHMETIC and not _is_text(node.value):
        yield from places.sign(
            "arithmetic", places.end(node.target), places.start(node.value), ARITHMETIC[type(node.op)]
        )
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield places.between("arithmetic", places.start(node), places.start(node) + len("-"), "")


def _is_text(*nodes: ast.expr) -> bool:
    return any(
        isinstance(node, ast.JoinedStr | ast.List | ast.Tuple)
        or (isinstance(node, ast.Constant) and isinstance(node.value, str))
        for node in nodes
    )


def _constant(node: ast.AST, places: _Places) -> Iterator[Change]:
    if isinstance(node, ast.Constant) and (after := _other_value(node.value)):
        yield places.change("constant", node, after)


def _other_value(value: object) -> str:
    match value:
        case bool():
            return str(not value)
        case int():
            return str(value + 1)
        case float():
            return f"{value * 1.1:.6g}" if value else "1.0"
        case str() if len(value) <= LONGEST_TEXT:
            return repr(f"x{value}")
        case _:
            return ""


TURNS: tuple[Callable[[ast.AST, _Places], Iterator[Change]], ...] = (_comparison, _boolean, _arithmetic, _constant)
