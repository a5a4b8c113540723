"""The cabinet report."""

from __future__ import annotations

from csp_docs.compose.context import Compose, Composed, ReportContext
from csp_docs.compose.reports.report import report, report_scope
from csp_docs.council.template import CouncilTemplate
from csp_docs.model import CabinetReport


def cabinet_report(given: CabinetReport, council: CouncilTemplate, compose: Compose) -> Composed:
    """Return the report as blocks, in the council's layout, and all problems in its texts."""
    scope, layout = report_scope(given, council), council.layouts.cabinet_report
    return report(ReportContext(document=given, council=council, layout=layout, scope=scope, compose=compose))
