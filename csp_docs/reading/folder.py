"""Files that a document names: appendices and pictures lie in the folder of the document, or below it."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

from csp_docs.errors import Code, Problem, origin_of
from csp_docs.reading.faults import shortened


def file_problem(name: str, folder: Path, within: Path) -> Problem | None:
    """Return what is wrong with the file that a document names, if anything.

    The name is seen from ``folder``, and the file must lie in the folder ``within`` or below it.
    """
    trouble = _trouble(name, folder, within)
    return Problem(*trouble, origin_of(name)) if trouble else None


def _trouble(name: str, folder: Path, within: Path) -> tuple[Code, str, str] | None:
    if Path(name).is_absolute() or PureWindowsPath(name).anchor:
        hint = "name the file as seen from this document's folder"
        return Code.FILE_OUTSIDE, f'"{shortened(name)}" is an absolute path', hint
    try:
        # Links are followed: one that leads out of the folder would print any file of the machine.
        path = (folder / name).resolve()
        inside, exists = path.is_relative_to(within.resolve()), path.is_file()
    except (OSError, RuntimeError, ValueError):
        return Code.FILE_UNREADABLE, f'the file "{shortened(name)}" cannot be looked up', "check the name"
    if not inside:
        fact = f'the file "{shortened(name)}" lies outside the document\'s folder'
        return Code.FILE_OUTSIDE, fact, "move or copy it into the folder"
    if not exists:
        hint = "check the name; it is seen from this document's folder"
        return Code.FILE_NOT_FOUND, f'there is no file "{shortened(name)}"', hint
    return None
