"""The text of a file, before it is read as YAML."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from pathlib import Path
from typing import NoReturn

from csp_docs.errors import Code, LoadError, Origin, Problem, errors_in
from csp_docs.reading.folder import note
from csp_docs.text.characters import clean, is_shown

# YAML 1.1, section 4.1: parsers do not read these. A byte order mark inside a text was left there by an editor.
_UNREADABLE = re.compile("[\0-\x08\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")

# A tab after the first word of a line is a space in YAML 1.1, but PyYAML's own parser refuses it and libyaml does not.
_INNER_TABS = re.compile(r"(?<=\S)[ \t]*\t")

_ZIP = b"PK\x03\x04"
"""The first bytes of workbooks of Excel and LibreOffice, and of all other zips."""


def source_text(path: Path, file: str, findings: list[Problem]) -> str:
    """Return the text of a UTF-8 file, with or without a byte order mark; ``file`` is its name for messages.

    Warnings about what is left out are added to ``findings``. Raises LoadError if there is no such file, or if it is a
    folder, is not UTF-8, or contains NUL.
    """
    return text_of(content_of(path, file), file, findings)


def content_of(path: Path, file: str) -> bytes:
    """Return what is in a file; ``file`` is its name for messages. Raises LoadError if there is no such file."""
    note(path)
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            _stop(Code.FILE_UNREADABLE, f'"{file}" is not a text file', "give the name of a file")
        return path.read_bytes()
    except FileNotFoundError:
        _stop(Code.FILE_NOT_FOUND, f'there is no file "{file}"', "check the name and the folder")
    except IsADirectoryError:
        _stop(Code.FILE_UNREADABLE, f'"{file}" is a folder', "give the name of a file")
    except (OSError, ValueError) as error:
        _stop(
            Code.FILE_UNREADABLE,
            f'"{file}" cannot be read: {getattr(error, "strerror", None) or error}',
            "check the name and the permissions",
        )


def text_of(content: bytes, file: str, findings: list[Problem]) -> str:
    """Return the text of ``file``, and add warnings about what is left out to ``findings``.

    Raises LoadError if it is not UTF-8, or contains NUL.
    """
    if printed := _printed(content, file):
        fact, hint = f"the file is {printed}, not text", "give the name of the YAML file that it is built from"
        _stop(Code.NOT_TEXT, fact, hint, Origin(file, 1, 1))
    if content.startswith(_ZIP):
        _stop(
            Code.NOT_TEXT,
            "the file is a workbook or a zip, not text",
            "save a sheet as CSV, in UTF-8",
            Origin(file, 1, 1),
        )
    return readable(_decoded(content, file), file, findings)


def _printed(content: bytes, file: str) -> str:
    """Return what a file is if it is a printed paper."""
    if content.startswith(_ZIP) and file.lower().endswith(".docx"):
        return "a Word document"
    return "a PDF" if content.startswith(b"%PDF") else ""


def readable(text: str, file: str, findings: list[Problem]) -> str:
    """Return ``text`` without control characters, with a warning in ``findings`` for each line that had some.

    Tabs between words become spaces. Raises LoadError on NUL and on lone surrogates, with all their places.
    """
    if "\t" in text:
        text = _INNER_TABS.sub(lambda tabs: tabs[0].replace("\t", " "), text)
    if is_shown(text) or not any(map(_UNREADABLE.match, set(text))):
        return text
    lines, left_out = [], list[Problem]()
    for number, line in enumerate(text.split("\n"), 1):
        if found := _UNREADABLE.search(line):
            left_out.extend(clean(line, Origin(file, number, found.start() + 1))[1])
        lines.append(_UNREADABLE.sub(_substitute, line))
    if errors_in(left_out):
        raise LoadError(left_out)
    findings += left_out
    return "\n".join(lines)


def _substitute(unreadable: re.Match[str]) -> str:
    """Replace a vertical tab or a form feed with a space, so that words stay separate."""
    return " " if unreadable[0] in "\v\f" else ""


def _decoded(content: bytes, file: str) -> str:
    content = content.removeprefix(BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        fact = f"the byte 0x{content[error.start]:02X} is not UTF-8"
        _stop(Code.NOT_TEXT, fact, "save the file as UTF-8", Origin(file, line, column))


def _stop(code: Code, fact: str, hint: str, origin: Origin | None = None) -> NoReturn:
    raise LoadError([Problem(code, fact, hint, origin)]) from None
