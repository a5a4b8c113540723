"""The highlight report on its own: masthead with the title, facts, parts."""

from __future__ import annotations

from csp_docs.compose.access import saying_access
from csp_docs.compose.appendices import appendices, back_matter
from csp_docs.compose.assembled import assembled
from csp_docs.compose.context import Compose, Composed
from csp_docs.compose.numbering import numbering
from csp_docs.compose.reports.cover import masthead
from csp_docs.compose.reports.highlights import check_printed, highlight_context, highlight_section
from csp_docs.council.template import CouncilTemplate
from csp_docs.model import HighlightReport


def highlight_report(given: HighlightReport, council: CouncilTemplate, compose: Compose) -> Composed:
    """Return the report as blocks, in the council's layout, and all problems in its texts."""
    context = highlight_context(given, council, compose)
    head = masthead(context.layout.header, context)
    added = appendices(context)
    blocks = (*head, *highlight_section(context).blocks, *added, *back_matter(context, added))
    composed = assembled(context, saying_access(blocks, context), numbering(context), given.date)
    check_printed(context, given)
    return composed, tuple(context.problems)
