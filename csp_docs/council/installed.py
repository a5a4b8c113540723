"""What other packages add to csp_docs by entry points: checks that a council names, and formats.

Python needs a tenth of a second to look for them, so this is done only for a name that csp_docs itself does not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from csp_docs.errors import Code, CspDocsError, Origin, Problem

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

CHECKS, FORMATS = "csp_docs.checks", "csp_docs.formats"
"""The groups of entry points."""
_NOUNS = {CHECKS: "check", FORMATS: "format"}


def installed(group: str) -> dict[str, EntryPoint]:
    """Return the entry points of a group by their names."""
    from importlib.metadata import entry_points

    return {found.name: found for found in entry_points(group=group)}


def loaded(entry: EntryPoint, place: Origin | None = None) -> Callable[..., Any]:
    """Return the function that an entry point names. Raises CspDocsError for ``place`` if it cannot be loaded."""
    with working(entry, place):
        function: Callable[..., Any] = entry.load()
    return function


@contextmanager
def working(entry: EntryPoint, place: Origin | None = None) -> Iterator[None]:
    """Raise a CspDocsError that names the package if its code raises any other exception inside."""
    try:
        yield
    except CspDocsError:
        raise
    except Exception as error:  # somebody else's code
        raise failed(entry, f"{type(error).__name__}: {error}".rstrip(": "), place) from error


def failed(entry: EntryPoint, why: str, place: Origin | None = None) -> CspDocsError:
    """Return the error that what a package offers does not work."""
    package = f" of the package {entry.dist.name}" if entry.dist else ""
    fact = f'the {_NOUNS[entry.group]} "{entry.name}"{package} does not work: {why}'
    return CspDocsError([Problem(Code.OTHER_PACKAGE, fact, "tell its authors, or leave it out", place)])
