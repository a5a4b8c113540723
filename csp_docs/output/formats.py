"""The formats that documents are written in: the only list of them, for the command and the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from csp_docs.errors import Code, Problem, RenderError, did_you_mean
from csp_docs.records import record

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

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


def format_of(name: str) -> Format | None:
    """Return the format with a name: one of these, or one that another package adds; None if there is none."""
    if name in FORMATS:
        return FORMATS[name]
    from csp_docs.council import installed

    entry = installed.installed(installed.FORMATS).get(name)
    return Format(name, lambda printing: _written(entry, printing)) if entry else None


def _written(entry: EntryPoint, printing: Printing) -> bytes:
    """Return a document in the format of another package. Raises CspDocsError if that does not work."""
    from csp_docs.council.installed import failed, loaded, working

    write = loaded(entry)
    with working(entry):
        content = write(printing.placed, printing.theme)
    if not isinstance(content, bytes):
        raise failed(entry, f"it returned {type(content).__name__}, not bytes")
    return content


def name_of_format(target: Path) -> str:
    """Return the name of a file's format by its ending. Raises RenderError."""
    ending = target.suffix.lower()
    if found := _ENDINGS.get(ending) or (format_of(ending[1:]) and ending[1:]):
        return found
    hint = did_you_mean(target.suffix, _ENDINGS, "formats")
    raise RenderError(
        [Problem(Code.UNKNOWN_FORMAT, f'the file name "{target.name}" does not end with a known format', hint)]
    )


def known_format(name: str) -> str:
    """Return the name of a format. Raises RenderError for one that is not known."""
    if str(name) in _ENDINGS.values() or format_of(str(name)):
        return str(name)
    hint = did_you_mean(str(name), [*FORMATS, YAML], "formats")
    raise RenderError([Problem(Code.UNKNOWN_FORMAT, f'there is no format "{name}"', hint)])


def ending_of(name: str) -> str:
    """Return the ending of files in a format. Raises RenderError for one that is not known."""
    found = format_of(known_format(name))
    return found.ending if found else ".yaml"
