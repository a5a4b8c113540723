"""The community safety plan: the pages before the body, the body in the author's order, appendices."""

from __future__ import annotations

from csp_docs import i18n
from csp_docs.compose.appendices import appendices, back_matter
from csp_docs.compose.assembled import assembled
from csp_docs.compose.context import Compose, Composed, PlanContext
from csp_docs.compose.front import front_pages, paged
from csp_docs.compose.given import warn_of_unprinted
from csp_docs.compose.numbering import numbering
from csp_docs.compose.scope import scope_of
from csp_docs.compose.sections import sections
from csp_docs.council import CouncilTemplate
from csp_docs.model import Plan


def plan(given: Plan, council: CouncilTemplate, compose: Compose) -> Composed:
    """Return the plan as blocks, by the council's layout, and all problems of its texts."""
    language, style = given.language.value, council.formats.date.value
    scope = scope_of(given, council, period=given.period and i18n.period(given.period, language, style))
    context = PlanContext(document=given, council=council, layout=council.layouts.plan, scope=scope, compose=compose)
    front = front_pages(context)
    behind = appendices(context)
    body = sections(given.sections, context) + behind + back_matter(context, behind=bool(behind))
    warn_of_unprinted(context)
    return assembled(context, paged((*front, body)), numbering(context), given.date), tuple(context.problems)
