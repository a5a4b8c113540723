"""Model to block tree: where a council's conventions turn a model into blocks."""

from __future__ import annotations

from csp_docs.blocks import Document
from csp_docs.compose.cabinet_report import cabinet_report
from csp_docs.council import CouncilTemplate
from csp_docs.errors import Problem
from csp_docs.model import CabinetReport, CouncilDocument


def compose(document: CouncilDocument, council: CouncilTemplate) -> tuple[Document, tuple[Problem, ...]]:
    """Return ``document`` as blocks, without numbers yet, and all problems of its texts."""
    match document:
        case CabinetReport():
            return cabinet_report(document, council)
    raise TypeError(f"no layout for a {type(document).__name__}")
