"""Builders: the outline of what they hold so far."""

from __future__ import annotations

from csp_docs.errors import CspDocsError, Problem
from csp_docs.model.document import Builder
from csp_docs.output.checked import checked
from csp_docs.output.notebook.outline import outline_html


def builder_html(builder: Builder) -> str:
    """Return the outline of what a builder holds, what is missing, and what was found."""
    document = builder.build()
    findings: tuple[Problem, ...]
    try:
        findings = checked(document).findings
    except CspDocsError as error:
        findings = error.findings
    return outline_html(document, findings)
