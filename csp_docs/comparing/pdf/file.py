"""A PDF file opened for reading: pypdf finds its objects, and refuses what would take too much time or memory."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError, WrongPasswordError
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from csp_docs.comparing.reading import refused
from csp_docs.comparing.words import NAMESPACE

MOST_PAGES = 5_000
_BROKEN = "open it in a PDF reader, save or print it as a new PDF, and compare that file"
_XMP = re.compile(rb'xmlns:(\w+)\s*=\s*["\']' + re.escape(NAMESPACE.encode()) + rb'["\']')


class PdfFile:
    """The catalogue and the pages of a PDF."""

    def __init__(self, file: str, reader: PdfReader) -> None:
        self.file, self.reader = file, reader
        if reader.is_encrypted and not reader.decrypt(""):
            raise _encrypted(file)
        self.root = as_dictionary(reader.root_object)
        self.pages: list[Any] = list(reader.pages)
        if len(self.pages) > MOST_PAGES:
            raise refused(
                file, f"the PDF has {len(self.pages):,} pages", f"compare parts of {MOST_PAGES:,} pages or less"
            )
        self.numbers = {key(page): number for number, page in enumerate(self.pages)}

    @classmethod
    @contextmanager
    def opened(cls, file: str, content: bytes) -> Iterator[PdfFile]:
        """Give the file. Raises CspDocsError where it is encrypted or damaged, whenever that is found."""
        log = logging.getLogger("pypdf")
        level = log.level
        log.setLevel(logging.CRITICAL + 1)  # what pypdf repairs is not for the user, who hears of all that matters
        try:
            yield cls(file, PdfReader(BytesIO(content)))
        except (DependencyError, WrongPasswordError):
            raise _encrypted(file) from None
        except (PyPdfError, RecursionError, MemoryError) as error:
            raise refused(file, f"the PDF cannot be read: {_said(error)}", _BROKEN) from None
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OverflowError, OSError):
            raise refused(file, "the PDF is damaged: its parts do not fit together", _BROKEN) from None
        finally:
            log.setLevel(level)

    def title(self) -> str:
        """Return the title in the properties of the file; empty if it has none."""
        return self._stated("/Title")

    def titles(self) -> list[str]:
        """Return the title and the author in the properties of the file."""
        return [self.title(), self._stated("/Author")]

    def _stated(self, name: str) -> str:
        return str(resolved(as_dictionary(self.reader.trailer.get("/Info")).get(name)) or "")

    def stated(self) -> str:
        """Return the fingerprint in the metadata; empty if there is none."""
        stream = resolved(self.root.get("/Metadata"))
        data = stream.get_data() if isinstance(stream, StreamObject) else b""
        found = _XMP.search(data)
        if not found:
            return ""
        name = re.escape(found[1] + b":fingerprint")
        value = re.search(rb"<" + name + rb">\s*([0-9a-f]+)\s*<|" + name + rb'\s*=\s*["\']([0-9a-f]+)', data)
        return (value[1] or value[2]).decode("ascii") if value else ""


def resolved(value: Any) -> Any:
    """Return the object that a reference leads to, or the value itself."""
    return value.get_object() if value is not None and hasattr(value, "get_object") else value


def as_dictionary(value: Any) -> DictionaryObject:
    """Return a dictionary, or an empty one in the place of anything else."""
    found = resolved(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def as_list(value: Any) -> list[Any]:
    """Return the members of an array, or a single value as a list; without a value, an empty list."""
    found = resolved(value)
    if isinstance(found, ArrayObject):
        return list(found)
    return [] if found is None or type(found).__name__ == "NullObject" else [value]


def key(value: Any) -> int:
    """Return the number of an object in the file; of one that has none, a number that no object has."""
    reference = getattr(value, "indirect_reference", None) or (value if hasattr(value, "idnum") else None)
    return reference.idnum if reference is not None else -id(value)


def _encrypted(file: str) -> Exception:
    return refused(file, "the PDF is protected by a password", "save a copy without a password, and compare that file")


def _said(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
