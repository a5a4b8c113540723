"""Findings as values: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from attrs import define, field

from csp_docs.errors.codes import Code
from csp_docs.errors.visible import visible
from csp_docs.records import record


@define(unsafe_hash=True)
class Origin:
    """Where something was given: file, line and column (both from 1), and a path such as ``sections[2].title``.

    A value from a script has no file: only its path shows where it is. The files that a file names are in the folder
    ``within`` or below it. That is the folder of the outermost document or, if there is none, of ``file``. The files
    that a script names are relative to ``within`` or, if that is empty, to the working folder; ``given_in`` was the
    working folder when the script named the file.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    within: str = field(default="", eq=False, repr=False)
    given_in: str = field(default="", eq=False, repr=False)

    @classmethod
    def reached_by(cls, steps: Iterable[str | int]) -> Origin | None:
        """Return the place in a script that keys and positions lead to, ``("rows", 3)``; None without any."""
        path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")
        return cls(path=path) if path else None

    def __str__(self) -> str:
        return visible(f"{self.file}:{self.line}:{self.column}" if self.line else self.path)


class Located(str):
    """Text with the place where it was written. It equals the same text from another source, such as a script.

    ``language`` is its language, if that is not the language of the document around it.
    """

    origin: Origin
    language: str = ""

    @classmethod
    def at(cls, text: str, origin: Origin) -> Located:
        """Return ``text`` with its place."""
        located = cls(text)
        located.origin = origin
        return located


class LocatedNumber(int):
    """A whole number with the place where it was written. It equals the same number without a place."""

    origin: Origin

    @classmethod
    def at(cls, number: int, origin: Origin) -> LocatedNumber:
        """Return ``number`` with its place."""
        located = cls(number)
        located.origin = origin
        return located


class LocatedDate(date):
    """A date with the place where it was written. It equals the same date without a place, and is shown like it."""

    origin: Origin

    @classmethod
    def at(cls, day: date, origin: Origin) -> LocatedDate:
        """Return ``day`` with its place."""
        located = cls(day.year, day.month, day.day)
        located.origin = origin
        return located

    def __repr__(self) -> str:
        return repr(date(self.year, self.month, self.day))


def origin_of(value: object) -> Origin | None:
    """Return where ``value`` was given; None where that is not known."""
    return getattr(value, "origin", None)


def language_of(text: str) -> str:
    """Return the language of a text that is not in the language of its document; empty for all others."""
    return text.language if isinstance(text, Located) else ""


def file_of(value: object) -> str:
    """Return the file that ``value`` was written in; empty for a value from a script."""
    origin = origin_of(value)
    return origin.file if origin else ""


class Severity(Enum):
    """How much a finding matters. An error stops the document from being built."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@record
class Problem:
    """A finding: one fact with its value, where it is, and what to do about it.

    ``code`` is the kind of finding, and stays the same when the words improve. ``severity`` is an error, a warning
    (the document is still built) or a note (something is still to be done). ``fact`` and ``hint`` may quote the words
    of others: characters that are not printed are shown as their escapes.

    Example: ``[problem.code for problem in check(document) if problem.severity is Severity.ERROR]``.
    """

    code: Code
    fact: str = field(converter=visible)
    hint: str = field(default="", converter=visible)
    origin: Origin | None = None
    severity: Severity = Severity.ERROR

    @property
    def file(self) -> str:
        """The file as it was named; empty for a value from a script."""
        return self.origin.file if self.origin else ""

    @property
    def line(self) -> int | None:
        """The line in the file, from 1; None without a file."""
        return (self.origin.line or None) if self.origin else None

    @property
    def column(self) -> int | None:
        """The column in the line, from 1; None without a file."""
        return (self.origin.column or None) if self.origin else None

    @property
    def path(self) -> str:
        """The path from the document to the value, such as ``sections[2].content[0]``; empty where it is not known."""
        return self.origin.path if self.origin else ""

    def __str__(self) -> str:
        place = f"{visible(self.file)}:{self.line}:{self.column}: " if self.line else ""
        path = f"{visible(self.path)}: " if self.path else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}{path}{self.fact} [{self.code}]{hint}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return findings in the order of their files, without repeats."""
    return tuple(dict.fromkeys(sorted(problems, key=_position)))


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the errors among findings."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)


def _position(problem: Problem) -> tuple[str, int, int]:
    return (problem.file, problem.line or 0, problem.column or 0)
