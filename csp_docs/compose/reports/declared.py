"""Names that only a council template can declare: implications, officers' comments and its own fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from attrs import fields

from csp_docs.compose.content.looked_up import DERIVED
from csp_docs.compose.context import ReportContext
from csp_docs.compose.unprinted import not_printed, warn_of_unprinted
from csp_docs.errors import Code, did_you_mean
from csp_docs.model import Report

OFFICERS = ("head_of_paid_service", "section_151_officer", "monitoring_officer")
"""The officers whose comments every report may have."""


def check_declared(context: ReportContext) -> None:
    """Note a problem for each name that the template does not declare, and warn of one that may be misspelt there."""
    report, printed = context.document, context.layout.declared
    implications = {part.field for part in context.layout.implications if part.field} | _below("implications", printed)
    officers = {*OFFICERS, *_below("officer_comments", printed)}
    own = {name for name in printed if "." not in name} - known_fields(report)
    _refuse_unknown("implications", "implication", report.implications, implications, context)
    _refuse_unknown("officer_comments", "officer's comment", report.officer_comments, officers, context)
    _refuse_unknown("fields", "field", report.fields, own, context)
    for _, fact in misspelt(own - set(report.fields), known_fields(report)):
        context.warn(Code.SIMILAR_NAME, fact, "", None)


def misspelt(own: Iterable[str], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names of a council's own fields that look like ``known`` ones, each with the fact that it does."""
    for name in sorted(own):
        if near := get_close_matches(name, [*known], n=1, cutoff=0.75):
            fact = f'the council\'s layout prints a field "{name}" that the report does not have: is "{near[0]}" meant?'
            yield name, fact


def check_printed(context: ReportContext) -> None:
    """Warn of what the report gives and nothing prints; sections that are not printed are a problem."""
    if context.document.sections and "sections" not in context.layout.fields:
        hint = "add `{field: sections}` to the parts of the layout"
        context.problem(Code.NOT_PRINTED, not_printed("sections"), hint, context.document.sections[0].title)
        context.printed.add("sections")
    warn_of_unprinted(context, _unprinted)


def known_fields(report: Report) -> set[str]:
    """Return the names that every report has: its own keys and those derived from them."""
    return {field.name for field in fields(type(report))} | DERIVED


def _below(head: str, names: frozenset[str]) -> set[str]:
    return {name.removeprefix(f"{head}.") for name in names if name.startswith(f"{head}.")}


def _refuse_unknown(
    field: str, what: str, given: Mapping[str, object], known: set[str], context: ReportContext
) -> None:
    """Note a problem for each name that the template does not declare; nothing more is reported about it."""
    keys = {one.name for one in fields(type(context.document))} if field == "fields" else ()
    for name in given:
        if name not in known:
            hint = (
                f"it is a key of the report itself: write `{name}:` outside `fields`"
                if name in keys
                else did_you_mean(name, known, "the council template declares")
            )
            context.problem(Code.UNKNOWN_FIELD, f'the council has no {what} called "{name}"', hint, name)
            context.printed.add(f"{field}.{name}")


def _unprinted(name: str) -> tuple[str, str]:
    if name.startswith("contacts."):  # the row of the contacts has parts, and others are left out
        part = name.removeprefix("contacts.")
        return not_printed(name), f"add `{{field: {part}}}` to the `parts` of the row `contacts` in the layout"
    field = {"access.reason": "exemption_reason"}.get(name, name.removeprefix("fields."))
    return not_printed(name), f"add `{{field: {field}}}` to the `cover`, the `parts` or the `closing` of the layout"
