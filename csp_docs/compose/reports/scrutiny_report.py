"""The scrutiny report: a report to a meeting whose last appendix holds the highlight reports."""

from __future__ import annotations

from csp_docs.compose.context import Compose, Composed, ReportContext
from csp_docs.compose.reports.highlights import highlights_appendix
from csp_docs.compose.reports.report import report
from csp_docs.compose.scope import scope_of
from csp_docs.council.template import CouncilTemplate
from csp_docs.measures import formats
from csp_docs.model import ScrutinyReport
from csp_docs.model.reach import marked


def scrutiny_report(given: ScrutinyReport, council: CouncilTemplate, compose: Compose) -> Composed:
    """Return the report as blocks, in the council's layout, and all problems in its texts."""
    language, style = given.language.value, council.formats.date.value
    scope = scope_of(
        given,
        council,
        date=given.date or given.meeting.date,
        meeting=given.meeting,
        period=given.period and formats.period(given.period, language, style),
        **{name: getattr(given, name) for name in marked(ScrutinyReport, "in_expressions")},
    )
    layout = council.layouts.scrutiny_report
    context = ReportContext(document=given, council=council, layout=layout, scope=scope, compose=compose)
    return report(context, highlights_appendix(given, layout.highlight_reports, context))
