"""The files of the schemas: one for each kind of document, and one for council templates."""

from __future__ import annotations

import json
from pathlib import Path

from attrs import NOTHING, fields_dict

from csp_docs.council.template import CouncilTemplate
from csp_docs.documents.kinds import KINDS
from csp_docs.documents.schema.explained import Explained
from csp_docs.documents.schema.shipped import COUNCIL, ENDING
from csp_docs.documents.schema.types import Schemas
from csp_docs.documents.schema.values import Schema
from csp_docs.model import CouncilDocument

_DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that all editors know."""


def files(docs: Path) -> dict[str, bytes]:
    """Return the schemas by the names of their files, in the words of the pages in ``docs``.

    The same model and the same pages give the same bytes.
    """
    explained = Explained(docs)
    wanted: dict[str, type] = {**KINDS, COUNCIL: CouncilTemplate}
    return {f"{name}{ENDING}": _content(name, _schema_of(cls, explained)) for name, cls in sorted(wanted.items())}


def _schema_of(cls: type, explained: Explained) -> Schema:
    """Return the schema of a file that is a document of a kind, or a council template."""
    schemas = Schemas(explained)
    whole = schemas.keys_of(cls)
    if issubclass(cls, CouncilDocument):
        council = ["council"] if fields_dict(cls)["council"].default is NOTHING else []
        whole["required"] = ["kind", *council, *whole.get("required", ())]
    return {**whole, "definitions": dict(sorted(schemas.definitions.items()))}


def _content(title: str, schema: Schema) -> bytes:
    return (
        json.dumps(
            {"$schema": _DRAFT, "title": title.replace("_", " ").capitalize(), **schema}, ensure_ascii=False, indent=1
        )
        + "\n"
    ).encode()
