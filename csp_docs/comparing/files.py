"""Files of strangers: they are read up to a size, and known by what they hold; parts of web pages by their names."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from csp_docs.comparing.reading import refused
from csp_docs.errors import Code, CspDocsError

LARGEST = 200_000_000
"""The most bytes of a file that is read; more is not a document to compare."""
LARGEST_PART = 150_000_000
"""The most bytes of a part of a Word file, once it is unpacked."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = "open it in the program that it is made with, save it again, and compare the new file"


def content_of(path: str) -> bytes:
    """Return the bytes of a file. Raises CspDocsError if it cannot be read, or is too large."""
    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise refused(path, "the file does not exist", "check the name and the folder", Code.FILE_NOT_FOUND) from None
    except IsADirectoryError:
        hint = "name a file, or the folder of a site that csp_docs has built"
        raise refused(
            path, 'this is a folder without the pages "index.html" and "whole.html"', hint, Code.FILE_UNREADABLE
        ) from None
    except (OSError, ValueError) as error:  # ValueError: no name of a file can have NUL
        fact = f"the file cannot be opened: {getattr(error, 'strerror', '') or error}"
        raise refused(path, fact, "name a file that you can open", Code.FILE_UNREADABLE) from None
    if len(content) > LARGEST:
        fact = f"the file is larger than {LARGEST // 1_000_000} MB"
        raise refused(path, fact, "compare its parts, or a copy with smaller pictures", Code.FILE_TOO_LARGE)
    return content


def kind_of(file: str, content: bytes) -> str:
    """Return what a file is: "docx", "pdf" or "html". Raises CspDocsError for all else."""
    if content.startswith(b"PK"):
        return "docx"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_OLE):
        fact = "the file is protected by a password, or is a Word file from before 2007"
        raise refused(file, fact, "save it as .docx without a password, and compare that file")
    head = content[:4096].replace(b"\0", b"").lower()
    is_named = file.lower().endswith((".html", ".htm")) and b"<" in head
    if b"<html" in head or b"<!doctype html" in head or is_named:
        return "html"
    hint = "name a Word file (.docx), a PDF or a web page (.html)"
    raise refused(file, "the file is not a Word file, a PDF or a web page" if content else "the file is empty", hint)


def _declares(tree: etree._Element) -> bool:
    """Tell whether a part has a declaration of its kind (DOCTYPE), which may declare entities."""
    return bool(getattr(tree.getroottree().docinfo, "doctype", ""))


class Parts:
    """The parts of a Word file by their names, unpacked when they are asked for."""

    def __init__(self, file: str, content: bytes) -> None:
        self.file, self._room = file, LARGEST_PART
        try:
            self._zip = ZipFile(BytesIO(content))
            self._names = {name.lower(): name for name in self._zip.namelist()}
        except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
            raise self._damaged() from None

    def tree(self, name: str) -> etree._Element | None:
        """Return the XML of a part; None if there is no such part. Raises CspDocsError if it may not be read."""
        found = self._names.get(name.lstrip("/").lower())
        return None if found is None else self._parsed(found, self._unpacked(found))

    def _unpacked(self, name: str) -> bytes:
        """Return a part, however large the file says that it is: not more than there is room for."""
        try:
            with self._zip.open(name) as part:
                data = part.read(self._room + 1)
        except (BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
            raise self._damaged() from None  # RuntimeError: the part is encrypted
        self._room -= len(data)
        if self._room < 0:
            fact = f"unpacked, the file is larger than {LARGEST_PART // 1_000_000} MB"
            raise refused(self.file, fact, "it may be made to do harm: ask where it comes from", Code.FILE_TOO_LARGE)
        return data

    def _parsed(self, name: str, data: bytes) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                                 remove_pis=True)  # fmt: skip
        try:
            tree = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            fact = f'the part "{name}" is not XML that can be read: {error.msg}'
            raise refused(self.file, fact, _DAMAGED) from None
        if _declares(tree):
            hint = "Word never writes such a file: ask where it comes from"
            raise refused(self.file, f'the part "{name}" declares entities, which may be made to do harm', hint)
        return tree

    def _damaged(self) -> CspDocsError:
        return refused(self.file, "the file is damaged: its parts cannot be unpacked", _DAMAGED)
