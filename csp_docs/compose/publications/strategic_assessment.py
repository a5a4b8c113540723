"""The strategic assessment: its executive summary opens the body unless a section prints it."""

from __future__ import annotations

from csp_docs.compose.context import AssessmentContext, Compose, Composed
from csp_docs.compose.publications.publication import publication, publication_scope
from csp_docs.compose.summary import opening
from csp_docs.council.template import CouncilTemplate
from csp_docs.model import StrategicAssessment


def strategic_assessment(given: StrategicAssessment, council: CouncilTemplate, compose: Compose) -> Composed:
    """Return the assessment as blocks, in the council's layout, and all problems in its texts."""
    layout, scope = council.layouts.strategic_assessment, publication_scope(given, council)
    context = AssessmentContext(document=given, council=council, layout=layout, scope=scope, compose=compose)
    return publication(context, opening(context))
