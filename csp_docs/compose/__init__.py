"""Model to block tree: where a council's conventions turn a model into blocks."""

from __future__ import annotations

from csp_docs.compose.cabinet_report import cabinet_report
from csp_docs.compose.context import Composed
from csp_docs.compose.plan import plan
from csp_docs.council import CouncilTemplate
from csp_docs.model import CabinetReport, CouncilDocument, Plan


def compose(document: CouncilDocument, council: CouncilTemplate) -> Composed:
    """Return ``document`` as blocks, without numbers yet, and all problems of its texts."""
    match document:
        case CabinetReport():
            return cabinet_report(document, council, compose)
        case Plan():
            return plan(document, council, compose)
    raise TypeError(f"no layout for a {type(document).__name__}")
