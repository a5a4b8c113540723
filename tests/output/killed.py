"""Runs of the command that are killed at any moment: ``python -m tests.output.killed 100`` tries each 100 times.

Each run is a forked process, so that nothing is imported again. It is killed at a random moment, or right after its
private folder appears. Each file must then be as it was or complete, and the next run must leave nothing else.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from csp_docs.cli import main
from csp_docs.data.draft import draft  # noqa: F401 (imported once, before processes are forked)
from csp_docs.output.printing import Printing  # noqa: F401
from csp_docs.writers import pdf, word  # noqa: F401
from tests import street_files

PAPER = """kind: highlight_report
council: harborough
title: {title}
position: [Nothing has changed.]
"""
PRIVATE = ".csp-docs-*"


def commands(folder: Path) -> dict[str, list[str]]:
    """Return each command that writes files, with its arguments."""
    street_files.folder(folder / "data", count=13)
    (folder / "paper.yaml").write_text(PAPER.format(title="New"))
    return {
        "build": ["build", str(folder / "paper.yaml"), "--out", str(folder / "out")],
        "new": ["new", "plan", str(folder / "out/plan.yaml")],
        "topics": [
            *("topics", "--data", str(folder / "data"), "--area", "Anytown", "--council", "harborough"),
            *("-o", str(folder / "out/topics.yaml")),
        ],
    }


def run(arguments: list[str], killed_after: Callable[[], float] | None = None) -> float:
    """Run the command, and return how long it took; kill it ``killed_after`` seconds."""
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        try:
            main.main(arguments, standalone_mode=False)
        finally:
            os._exit(0)
    begun = time.monotonic()
    if killed_after:
        time.sleep(killed_after())
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return time.monotonic() - begun


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def tried(folder: Path, name: str, times: int, rolled: Random) -> Counter[str]:
    """Return how often a killed run of a command left the old files, the new ones, or some of both.

    Raises AssertionError for a file that is neither, and for what the next run leaves besides its files.
    """
    arguments, out = commands(folder)[name], folder / "out"
    out.mkdir(exist_ok=True)
    length = run(arguments)
    new = contents(out)
    found = Counter[str]()
    for number in range(times):
        # The command `build` replaces files; `new` and `topics` write only where there is none.
        old = dict.fromkeys(new, b"old") if name == "build" else {}
        for file in new:
            (out / file).unlink(missing_ok=True)
        for file, content in old.items():
            (out / file).write_bytes(content)
        at_random, in_writing = partial(rolled.uniform, 0, length), partial(after_it_begins, out, length, rolled)
        run(arguments, at_random if number % 2 else in_writing)
        left = contents(out)
        assert all(left.get(file) in (old.get(file), new[file]) for file in new), (name, number)
        assert left.keys() <= new.keys()
        found["old" if left == old else "new" if left == new else "both"] += 1
        found["left over"] += len(list(out.glob(PRIVATE)))
        for file in new if name != "build" else ():
            (out / file).unlink(missing_ok=True)
        run(arguments)
        assert contents(out) == new, (name, number)
        assert list(out.glob(PRIVATE)) == []
    return found


def after_it_begins(out: Path, length: float, rolled: Random) -> float:
    """Wait until a private folder appears, for as long as a run may take, and return how long to wait then."""
    end = time.monotonic() + 2 * length
    while time.monotonic() < end and not list(out.glob(PRIVATE)):
        time.sleep(0.0002)
    return rolled.uniform(0, 0.005)


if __name__ == "__main__":
    for name in sys.argv[2:] or ("build", "new", "topics"):
        with TemporaryDirectory() as folder:
            print(name, dict(tried(Path(folder), name, int(sys.argv[1]), Random(1))), flush=True)
