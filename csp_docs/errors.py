"""Errors and warnings, worded for the person who wrote the document.

CspDocsError
├── LoadError        a YAML file does not say what the format asks for
│   └── MarkupError  a text holds marks or expressions that it may not hold
├── TemplateError    a council template is missing or wrong
├── CheckError       the document is well formed but may not be published so
└── RenderError      a writer cannot print what the document holds
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from attrs import define, field, frozen


@define(unsafe_hash=True)
class Origin:
    """Where the author wrote something: file, line and column (both from 1), path such as ``sections[2].title``.

    The files that it names lie in the folder ``within`` or below: that of the outermost document, or else of ``file``.
    """

    file: str
    line: int
    column: int
    path: str = ""
    within: str = field(default="", eq=False, repr=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Located(str):
    """Text that knows where it was written. It equals the same text of another door to the model."""

    origin: Origin

    @classmethod
    def at(cls, text: str, origin: Origin) -> Located:
        """Return ``text`` with its place."""
        located = cls(text)
        located.origin = origin
        return located


def origin_of(value: object) -> Origin | None:
    """Return where ``value`` was written; None for what a script made."""
    return getattr(value, "origin", None)


@frozen
class Problem:
    """One fact with its value, where it stands, and what to do about it."""

    fact: str
    hint: str = ""
    origin: Origin | None = None

    def __str__(self) -> str:
        place = f"{self.origin}: " if self.origin else ""
        path = f"{self.origin.path}: " if self.origin and self.origin.path else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}{path}{self.fact}{hint}"


class CspDocsError(Exception):
    """The base of every error; ``problems`` holds all of them, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(sorted(problems, key=_position)))
        super().__init__("\n".join(map(str, self.problems)))


class LoadError(CspDocsError):
    """A YAML file does not say what the format asks for."""


class MarkupError(LoadError):
    """A text holds marks or expressions that it may not hold."""


class TemplateError(CspDocsError):
    """A council template is missing or wrong."""


class CheckError(CspDocsError):
    """The document is well formed but may not be published as it stands."""


class RenderError(CspDocsError):
    """A writer cannot print what the document holds."""


class DocumentWarning(UserWarning):
    """Something was mended or left out; the document still builds."""


def did_you_mean(name: str, known: Iterable[str], what: str = "known names") -> str:
    """Return a hint: the nearest known name, if one is near, and all that are known."""
    names = sorted(known)
    near = get_close_matches(name, names, n=1)
    guess = f'did you mean "{near[0]}"? ' if near else ""
    return f"{guess}{what}: {', '.join(names) or 'none'}"


def _position(problem: Problem) -> tuple[str, int, int]:
    origin = problem.origin
    return (origin.file, origin.line, origin.column) if origin else ("", 0, 0)
