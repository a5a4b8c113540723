"""A field's value as blocks: what is next to a label on the cover sheet or below it in the body."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from attrs import fields, has

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines
from csp_docs.blocks.run_in import run_in
from csp_docs.compose.access import access_of_paper, part_marking, suffix, title_by_access, weighed
from csp_docs.compose.content.charts import has_tabled_charts
from csp_docs.compose.content.recommendations import recommendations
from csp_docs.compose.context import Context, ReportContext
from csp_docs.compose.numbering import numbers_paragraphs
from csp_docs.council.layouts import CoverRow, ScrutinyLayout
from csp_docs.errors import Code, did_you_mean
from csp_docs.model import (
    Access,
    Appendix,
    BackgroundPaper,
    Contact,
    KeyDecision,
    Meeting,
    Month,
    Option,
    ScrutinyReport,
    Status,
    Year,
)
from csp_docs.model.closed import access_of
from csp_docs.model.reach import marked

Value: TypeAlias = object
"""What a field of the model may hold."""


HIGHLIGHTS = "highlight_reports"
"""The id of the appendix that holds the highlight reports."""
CHART_DATA = "chart_data"
"""The id of the appendix that holds the numbers of the charts."""
DERIVED = {"council", "exempt", "exemption_reason", "partnership"}
"""Names that a layout may print and that are not keys of a report."""


def look_up(name: str, context: ReportContext) -> Value:
    """Return a field's value: dotted ("implications.legal"), derived ("exempt"), the report's, or of its ``fields``."""
    report, access = context.document, context.document.access
    derived: dict[str, Value] = {
        "council": context.council.council,
        "partnership": context.council.partnership,
        "exempt": access.closed or bool(part_marking(context)),
        "exemption_reason": access.reason,
    }
    head, _, rest = name.partition(".")
    context.taken(head, name)
    value = {**report.fields, **_parts(report), **derived}.get(head)
    if not rest or value is None:
        return value
    if isinstance(value, dict):
        return value.get(rest)
    parts = _parts(value)
    if rest not in parts:
        context.problem(Code.UNKNOWN_FIELD, f'"{head}" has no part "{rest}"', did_you_mean(rest, parts, "parts"), name)
    return parts.get(rest)


def _parts(value: object) -> dict[str, Value]:
    """Return the public fields of one of the model's objects."""
    cls = type(value)
    return {field.name: getattr(value, field.name) for field in fields(cls)} if has(cls) else {}


def value_blocks(value: Value, row: CoverRow, context: ReportContext, *, numbered: bool = False) -> Blocks:
    """Return a value as blocks; nothing when it is empty. Texts are numbered if ``numbered``."""
    match value:
        case _ if row.field == "appendices":
            return _appendices(context)
        case None | "" | ():
            return ()
        case str() if row.field == "exemption_reason":
            return context.blocks(value) + weighed(context.document.access, context)
        case str():
            return context.blocks(value, numbered=numbered)
        case KeyDecision():
            return _key_decision(value, row, context)
        case Contact():
            return (contact_lines(value, context),)
        case tuple() if row.field == "recommendations":
            return recommendations(value, context.layout.recommendations, context, numbered=numbered)
        case tuple() if row.field == "outcomes_sought" and numbered and numbers_paragraphs(context):
            return tuple(block for text in value for block in context.blocks(text, numbered=True))
        case tuple():
            return _list(value, row.field, context)
        case dict() if row.field in marked(type(context.document), "declared"):
            return tuple(block for name, text in value.items() for block in _named(name, text, context))
    return _words(_scalar(value, row.field, context))


def _scalar(value: Value, field: str, context: Context) -> str:
    """Return a value that is not a text as the council prints it."""
    match value:
        case bool():
            return _yes_no(value, context)
        case date() | Month() | Year():
            return context.longdate(value)
        case Status():
            return context.term(f"status_{value.value}")
        case Access():
            return access_of_paper(context)
        case Meeting():
            return f"{context.plain(value.body)}, {context.longdate(value.date)}"
    context.problem(
        Code.UNKNOWN_FIELD,
        f'"{field}" cannot be printed as a field',
        "name one of its parts, such as council.name",
        field,
    )
    return ""


def appendix_id(appendix: Appendix, context: Context) -> str:
    """Return the id of an appendix; without one, it is the appendix's position, so that lists can link to it."""
    place = next(n for n, other in enumerate(context.document.appendices, 1) if other is appendix)
    return appendix.id or f"appendix #{place}"


def appendix_title(appendix: Appendix, context: Context) -> Inlines:
    """Return the title of an appendix, which says so if the appendix or its document is not for the public."""
    access = access_of(appendix, context.document)
    if access and access.closed:
        return title_by_access(appendix.title, access, context)
    title = context.inlines(appendix.title)
    inner = appendix.document.access if appendix.document else None
    return (*title, suffix(inner, context)) if inner and inner.closed else title


def _key_decision(decision: KeyDecision, row: CoverRow, context: Context) -> Blocks:
    """Return the answers to the parts that the row labels, or the one answer; then reason and wards."""
    tests = {"financial": decision.financial, "community": decision.community, "key": decision.key}
    for part in row.parts:
        if part.field not in tests:
            context.problem(
                Code.UNKNOWN_FIELD,
                f'a key decision has no part "{part.field}"',
                did_you_mean(part.field, tests),
                part.field,
            )
    lines = [
        _labelled(part.label, _yes_no(tests[part.field], context), context)
        for part in row.parts
        if tests.get(part.field) is not None
    ]
    if not lines:
        key = decision.key if decision.key is not None else bool(decision.financial or decision.community)
        lines = [(b.Text(_yes_no(key, context)),)]
    if decision.reason:
        lines.append(context.inlines(decision.reason))
    if decision.wards:
        lines.append(context.inlines(", ".join(decision.wards)))
    return (b.Lines(tuple(lines)),) if len(lines) > 1 else (b.Paragraph(lines[0]),)


def _yes_no(answer: object, context: Context) -> str:
    return context.term("yes" if answer else "no")


def _appendices(context: ReportContext) -> Blocks:
    """Return the list of appendices, with links; the titles of highlight reports are below their appendix."""
    given, layout = context.document, context.layout
    items: list[Blocks] = [
        (_linked(appendix_id(appendix, context), appendix_title(appendix, context)),) for appendix in given.appendices
    ]
    if isinstance(given, ScrutinyReport) and isinstance(layout, ScrutinyLayout) and given.highlight_reports:
        style = layout.highlight_reports
        titles = tuple(
            (b.Paragraph(title_by_access(report.title, report.access, context)),) for report in given.highlight_reports
        )
        items.append((_linked(HIGHLIGHTS, context.inlines(style.title)), b.List(titles, style.pattern)))
    if has_tabled_charts(context):
        items.append((_linked(CHART_DATA, context.words("chart_data")),))
    return _list_of(items)


def _linked(target: str, title: Inlines) -> b.Paragraph:
    return b.Paragraph((b.Reference(target), b.Text(" – "), *title))


def _list_of(items: Sequence[Blocks]) -> Blocks:
    """Return several items as bullets, a single one as it is."""
    if len(items) > 1:
        return (b.List(tuple(items)),)
    return items[0] if items else ()


def _list(values: tuple[Value, ...], field: str, context: Context) -> Blocks:
    """Return several values: contacts under each other, anything else as bullets, a single one as a paragraph."""
    if all(isinstance(value, Contact) for value in values):
        return tuple(contact_lines(value, context) for value in values if isinstance(value, Contact))
    return _list_of([_list_item(value, field, context) for value in values])


def _list_item(value: Value, field: str, context: Context) -> Blocks:
    match value:
        case BackgroundPaper():
            linked = context.link(value.title, value.url, value.url) if value.url else context.inlines(value.title)
            return (b.Paragraph(linked),)
        case Option():
            preferred = (b.Text(f" ({context.term('preferred_option')})"),) if value.preferred else ()
            heading = b.Paragraph((b.Strong((*context.inlines(value.title), *preferred)),))
            return (heading, *context.blocks(value.assessment))
        case str():
            return context.blocks(value)
    return _words(_scalar(value, field, context))


def contact_lines(contact: Contact, context: Context) -> b.Lines:
    """Return a contact as lines: name, role, team, organisation, phone, and links for email and website."""
    said = [context.inlines(text) for text in (contact.name, contact.role, contact.team, contact.organisation) if text]
    phone = [_after_term("phone", context.inlines(contact.phone), context)] if contact.phone else []
    address = _address(contact.email, f"mailto:{contact.email}", context) if contact.email else ()
    mail = [_after_term("email", address, context)] if address else []
    site = [_address(contact.website, contact.website, context)] if contact.website else []
    return b.Lines(tuple(said + phone + mail + site))


def _address(written: str, url: str, context: Context) -> Inlines:
    """Return a link to an address; pending words are not an address yet."""
    words = context.inlines(written)
    return words if any(isinstance(inline, b.Pending) for inline in words) else context.link(written, url, written)


def _after_term(name: str, words: Inlines, context: Context) -> Inlines:
    """Return words after the council's word for them, if it prints one."""
    label = context.term(name)
    return (b.Text(f"{label} "), *words) if label else words


def _named(name: str, text: str, context: Context) -> Blocks:
    """Return a text after its name: an officer's comment."""
    label = context.council.terms.get(name, name.replace("_", " ").capitalize())
    return run_in((b.Text(label),), context.blocks(text))


def _labelled(label: str, value: str, context: Context) -> Inlines:
    return (*context.inlines(label), b.Text(f": {value}"))


def _words(text: str) -> Blocks:
    return (b.Paragraph((b.Text(text),)),)
