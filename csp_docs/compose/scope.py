"""What ``{{ }}`` can use in a document: its names, the functions, and the council's printed words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, TypeVar

from attrs import evolve, fields

from csp_docs import blocks as b
from csp_docs.compose.measured import Measures, by_id, measured
from csp_docs.council.formats import Typography
from csp_docs.council.template import CouncilTemplate, Identity, Partnership
from csp_docs.errors import Code, did_you_mean, errors_in, origin_of
from csp_docs.measures import formats
from csp_docs.measures.heads import may_be_typed
from csp_docs.model import CouncilDocument, Meeting, ModelError, Pending
from csp_docs.model.closed import closed_measures
from csp_docs.model.dates import Day, day_or_period, first_day, to_day
from csp_docs.model.reach import marked, types_of
from csp_docs.model.values import shown
from csp_docs.records import record
from csp_docs.text import markup
from csp_docs.text.expressions import Scope
from csp_docs.text.typography import printed

Names = TypeVar("Names", Identity, Partnership)
_REF = 'write {{ ref("the-id") }}, {{ ref("the-id", lower=true) }} or {{ ref("the-id", number=true) }}'
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_EMPTY_LINES = re.compile(r"\n[ \t]*\n")


@record
class _Law:
    """The law of the council's nation as ``{{ }}`` names it: the provisions, in the council's words."""

    schedule: str
    confidential: str
    partnership: str


@record
class _NamedMeeting:
    """A meeting as ``{{ }}`` names it: its words are as they are printed."""

    body: str
    date: date | b.Pending


def scope_of(document: CouncilDocument, council: CouncilTemplate, **names: object) -> Scope:
    """Return the names that every document has, with ``names`` of its kind, and the functions of ``{{ }}``."""
    language, measures = document.language.value, _measures(document, council)
    functions: dict[str, Callable[..., object]] = {
        "ref": _reference,
        "pending": lambda owner, what, due="": pending(_owed(owner, what, due, council), document, council),
        "longdate": lambda day, style="": _dated(day, language, str(style) or council.formats.date.value),
        "term": lambda name: _term(council, str(name)),
        "weekday": lambda day: day if isinstance(day, b.Pending) else formats.weekday(day, language),
        "money": formats.money,
        "number": formats.number,
        "percent": formats.percent,
        "change": lambda previous, current: formats.change(previous, current, language),
    }
    known = {
        "council": _printed(council.council, council),
        "partnership": _printed(council.partnership, council),
        "law": _law(council),
        "date": document.date,
        "measures": measures.opened() if document.access.closed else measures,
        **names,
    }
    own = next(iter(getattr(document, "fields", ())), "its_name")
    elsewhere = {name: own if name == "fields" else name for name in types_of(type(document))}
    scope = Scope(known, functions, _as_typed(council), elsewhere=elsewhere)
    numbers, typed = marked(type(document), "as_typed"), evolve(scope, as_typed=True)
    texts = {name: value for name, value in names.items() if isinstance(value, str)}
    written: dict[str, object] = {
        name: _words(text, typed if name in numbers and may_be_typed(text) else scope) for name, text in texts.items()
    }
    if isinstance(meeting := names.get("meeting"), Meeting):
        body = _words(meeting.body, scope)
        day = meeting_day(meeting, document, council)
        written |= {"meeting": _NamedMeeting(body, day), "date": document.date or day}
    return evolve(scope, names={**known, **written, "title": _words(document.title, scope)})


def _law(council: CouncilTemplate) -> _Law:
    heads = ("schedule", "confidential", "partnership_law")
    return _Law(*(term(council, f"{head}_{council.council.nation.value}") for head in heads))


def _reference(target: object = None, lower: object = False, number: object = False) -> b.Reference:
    """Return a reference. Raises ModelError for anything but an id, and true or false."""
    if not isinstance(target, str | int) or isinstance(target, bool):
        raise ModelError(Code.WRONG_TYPE, "ref needs an id in quotation marks", _REF)
    for name, value in (("lower", lower), ("number", number)):
        if not isinstance(value, bool):
            raise ModelError(Code.WRONG_TYPE, f"{name} must be true or false, not {shown(value)}", _REF)
    return b.Reference(str(target).strip(), lower is True, number is True, origin=origin_of(target))


def term(council: CouncilTemplate, name: str, **values: str) -> str:
    """Return a printed word of the council; ``values`` replace the names in its braces.

    Each paragraph of a marking is a line of its own.
    """
    given = council.terms[name]
    paragraphs = _EMPTY_LINES.split(given.strip()) if name.startswith("access_") else [given]
    words = typeset("\n".join(" ".join(paragraph.split()) for paragraph in paragraphs), council)
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), words)


def _dated(day: Day | str | b.Pending, language: str, style: str) -> str | b.Pending:
    """Return a date or, for a text such as "2013-07" or "2013/14", the date or period that it gives."""
    if isinstance(day, b.Pending):
        return day
    if isinstance(day, str):
        return formats.period(day_or_period(day), language, style)
    return formats.longdate(day, language, style)


def _term(council: CouncilTemplate, name: str) -> str:
    """Return a printed word of the council that is printed as it is. Raises ModelError if it is not known."""
    if name not in council.terms:
        hint = did_you_mean(name, council.terms, "words")
        raise ModelError(Code.UNKNOWN_WORD, f'the printed word "{name}" is not known', hint)
    return term(council, name)


def pending(given: Pending, document: CouncilDocument, council: CouncilTemplate) -> b.Pending:
    """Return what is pending, in the council's words."""
    owner, what = (" ".join(text.split()) for text in (given.owner, given.what))
    comment = term(council, "pending_comment", owner=owner, what=what)
    due = given.due and formats.longdate(given.due, document.language.value, council.formats.date.value)
    if due:
        comment = f"{comment}, {term(council, 'pending_due', due=due)}"
    comment = comment[:1].upper() + comment[1:]
    text = term(council, "pending", owner=owner, what=what)
    by = first_day(given.due) if given.due else None
    return b.Pending(text, comment, owner, what, due or "", by, origin=origin_of(given.what))


def meeting_day(meeting: Meeting, document: CouncilDocument, council: CouncilTemplate) -> date | b.Pending:
    """Return the day of a meeting; without one, the words that it is to be confirmed, which have no owner."""
    match meeting.date:
        case None:
            text, what = term(council, "date_to_be_confirmed"), term(council, "meeting_date")
            comment = f"{what[:1].upper()}{what[1:]}: {text}"
            return b.Pending(text, comment, "", what, origin=origin_of(meeting.body))
        case Pending():
            return pending(meeting.date, document, council)
    return meeting.date


def for_closed(scope: Scope) -> Scope:
    """Return the scope of a part that is not for the public: it can use everything."""
    measures = scope.names["measures"]
    opened = measures.opened() if isinstance(measures, Measures) else measures
    return evolve(scope, names={**scope.names, "measures": opened})


def for_open(scope: Scope, title: str, document: CouncilDocument, council: CouncilTemplate) -> Scope:
    """Return the scope of an appendix for the public in a document that is not.

    It can use the public ``title``, if there is one, and what is known of the document in any case, such as its date
    and what the template says of the council and the partnership.
    """
    given = [*([] if title else ["title"]), *(["partnership"] if document.partnership else [])]
    withheld = frozenset((*marked(type(document), "in_expressions"), *given))
    known = {name: value for name, value in scope.names.items() if name not in withheld}
    names = {**known, "measures": _measures(document, council), **({"title": title} if title else {})}
    return evolve(scope, names=names, withheld=withheld)


def _as_typed(council: CouncilTemplate) -> bool:
    return council.typography is Typography.AS_TYPED


def typeset(text: str, council: CouncilTemplate) -> str:
    """Return words of the template as they are printed."""
    return text if _as_typed(council) else printed(text)


def _printed(names: Names, council: CouncilTemplate) -> Names:
    """Return the council or the partnership with its texts as they are printed."""
    typed = marked(type(names), "as_typed")
    texts = {part.name: getattr(names, part.name) for part in fields(type(names)) if part.name not in typed}
    changes: dict[str, Any] = {name: typeset(text, council) for name, text in texts.items() if isinstance(text, str)}
    return evolve(names, **changes)


def _measures(document: CouncilDocument, council: CouncilTemplate) -> Measures:
    rules, language = council.measures, document.language.value
    words, closed = partial(term, council), closed_measures(document)
    found = {name: measured(measure, rules, words, language) for name, measure in by_id(document).items()}
    return Measures(
        {name: figures for name, figures in found.items() if name not in closed},
        {name: figures for name, figures in found.items() if name in closed},
    )


def _owed(owner: object, what: object, due: object, council: CouncilTemplate) -> Pending:
    return Pending(typeset(str(owner), council), typeset(str(what), council), to_day(str(due)) if due else None)


def _words(text: str, scope: Scope) -> str:
    """Return the words of a text of the document; what is wrong with it is reported where it is printed."""
    words, problems = markup.plain(text, scope)
    return text if errors_in(problems) else words
