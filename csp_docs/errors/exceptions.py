"""The errors that the public functions raise, and the warning that they issue; all can be pickled and copied.

CspDocsError
├── LoadError      a YAML file does not say what the format asks for
├── TemplateError  a council template is missing or wrong
├── CheckError     the document is well formed but may not be published so
└── RenderError    a writer cannot print what the document holds
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from csp_docs.errors.problems import Problem, errors_in, in_order


class CspDocsError(Exception):
    """The base of every error; ``problems`` holds all of them, in the order of the file.

    ``findings`` are the warnings and notes too, in the order in which they were found.
    """

    def __init__(self, findings: Iterable[Problem]) -> None:
        self.findings = tuple(dict.fromkeys(findings))
        self.problems = in_order(errors_in(self.findings))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Problem, ...]]]:
        """Return how the error is made again in another process: Python would give it its text alone."""
        return type(self), (self.findings,)


class LoadError(CspDocsError):
    """A YAML file does not say what the format asks for."""


class TemplateError(CspDocsError):
    """A council template is missing or wrong."""


class CheckError(CspDocsError):
    """The document is well formed but may not be published as it stands."""


class RenderError(CspDocsError):
    """A writer cannot print what the document holds."""


class DocumentWarning(UserWarning):
    """Something was mended or left out; the document still builds. ``finding`` says what, and where."""

    def __init__(self, finding: Problem) -> None:
        self.finding = finding
        super().__init__(finding)

    def __str__(self) -> str:
        return str(self.finding)
