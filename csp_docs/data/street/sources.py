"""The street files in a folder, a file or a zip, and copies of them with a limit on size."""

from __future__ import annotations

import os
import zipfile
import zlib
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, NoReturn

from csp_docs.errors import Code, LoadError, Problem
from csp_docs.model.values import file_name
from csp_docs.reading.faults import shortened
from csp_docs.records import record

ENDING = "-street.csv"
"""How data.police.uk names street files: ``2019-01-leicestershire-street.csv``."""
_ZIP = ".zip"
_GET = "unpack a download from https://data.police.uk/data/, or name its zip"
_MOST_BYTES = 8 * 2**30
"""No street file is larger: a month of one force has some 30 MiB."""
_MOST_MEMBERS = 50_000
_RATIO = 100
"""Street files are packed to about a sixth of their size; what grows a hundredfold was made to fill the disk."""
_CHUNK = 2**20
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How data.police.uk packs, and every program can: other methods may need gigabytes of memory to unpack anything."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises for a broken, an encrypted or an unknown packing, and for names that are not text."""


@record
class StreetFile:
    """A street file: its name in messages, and where it is: at a path, or as a member of a zip there."""

    name: str
    path: Path
    member: Member | None = None

    @property
    def own_name(self) -> str:
        """Its name without folders."""
        return PurePosixPath(self.member.info.filename if self.member else self.path.name).name

    def copy_to(self, target: Path) -> bool:
        """Write its bytes to ``target``, and return whether they are UTF-8.

        Raises LoadError if it cannot be read or is too large.
        """
        decoder, is_utf8 = getincrementaldecoder("utf-8")(), True
        try:
            with target.open("wb") as copy:
                for chunk in self._chunks():
                    copy.write(chunk)
                    is_utf8 = is_utf8 and _decodes(decoder, chunk)
        except _DAMAGED as error:
            self._stop(Code.WRONG_ZIP, f"cannot be unpacked: {error}", "download the zip again")
        return is_utf8 and _decodes(decoder, b"", final=True)

    def _chunks(self) -> Iterator[bytes]:
        size = 0
        with self._opened() as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > _MOST_BYTES:
                    self._stop(Code.FILE_TOO_LARGE, f"has more than {_MOST_BYTES:,} bytes", "split it by month")
                if self.member and not self.member.room.takes(len(chunk)):
                    self._stop(
                        Code.WRONG_ZIP, f"belongs to a zip that unpacks to more than {_RATIO} times its size", _GET
                    )
                yield chunk

    def _opened(self) -> IO[bytes]:
        return self.member.opened() if self.member else self.path.open("rb")

    def _stop(self, code: Code, fact: str, hint: str) -> NoReturn:
        raise LoadError([Problem(code, f'"{self.name}" {fact}', hint)]) from None


def _decodes(decoder: IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


@record
class Member:
    """Where a zip has a file, and the room that all files of the zip share."""

    archive: zipfile.ZipFile
    info: zipfile.ZipInfo
    room: Room

    def opened(self) -> IO[bytes]:
        """Return its bytes, to be read. Raises one of ``_DAMAGED``."""
        if self.info.compress_type not in _PACKED:
            raise NotImplementedError("it is not packed as a zip of data.police.uk is")
        try:
            return self.archive.open(self.info)
        except OSError as error:  # it would begin outside the zip
            raise zipfile.BadZipFile(str(error)) from error


class Room:
    """The bytes that may still come out of a zip."""

    def __init__(self, bytes_left: int) -> None:
        self._left = bytes_left

    def takes(self, count: int) -> bool:
        """Use up ``count`` bytes and return whether there was room for them."""
        self._left -= count
        return self._left >= 0


@contextmanager
def street_files(paths: tuple[str | os.PathLike[str], ...]) -> Iterator[tuple[list[StreetFile], list[Problem]]]:
    """Give the street files of folders, files and zips, in the order of their names, while they may be read.

    A file that is named itself may have any name. The problems of the paths are given with them.
    """
    found, problems = list[StreetFile](), list[Problem]()
    with ExitStack() as archives:
        for path in map(file_name, paths):
            try:
                found += _of(Path(path), archives, problems)
            except LoadError as error:
                problems += error.problems
        problems += _twice(found)
        if not paths:
            problems.append(
                Problem(
                    Code.NO_STREET_FILE, "no street file is named", "name a folder, a file or a zip of data.police.uk"
                )
            )
        yield sorted(found, key=lambda file: file.name), problems


def _of(path: Path, archives: ExitStack, problems: list[Problem]) -> list[StreetFile]:
    """Return the street files of a path. Raises LoadError if it has none."""
    if os.path.isdir(path):  # noqa: PTH112 - those of a Path fail for a name that no file can have
        return _in_folder(path, archives, problems)
    if not os.path.exists(path):  # noqa: PTH110
        raise LoadError([Problem(Code.FILE_NOT_FOUND, f'there is no file or folder "{path}"', "check the name")])
    if not path.is_file():
        raise LoadError(
            [Problem(Code.FILE_UNREADABLE, f'"{path}" is not a file', "name a folder, a CSV file or a zip")]
        )
    if path.suffix.lower() != _ZIP:
        return [StreetFile(str(path), path)]
    files, others = _in_zip(path, archives)
    return files or _none(path, others)


def _in_folder(folder: Path, archives: ExitStack, problems: list[Problem]) -> list[StreetFile]:
    """Return the street files of a folder, of those below it and of their zips; broken zips add to ``problems``."""
    files, others, before = list[StreetFile](), list[str](), len(problems)
    for path in filter(Path.is_file, folder.rglob("*")):
        if path.name.endswith(ENDING):
            files.append(StreetFile(str(path), path))
        elif path.suffix.lower() == _ZIP:
            try:
                files += _in_zip(path, archives)[0]
            except LoadError as error:
                problems += error.problems
        elif path.suffix == ".csv":
            others.append(path.name)
    return files if files or len(problems) > before else _none(folder, others)


def _in_zip(path: Path, archives: ExitStack) -> tuple[list[StreetFile], list[str]]:
    """Return the street files of a zip, and the names of its other tables. Raises LoadError."""
    try:
        archive = archives.enter_context(zipfile.ZipFile(path))
        members = archive.infolist()
    except _DAMAGED as error:
        raise LoadError(
            [Problem(Code.WRONG_ZIP, f'"{path}" is not a zip that can be read: {error}', "download it again")]
        ) from None
    if len(members) > _MOST_MEMBERS:
        raise LoadError(
            [Problem(Code.WRONG_ZIP, f'the zip "{path}" has {len(members):,} files, which is too many', _GET)]
        )
    room = Room(_RATIO * path.stat().st_size)
    street = [member for member in members if member.filename.endswith(ENDING)]
    files = [StreetFile(f"{path}/{shortened(m.filename)}", path, Member(archive, m, room)) for m in street]
    return files, [shortened(member.filename) for member in members if member.filename.endswith(".csv")]


def _none(path: Path, others: list[str]) -> NoReturn:
    listed = sorted(others)[:3]
    hint = f"name one of its files itself, such as {', '.join(listed)}; or " if listed else ""
    fact = f'"{path}" has no street file: no file name in it ends with {ENDING}'
    raise LoadError([Problem(Code.NO_STREET_FILE, fact, f"{hint}{_GET}")])


def _twice(files: list[StreetFile]) -> Iterator[Problem]:
    """Find the files that would be counted twice: one month of one force from two downloads."""
    first: dict[str, StreetFile] = {}
    for file in files:
        other = first.setdefault(file.own_name if file.own_name.endswith(ENDING) else str(file.path.resolve()), file)
        if other is not file:
            fact = f'"{file.name}" has the same name as "{other.name}", so it would be counted twice'
            yield Problem(Code.NAMES_CLASH, fact, "leave one of them out")
