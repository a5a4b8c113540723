"""Names that only a council template can declare: implications, officers' comments and fields of its own."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping

from csp_docs.compose.context import Context
from csp_docs.compose.cover import printed_fields
from csp_docs.errors import DocumentWarning, Problem, origin_of
from csp_docs.model import Report
from csp_docs.names import did_you_mean

_OFFICERS = ("head_of_paid_service", "section_151_officer", "monitoring_officer")
_PRINTABLE = (
    "key_decision", "contacts", "purpose", "reason", "options", "council_priorities", "officer_comments", "consultees",
    "background_papers", "recommendations", "wards",
)  # fmt: skip


def check_declared(context: Context) -> None:
    """Note a problem for each name that the template does not declare; warn of what it prints nowhere."""
    report, printed = context.report, _printed(context)
    implications = {part.field for part in context.layout.implications if part.field} | _below("implications", printed)
    officers = {*_OFFICERS, *_below("officer_comments", printed)}
    own = {name for name in printed if "." not in name and not hasattr(report, name)}
    context.problems.extend(_unknown("implication", report.implications, implications))
    context.problems.extend(_unknown("officer's comment", report.officer_comments, officers))
    context.problems.extend(_unknown("field", report.fields, own))
    for name in _unprinted(report, printed):
        warnings.warn(f'{name}: the council\'s layout prints "{name}" nowhere', DocumentWarning, stacklevel=2)


def _printed(context: Context) -> frozenset[str]:
    rows = printed_fields(context.layout.cover) | printed_fields(context.layout.closing)
    return rows | {part.field for part in context.layout.parts}


def _below(head: str, names: frozenset[str]) -> set[str]:
    return {name.removeprefix(f"{head}.") for name in names if name.startswith(f"{head}.")}


def _unknown(what: str, given: Mapping[str, object], known: set[str]) -> Iterator[Problem]:
    for name in given:
        if name not in known:
            hint = did_you_mean(name, known, "the council template declares")
            yield Problem(f'the council has no {what} called "{name}"', hint, origin_of(name))


def _unprinted(report: Report, printed: frozenset[str]) -> Iterator[str]:
    """Name what the report gives and the layout does not print, whole or by its parts."""
    for name in _PRINTABLE:
        if getattr(report, name) and name not in printed and not _below(name, printed):
            yield name
