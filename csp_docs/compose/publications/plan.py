"""The community safety plan."""

from __future__ import annotations

from csp_docs.compose.context import Compose, Composed, PlanContext
from csp_docs.compose.publications.publication import publication, publication_scope
from csp_docs.council.template import CouncilTemplate
from csp_docs.model import Plan


def plan(given: Plan, council: CouncilTemplate, compose: Compose) -> Composed:
    """Return the plan as blocks, in the council's layout, and all problems in its texts."""
    scope = publication_scope(given, council)
    return publication(
        PlanContext(document=given, council=council, layout=council.layouts.plan, scope=scope, compose=compose)
    )
