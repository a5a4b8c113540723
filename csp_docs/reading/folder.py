"""The only way to a file that a document names: it lies in the folder of the document, or below it."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath
from typing import BinaryIO

from attrs import frozen

from csp_docs.errors import Code, LoadError, Problem, file_of, origin_of
from csp_docs.reading.faults import load_error, shortened


@frozen
class Folder:
    """The folder ``here`` that names of files are seen from; the files lie in the folder ``within`` or below it."""

    here: Path
    within: Path

    @classmethod
    def of(cls, text: str) -> Folder:
        """Return the folder that names are seen from in the file where ``text`` was written.

        Those of a script are seen from where it runs. The folder of the outermost document holds all files.
        """
        origin = origin_of(text)
        here = Path(file_of(text)).parent
        return cls(here, Path(origin.within) if origin and origin.within else here)

    def path(self, name: str) -> Path:
        """Return the path that messages show for a file."""
        return self.here / name

    def problem(self, name: str, what: str = "file") -> Problem | None:
        """Return what is wrong with the name of a file, or of ``what`` it holds, if anything."""
        found = self._found(name, what)
        return found if isinstance(found, Problem) else None

    def open(self, name: str, what: str = "file") -> BinaryIO:
        """Return the file of a name, open for reading. Raises LoadError."""
        found = self._found(name, what)
        if isinstance(found, Problem):
            raise LoadError([found])
        try:
            return found.open("rb")
        except OSError as error:
            raise _unreadable(name, what, error) from None

    def read(self, name: str, what: str = "file", *, most: int = -1) -> bytes:
        """Return what the file of a name holds, at most one byte more than ``most``. Raises LoadError."""
        with self.open(name, what) as file:
            try:
                return file.read(most + 1 if most >= 0 else -1)
            except OSError as error:
                raise _unreadable(name, what, error) from None

    def _found(self, name: str, what: str) -> Path | Problem:
        """Return where a file lies, without links on the way, or what is wrong with its name."""
        called, place = f'{what} "{shortened(name)}"', origin_of(name)
        # No document moves with such a name.
        if file_of(name) and (Path(name).is_absolute() or PureWindowsPath(name).anchor):
            hint = "name the file as seen from this document's folder"
            return Problem(Code.FILE_OUTSIDE, f'"{shortened(name)}" is an absolute path', hint, place)
        try:
            # Links are followed: one that leads out of the folder would print any file of the machine.
            path = self.path(name).resolve()
            inside, exists = path.is_relative_to(self.within.resolve()), path.is_file()
        except (OSError, RuntimeError, ValueError):
            return Problem(Code.FILE_UNREADABLE, f"the {called} cannot be looked up", "check the name", place)
        if not inside:
            fact = f"the {called} lies outside the document's folder"
            return Problem(Code.FILE_OUTSIDE, fact, "move or copy it into the folder", place)
        if not exists:
            hint = "check the name; it is seen from this document's folder"
            return Problem(Code.FILE_NOT_FOUND, f"there is no {called}", hint, place)
        return path


def _unreadable(name: str, what: str, error: OSError) -> LoadError:
    fact = f'the {what} "{shortened(name)}" cannot be read: {error.strerror}'
    return load_error(Code.FILE_UNREADABLE, fact, "check the name and the rights", name)
