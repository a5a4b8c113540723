"""Fields of the document in header lines and running heads, which other texts cannot use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from csp_docs import blocks as b
from csp_docs.blocks import Inlines
from csp_docs.compose.access import access_of_paper
from csp_docs.compose.context import Context
from csp_docs.compose.numbering import labelled
from csp_docs.council.layouts import HeaderLine
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
    Period,
    Status,
    Year,
)
from csp_docs.text.expressions import names_in
from csp_docs.text.expressions.faults import ExpressionError


def naming_fields(texts: Iterable[str], context: Context) -> Context:
    """Return the context of texts that may also use fields of the document: ``wards``, ``fields.author``."""
    used = {name.partition(".")[0] for text in texts for name in names_in(text)} - context.scope.names.keys()
    named = {name: _named(name, context) for name in sorted(used & context.scope.elsewhere.keys())}
    if used == named.keys():
        return context.naming(**named) if named else context
    others = context.scope.elsewhere.keys() - context.scope.names.keys()  # the hint for the unknown name lists them
    return context.naming(**{**dict.fromkeys(others), **named})


def _named(name: str, context: Context) -> object:
    context.taken(name, name)
    value = getattr(context.document, name)
    if isinstance(value, Mapping):
        return _Own({key: _words(part, context) for key, part in value.items()})
    words = _words(value, context)
    return words if isinstance(value, Access) else words or value or None  # an open paper may say nothing of its access


class _Own(dict[str, str]):
    """Fields by the names that the council gives them."""

    def __missing__(self, name: str) -> str:
        hint = f"give it under `fields`; a header line `{{field: {name}}}` is left out where a report does not give it"
        raise ExpressionError(Code.EXPRESSION_WITHOUT_VALUE, f'the report does not give the field "{name}"', hint)


def field_line(line: HeaderLine, context: Context) -> Inlines:
    """Return a line with a field after its label; nothing if the field is empty, and a problem if it needs more."""
    value = _looked_up(line.field, context)
    words = _words(value, context)
    context.printed.add(line.field)
    if not words:
        if value and not isinstance(value, Access):
            fact = f'"{line.field}" cannot be printed on a line'
            context.problem(
                Code.UNKNOWN_FIELD, fact, "print it in the `parts` of the layout, or only a part of it", line.field
            )
        return ()
    return labelled(line.label, (b.Text(words),), context)


def _looked_up(path: str, context: Context) -> object:
    """Return the value of a field by its name, or of a part of it: ``meeting.date``."""
    head, _, rest = path.partition(".")
    document, own = context.document, getattr(context.document, "fields", {})
    context.taken(head, path)
    known = {**own, "council": context.council.council, "partnership": context.council.partnership}
    meeting = getattr(document, "meeting", None)
    if isinstance(meeting, Meeting) and (path == "meeting.date" or (head == "date" and not document.date)):
        return _day(meeting, context)
    value = known[head] if head in known else getattr(document, head, None)
    if head not in known and not hasattr(document, head) and not hasattr(document, "fields"):
        hint = did_you_mean(head, [*context.scope.elsewhere, *own], "fields")
        context.problem(Code.UNKNOWN_FIELD, f'the document has no field "{head}"', hint, path)
    if not rest:
        return value
    return value.get(rest) if isinstance(value, Mapping) else getattr(value, rest, None)


def _words(value: object, context: Context) -> str:
    """Return a value in one line, as the council prints it; empty if it is not given, or cannot be in a line."""
    match value:
        case str():
            return context.plain(value)
        case bool():
            return context.term("yes" if value else "no")
        case Status():
            return context.term(f"status_{value.value}")
        case Access():
            return access_of_paper(context).replace("\n", " – ")
        case date() | Month() | Year():
            return context.longdate(value)
        case Period():
            return context.period(value)
        case Contact():
            return context.plain(value.name or value.role)
        case KeyDecision():
            return context.term("yes" if value.key or value.financial or value.community else "no")
        case Option() | BackgroundPaper() | Appendix():
            return context.plain(value.title)
        case Meeting():
            return f"{context.plain(value.body)}, {_day(value, context)}"
        case tuple():
            return ", ".join(filter(None, (_words(part, context) for part in value)))
    return ""


def _day(meeting: Meeting, context: Context) -> str:
    return context.longdate(meeting.day) if meeting.day else context.term("date_to_be_confirmed")
