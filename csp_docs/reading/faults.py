"""Collects the problems that are found while values are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import islice
from typing import Any, TypeAlias, TypeVar

from attrs import evolve

from csp_docs.errors import Code, CspDocsError, LoadError, Located, Origin, Problem, origin_of
from csp_docs.model.values import ModelError, a
from csp_docs.text.markup import Place, check

T = TypeVar("T")
Step: TypeAlias = str | int
_MOST_REPORTED = 10
"""How many problems of one kind are reported separately."""


class NumberOnly(Located):
    """A number of a script that cannot be used as a text: ``1.0`` may have been written ``1.`` or ``1.0``."""


class Refused(CspDocsError):  # noqa: N818 - never leaves this package
    """A value cannot be read. Each problem has the steps that lead to it from the value.

    There are no problems for a value whose problem was already reported by the parser.
    """

    def __init__(self, faults: Iterable[tuple[tuple[Step, ...], Problem]] = ()) -> None:
        self.faults = list(faults)
        super().__init__(problem for _, problem in self.faults)

    def below(self, step: Step) -> Refused:
        """Return the same faults with their paths from the list or mapping around the value."""
        return Refused(((step, *steps), problem) for steps, problem in self.faults)

    def placed(self) -> list[Problem]:
        """Return the problems. Values of a script have no origin, so the steps that lead to them are their path."""
        return [
            problem if problem.origin else evolve(problem, origin=Origin.reached_by(steps))
            for steps, problem in self.faults
        ]


class Gathering:
    """Reads all parts of a list or mapping, and collects their problems."""

    def __init__(self) -> None:
        self.failed = False
        self.faults: list[tuple[tuple[Step, ...], Problem]] = []

    def read(self, step: Step, reading: Callable[..., T], *args: Any) -> T | None:
        """Return ``reading(*args)``. If it refuses, keep the fault and return None."""
        try:
            return reading(*args)
        except Refused as refused:
            self.failed = True
            self.faults += refused.below(step).faults
            return None

    def add(self, problem: Problem) -> None:
        """Keep a problem of the list or mapping itself."""
        self.failed = True
        self.faults.append(((), problem))

    def finish(self) -> None:
        """Raise Refused if anything was wrong."""
        if self.failed:
            raise Refused(self.faults)


def refused(code: Code, fact: str, hint: str = "", *, at: object = None) -> Refused:
    """Return the error for one problem; ``at`` is the value or key that has the problem."""
    return Refused([((), Problem(code, fact, hint, origin_of(at)))])


def load_error(code: Code, fact: str, hint: str, at: object) -> LoadError:
    """Return the error for one problem of a file; ``at`` is the value or key that has the problem."""
    return LoadError([Problem(code, fact, hint, origin_of(at))])


def unexpected(value: object, expected: str, hint: str = "", code: Code = Code.WRONG_TYPE) -> Refused:
    """Return the error for a value of the wrong kind."""
    return refused(code, f"this must be {expected}, not {found(value)}", hint, at=value)


def checked(text: str, place: Place) -> str:
    """Return an author's text. Raises Refused with the problems of its Markdown and of its expressions."""
    if problems := check(text, place):
        raise Refused(((), problem) for problem in problems)
    return text


def from_model(error: ModelError, value: Any) -> Refused:
    """Return the error of a class of the model, with the place of the value that its ``at`` leads to."""
    place = value
    for step in error.at:
        try:
            place = place[step]
        except (LookupError, TypeError):
            break
    origin = origin_of(place) or origin_of(value)
    return Refused([(error.at, Problem(error.code, error.fact, error.hint, origin))])


def found(value: object) -> str:
    """Return how messages name a value."""
    match value:
        case NumberOnly():
            return f"the number {value}"
        case str():
            return f'the text "{shortened(value)}"'
        case list() | tuple():
            return "a list"
        case Mapping():
            return _keys(value)
        case bool():
            return "yes" if value else "no"
        case None | int() | float() | Decimal() | date() | Enum() | bytes():
            return f"{shortened(repr(value))} ({type(value).__name__})"
    return a(type(value).__name__)  # what Python shows of others may hold an address in memory


def _keys(value: Mapping[Any, Any]) -> str:
    if not value:
        return "a mapping without keys"
    names = shortened(", ".join(map(str, value)))
    return f"the key {names}" if len(value) == 1 else f"the keys {names}"


def first_of(problems: Iterable[Problem], count: int, what: str) -> Iterator[Problem]:
    """Return the first of ``count`` problems of one kind, and how many more there are. Often they have one cause."""
    reported = list(islice(problems, _MOST_REPORTED))
    yield from reported
    if count > len(reported):
        yield Problem(
            Code.MORE_OF_THE_SAME,
            f"there are {count - len(reported)} more {what} of the same kind",
            "",
            reported[-1].origin,
        )


def quoted(text: str) -> str:
    """Return a text in the quotes of YAML that it does not contain itself, shortened to fit in a message."""
    words = shortened(text)
    return f'"{words}"' if '"' not in words and "\\" not in words else "'" + words.replace("'", "''") + "'"


def shortened(text: str) -> str:
    """Return a text on one line, shortened to fit in a message."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60].rstrip()}…"
