"""The text of a file, before YAML sees it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from pathlib import Path
from typing import NoReturn

from csp_docs.errors import Code, LoadError, Origin, Problem, errors_in
from csp_docs.text.characters import clean

# YAML 1.1, section 4.1: no parser reads these. A byte order mark inside a text is one that an editor left behind.
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ufffd\U00010000-\U0010ffff]|\ufeff")

# A tab behind the first word of a line is a space to YAML 1.1, but PyYAML's own parser refuses it and libyaml does not.
_INNER_TABS = re.compile(r"(?<=\S)[ \t]*\t")

_ZIP = b"PK\x03\x04"
"""What workbooks of Excel and LibreOffice begin with, as all zips do."""


def source_text(path: Path, file: str, findings: list[Problem]) -> str:
    """Return the text of a UTF-8 file, with or without a byte order mark; ``file`` is its name for messages.

    What is left out of it is added to ``findings``. Raises LoadError if there is no such file, or it is a folder, no
    UTF-8, or holds NUL.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            _stop(Code.FILE_UNREADABLE, f'"{file}" is no file with text', "give the name of a file")
        content = path.read_bytes()
    except FileNotFoundError:
        _stop(Code.FILE_NOT_FOUND, f'there is no file "{file}"', "check the name and the folder")
    except IsADirectoryError:
        _stop(Code.FILE_UNREADABLE, f'"{file}" is a folder', "give the name of a file")
    except (OSError, ValueError) as error:
        _stop(
            Code.FILE_UNREADABLE,
            f'"{file}" cannot be read: {getattr(error, "strerror", None) or error}',
            "check the name and the rights",
        )
    return text_of(content, file, findings)


def text_of(content: bytes, file: str, findings: list[Problem]) -> str:
    """Return the text that ``file`` holds; what is left out of it is added to ``findings``.

    Raises LoadError if it is no UTF-8, or holds NUL.
    """
    if content.startswith(_ZIP):
        _stop(
            Code.NOT_TEXT,
            "the file is a workbook or a zip, and no text",
            "save a sheet as CSV, in UTF-8",
            Origin(file, 1, 1),
        )
    return readable(_decoded(content, file), file, findings)


def readable(text: str, file: str, findings: list[Problem]) -> str:
    """Return ``text`` without control characters, with a warning in ``findings`` for each line that held some.

    Tabs between words become spaces. Raises LoadError on NUL and on lone surrogates, with all their places.
    """
    if "\t" in text:
        text = _INNER_TABS.sub(lambda tabs: tabs[0].replace("\t", " "), text)
    if not any(map(_UNREADABLE.match, set(text))):
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
    """Keep the words apart that a vertical tab or a form feed parted."""
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
