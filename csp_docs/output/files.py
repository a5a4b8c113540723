"""Files that are written completely or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

from csp_docs.errors import Code, Problem, RenderError
from csp_docs.output.checked import Checked
from csp_docs.output.formats import Format, format_of
from csp_docs.output.printing import Printing


def formats_of(targets: tuple[Path, ...]) -> tuple[Format, ...]:
    """Return the formats of files by their endings. Raises RenderError if one has none, or if no file is named."""
    if not targets:
        hint = 'name one or more files, such as "report.pdf"'
        raise RenderError([Problem(Code.NO_FILE_NAMED, "no file to write to is named", hint)])
    return tuple(map(format_of, targets))


def write(document: Checked, targets: tuple[Path, ...]) -> None:
    """Write a document, without errors, to files in the formats of their endings. Raises RenderError."""
    formats, printing = formats_of(targets), Printing(document.blocks, document.theme)
    printed = {format_.name: format_.write(printing) for format_ in dict.fromkeys(formats)}
    write_whole({target: printed[format_.name] for target, format_ in zip(targets, formats, strict=True)})


def write_whole(files: dict[Path, bytes]) -> None:
    """Write files completely or not at all: each is written to a temporary file next to its target, then renamed.

    Raises RenderError if one cannot be written.
    """
    waiting = {target: target.with_name(f".{target.name}.{os.getpid()}") for target in files}
    try:
        for target, data in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_dir():
                raise IsADirectoryError(EISDIR, "a folder has this name", str(target))
            waiting[target].write_bytes(data)
        for target, temporary in waiting.items():
            temporary.replace(target)
    except OSError as error:
        fact = f'"{target}" cannot be written: {error.strerror or error}'
        hint = "choose another folder with --out, or another file name"
        raise RenderError([Problem(Code.CANNOT_WRITE, fact, hint)]) from error
    finally:
        for temporary in waiting.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
