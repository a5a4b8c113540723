"""Names that only a council template can declare: implications, officers' comments and fields of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from attrs import fields

from csp_docs.compose.content.values import DERIVED
from csp_docs.compose.context import ReportContext
from csp_docs.compose.reports.cover import printed_fields
from csp_docs.errors import Code, Origin, Problem, Severity, did_you_mean, origin_of
from csp_docs.model import Report

_OFFICERS = ("head_of_paid_service", "section_151_officer", "monitoring_officer")
_PRINTABLE = (
    "key_decision", "contacts", "purpose", "reason", "options", "council_priorities", "officer_comments", "consultees",
    "background_papers", "recommendations", "wards", "implications", "sections", "subtitle", "version", "report_of",
    "portfolio_holder", "where_from", "where_to_next", "objective", "outcomes_sought", "points_for_discussion",
    "consultation", "previous_reports", "sensitive",
)  # fmt: skip


def check_declared(context: ReportContext) -> None:
    """Note a problem for each name that the template does not declare; warn of what it prints nowhere."""
    report, printed = context.document, _printed(context)
    implications = {part.field for part in context.layout.implications if part.field} | _below("implications", printed)
    officers = {*_OFFICERS, *_below("officer_comments", printed)}
    own = {name for name in printed if "." not in name} - known_fields(report)
    context.problems.extend(_unknown("implication", report.implications, implications))
    context.problems.extend(_unknown("officer's comment", report.officer_comments, officers))
    context.problems.extend(_unknown("field", report.fields, own))
    for name in _unprinted(report, printed, {"implications": implications, "officer_comments": officers}):
        fact, at = f'the council\'s layout prints "{name}" nowhere', _place(report, name)
        if name == "sections":
            hint = "add `{field: sections}` to the parts of the layout"
            context.problems.append(Problem(Code.NOT_PRINTED, fact, hint, at))
        else:
            context.problems.append(Problem(Code.NOT_PRINTED, fact, "", at, Severity.WARNING))
    for name in sorted(own - set(report.fields)):
        if near := get_close_matches(name, known_fields(report), n=1, cutoff=0.75):
            fact = f'the council\'s layout prints a field "{name}" that the report does not have: is it "{near[0]}"?'
            context.warn(Code.SIMILAR_NAME, fact, "", None)


def known_fields(report: Report) -> set[str]:
    """Return the names that every report knows: its own keys and those derived from them."""
    return {field.name for field in fields(type(report))} | DERIVED


def _place(report: Report, name: str) -> Origin | None:
    """Return where the report gives a field, or the first text of it."""
    head, _, key = name.partition(".")
    value = getattr(report, head)
    while isinstance(value, dict | tuple):
        value = value.get(key) if isinstance(value, dict) else value[0]
    return origin_of(value) or origin_of(getattr(value, "title", None)) or origin_of(getattr(value, "name", None))


def _printed(context: ReportContext) -> frozenset[str]:
    rows = printed_fields(context.layout.cover) | printed_fields(context.layout.closing)
    return rows | {part.field for part in context.layout.parts}


def _below(head: str, names: frozenset[str]) -> set[str]:
    return {name.removeprefix(f"{head}.") for name in names if name.startswith(f"{head}.")}


def _unknown(what: str, given: Mapping[str, object], known: set[str]) -> Iterator[Problem]:
    for name in given:
        if name not in known:
            hint = did_you_mean(name, known, "the council template declares")
            yield Problem(Code.UNKNOWN_FIELD, f'the council has no {what} called "{name}"', hint, origin_of(name))


def _unprinted(report: Report, printed: frozenset[str], declared: Mapping[str, set[str]]) -> Iterator[str]:
    """Name what the report gives and the layout does not print, whole or by its parts."""
    for name in _PRINTABLE:
        value = getattr(report, name, None)
        if not value or name in printed:
            continue
        if name in declared:
            yield from (f"{name}.{key}" for key in value if key in declared[name] - _below(name, printed))
        elif not _below(name, printed):
            yield name
