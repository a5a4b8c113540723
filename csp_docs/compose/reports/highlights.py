"""What highlight reports say, on their own or inside the appendix of a scrutiny report."""

from __future__ import annotations

from itertools import groupby
from typing import assert_never

from attrs import evolve

from csp_docs import blocks as b
from csp_docs.blocks import Blocks
from csp_docs.compose.access import protective, title_by_access
from csp_docs.compose.appendices import closed_with_document
from csp_docs.compose.assembled import assembled
from csp_docs.compose.chart_data import with_section
from csp_docs.compose.content.performance.table import performance
from csp_docs.compose.content.rows.ratings import rating
from csp_docs.compose.content.values import HIGHLIGHTS, several
from csp_docs.compose.content.written import content
from csp_docs.compose.context import Compose, HighlightContext, ReportContext
from csp_docs.compose.measured import Measures
from csp_docs.compose.numbering import around_label
from csp_docs.compose.reports.cover import filled, in_twos
from csp_docs.compose.scope import scope_of
from csp_docs.compose.sections import sections
from csp_docs.compose.unprinted import not_printed, warn_of_unprinted
from csp_docs.council.layouts import (
    HighlightFact,
    HighlightPart,
    HighlightsStyle,
    NewPage,
    PartStyle,
)
from csp_docs.council.template import CouncilTemplate, read_council
from csp_docs.errors import CspDocsError, origin_of
from csp_docs.measures import formats
from csp_docs.model import Bullets, HighlightReport, Numbered, ScrutinyReport
from csp_docs.model.content import ContentItem

_PATHS = {HighlightFact.PRIORITY: "priority.title", HighlightFact.AIMS: "priority.aims"}
"""The parts of the report that facts print, where their names differ."""


def highlight_context(
    given: HighlightReport, council: CouncilTemplate, compose: Compose, around: ReportContext | None = None
) -> HighlightContext:
    """Return the context of a highlight report; one inside a report can use all measures of that report."""
    period = given.period and formats.period(given.period, given.language.value, council.formats.date.value)
    known = around.scope.names["measures"] if around else None
    measures = {"measures": known.opened() if given.access.closed else known} if isinstance(known, Measures) else {}
    return HighlightContext(
        document=given,
        council=council,
        layout=council.layouts.highlight_report,
        scope=scope_of(given, council, period=period, **measures),
        compose=compose,
        around=around.document if around else None,
    )


def highlights_appendix(outer: ScrutinyReport, style: HighlightsStyle, context: ReportContext) -> Blocks:
    """Return the appendix with all highlight reports, each below its lettered heading.

    Each is on a new page if the house style says so; otherwise short ones are kept together on a page.
    """
    context.printed.add("highlight_reports")
    if not outer.highlight_reports:
        return ()
    context, inside = evolve(context, tabled=set()), list[b.Block]()
    for given in outer.highlight_reports:
        sections = _inside(given, outer, context)
        if style.page is NewPage.EACH:
            inside += [b.PageBreak()] if inside else []
            inside += sections
        else:
            inside += [evolve(section, together=True) for section in sections]
    numbering = b.Numbering(headings=(style.pattern,))
    blocks = with_section(tuple(inside), context)
    document = assembled(evolve(context, tabled=set()), blocks, numbering, outer.date or outer.meeting.day)
    prefix, suffix = around_label(context)
    title = context.inlines(style.title)
    appendix = b.Appendix(title, (b.Embedded(document),), id=HIGHLIGHTS, prefix=prefix, suffix=suffix)
    return (closed_with_document(appendix, context),)


def highlight_section(context: HighlightContext) -> b.Section:
    """Return a highlight report below its title: its facts, then its parts in the council's order."""
    given, layout = context.document, context.layout
    rows = filled(layout.cover, lambda row: _noted_fact(HighlightFact(row.field), context), context)
    facts = (b.Facts(in_twos(rows), context.term("highlight_facts")),) if rows else ()
    parts = tuple(block for style in layout.parts for block in _styled(style, context))
    return b.Section(context.inlines(given.title), facts + parts, origin=origin_of(given.title))


def _inside(given: HighlightReport, outer: ScrutinyReport, context: ReportContext) -> tuple[b.Section, ...]:
    """Return a highlight report as a section of the appendix; the title is its heading."""
    whole = _with_inherited(given, outer)
    try:
        council, left_out = read_council(whole)
    except CspDocsError as error:
        context.problems.extend(error.findings)
        return ()
    inner = evolve(
        highlight_context(whole, council, context.compose, context),
        tabled=context.tabled,
        passages=context.passages,
        part_closed=context.closed or given.access.closed,
    )
    section = highlight_section(inner)
    inner.printed.update(("title", "access.exempt", "access.reason"))
    check_printed(inner, given)
    if not given.period and {"period"} & {*inner.printed, *inner.scope.used}:
        context.printed.add("period")  # that of the scrutiny report
    context.problems.extend((*left_out, *inner.problems))
    if not (given.access.closed or given.access.marking):
        return (section,)
    from csp_docs.compose.closed.parts import explained, joined, marked_part, part

    if not given.access.closed:
        return (evolve(section, blocks=marked_part(section.blocks, given.access, context)),)
    words = (*explained(given.access, inner), *section.blocks)
    found = part(words, given.access, inner.words("this_section"), inner)
    found = evolve(found, marking=joined(found.marking, protective(context.document.access, context)))
    return (evolve(section, title=title_by_access(given.title, given.access, inner), blocks=(found,)),)


def _with_inherited(given: HighlightReport, outer: ScrutinyReport) -> HighlightReport:
    """Return a highlight report with what it takes over from the report around it."""
    whole = evolve(given, language=outer.language, period=given.period or outer.period)
    if given.council:
        return whole
    return evolve(
        whole,
        council=outer.council,
        partnership={**outer.partnership, **given.partnership},
        terms={**outer.terms, **given.terms},
        layouts={**outer.layouts, **given.layouts},
    )


def _noted_fact(fact: HighlightFact, context: HighlightContext) -> Blocks:
    blocks = _fact(fact, context)
    if blocks:
        context.printed.add(_PATHS.get(fact, fact.value))
    return blocks


def _fact(fact: HighlightFact, context: HighlightContext) -> Blocks:
    given = context.document
    match fact:
        case HighlightFact.PRIORITY:
            return context.paragraphs(given.priority.title) if given.priority else ()
        case HighlightFact.AIMS:
            return several([*map(context.paragraphs, given.priority.aims)]) if given.priority else ()
        case HighlightFact.PERIOD:
            return _words(context.period(given.period)) if given.period else ()
        case HighlightFact.LEAD:
            return context.paragraphs(given.lead)
        case HighlightFact.RAG:
            return (b.Paragraph(rating(given.rag, context)),) if given.rag else ()
        case HighlightFact.STATUS:
            return _words(context.term(f"status_{given.status.value}")) if given.status else ()
        case HighlightFact.DATE:
            return _words(context.longdate(given.date)) if given.date else ()
        case _:
            assert_never(fact)


def _words(text: str) -> Blocks:
    return (b.Paragraph((b.Text(text),)),)


def _styled(style: PartStyle, context: HighlightContext) -> Blocks:
    """Return a part below its label; two short ones that share a row are side by side."""
    if style.field:
        blocks = _part(style.field, context)
        context.printed.add(style.field.value)  # where a picture of it cannot be read, that is reported
        return (b.Section(context.inlines(style.label), blocks),) if blocks and style.label else blocks
    parts = tuple(filter(None, (_styled(inner, context) for inner in style.row)))
    if len(parts) == 2 and all(map(_narrow, parts)):
        return (b.Grid(tuple(b.GridCell(part) for part in parts)),)
    return tuple(block for part in parts for block in part)


def _narrow(blocks: Blocks) -> bool:
    """Tell whether blocks are words and lists, which a column holds."""
    return all(
        _narrow(block.blocks) if isinstance(block, b.Section) else isinstance(block, b.Paragraph | b.List | b.Lines)
        for block in blocks
    )


def _part(part: HighlightPart, context: HighlightContext) -> Blocks:
    given = context.document
    match part:
        case HighlightPart.PERFORMANCE:
            return performance(given.performance, context, turns=False) if given.performance else ()
        case HighlightPart.POSITION:
            return content(given.position, context)
        case HighlightPart.ACTIVITY | HighlightPart.NEXT_STEPS | HighlightPart.RISKS | HighlightPart.ISSUES:
            return content(_listed(getattr(given, part.value)), context)
        case HighlightPart.SECTIONS:
            return sections(given.sections, context)
        case _:
            assert_never(part)


def check_printed(context: HighlightContext, given: HighlightReport) -> None:
    """Warn of what a highlight report itself gives and nothing prints."""
    warn_of_unprinted(context, _unprinted, given)


def _unprinted(name: str) -> tuple[str, str]:
    fact = next((fact for fact in HighlightFact if _PATHS.get(fact, fact.value) == name or fact.value == name), None)
    if fact:
        return not_printed(name), f'add "{fact.value}" to the `cover` of the layout'
    if name in {part.value for part in HighlightPart}:
        return not_printed(name), f'add "{name}" to the `parts` of the layout'
    if name.startswith("partnership."):
        return not_printed(name), f"write {{{{ {name} }}}} in a text, or remove it"
    return f'a highlight report has no place for "{name}"', "write it in the text, or remove it"


def _listed(items: tuple[ContentItem, ...]) -> tuple[ContentItem, ...]:
    """Return content where texts that follow each other are bullets; a single text is a paragraph."""
    return tuple(item for _, run in groupby(items, _in_a_list) for item in _run(tuple(run)))


def _run(run: tuple[ContentItem, ...]) -> tuple[ContentItem, ...]:
    listed = tuple(item for item in run if isinstance(item, str | Bullets | Numbered))
    texts = [item for item in listed if isinstance(item, str)]
    return (Bullets(listed),) if len(texts) > 1 else run


def _in_a_list(item: ContentItem) -> bool:
    return isinstance(item, str | Bullets | Numbered)
