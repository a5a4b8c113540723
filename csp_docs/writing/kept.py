"""A document as YAML: the file that it was read from with what has changed, or else written anew."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from csp_docs.documents.load import UNNAMED, read_text
from csp_docs.errors import CspDocsError, Origin, origin_of
from csp_docs.model import CouncilDocument
from csp_docs.reading.source import source_text
from csp_docs.writing.edits import edited
from csp_docs.writing.keys import keys_of
from csp_docs.writing.layout import whole


def yaml_of(document: CouncilDocument, folder: Path | None = None) -> str:
    """Return a document as the text of a YAML file in ``folder``; without one, of a file where it was read from.

    What did not change since it was read is as it is in its file, with its comments. Raises CspDocsError for what YAML
    cannot hold.
    """
    source = _source(document)
    home = folder or (source and source.parent)
    keys = keys_of(document, home)
    return (_as_in(source, document, keys, home) if source and home else None) or whole(keys)


def _source(document: CouncilDocument) -> Path | None:
    """Return the file that a document was read from; None if it was made by a script or is inside another one."""
    places = {name: origin_of(getattr(document, name)) or Origin() for name in ("title", "council")}
    file = next((place.file for name, place in places.items() if place.line and place.path == name), "")
    return Path(file) if file else None


def _as_in(source: Path, document: CouncilDocument, keys: dict[str, Any], home: Path) -> str | None:
    """Return the text of a file with what has changed; None if it is not there, or does not hold the rest."""
    try:
        text = source_text(source, str(source), [])
        before = keys_of(_read(text, source), home)
        changed = text if before == keys else edited(text, before, keys, document.language.value)
        return changed if _plain(keys_of(_read(changed, home / UNNAMED), home)) == _plain(keys) else None
    except (CspDocsError, LookupError, ValueError):
        return None


def _read(text: str, file: Path) -> CouncilDocument:
    return read_text(text, str(file))[0]


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
