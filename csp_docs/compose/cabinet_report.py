"""The cabinet report: masthead, cover sheet, body, closing particulars, appendices."""

from __future__ import annotations

from csp_docs.blocks import Document
from csp_docs.compose.appendices import appendices, back_matter
from csp_docs.compose.context import Context, scope_of
from csp_docs.compose.cover import closing, cover_sheet, masthead
from csp_docs.compose.declared import check_declared
from csp_docs.compose.numbering import numbering
from csp_docs.compose.parts import body
from csp_docs.compose.values import access_marking
from csp_docs.council import CouncilTemplate
from csp_docs.errors import Problem
from csp_docs.model import CabinetReport, Status


def cabinet_report(report: CabinetReport, council: CouncilTemplate) -> tuple[Document, tuple[Problem, ...]]:
    """Return the report as blocks, by the council's layout, and all problems of its texts."""
    context = Context(report, council, council.layouts.cabinet_report, scope_of(report, council))
    check_declared(context)
    front = masthead(context) + cover_sheet(context)
    behind = closing(context) + appendices(context) + back_matter(context)
    title = context.plain(report.title)
    document = Document(
        title=title,
        language=report.language.value,
        author=context.plain(council.council.name),
        subject=context.plain(report.subtitle),
        blocks=front + body(context) + behind,
        numbering=numbering(context),
        running_head=title,
        page_label=context.term("page"),
        date=report.date or report.meeting.date,
        marking=_marking(context),
    )
    return document, tuple(context.problems)


def _marking(context: Context) -> str:
    draft = context.term("draft") if context.report.status is Status.DRAFT else ""
    return " – ".join(filter(None, [draft, access_marking(context.report.access, context)]))
