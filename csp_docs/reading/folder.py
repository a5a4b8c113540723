"""Opens the files that a document names. What a YAML file names must be in its folder or below it.

What a script names is its author's own choice: it may be any file.

Here is also noted which files are read, so that whoever watches them knows when a document is to be read again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path, PureWindowsPath
from typing import BinaryIO, TypeAlias

from csp_docs.errors import Code, LoadError, Origin, Problem, file_of, origin_of
from csp_docs.reading.faults import load_error, shortened
from csp_docs.records import record

State: TypeAlias = tuple[int, int, int] | None
"""When a file was changed, its size and its number on the disk; None if the file does not exist."""
_NOTED: ContextVar[dict[Path, State] | None] = ContextVar("noted", default=None)


@record
class Folder:
    """The folder ``here`` that file names are relative to.

    The files must be in the folder ``within`` or below it; for the names of a script there is none. A file that a
    script names, and that is not ``here``, may be in the folder ``or_else``.
    """

    here: Path
    within: Path | None = None
    or_else: Path | None = None

    @classmethod
    def of(cls, text: str) -> Folder:
        """Return the folder that file names are relative to, in the file where ``text`` was written.

        What YAML files name is in the folder of the outermost document or below it. The names of a script may lead to
        any file. They are relative to the folder that it says; without one, to the working folder, or to the folder
        that it was when the name was given.
        """
        origin = origin_of(text) or Origin()
        if not origin.file:
            given_in = Path(origin.given_in) if origin.given_in and not origin.within else None
            return cls(Path(origin.within), or_else=given_in)
        here = Path(origin.file).parent
        return cls(here, Path(origin.within) if origin.within else here)

    def of_file(self, path: Path) -> Folder:
        """Return the folder of the names in a file, which was itself named as seen from this folder."""
        return Folder(path.parent, self.within or path.parent)

    def path(self, name: str) -> Path:
        """Return the path of a file, as messages show it."""
        here, other = self.here / name, self.or_else and self.or_else / name
        return other if other and other.is_file() and not here.is_file() else here

    def problem(self, name: str, what: str = "file") -> Problem | None:
        """Return what is wrong with the name of a file (or ``what`` it contains), if anything."""
        found = self._found(name, what)
        return found if isinstance(found, Problem) else None

    def open(self, name: str, what: str = "file") -> BinaryIO:
        """Return the file with a name, open for reading. Raises LoadError."""
        found = self._found(name, what)
        if isinstance(found, Problem):
            raise LoadError([found])
        try:
            return found.open("rb")
        except OSError as error:
            raise _unreadable(name, what, error) from None

    def read(self, name: str, what: str = "file", *, most: int = -1) -> bytes:
        """Return the content of the file with a name, at most one byte more than ``most``. Raises LoadError."""
        with self.open(name, what) as file:
            try:
                return file.read(most + 1 if most >= 0 else -1)
            except OSError as error:
                raise _unreadable(name, what, error) from None

    def _found(self, name: str, what: str) -> Path | Problem:
        """Return the path of a file without links, or what is wrong with its name."""
        called, place = f'{what} "{shortened(name)}"', origin_of(name)
        # A document with such a name cannot be moved to another computer.
        if file_of(name) and (Path(name).is_absolute() or PureWindowsPath(name).anchor):
            hint = "write the name relative to this document's folder"
            return Problem(Code.FILE_OUTSIDE, f'"{shortened(name)}" is an absolute path', hint, place)
        try:
            note(self.path(name))
            # Links are followed: a link that leads out of the folder could print any file of the computer.
            path = self.path(name).resolve()
            if self._is_two(name):
                return self._two_files(called, place)
            inside, exists = not self.within or path.is_relative_to(self.within.resolve()), path.is_file()
        except (OSError, RuntimeError, ValueError):
            return Problem(Code.FILE_UNREADABLE, f"the {called} cannot be found", "check the name", place)
        if not inside:
            fact = f"the {called} is outside the document's folder"
            return Problem(Code.FILE_OUTSIDE, fact, "move or copy it into the folder", place)
        if not exists:
            seen_from = "this document's folder" if self.within else f'the folder "{self.here.absolute()}"'
            hint = f"check the name, which is relative to {seen_from}"
            return Problem(Code.FILE_NOT_FOUND, f"there is no {called}", hint, place)
        return path

    def _is_two(self, name: str) -> bool:
        """Tell whether a name of a script is that of two files."""
        here, other = self.here / name, self.or_else and self.or_else / name
        return bool(other and other.is_file() and here.is_file() and not here.samefile(other))

    def _two_files(self, called: str, place: Origin | None) -> Problem:
        fact = f'the {called} is in the folder "{self.or_else}", where it was named, and in "{self.here.absolute()}"'
        hint = "name it by its absolute path, or say which folder is meant: save(…, folder=…)"
        return Problem(Code.TWO_FILES, fact, hint, place)


def _unreadable(name: str, what: str, error: OSError) -> LoadError:
    fact = f'the {what} "{shortened(name)}" cannot be read: {error.strerror}'
    return load_error(Code.FILE_UNREADABLE, fact, "check the name and the permissions", name)


@contextmanager
def noted() -> Iterator[dict[Path, State]]:
    """Return the files that are opened or looked for inside, each as it was before; some may not be there."""
    files: dict[Path, State] = {}
    token = _NOTED.set(files)
    try:
        yield files
    finally:
        _NOTED.reset(token)


def note(path: Path) -> None:
    """Note a file that is about to be opened or looked for."""
    files = _NOTED.get()
    if files is not None and (whole := Path(os.path.abspath(path))) not in files:  # noqa: PTH100 (links stay links)
        files[whole] = state_of(whole)


def state_of(path: Path) -> State:
    """Return how a file is now; links are followed."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # ValueError: no name of a file can have NUL or half a character
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
