"""What pytest does for the program: it notes how long each test takes, and runs the chosen tests in their order.

``CSP_DOCS_SECONDS`` names the file to write the seconds to, which are null for a test that did not pass.
``CSP_DOCS_CHOSEN`` names the file with the tests to ``run`` and those to ``leave`` out.
"""

from __future__ import annotations

import json
import os
import resource
from collections import defaultdict
from pathlib import Path

import pytest

MOST_MEMORY = 12 * 2**30
"""In bytes: a change can make a loop without end, which would take all that the machine has."""
SECONDS: defaultdict[str, float] = defaultdict(float)
NOT_PASSED: set[str] = set()


def pytest_configure() -> None:
    """Limit the memory of a run of chosen tests."""
    if "CSP_DOCS_CHOSEN" in os.environ:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add what a part of a test took: its setup, the test or what it clears away."""
    SECONDS[report.nodeid] += report.duration
    if not report.passed:
        NOT_PASSED.add(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the seconds of all tests, in the process that hears of all of them."""
    target = os.environ.get("CSP_DOCS_SECONDS")
    if target and not hasattr(session.config, "workerinput"):
        seconds = {name: None if name in NOT_PASSED else round(SECONDS[name], 3) for name in sorted(SECONDS)}
        Path(target).write_text(json.dumps(seconds), encoding="utf-8")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the chosen tests, in their order, and after them those that were written since the recording."""
    if path := os.environ.get("CSP_DOCS_CHOSEN"):
        chosen = json.loads(Path(path).read_text(encoding="utf-8"))
        order = {name: number for number, name in enumerate(chosen["run"])}
        items[:] = [item for item in items if item.nodeid not in chosen["leave"]]
        items.sort(key=lambda item: order.get(item.nodeid, len(order)))
