"""What the preview shows at a time."""

from __future__ import annotations

from attrs import define

from csp_docs.errors import Problem, Severity
from csp_docs.preview.pictures import Pages
from csp_docs.records import record


@record
class Printed:
    """A document that could be printed: its title, its web page, and the pages of its PDF."""

    title: str
    html: bytes
    pages: Pages
    number: int
    time: str


@record
class Found:
    """A finding, with the line of the file that it is about, or nothing."""

    problem: Problem
    line: str = ""


@record
class Shown:
    """The result of the last build, and the last one that could be printed.

    ``number`` counts the builds, from 1; ``time`` is when it ended. It took so many ``seconds``.
    """

    file: str
    number: int = 0
    time: str = ""
    seconds: float = 0
    found: tuple[Found, ...] = ()
    printed: Printed | None = None
    is_building: bool = False

    @property
    def news(self) -> str:
        """What browsers wait for: it changes when a build begins or ends."""
        return f"{self.number} {'building' if self.is_building else 'built'}"

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(found.problem.severity is Severity.ERROR for found in self.found)

    @property
    def is_old(self) -> bool:
        """Whether what is printed is older than the last build, which could not be printed."""
        return self.printed is not None and self.printed.number < self.number


@define
class Board:
    """What is shown now. One thread changes it, and all others look at it."""

    now: Shown
