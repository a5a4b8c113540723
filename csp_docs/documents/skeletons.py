"""Document skeletons: complete documents that come with csp_docs, for authors to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from csp_docs.council.shipped import shipped
from csp_docs.errors import Code, CspDocsError, Problem, did_you_mean
from csp_docs.reading.tree import read


def names() -> dict[str, str]:
    """Return the skeletons, in alphabetical order: the name of each with its title."""
    return {path.stem: str(read(path)["title"]) for path in sorted(shipped("documents").glob("*.yaml"))}


def write(name: str, target: Path) -> None:
    """Write the skeleton called ``name`` to ``target``. A file that already exists is not changed.

    Raises CspDocsError for an unknown name or a file that already exists, OSError where it cannot be written.
    """
    known = names()
    if name not in known:
        fact = f'there is no document skeleton "{name}"'
        raise CspDocsError([Problem(Code.UNKNOWN_SKELETON, fact, did_you_mean(name, known, "skeletons"))])
    write_new(target, (shipped("documents") / f"{name}.yaml").read_bytes(), f"csp-docs new {name} FILE")


def write_new(target: Path, content: bytes, command: str) -> None:
    """Write a new file, completely or not at all; ``command`` shows how to name another one.

    Raises CspDocsError for a file that already exists, OSError where it cannot be written.
    """
    try:
        with target.open("xb") as file:
            _write_or_remove(file, target, content)
    except FileExistsError as error:
        fact = f'"{target}" already exists, and was not changed'
        raise CspDocsError([Problem(Code.FILE_EXISTS, fact, f"name another file: {command}")]) from error


def _write_or_remove(file: BinaryIO, target: Path, content: bytes) -> None:
    try:
        file.write(content)
        file.flush()
    except OSError:
        target.unlink()
        raise
