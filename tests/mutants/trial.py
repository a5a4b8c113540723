"""Whether the suite notices a change: tried in a copy of the tree, with the tests that reach it."""

from __future__ import annotations

import compileall
import json
import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from attrs import frozen

from tests.mutants.changes import Change
from tests.mutants.contexts import Contexts

LEFT = shutil.ignore_patterns(".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "build", "dist", "out")
TEST_SECONDS = 120
"""The longest that one test may take: a change that makes a loop without end is noticed."""
SLOW_SECONDS = 300
"""How long the slow tests of one change may take: after that it has outlived them, and the result says what is left."""
ALL_SECONDS = 1800
OUTLIVED, NO_TESTS = 0, 5
"""What pytest answers when all tests pass, and when there are none."""
COMMAND = (
    *("-x", "-q", "-p", "tests.mutants.plugin", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-o", f"faulthandler_timeout={TEST_SECONDS}", "-o", "faulthandler_exit_on_timeout=true"),
)


@frozen
class Place:
    """A change, and the file of the tree that it is made in."""

    file: str
    change: Change

    @property
    def name(self) -> str:
        """What it is called in ``EQUIVALENT``, wherever the line moves to."""
        return f"{self.file.removeprefix('csp_docs/')}: {self.change}"

    def __str__(self) -> str:
        return f"{self.file}:{self.change.line}:{self.change.column}: {self.change}"


@frozen
class Tried:
    """What became of a change."""

    place: Place
    reaching: int
    caught: bool
    by: str = ""
    """The test that failed; empty where none begins or ends."""
    left: int = 0
    """Slow tests that were not run, for want of time."""

    def __str__(self) -> str:
        tests = f"{self.reaching} test{'' if self.reaching == 1 else 's'} reach{'es' if self.reaching == 1 else ''} it"
        left = f", {self.left} slow not run" if self.left else ""
        by = f", {self.by} fails" if self.by else ""
        return f"{'caught' if self.caught else 'OUTLIVED'}  {self.place}  ({tests}{by}{left})"


def copy(tree: Path, target: Path) -> Path:
    """Copy ``tree`` with what is not yet committed, and what lies next to it for tests.

    Python compares the compiled library with its source and not with the time of it, which has no fractions of seconds.
    """
    shutil.copytree(tree, target, ignore=LEFT)
    shared, link = tree.parent / "shared", target.parent / "shared"
    if shared.exists() and not link.exists():
        link.symlink_to(shared.resolve())
    checked = py_compile.PycInvalidationMode.CHECKED_HASH
    compileall.compile_dir(target / "csp_docs", quiet=1, invalidation_mode=checked)
    return target


def tried(place: Place, tree: Path, contexts: Contexts) -> Tried:
    """Make the change in ``tree``, run the tests that reach it until one fails, and undo it.

    After them the short ones of their files run, which may read what those have built.
    """
    reaching = contexts.reaching(tree, place.file, place.change.line)
    files = sorted({test.partition("::")[0] for test in reaching})
    others = {test for test in contexts.short() if test.partition("::")[0] in files} - reaching
    if not files:
        return Tried(place, 0, caught=False)
    source = (tree / place.file).read_text(encoding="utf-8")
    (tree / place.file).write_text(place.change.made_in(source), encoding="utf-8")
    try:
        tests = contexts.in_order(reaching) + contexts.in_order(others)
        chosen = {
            "run": tests,
            "slow": contexts.slow(tests),
            "leave": contexts.not_passed,
            "files": contexts.files(),
            "most": SLOW_SECONDS,
        }
        answer, heard = _run(tree, files, chosen)
    finally:
        (tree / place.file).write_text(source, encoding="utf-8")
    caught = answer not in {OUTLIVED, NO_TESTS} and not heard.get("left")
    return Tried(place, len(reaching), caught, **heard)


def _run(tree: Path, files: list[str], chosen: dict[str, object]) -> tuple[int, dict[str, Any]]:
    """Return what pytest answers, 1 also for a run that does not end; and what the plugin heard."""
    file, heard = tree.with_name(f"{tree.name}.json"), tree.with_name(f"{tree.name}-heard.json")
    heard.unlink(missing_ok=True)
    file.write_text(json.dumps(chosen), encoding="utf-8")
    named = {"PYTHONPATH": str(tree), "CSP_DOCS_CHOSEN": str(file), "CSP_DOCS_HEARD": str(heard)}
    command = [sys.executable, "-m", "pytest", *COMMAND, *files]
    try:
        run = subprocess.run(command, cwd=tree, env=os.environ | named, capture_output=True, timeout=ALL_SECONDS)
    except subprocess.TimeoutExpired:
        return 1, {}
    return run.returncode, json.loads(heard.read_text(encoding="utf-8")) if heard.exists() else {}
