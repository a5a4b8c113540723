"""What a document is saved to: files by their names, and files that are open."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from csp_docs.errors import Code, Problem, RenderError
from csp_docs.model.values import file_name
from csp_docs.output.files import write_whole
from csp_docs.output.formats import known_format, name_of_format
from csp_docs.records import record


@record
class Target:
    """A file that is open for writing bytes, or the path of one, and the name of the format that is written there."""

    place: Path | IO[bytes]
    format: str

    @classmethod
    def of(cls, place: str | os.PathLike[str] | IO[bytes], name: str | None) -> Target:
        """Return the target that ``save`` is given, with the name of its format if it has one. Raises RenderError."""
        if isinstance(place, str | os.PathLike) or not hasattr(place, "write"):
            path = Path(file_name(place))
            return cls(path, known_format(name) if name else name_of_format(path))
        if hasattr(place, "encoding"):
            fact, hint = "the open file takes text, and documents are bytes", 'open it with `open(name, "wb")`'
            raise RenderError([Problem(Code.CANNOT_WRITE, fact, hint)])
        if not name:
            fact, hint = "an open file does not say its format", 'name it: `save(document, file, format="pdf")`'
            raise RenderError([Problem(Code.UNKNOWN_FORMAT, fact, hint)])
        return cls(place, known_format(name))

    @property
    def path(self) -> Path | None:
        """The path of the file; None if it is open already."""
        return self.place if isinstance(self.place, Path) else None

    @property
    def folder(self) -> Path | None:
        """The folder of the file; None if it is open already."""
        return self.path and self.path.parent


def targets_of(places: tuple[str | os.PathLike[str] | IO[bytes], ...], format_name: str | None) -> tuple[Target, ...]:
    """Return the targets that ``save`` is given. Raises RenderError if one has no format, or if there are none."""
    if not places:
        hint = 'name one or more files, such as "report.pdf"'
        raise RenderError([Problem(Code.NO_FILE_NAMED, "no file to write to is named", hint)])
    return tuple(Target.of(place, format_name) for place in places)


def write_to(contents: Mapping[Target, bytes]) -> tuple[Path, ...]:
    """Write files, completely or not at all, then to those that are open. Return the paths. Raises RenderError."""
    files = {target.place: content for target, content in contents.items() if isinstance(target.place, Path)}
    write_whole(files)
    for target, content in contents.items():
        if not isinstance(target.place, Path):
            _write(target.place, content)
    return tuple(files)


def _write(file: IO[bytes], content: bytes) -> None:
    """Write to an open file. Raises RenderError for one that is closed, only for reading, or full."""
    try:
        file.write(content)
    except (OSError, ValueError) as error:
        said = "it is not open for writing" if isinstance(error, ValueError) else error.strerror or error
        hint = 'open it for writing, with `open(name, "wb")`, and close it after it is saved'
        raise RenderError([Problem(Code.CANNOT_WRITE, f"the open file cannot be written: {said}", hint)]) from error
