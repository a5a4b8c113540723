"""Files that are written completely or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from csp_docs.errors import Code, CspDocsError, Problem, RenderError, origin_of
from csp_docs.model import CouncilDocument
from csp_docs.output.checked import Checked
from csp_docs.output.formats import format_of, name_of_format
from csp_docs.output.printing import Printing
from csp_docs.output.whole import create, replace

if TYPE_CHECKING:
    from csp_docs.output.sites import Site


def keep_sources(document: CouncilDocument, targets: tuple[Path, ...]) -> None:
    """Refuse to replace the file that a document, or one in an appendix, was read from. Raises RenderError."""
    if origin := origin_of(document.title):
        for target in targets:
            if target.exists() and Path(origin.file).exists() and target.samefile(origin.file):
                fact = f'"{target}" is the file that the document is read from, and was not changed'
                hint = "choose another name for one of the two: files in YAML end with .yaml"
                raise RenderError([Problem(Code.FILE_EXISTS, fact, hint)])
    for appendix in document.appendices:
        if appendix.document:
            keep_sources(appendix.document, targets)


def write(document: Checked, targets: tuple[Path, ...], site: Site | None = None) -> None:
    """Write a document, without errors, to files in the formats of their endings, and as a ``site`` if there is one.

    The site has the other files too, so that its pages can link to them, but the one page with the whole document: it
    has that anyway. Raises RenderError.
    """
    names = [name_of_format(target) for target in targets]
    printing = _printing(document, names)
    content = _printed(printing, names)
    files = {target: content[name] for target, name in zip(targets, names, strict=True)}
    if not site:
        write_whole(files)
        return
    from csp_docs.output.sites import keep_pages, written_before

    others = {target.name: files[target] for target, name in zip(targets, names, strict=True) if name != "html"}
    pages = {site.folder / name: made for name, made in printing.site(site.address, others).items()}
    keep_pages(pages)
    before = written_before(site.folder)  # with old copies, which may have words that this edition leaves out
    write_whole(files | pages)
    for left in before - set(pages):
        left.unlink()


def printed(document: Checked, names: Sequence[str]) -> dict[str, bytes]:
    """Return a document, without errors, in formats by their names: its pages are laid out once. Raises RenderError."""
    return _printed(_printing(document, names), names)


def _printing(document: Checked, names: Sequence[str]) -> Printing:
    return Printing(document.blocks, document.theme, is_painted="pdf" in names)


def _printed(printing: Printing, names: Sequence[str]) -> dict[str, bytes]:
    formats = {name: found for name in names if (found := format_of(name))}
    return {name: found.write(printing) for name, found in formats.items()}


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write files, completely or not at all, and the folders that they are in. Raises RenderError if one cannot be."""
    try:
        for folder in dict.fromkeys(target.parent for target in files):
            folder.mkdir(parents=True, exist_ok=True)
        replace(files)
    except (OSError, ValueError) as error:  # ValueError: no name of a file can have NUL or half a character
        names = getattr(error, "filename", "") or '", "'.join(map(str, files))
        fact = f'"{names}" cannot be written: {getattr(error, "strerror", "") or error}'
        hint = "choose another folder with --out, or another file name; close the file if another program has it open"
        raise RenderError([Problem(Code.CANNOT_WRITE, fact, hint)]) from error


def write_new(target: Path, content: bytes, command: str) -> None:
    """Write a new file, completely or not at all; ``command`` shows how to name another one.

    Raises CspDocsError for a file that already exists, OSError where it cannot be written.
    """
    try:
        create(target, content)
    except FileExistsError:
        refuse_old(target, command)
        raise


def refuse_old(target: Path, command: str) -> None:
    """Raise CspDocsError for a file that already exists; ``command`` shows how to name another one."""
    if target.exists() or target.is_symlink():
        fact = f'"{target}" already exists, and was not changed'
        raise CspDocsError([Problem(Code.FILE_EXISTS, fact, f"name another file: {command}")])
