"""The body of a report: its parts in the council's order.

What is on the cover sheet or among the closing particulars is not printed again.
"""

from __future__ import annotations

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.content.looked_up import look_up, printed_alone
from csp_docs.compose.content.values import value_blocks
from csp_docs.compose.content.written import text_or_content
from csp_docs.compose.context import ReportContext
from csp_docs.compose.numbering import numbers_below, numbers_paragraphs
from csp_docs.compose.sections import sections
from csp_docs.council.layouts import CoverRow, OptionsIn, Part, fields_of
from csp_docs.errors import Code


def body(context: ReportContext) -> Blocks:
    """Return all parts of the body that have something to say."""
    rows = frozenset(fields_of(context.layout.cover + context.layout.closing))
    return tuple(block for part in context.layout.parts for block in _part(part, rows, context))


def _part(part: Part, rows: frozenset[str], context: ReportContext) -> Blocks:
    """Return a part that no row prints."""
    if part.field in rows:
        return ()
    match part.field:
        case "sections":
            context.printed.add("sections")
            return _titled(part, sections(context.document.sections, context), context)
        case "implications":
            return _titled(part, _implications(context), context)
        case "contacts" if part.parts:
            from csp_docs.compose.reports.contacts import contacts_as

            return _titled(part, contacts_as(part, context), context)
        case "options" if context.document.options:
            from csp_docs.compose.reports.options import options

            if context.layout.options.style is OptionsIn.PARAGRAPHS and numbers_paragraphs(context):
                _check_numbers(part, "options", "`style: table` or `style: list`", context)
            return _titled(part, options(context, numbered=True), context)
        case "recommendations" if context.document.recommendations and context.layout.recommendations.style == "1.1":
            _check_numbers(part, "recommendations", '`style: "1."` or `style: plain`', context)
    row = CoverRow(field=part.field, label=part.label)
    return _titled(part, value_blocks(look_up(part.field, context), row, context, numbered=True), context)


def _check_numbers(part: Part, name: str, others: str, context: ReportContext) -> None:
    """Warn of what is set out in numbered paragraphs where paragraphs get no number."""
    if not numbers_below(heading=part.numbered if part.label else None, context=context):
        fact = f"the {name} are to be numbered as paragraphs, but no paragraph has a number there"
        hint = f"number the heading above them, or choose {others} for them in the layout"
        context.warn(Code.NO_EFFECT, fact, hint, part.label or part.field)


def _titled(part: Part, blocks: Blocks, context: ReportContext) -> Blocks:
    """Return blocks below the part's label; without a label they have no heading."""
    if not blocks or not part.label:
        return blocks
    restart = part.field in context.layout.numbering.restart
    return (b.Section(context.inlines(part.label), blocks, numbered=part.numbered, restart=restart),)


def _implications(context: ReportContext) -> Blocks:
    """Return a section for each implication; those after a heading are below it."""
    out: list[b.Block] = []
    group: tuple[Part, list[b.Block]] | None = None
    for part in context.layout.implications:
        if part.heading:
            out += _group(group, context)
            group = (part, [])
        elif not printed_alone(f"implications.{part.field}", context):
            (group[1] if group else out).extend(_implication(part, context))
    return tuple(out + _group(group, context))


def _group(group: tuple[Part, list[b.Block]] | None, context: ReportContext) -> list[b.Block]:
    if not group or not group[1]:
        return []
    part, below = group
    return [b.Section(context.inlines(part.heading), tuple(below), numbered=part.numbered)]


def _implication(part: Part, context: ReportContext) -> Blocks:
    given = context.document.implications.get(part.field)
    blocks = text_or_content(given, context, numbered=True) if given else ()
    if blocks:
        context.printed.add(f"implications.{part.field}")
    label = part.label or part.field.replace("_", " ").capitalize()
    return (b.Section(context.inlines(label), blocks, numbered=part.numbered),) if blocks else ()
