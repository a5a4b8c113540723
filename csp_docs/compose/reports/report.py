"""What reports to a meeting have in common: masthead, cover sheet, body, closing particulars, appendices."""

from __future__ import annotations

from csp_docs.blocks import Blocks
from csp_docs.compose.appendices import appendices, back_matter
from csp_docs.compose.assembled import assembled
from csp_docs.compose.context import Composed, ReportContext
from csp_docs.compose.numbering import numbering
from csp_docs.compose.reports.cover import closing, cover_sheet, masthead
from csp_docs.compose.reports.declared import check_declared, check_printed
from csp_docs.compose.reports.parts import body


def report(context: ReportContext, last_appendix: Blocks = ()) -> Composed:
    """Return the report as blocks, by the council's layout, and all problems of its texts.

    ``last_appendix`` stands behind the appendices that the author gave.
    """
    given, layout = context.document, context.layout
    check_declared(context)
    front = masthead(layout.header, context) + cover_sheet(context)
    inside = body(context) + closing(context)
    behind = appendices(context) + last_appendix
    back = back_matter(context, behind=bool(behind))
    counted = numbering(context, {part.field for part in layout.parts})
    day = given.date or given.meeting.date
    composed = assembled(context, front + inside + behind + back, counted, day)
    check_printed(context)
    return composed, tuple(context.problems)
