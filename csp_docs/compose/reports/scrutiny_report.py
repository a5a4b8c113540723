"""The scrutiny report: a report to a meeting whose last appendix holds the highlight reports."""

from __future__ import annotations

from csp_docs.compose.context import Compose, Composed, ReportContext
from csp_docs.compose.reports.highlights import highlights_appendix
from csp_docs.compose.reports.report import report, report_scope
from csp_docs.council.template import CouncilTemplate
from csp_docs.model import ScrutinyReport


def scrutiny_report(given: ScrutinyReport, council: CouncilTemplate, compose: Compose) -> Composed:
    """Return the report as blocks, in the council's layout, and all problems in its texts."""
    scope, layout = report_scope(given, council), council.layouts.scrutiny_report
    context = ReportContext(document=given, council=council, layout=layout, scope=scope, compose=compose)
    return report(context, highlights_appendix(given, layout.highlight_reports, context))
