"""Model to block tree: where a council's conventions turn a model into blocks."""

from __future__ import annotations

from csp_docs.compose.context import Composed
from csp_docs.compose.publications.plan import plan
from csp_docs.compose.publications.strategic_assessment import strategic_assessment
from csp_docs.compose.reports.cabinet_report import cabinet_report
from csp_docs.compose.reports.highlight_report import highlight_report
from csp_docs.compose.reports.scrutiny_report import scrutiny_report
from csp_docs.council.template import CouncilTemplate
from csp_docs.model import CabinetReport, CouncilDocument, HighlightReport, Plan, ScrutinyReport, StrategicAssessment


def compose(document: CouncilDocument, council: CouncilTemplate) -> Composed:
    """Return ``document`` as blocks, without numbers yet, and all problems in its texts."""
    match document:
        case CabinetReport():
            return cabinet_report(document, council, compose)
        case ScrutinyReport():
            return scrutiny_report(document, council, compose)
        case HighlightReport():
            return highlight_report(document, council, compose)
        case Plan():
            return plan(document, council, compose)
        case StrategicAssessment():
            return strategic_assessment(document, council, compose)
    raise TypeError(f"there is no layout for a {type(document).__name__}")
