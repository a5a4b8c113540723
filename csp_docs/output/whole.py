"""Files that are new or as they were, never half written, whatever else writes there and whenever the run is killed.

What is written goes first into a private folder next to its target, with a name that nobody can guess (``mkdtemp``):
no link that somebody put there is ever followed. From there it is moved to its place, which the system does at once.
The folder is locked while the run lives. A folder that is not locked was left over by a run that was killed, and the
next run that writes there removes it. Windows has no such locks: there it must be removed by hand.

A target that is a link is replaced, not followed: the file that it leads to may belong to somebody else. The rights of
a file that is replaced are kept, and its owner where the system allows it. Its access control list and its other names
(hard links) are not.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from errno import EEXIST, EINVAL
from pathlib import Path
from tempfile import mkdtemp

from csp_docs.records import record

if sys.platform != "win32":
    from fcntl import LOCK_EX, LOCK_NB, flock

_PRIVATE = ".csp-docs-"
"""How the names of private folders begin."""
_TRIES = 100
"""How often a private folder is made if others, who take it for left over, remove it before it is locked."""


def replace(files: Mapping[Path, bytes]) -> None:
    """Write files: all of them or, if one cannot be written, none. Raises OSError with the name of the target.

    A run that is killed between two files leaves one new and one old: no system replaces two files at once.
    """
    with ExitStack() as folders:
        private: dict[Path, Path] = {}
        for target in files:
            if target.parent not in private:
                private[target.parent] = folders.enter_context(_private(target))
        waiting = [_Waiting.of(target, private[target.parent], number) for number, target in enumerate(files)]
        for file, content in zip(waiting, files.values(), strict=True):
            with _named(file.target):
                file.write(content)
        for file in waiting[:-1]:  # after the last one, nothing can fail
            with _named(file.target):
                file.keep_old()
        _place(waiting)


def create(target: Path, content: bytes) -> None:
    """Write a file that does not exist yet. Raises FileExistsError for one that does, and OSError.

    Where the disk has no hard links, a run that is killed may leave an empty file.
    """
    with _private(target) as folder, _named(target):
        file = _Waiting.of(target, folder, 0)
        file.write(content)
        try:
            os.link(file.new, target)
        except FileExistsError:
            raise
        except OSError:  # the disk has no hard links: the name is taken first, so that no file is ever replaced
            target.open("xb").close()
            file.place()


@record
class _Waiting:
    """A file that waits to be moved to ``target`` as ``new``; the last one is kept as ``old``, to undo that."""

    target: Path
    new: Path
    old: Path

    @classmethod
    def of(cls, target: Path, folder: Path, number: int) -> _Waiting:
        return cls(target, folder / f"{number}-new", folder / f"{number}-old")

    def write(self, content: bytes) -> None:
        """Write the file, with the rights of the one that it replaces."""
        before = _status(self.target)
        if before and not (stat.S_ISREG(before.st_mode) or stat.S_ISLNK(before.st_mode)):
            what = "a folder" if stat.S_ISDIR(before.st_mode) else "something that is not a file"
            raise OSError(EINVAL, f"{what} has this name")
        with self.new.open("xb") as file:
            file.write(content)
            file.flush()
            if before and stat.S_ISREG(before.st_mode):
                _give_rights(self.new, before)
            os.fsync(file.fileno())  # so that the file is whole even if the power fails now

    def keep_old(self) -> None:
        if not _status(self.target):
            return
        try:
            os.link(self.target, self.old, follow_symlinks=False)
        except (OSError, NotImplementedError):  # the disk has no hard links
            shutil.copy2(self.target, self.old, follow_symlinks=False)

    def place(self) -> None:
        self.new.replace(self.target)

    def undo(self) -> None:
        with suppress(OSError):
            if _status(self.old):
                self.old.replace(self.target)
            else:
                self.target.unlink()


def _place(waiting: list[_Waiting]) -> None:
    """Move files to their places. If one cannot be moved, those before it are put back."""
    done: list[_Waiting] = []
    try:
        for file in waiting:
            with _named(file.target):
                file.place()
            done.append(file)
    except BaseException:
        for file in reversed(done):
            file.undo()
        raise


@contextmanager
def _private(target: Path) -> Iterator[Path]:
    """Give a new private folder next to ``target``, and remove it after use; those left over are removed before."""
    with _named(target):
        _clear(target.parent)
        made, lock = _locked(target.parent)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _locked(folder: Path) -> tuple[Path, int | None]:
    """Return a new private folder and the lock on it, if the system has locks."""
    for _ in range(_TRIES):
        made = Path(mkdtemp(prefix=_PRIVATE, dir=folder))
        if sys.platform == "win32":
            return made, None
        with suppress(FileNotFoundError):
            lock = os.open(made, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            with suppress(OSError):  # a network folder may have no locks: then nobody takes it for left over either
                flock(lock, LOCK_EX)
            if made.is_dir():
                return made, lock
            os.close(lock)
    raise OSError(EEXIST, "no private folder can be made")


def _clear(folder: Path) -> None:
    """Remove the private folders of runs that were killed: those that nobody has locked."""
    if sys.platform == "win32":
        return
    for left in folder.glob(f"{_PRIVATE}*"):
        with suppress(OSError):
            lock = os.open(left, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            try:
                flock(lock, LOCK_EX | LOCK_NB)
                shutil.rmtree(left, ignore_errors=True)
            finally:
                os.close(lock)


def _status(path: Path) -> os.stat_result | None:
    """Return the status of a file or a link, None if there is none."""
    try:
        return path.lstat()
    except FileNotFoundError:
        return None


def _give_rights(path: Path, before: os.stat_result) -> None:
    """Give a new file the owner and the rights of another; only some systems and users may give files away."""
    if sys.platform != "win32":
        for owner, group in ((before.st_uid, -1), (-1, before.st_gid)):
            with suppress(OSError):
                os.chown(path, owner, group)
    path.chmod(stat.S_IMODE(before.st_mode))


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """Let errors name the target, not what is in a private folder."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(target)) from error
