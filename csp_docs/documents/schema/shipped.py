"""JSON Schemas that come with csp_docs: editors complete, explain and check YAML files by them while authors type."""

from __future__ import annotations

from pathlib import Path

from csp_docs.council import shipped
from csp_docs.errors import Code, CspDocsError, Problem, did_you_mean

COUNCIL = "council"
"""The name of the schema of council templates. Those of documents have the names of their kinds."""
ENDING = ".schema.json"
FOLDER = ".csp-docs"
"""The folder of the schemas that are next to documents: editors find them there without a server, on every computer."""


def names() -> tuple[str, ...]:
    """Return the names of the schemas, in alphabetical order."""
    return tuple(sorted(path.name.removesuffix(ENDING) for path in shipped.shipped("schemas").glob(f"*{ENDING}")))


def content(name: str) -> bytes:
    """Return the file of a schema: of a kind of document, or of council templates. Raises CspDocsError."""
    known = names()
    if name not in known:
        fact = f'there is no schema "{name}"'
        raise CspDocsError([Problem(Code.UNKNOWN_SCHEMA, fact, did_you_mean(name, known, "schemas"))])
    return shipped.content(shipped.shipped("schemas") / f"{name}{ENDING}")


def first_line(name: str) -> str:
    """Return the line at the head of a file by which editors find its schema in the folder next to it.

    >>> first_line("plan")
    '# yaml-language-server: $schema=.csp-docs/plan.schema.json'
    """
    return f"# yaml-language-server: $schema={FOLDER}/{name}{ENDING}"


def next_to(file: Path, name: str) -> dict[Path, bytes]:
    """Return the schema that has to be next to a file, by its path. Raises CspDocsError."""
    return {file.parent / FOLDER / f"{name}{ENDING}": content(name)}
