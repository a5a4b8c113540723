"""The cabinet report: masthead, cover sheet, body, closing particulars, appendices."""

from __future__ import annotations

from csp_docs.compose.appendices import appendices, back_matter
from csp_docs.compose.assembled import assembled
from csp_docs.compose.context import Compose, Composed, ReportContext
from csp_docs.compose.cover import closing, cover_sheet, masthead
from csp_docs.compose.declared import check_declared
from csp_docs.compose.numbering import numbering
from csp_docs.compose.parts import body
from csp_docs.compose.scope import scope_of
from csp_docs.council import CouncilTemplate
from csp_docs.model import CabinetReport


def cabinet_report(report: CabinetReport, council: CouncilTemplate, compose: Compose) -> Composed:
    """Return the report as blocks, by the council's layout, and all problems of its texts."""
    day = report.date or report.meeting.date
    scope = scope_of(report, council, date=day, meeting=report.meeting)
    layout = council.layouts.cabinet_report
    context = ReportContext(document=report, council=council, layout=layout, scope=scope, compose=compose)
    check_declared(context)
    front = masthead(context) + cover_sheet(context)
    inside = body(context) + closing(context)
    behind = appendices(context) + back_matter(context)
    counted = numbering(context, {part.field for part in layout.parts})
    return assembled(context, front + inside + behind, counted, day), tuple(context.problems)
