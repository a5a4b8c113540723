"""A field's value as blocks: what is next to a label on the cover sheet or below it in the body."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from csp_docs import blocks as b
from csp_docs.blocks import Blocks, Inlines, walk
from csp_docs.blocks.run_in import run_in
from csp_docs.compose.access import access_of_paper, in_lines, reason_of_paper, suffix, title_by_access
from csp_docs.compose.content.figures import has_tabled_charts
from csp_docs.compose.content.looked_up import Value, meeting_day, printed_alone
from csp_docs.compose.content.typed import of_field, of_part
from csp_docs.compose.content.written import content, recommendations, text_or_content
from csp_docs.compose.context import Context, ReportContext
from csp_docs.compose.numbering import around_label, labelled, numbers_paragraphs
from csp_docs.council.layouts import CoverRow, ScrutinyLayout
from csp_docs.errors import Code, errors_in
from csp_docs.measures.phones import tel
from csp_docs.model import (
    Access,
    Appendix,
    BackgroundPaper,
    Contact,
    KeyDecision,
    Meeting,
    Month,
    Period,
    ScrutinyReport,
    Status,
    Year,
)
from csp_docs.model.closed import access_of
from csp_docs.model.content import BLOCKS, TextOrContent
from csp_docs.model.reach import marked, types_of
from csp_docs.text import markup

HIGHLIGHTS = "highlight_reports"
"""The id of the appendix that holds the highlight reports."""
CHART_DATA = "chart_data"
"""The id of the appendix that holds the numbers of the charts."""


def value_blocks(value: Value, row: CoverRow, context: ReportContext, *, numbered: bool = False) -> Blocks:
    """Return a value as blocks, and note that it is printed; nothing when it is empty.

    Texts are numbered if ``numbered``.
    """
    match value:
        case KeyDecision():
            return _key_decision(value, row, context)
        case dict() if row.field in marked(type(context.document), "declared"):
            own = {name: text for name, text in value.items() if not printed_alone(f"{row.field}.{name}", context)}
            context.printed.update(f"{row.field}.{name}" for name in own)
            return tuple(block for name, text in own.items() for block in _named(name, text, context))
        case Meeting():
            return _meeting(value, context)
    known = len(context.problems)
    blocks = _whole(value, row, of_field(row, value, context), numbered)
    if blocks or errors_in(context.problems[known:]):  # what has an error is not left out by the layout
        context.printed.add(row.field)
    return blocks


def _whole(value: Value, row: CoverRow, context: ReportContext, numbered: bool) -> Blocks:
    match value:
        case _ if row.field == "appendices":
            return _appendices(context)
        case _ if row.field == "exemption_reason":
            return reason_of_paper(context, without=context.layout.fields)
        case None | "" | ():
            return ()
        case b.Pending():
            return (b.Paragraph((value,)),)
        case str():
            return context.paragraphs(value, numbered=numbered)
        case Contact():
            return (contact_lines(value, context),)
        case Access():
            return (b.Paragraph(in_lines(words)),) if (words := access_of_paper(context)) else ()
        case tuple() if row.field == "recommendations":
            return recommendations(value, context.layout.recommendations, context, numbered=numbered)
        case tuple() if any(isinstance(item, BLOCKS) for item in value):
            return content(value, context, numbered=numbered)
        case tuple() if numbered and _in_paragraphs(row.field, context):
            return tuple(block for text in value for block in context.paragraphs(text, numbered=True))
        case tuple():
            return _list(value, row.field, context)
    return _words(_scalar(value, row.field, context))


def _in_paragraphs(field: str, context: ReportContext) -> bool:
    """Tell whether each text of a list is a numbered paragraph, if the house style numbers paragraphs."""
    named = field.partition(".")[0] in marked(type(context.document), "declared")
    return (named or field == "outcomes_sought" or field in context.document.fields) and numbers_paragraphs(context)


def _scalar(value: Value, field: str, context: Context) -> str:
    """Return a value that is not a text as the council prints it."""
    match value:
        case bool():
            return _yes_no(value, context)
        case date() | Month() | Year():
            return context.longdate(value)
        case Period():
            return context.period(value)
        case Status():
            return context.term(f"status_{value.value}")
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


def _meeting(meeting: Meeting, context: ReportContext) -> Blocks:
    """Return the parts of a meeting that no row prints alone: "Cabinet, 10 March 2026"."""
    day = meeting_day(context)
    date_words = day if isinstance(day, b.Pending) else b.Text(context.longdate(day))
    parts = {"body": context.inlines(meeting.body), "date": (date_words,)}
    own = {name: words for name, words in parts.items() if not printed_alone(f"meeting.{name}", context)}
    context.printed.update(f"meeting.{name}" for name in own)
    return (b.Paragraph(_in_a_row([*own.values()])),) if own else ()


def _key_decision(decision: KeyDecision, row: CoverRow, context: ReportContext) -> Blocks:
    """Return the answers to the parts that the row labels, or the one answer; then reason and wards.

    What another row prints alone is left out.
    """
    own = {name for name in types_of(KeyDecision) if not printed_alone(f"key_decision.{name}", context)}
    asked = {part.field: part.label for part in row.parts if getattr(decision, part.field) is not None}
    answers = {name: getattr(decision, name) for name in asked if name in own}
    lines = [labelled(asked[name], (b.Text(_yes_no(answer, context)),), context) for name, answer in answers.items()]
    if not asked:
        answers = _one_answer(decision, own)
        lines = [(b.Text(_yes_no(any(answers.values()), context)),)] if answers else []
    if decision.reason and "reason" in own:
        lines.append(context.inlines(decision.reason))
    if decision.wards and "wards" in own:
        lines.append(_in_a_row([context.inlines(ward) for ward in decision.wards]))
    context.printed.update(f"key_decision.{name}" for name in (*answers, *own & {"reason", "wards"}))
    if not lines:
        return ()
    return (b.Lines(tuple(lines)),) if len(lines) > 1 else (b.Paragraph(lines[0]),)


def _one_answer(decision: KeyDecision, own: set[str]) -> dict[str, bool]:
    """Return what the one answer follows from: nothing if another row gives it, or all that it would follow from."""
    names = ("key",) if decision.key is not None else ("financial", "community")
    return {name: bool(getattr(decision, name)) for name in names} if own & {*names} else {}


def _in_a_row(texts: Sequence[Inlines]) -> Inlines:
    """Return texts with commas between them."""
    return tuple(inline for text in texts for inline in (b.Text(", "), *text))[1:]


def _yes_no(answer: object, context: Context) -> str:
    return context.term("yes" if answer else "no")


def _appendices(context: ReportContext) -> Blocks:
    """Return the list of appendices, with links; the titles of highlight reports are below their appendix."""
    given, layout = context.document, context.layout
    items: list[Blocks] = [
        (_linked(appendix_id(appendix, context), appendix_title(appendix, context), context),)
        for appendix in given.appendices
    ]
    if isinstance(given, ScrutinyReport) and isinstance(layout, ScrutinyLayout) and given.highlight_reports:
        style = layout.highlight_reports
        titles = tuple(
            (b.Paragraph(title_by_access(report.title, report.access, context)),) for report in given.highlight_reports
        )
        items.append((_linked(HIGHLIGHTS, context.inlines(style.title), context), b.List(titles, style.pattern)))
    if has_tabled_charts(context):
        items.append((_linked(CHART_DATA, context.words("chart_data"), context),))
    return several(items)


def _linked(target: str, title: Inlines, context: Context) -> b.Paragraph:
    """Return an entry of the list: it shows what the heading of the appendix shows."""
    _, after = around_label(context)
    return b.Paragraph((b.Reference(target), b.Text(after), *title))


def several(items: Sequence[Blocks]) -> Blocks:
    """Return several items as bullets, a single one as it is."""
    if len(items) > 1:
        return (b.List(tuple(items)),)
    return items[0] if items else ()


def _list(values: tuple[Value, ...], field: str, context: ReportContext) -> Blocks:
    """Return several values: contacts under each other, anything else as bullets, a single one as a paragraph."""
    if all(isinstance(value, Contact) for value in values):
        alone = {name for name in types_of(Contact) if printed_alone(f"{field}.{name}", context)}
        contacts = (contact_lines(value, context, alone) for value in values if isinstance(value, Contact))
        return tuple(contact for contact in contacts if contact.lines)
    return several([_list_item(value, field, context) for value in values])


def _list_item(value: Value, field: str, context: Context) -> Blocks:
    match value:
        case BackgroundPaper():
            linked = context.link(value.title, value.url, value.url) if value.url else context.inlines(value.title)
            return (b.Paragraph(linked),)
        case str():
            return context.paragraphs(value)
    return _words(_scalar(value, field, context))


def contact_lines(contact: Contact, context: Context, without: Collection[str] = ()) -> b.Lines:
    """Return a contact as lines: name, role, team, organisation, and links for phone, email and website."""
    words = [(name, words) for name, words in contact_words(contact, context) if name not in without]
    return b.Lines(tuple(_after_term(name, words, context) for name, words in words))


def contact_words(contact: Contact, context: Context) -> Iterator[tuple[str, Inlines]]:
    """Yield the words of each part of a contact that is given."""
    links: dict[str, Callable[[str], str | None]] = {"email": markup.mailto, "website": str}
    for name in types_of(Contact):
        if text := getattr(contact, name):
            inside = of_part(contact, name, text, context)
            words = _address(text, links[name], inside) if name in links else inside.inlines(text)
            yield name, _called(words) if name == "phone" else words


def _called(words: Inlines) -> Inlines:
    """Return a number as a link that calls it; words that are not one number alone stay as they are."""
    address = tel(walk.words(words)) if all(isinstance(inline, b.Text) for inline in words) else ""
    return (b.Link(words, address),) if address else words


def _address(written: str, link_to: Callable[[str], str | None], context: Context) -> Inlines:
    """Return a link to an address; pending words are not an address yet."""
    words = context.inlines(written)
    if any(isinstance(inline, b.Pending) for inline in words):
        return words
    if any(isinstance(inline, b.Strong | b.Emphasis) for inline in words):
        hint = "write a backslash before each * and _"
        context.problem(Code.NOT_AN_ADDRESS, f'signs of "{written}" are read as marks of bold or italic', hint, written)
    return context.link(written, link_to(walk.words(words)) or "", written)


def _after_term(name: str, words: Inlines, context: Context) -> Inlines:
    """Return words after the council's word for them, if it prints one."""
    label = context.term(name) if name in ("phone", "email") else ""
    return (b.Text(f"{label} "), *words) if label else words


def _named(name: str, given: TextOrContent, context: Context) -> Blocks:
    """Return a text, or content, after its name: an officer's comment."""
    known = (f"{name}_{context.council.council.nation.value}", name)
    term = next((term for term in known if term in context.council.terms), "")
    label = context.term(term) if term else name.replace("_", " ").capitalize()
    return run_in((b.Text(label),), text_or_content(given, context))


def _words(text: str) -> Blocks:
    return (b.Paragraph((b.Text(text),)),)
