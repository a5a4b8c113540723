"""Model to block tree: where a council's conventions turn a model into blocks."""

from __future__ import annotations

from csp_docs.compose.context import Composed
from csp_docs.council.template import CouncilTemplate
from csp_docs.model import CabinetReport, CouncilDocument, HighlightReport, Plan, ScrutinyReport, StrategicAssessment


def compose(document: CouncilDocument, council: CouncilTemplate) -> Composed:
    """Return ``document`` as blocks, without numbers yet, and all problems in its texts."""
    match document:
        case CabinetReport():
            from csp_docs.compose.reports.cabinet_report import cabinet_report

            return cabinet_report(document, council, compose)
        case ScrutinyReport():
            from csp_docs.compose.reports.scrutiny_report import scrutiny_report

            return scrutiny_report(document, council, compose)
        case HighlightReport():
            from csp_docs.compose.reports.highlight_report import highlight_report

            return highlight_report(document, council, compose)
        case Plan():
            from csp_docs.compose.publications.plan import plan

            return plan(document, council, compose)
        case StrategicAssessment():
            from csp_docs.compose.publications.strategic_assessment import strategic_assessment

            return strategic_assessment(document, council, compose)
    raise TypeError(f"there is no layout for a {type(document).__name__}")
