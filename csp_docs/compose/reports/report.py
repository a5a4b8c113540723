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
from csp_docs.compose.scope import scope_of
from csp_docs.council.template import CouncilTemplate
from csp_docs.measures import formats
from csp_docs.model import Report
from csp_docs.model.reach import marked
from csp_docs.text.expressions import Scope


def report_scope(given: Report, council: CouncilTemplate) -> Scope:
    """Return what ``{{ }}`` can use in a report to a meeting."""
    language, style = given.language.value, council.formats.date.value
    return scope_of(
        given,
        council,
        meeting=given.meeting,
        period=given.period and formats.period(given.period, language, style),
        **{name: getattr(given, name) for name in marked(type(given), "in_expressions")},
    )


def report(context: ReportContext, last_appendix: Blocks = ()) -> Composed:
    """Return the report as blocks, in the council's layout, and all problems in its texts.

    ``last_appendix`` comes after the appendices that the author gave.
    """
    given, layout = context.document, context.layout
    check_declared(context)
    if given.date:
        from csp_docs.compose.reports.notice import note_short_notice

        note_short_notice(context)
    front = masthead(layout.header, context) + cover_sheet(context)
    inside, end = body(context), closing(context)
    added = appendices(context) + last_appendix
    back = back_matter(context, added)
    counted = numbering(context, {part.field for part in layout.parts if part.label})
    day = given.date or given.meeting.day
    blocks = saying_access(front + inside + end + added + back, context)
    composed = assembled(context, blocks, counted, day)
    check_printed(context)
    return composed, tuple(context.problems)
