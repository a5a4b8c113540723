"""What pytest does for the program: it notes how long each test takes, and runs the chosen tests in their order.

``CSP_DOCS_SECONDS`` names the file to write the seconds to, which are null for a test that did not pass.
``CSP_DOCS_CHOSEN`` names the file that ``Chosen`` reads, and ``CSP_DOCS_HEARD`` the one it writes.
"""

from __future__ import annotations

import json
import os
import resource
import time
from collections import defaultdict
from pathlib import Path

import pytest

from tests.judges import tools

MOST_MEMORY = 12 * 2**30
"""In bytes: a change can make a loop without end, which would take all that the machine has."""
JUDGES = {"soffice", "localc", "java"}
"""What only slow tests need: LibreOffice and veraPDF."""
SECONDS: defaultdict[str, float] = defaultdict(float)
NOT_PASSED: set[str] = set()


def pytest_configure(config: pytest.Config) -> None:
    """Limit the memory of a run of chosen tests."""
    if path := os.environ.get("CSP_DOCS_CHOSEN"):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        config.pluginmanager.register(Chosen(Path(path)))


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


class Chosen:
    """The tests that ``file`` names: those to ``run`` in their order, the ``slow`` ones, and those to ``leave`` out.

    Tests that ask LibreOffice or veraPDF are slow too, and come last. When the slow ones have taken ``most`` seconds,
    the others of them are not run.
    """

    def __init__(self, file: Path) -> None:
        self.chosen = json.loads(file.read_text(encoding="utf-8"))
        self.slow = set(self.chosen["slow"])
        self.began: float | None = None
        self.left = 0

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Sort the tests; those that were written since the recording run after the quick ones."""
        judged = {item.nodeid for item in items if JUDGES & set(tools.needed(item))}
        order = self.ordered([item.nodeid for item in items], judged)
        items[:] = [item for item in items if item.nodeid in order]
        items.sort(key=lambda item: order[item.nodeid])

    def ordered(self, tests: list[str], judged: set[str]) -> dict[str, int]:
        """Return the tests to run, with their places."""
        self.slow |= judged
        places = {test: place for place, test in enumerate(self.chosen["run"])}
        kept = [test for test in tests if test not in self.chosen["leave"]]
        kept.sort(key=lambda test: (test in self.slow, test in judged, places.get(test, len(places))))
        return {test: place for place, test in enumerate(kept)}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> bool | None:
        """Leave a slow test out when their time is over."""
        return self.is_left(item.nodeid) or None

    def is_left(self, test: str) -> bool:
        """Tell whether there is no more time for a test; count those that there is none for."""
        if test not in self.slow:
            return False
        self.began = self.began or time.monotonic()
        over: bool = time.monotonic() - self.began >= self.chosen["most"]
        self.left += over
        return over

    def pytest_sessionfinish(self) -> None:
        """Write which test did not pass, and how many were left."""
        heard = {"by": min(NOT_PASSED, default=""), "left": self.left}
        Path(os.environ["CSP_DOCS_HEARD"]).write_text(json.dumps(heard), encoding="utf-8")
