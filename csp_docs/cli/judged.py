"""New files that a command writes: only what can be built, and never in place of another file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import evolve

from csp_docs.errors import CspDocsError, LoadError, Problem, Severity, errors_in


def write_document(text: str, file: Path, found: list[Problem], command: str) -> None:
    """Write a document as YAML, and add warnings of it to ``found``; ``command`` shows how to name another file.

    Raises CspDocsError for one that could not be built, without lines, as there is no file yet; OSError.
    """
    from csp_docs.documents.load import read_text
    from csp_docs.output.checked import checked
    from csp_docs.output.files import write_new

    try:
        document, findings = read_text(text, str(file))
        findings += checked(document).findings
    except CspDocsError as error:
        findings = error.findings
    if errors_in(findings):
        raise LoadError(evolve(finding, origin=None) for finding in findings)
    found += (finding for finding in findings if finding.severity is Severity.WARNING)
    write_new(file, text.encode(), command)


def with_schema(text: str, file: Path, schema: str, write: Callable[[str], None]) -> None:
    """Write a text whose first line names a ``schema``, by which editors help, and that schema next to it."""
    from csp_docs.documents.schema.shipped import first_line, next_to
    from csp_docs.output.files import write_whole

    write(f"{first_line(schema)}\n{text}")
    write_whole(next_to(file, schema))
