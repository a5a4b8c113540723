"""Which tests reach a line: recorded once by a run of the suite with coverage, and kept in a file."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

RECORD = ("-q", "-p", "tests.mutants.plugin", "--cov=csp_docs", "--cov-context=test", "--cov-report=", "-n")
PARALLEL = ("--dist", "loadfile")
MOST_USES = 500
"""Lines of names that are given a value at import by way of others: more of them are used everywhere."""
SHORT, LONG = 0.5, 5.0
"""Seconds: all short tests run before longer ones, and those that take longer than ``LONG`` at the end."""


@frozen
class Contexts:
    """For each file and line of the library the tests that reach it, and how long each of all tests takes.

    A line that runs when its file is imported has no tests of its own.
    """

    seconds: dict[str, float]
    not_passed: list[str]
    lines: dict[str, dict[int, frozenset[str]]]
    hashes: dict[str, str]

    def changed_since(self, tree: Path) -> list[str]:
        """Return the files of ``tree`` that are not those of the recording: their lines may have moved."""
        return [name for name, known in self.hashes.items() if _hash(tree / name) != known]

    def reaching(self, tree: Path, name: str, line: int) -> frozenset[str]:
        """Return the tests that run the statement on ``line``.

        Of one that runs at import: the tests that use the name which it gives a value, or else all that use its file.
        """
        found, places = frozenset[str](), [(name, line)]
        for file, at in places:
            source = _parsed(tree / file)
            reached = _union(self.lines.get(file, {}).get(each, frozenset()) for each in _statement(source, at))
            found |= reached
            if not reached and len(places) < MOST_USES:
                places += [place for place in self._uses(tree, _given_at(source, at)) if place not in places]
        return found or _union(self.lines.get(name, {}).values())

    def _uses(self, tree: Path, word: str) -> Iterator[tuple[str, int]]:
        pattern = re.compile(rf"\b{word}\b")
        for file, known in self.lines.items() if word else ():
            lines = (tree / file).read_text(encoding="utf-8").split("\n")
            yield from ((file, at) for at in known if pattern.search(lines[at - 1]))

    def short(self) -> set[str]:
        """Return the tests that build little themselves."""
        return {test for test, seconds in self.seconds.items() if seconds <= SHORT}

    def slow(self, tests: Iterable[str]) -> list[str]:
        """Return those of ``tests`` that take long."""
        return [test for test in tests if self.seconds.get(test, 0) > LONG]

    def files(self) -> dict[str, float]:
        """Return the files of tests, and how long each takes."""
        found: dict[str, float] = {}
        for test, seconds in self.seconds.items():
            name = test.partition("::")[0]
            found[name] = found.get(name, 0) + seconds
        return found

    def in_order(self, tests: Iterable[str]) -> list[str]:
        """Return ``tests`` with short ones first; those of a file stay together, since they share what they build."""

        def place(test: str) -> tuple[int, str, float]:
            seconds = self.seconds.get(test, 0)
            return (seconds > SHORT) + (seconds > LONG), test.partition("::")[0], seconds

        return sorted(tests, key=place)


def _statement(source: ast.Module, line: int) -> range:
    """Return the lines of the statement on ``line``: of one with a body, those above the body."""
    for node in ast.walk(source):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None) or getattr(node, "cases", None)
            first = body[0].pattern if body and isinstance(body[0], ast.match_case) else body[0] if body else None
            last = max(node.lineno, first.lineno - 1) if first else node.end_lineno or node.lineno
            if line in (lines := range(node.lineno, last + 1)):
                return lines
    return range(line, line + 1)


def _given_at(source: ast.Module, line: int) -> str:
    """Return the name that the statement on ``line`` gives a value: the innermost, which ``ast.walk`` finds last."""
    return next(
        (
            name
            for node in reversed(list(ast.walk(source)))
            if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno)
            if (name := _name(node))
        ),
        "",
    )


def _name(node: ast.stmt) -> str:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return name
        case _:
            return ""


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def record(tree: Path, file: Path, workers: int) -> None:
    """Run the tests of ``tree`` with coverage, and write what they reach to ``file``."""
    with TemporaryDirectory() as room:
        coverage, seconds = Path(room, "coverage"), Path(room, "seconds")
        named = {"PYTHONPATH": str(tree), "COVERAGE_FILE": str(coverage), "CSP_DOCS_SECONDS": str(seconds)}
        command = [sys.executable, "-m", "pytest", *RECORD, str(workers), *PARALLEL]
        subprocess.run(command, cwd=tree, env=os.environ | named)
        _write(tree, coverage, json.loads(seconds.read_text(encoding="utf-8")), file)


def _write(tree: Path, coverage: Path, seconds: dict[str, float | None], file: Path) -> None:
    from coverage import CoverageData

    data = CoverageData(str(coverage))
    data.read()
    tests = list(seconds)
    numbers = {test: number for number, test in enumerate(tests)}
    lines = {}
    for path in sorted(data.measured_files()):
        reached = {
            line: sorted({numbers[test] for context in found if (test := context.rpartition("|")[0]) in numbers})
            for line, found in sorted(data.contexts_by_lineno(path).items())
        }
        lines[Path(path).relative_to(tree).as_posix()] = reached
    hashes = {name: _hash(tree / name) for name in lines}
    file.write_text(json.dumps({"seconds": seconds, "lines": lines, "hashes": hashes}), encoding="utf-8")


def read(file: Path) -> Contexts:
    """Return what ``record`` wrote."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    tests = list(kept["seconds"])
    seconds = {test: took for test, took in kept["seconds"].items() if took is not None}
    lines = {
        name: {
            int(line): frozenset(tests[number] for number in reached if tests[number] in seconds)
            for line, reached in found.items()
        }
        for name, found in kept["lines"].items()
    }
    return Contexts(seconds, [test for test in tests if test not in seconds], lines, kept["hashes"])


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
