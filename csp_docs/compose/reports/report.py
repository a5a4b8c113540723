"""What reports to a meeting have in common: masthead, cover sheet, body, closing particulars, appendices."""

from __future__ import annotations

import re

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, walk
from csp_docs.compose.access import saying_access
from csp_docs.compose.appendices import appendices, back_matter
from csp_docs.compose.assembled import assembled
from csp_docs.compose.context import Composed, ReportContext
from csp_docs.compose.numbering import numbering
from csp_docs.compose.reports.cover import closing, cover_sheet, masthead
from csp_docs.compose.reports.declared import check_declared, check_printed
from csp_docs.compose.reports.parts import body
from csp_docs.errors import Code


def report(context: ReportContext, last_appendix: Blocks = ()) -> Composed:
    """Return the report as blocks, in the council's layout, and all problems in its texts.

    ``last_appendix`` comes after the appendices that the author gave.
    """
    given, layout = context.document, context.layout
    check_declared(context)
    front = masthead(layout.header, context) + cover_sheet(context)
    inside, end = body(context), closing(context)
    _check_title((*front, *end, *(block for block in inside if isinstance(block, b.Section))), context)
    added = appendices(context) + last_appendix
    back = back_matter(context, on_new_page=bool(added))
    counted = numbering(context, {part.field for part in layout.parts if part.label})
    day = given.date or given.meeting.date
    blocks = saying_access(front + inside + end + added + back, context)
    composed = assembled(context, blocks, counted, day)
    check_printed(context)
    return composed, tuple(context.problems)


def _check_title(blocks: Blocks, context: ReportContext) -> None:
    """Note a problem if a layout that names the title prints it neither as a field nor in a header, label or heading.

    A row with such a label may be empty, and an expression may name the title without printing it.
    """
    heads = [b.Paragraph(block.title) if isinstance(block, b.Section) else block for block in blocks]
    title, shown = _letters(context.plain(context.document.title)), _letters(" ".join(walk.texts(heads)))
    if "title" not in context.printed and title not in shown:
        fact = "the layout does not print the title of this report, but only at the top of its pages"
        context.problem(Code.NO_PLACE_FOR, fact, 'add "title" to its `cover`', context.document.title)


def _letters(words: str) -> str:
    """Return words without what a filter or the typography changes."""
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()
