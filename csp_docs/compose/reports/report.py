"""What reports to a meeting have in common: masthead, cover sheet, body, closing particulars, appendices."""

from __future__ import annotations

from csp_docs.blocks import Blocks
from csp_docs.compose.access import saying_access
from csp_docs.compose.appendices import appendices, back_matter
from csp_docs.compose.assembled import assembled
from csp_docs.compose.context import Composed, ReportContext
from csp_docs.compose.numbering import numbering
from csp_docs.compose.reports.cover import closing, cover_sheet, masthead
from csp_docs.compose.reports.declared import check_declared, check_printed
from csp_docs.compose.reports.parts import body


def report(context: ReportContext, last_appendix: Blocks = ()) -> Composed:
    """Return the report as blocks, in the council's layout, and all problems in its texts.

    ``last_appendix`` comes after the appendices that the author gave.
    """
    given, layout = context.document, context.layout
    check_declared(context)
    front = masthead(layout.header, context) + cover_sheet(context)
    inside, end = body(context), closing(context)
    added = appendices(context) + last_appendix
    back = back_matter(context, added)
    counted = numbering(context, {part.field for part in layout.parts if part.label})
    day = given.date or given.meeting.date
    blocks = saying_access(front + inside + end + added + back, context)
    composed = assembled(context, blocks, counted, day)
    check_printed(context)
    return composed, tuple(context.problems)
