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
    """A format: its name, which its files end with, and what writes a document in it.

    Its files end with the ``suffix`` instead, if it has one. A format that is ``asked`` for is written only if the
    command or the template of the council names it.
    """

    name: str
    write: Callable[[Printing], bytes]
    asked: bool = False
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
        Format("xlsx", lambda printing: printing.xlsx(), asked=True),
        Format("csv", lambda printing: printing.csv(), asked=True, suffix=".zip"),
    )
}
USUAL = tuple(name for name, found in FORMATS.items() if not found.asked)
"""The formats that are written if nobody names one."""


def format_of(target: Path) -> Format:
    """Return the format of a file by its ending. Raises RenderError."""
    endings = {found.ending: found for found in FORMATS.values()}
    if found := endings.get(target.suffix.lower()):
        return found
    hint = did_you_mean(target.suffix, endings, "formats")
    raise RenderError(
        [Problem(Code.UNKNOWN_FORMAT, f'the file name "{target.name}" does not end with a known format', hint)]
    )


def format_named(name: str) -> Format:
    """Return a format by its name. Raises RenderError."""
    if found := FORMATS.get(str(name)):
        return found
    hint = did_you_mean(str(name), FORMATS, "formats")
    raise RenderError([Problem(Code.UNKNOWN_FORMAT, f'there is no format "{name}"', hint)])
