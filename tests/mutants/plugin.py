"""What pytest does for the program: it notes how long each test takes, and runs the chosen tests in their order.

``CSP_DOCS_SECONDS`` names the file to write the seconds to, which are null for a test that did not pass.
``CSP_DOCS_CHOSEN`` names the file that ``Chosen`` reads, and ``CSP_DOCS_HEARD`` the one it writes.
"""

from __future__ import annotations

import faulthandler
import json
import os
import resource
import signal
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

    Tests that ask LibreOffice or veraPDF are slow too, and come last, those of the quickest of their ``files`` first.
    When the slow ones have taken ``most`` seconds, the run is interrupted.
    """

    def __init__(self, file: Path) -> None:
        self.chosen = json.loads(file.read_text(encoding="utf-8"))
        self.slow = set(self.chosen["slow"])
        self.unfinished = set[str]()
        self.begun = self.interrupted = False

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
        files = {test: self.chosen["files"].get(test.partition("::")[0], 0) for test in judged}
        kept = [test for test in tests if test not in self.chosen["leave"]]
        kept.sort(key=lambda t: (t in self.slow, t in judged, files.get(t, 0), places.get(t, len(places))))
        self.unfinished = set(kept)
        return {test: place for place, test in enumerate(kept)}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        """Let a slow test take as long as all of them may: one may make files for others."""
        if item.nodeid in self.slow:
            faulthandler.cancel_dump_traceback_later()
            if not self.begun:
                self.begun = True
                signal.signal(signal.SIGALRM, self._interrupt)
                signal.alarm(self.chosen["most"])

    def _interrupt(self, *_: object) -> None:
        self.interrupted = True
        raise KeyboardInterrupt

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Note that a test has ended."""
        self.unfinished.discard(nodeid)

    def pytest_sessionfinish(self) -> None:
        """Write which test did not pass, or how many there was no time for."""
        signal.alarm(0)
        heard = {"by": min(NOT_PASSED, default=""), "left": len(self.unfinished) if self.interrupted else 0}
        Path(os.environ["CSP_DOCS_HEARD"]).write_text(json.dumps(heard), encoding="utf-8")
