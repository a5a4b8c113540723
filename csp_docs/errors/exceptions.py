"""The errors that csp_docs raises, and the warning that it issues. All can be pickled and copied.

CspDocsError       an error: what is wrong, as findings with codes and places
├── LoadError      a YAML file does not follow the format
├── TemplateError  a council template is missing or wrong
├── CheckError     the document is well formed but must not be published yet
├── RenderError    a writer cannot print something in the document
└── ModelError     a value in a script is of the wrong kind; it is a ValueError too

The warning is a DocumentWarning, a UserWarning. Python's own errors come only from a call that is wrong itself, such as
a missing argument, or from an extra that is not installed (ModuleNotFoundError).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from csp_docs.errors.problems import Problem, errors_in, in_order


class CspDocsError(Exception):
    """The base of every error. ``problems`` has all of them, in the order of the file.

    ``findings`` also has the warnings and notes, in the order in which they were found.
    """

    def __init__(self, findings: Iterable[Problem] = ()) -> None:
        self.findings = tuple(dict.fromkeys(findings))
        self.problems = in_order(errors_in(self.findings))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...], dict[str, object]]:
        """Return how to make the error again in another process: as it is, whatever its class is made from.

        By default, Python would make it from its text.
        """
        return _as_it_was, (type(self), self.args), vars(self)

    def _render_traceback_(self) -> list[str]:
        """Return the lines that IPython shows in place of a traceback."""
        from csp_docs.errors.in_notebooks import in_few_lines

        return in_few_lines(self, self.problems)


def _as_it_was(cls: type[CspDocsError], args: tuple[object, ...]) -> CspDocsError:
    return cls.__new__(cls, *args)


class LoadError(CspDocsError):
    """A YAML file does not follow the format."""


class TemplateError(CspDocsError):
    """A council template is missing or wrong."""


class CheckError(CspDocsError):
    """The document is well formed but must not be published yet."""


class RenderError(CspDocsError):
    """A writer cannot print something in the document."""


class DocumentWarning(UserWarning):
    """Something was repaired or left out, and the document still builds. ``finding`` says what, and where."""

    def __init__(self, finding: Problem) -> None:
        self.finding = finding
        super().__init__(finding)

    def __str__(self) -> str:
        return str(self.finding)


def to_install(extra: str) -> str:
    """Return how to install an ``extra`` of this package, which is not in an index of packages."""
    return f"install csp_docs with its extra `{extra}`: pip install 'path/to/csp_docs[{extra}]'"


@contextmanager
def keeping(findings: Iterable[Problem]) -> Iterator[None]:
    """Add ``findings``, as they are by then, before those of an error that is raised inside: none gets lost."""
    try:
        yield
    except CspDocsError as error:
        raise type(error)([*findings, *error.findings]) from None
