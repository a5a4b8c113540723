"""Names of files, as the folder sees them in which the YAML file will be."""

from __future__ import annotations

from pathlib import Path

from csp_docs.errors import Code, CspDocsError, Origin, Problem
from csp_docs.reading.faults import shortened
from csp_docs.reading.folder import Folder


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
