"""A document as YAML: the file that it was read from with what has changed, or else written anew."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from csp_docs.documents.load import UNNAMED, read_text
from csp_docs.documents.writing.edits import edited
from csp_docs.documents.writing.keys import document_keys
from csp_docs.documents.writing.layout import whole
from csp_docs.errors import CspDocsError, Problem, errors_in, origin_of
from csp_docs.model import CouncilDocument
from csp_docs.reading.source import content_of
from csp_docs.text.placed import placed


def yaml_of(document: CouncilDocument, folder: str = "", home: Path | None = None) -> tuple[bytes, tuple[Problem, ...]]:
    """Return a document as a YAML file in the folder ``home``, and what was left out of its texts.

    What did not change since it was read is as it is in its file, with its comments. Names of files in a script are
    relative to ``folder``. Raises CspDocsError for what YAML cannot hold.
    """
    source = _source(document)
    home = home or (Path(folder) if folder else source and source.parent)
    keys, left_out = _placed_keys(document, folder, home)
    return (_as_in(source, document, keys, home) if source and home else None) or whole(keys).encode(), left_out


def keys_of(document: CouncilDocument, folder: str = "") -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Return the keys and values of a YAML file with a document, and what was left out of its texts.

    Raises CspDocsError for what YAML cannot hold.
    """
    source = _source(document)
    keys, left_out = _placed_keys(document, folder, Path(folder) if folder else source and source.parent)
    return _builtin(keys), left_out


def _placed_keys(
    document: CouncilDocument, folder: str, home: Path | None
) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    cleaned, left_out = placed(document, folder)
    if errors_in(left_out):
        raise CspDocsError(left_out)
    return document_keys(cleaned, home), left_out


def _source(document: CouncilDocument) -> Path | None:
    """Return the file that a document was read from; None if it was made by a script or is inside another one."""
    for name in ("title", "council"):
        place = origin_of(getattr(document, name))
        if place and place.line:
            return Path(place.file) if place.path == name else None
    return None


def _as_in(source: Path, document: CouncilDocument, keys: dict[str, Any], home: Path) -> bytes | None:
    """Return the file with what has changed; None if it is not there any more, or another file cannot say the same."""
    try:
        content = content_of(source, str(source))
        before = document_keys(_read(content, source), home)
        changed = content if before == keys else _changed(content, before, keys, document.language.value)
        return changed if _plain(document_keys(_read(changed, home / UNNAMED), home)) == _plain(keys) else None
    except (CspDocsError, LookupError, ValueError):
        return None


def _changed(content: bytes, before: Mapping[str, Any], after: Mapping[str, Any], language: str) -> bytes:
    """Return the content of a file with other keys; its byte order mark and its kind of line ends stay."""
    text = content.removeprefix(BOM_UTF8).decode()
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    new = edited(text.replace("\r\n", "\n"), before, after, language)
    return mark + (new.replace("\n", "\r\n") if "\r\n" in text else new).encode()


def _read(content: bytes, file: Path) -> CouncilDocument:
    return read_text(content.removeprefix(BOM_UTF8).decode(), str(file))[0]


def _builtin(value: Any) -> Any:
    """Return keys with values of Python's own types."""
    match value:
        case dict():
            return {name: _builtin(part) for name, part in value.items()}
        case list():
            return [*map(_builtin, value)]
    return str(value) if isinstance(value, str) else value


def _plain(value: Any) -> Any:
    """Return keys with all their values as texts: those of a template are read as texts."""
    match value:
        case Mapping():
            return {name: _plain(part) for name, part in value.items()}
        case list():
            return [_plain(part) for part in value]
        case bool():
            return "yes" if value else "no"
    return str(value)
