"""Names of files, as the folder sees them in which the YAML file will be."""

from __future__ import annotations

import re
from pathlib import Path

from csp_docs.errors import Code, CspDocsError, Origin, Problem
from csp_docs.reading.faults import shortened
from csp_docs.reading.folder import Folder

_ENDINGS = (".yaml", ".yml")
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\\\x00-\x1f]')
"""Signs that the name of a file cannot have on every computer."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""
_LONGEST = 200
"""The most bytes of a name: systems allow 255, and names of files that are built are a little longer."""


def check_name(file: Path, command: str) -> None:
    """Refuse the name of a new YAML file that not every computer can have, or that is not one of YAML.

    ``command`` shows how to name another file. Raises CspDocsError.
    """
    if _NOT_IN_NAMES.search(file.name) or _DEVICES.fullmatch(file.name):
        hint = f"use letters, digits and hyphens: {command}"
        raise refused(f'"{file.name}" cannot be the name of a file on every computer', hint)
    if len(file.name.encode()) > _LONGEST:
        fact = f'"{shortened(file.name)}" is too long for the name of a file: it has {len(file.name)} characters'
        raise refused(fact, f"name a file with a shorter name: {command}")
    if file.suffix not in _ENDINGS:
        hint = f'write "{file.name}.yaml"'
        raise refused(f'"{file}" is not the name of a YAML file', hint, Code.NOT_A_YAML_FILE)


def seen_from(folder: Path | None, name: str, path: str) -> str:
    """Return the name of a file as a YAML file in ``folder`` must write it. Raises CspDocsError if it cannot.

    A relative name stays as it is where it leads to no file, or where no folder is said.
    """
    found = Folder.of(name).path(name)
    if folder and found.is_file():
        if not Path(name).is_absolute() and (folder / name).is_file() and (folder / name).samefile(found):
            return str(name)
        if found.resolve().is_relative_to(folder.resolve()):
            return found.resolve().relative_to(folder.resolve()).as_posix()
        fact = f'the file "{shortened(str(found))}" is not in the folder "{folder}" of the YAML file, or below it'
        raise refusal(fact, "copy it there, or write the YAML file to the folder of this one", path)
    if Path(name).is_absolute():
        fact = f'"{shortened(name)}" is an absolute path, and YAML files name files of their own folder'
        raise refusal(fact, 'say which folder the YAML file is for: `dumps(…, folder="plans")`', path)
    return str(name)


def refusal(fact: str, hint: str, path: str) -> CspDocsError:
    """Return the error for something that YAML cannot hold."""
    return CspDocsError([Problem(Code.NOT_FOR_YAML, fact, hint, Origin(path=path))])


def refused(fact: str, hint: str, code: Code = Code.UNFIT_NAME) -> CspDocsError:
    """Return the error for a name that something new cannot have."""
    return CspDocsError([Problem(code, fact, hint)])
