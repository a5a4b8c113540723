"""The formats that documents are written in: the only list of them, for the command and the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from csp_docs.errors import Code, Problem, RenderError, did_you_mean
from csp_docs.records import record

if TYPE_CHECKING:
    from csp_docs.output.printing import Printing


@record
class Format:
    """A format: its name, which its files end with unless it has a ``suffix``, and what writes a document in it."""

    name: str
    write: Callable[[Printing], bytes]
    suffix: str = ""

    @property
    def ending(self) -> str:
        """The ending of its files."""
        return self.suffix or f".{self.name}"


# The libraries of a writer are loaded when it writes.
FORMATS = {
    found.name: found
    for found in (
        Format("docx", lambda printing: printing.word()),
        Format("pdf", lambda printing: printing.pdf()),
        Format("html", lambda printing: printing.html()),
        Format("xlsx", lambda printing: printing.xlsx()),
        Format("csv", lambda printing: printing.csv(), suffix=".zip"),
    )
}


YAML = "yaml"
"""The format that documents are read from. It is written from the model, not from pages."""
_ENDINGS = {**{found.ending: name for name, found in FORMATS.items()}, ".yaml": YAML, ".yml": YAML}


def name_of_format(target: Path) -> str:
    """Return the name of a file's format by its ending. Raises RenderError."""
    if found := _ENDINGS.get(target.suffix.lower()):
        return found
    hint = did_you_mean(target.suffix, _ENDINGS, "formats")
    raise RenderError(
        [Problem(Code.UNKNOWN_FORMAT, f'the file name "{target.name}" does not end with a known format', hint)]
    )


def known_format(name: str) -> str:
    """Return the name of a format. Raises RenderError for one that is not known."""
    if str(name) in _ENDINGS.values():
        return str(name)
    hint = did_you_mean(str(name), [*FORMATS, YAML], "formats")
    raise RenderError([Problem(Code.UNKNOWN_FORMAT, f'there is no format "{name}"', hint)])


def ending_of(name: str) -> str:
    """Return the ending of files in a format. Raises RenderError for one that is not known."""
    return ".yaml" if known_format(name) == YAML else FORMATS[str(name)].ending
