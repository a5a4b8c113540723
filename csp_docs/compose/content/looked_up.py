"""The fields of a report by the names that layouts give them."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from attrs import fields, has

from csp_docs.blocks import Pending
from csp_docs.compose import scope
from csp_docs.compose.access import part_marking
from csp_docs.compose.context import ReportContext
from csp_docs.compose.unprinted import path_of
from csp_docs.errors import Code, did_you_mean

Value: TypeAlias = object
"""What a field of the model may hold."""
DERIVED = {"council", "exempt", "exemption_reason", "partnership"}
"""Names that a layout may print and that are not keys of a report."""


def look_up(name: str, context: ReportContext) -> Value:
    """Return a field's value: dotted ("implications.legal"), derived ("exempt"), the report's, or of its ``fields``."""
    report, access = context.document, context.document.access
    derived: dict[str, Value] = {
        "date": report.date or (None if "meeting.date" in context.layout.fields else meeting_day(context)),
        "council": context.council.council,
        "partnership": context.council.partnership,
        "exempt": access.closed or bool(part_marking(context)),
        "exemption_reason": access.reason or access.public_reason,
    }
    head, _, rest = name.partition(".")
    context.taken(head, name)
    value = {**report.fields, **_parts(report), **derived}.get(head)
    if not rest or value is None:
        return value
    if name == "meeting.date":
        return meeting_day(context)
    if isinstance(value, dict):
        return value.get(rest)
    parts = _parts(value)
    if rest not in parts:
        context.problem(Code.UNKNOWN_FIELD, f'"{head}" has no part "{rest}"', did_you_mean(rest, parts, "parts"), name)
    return parts.get(rest)


def meeting_day(context: ReportContext) -> date | Pending:
    """Return the day of the meeting; without one, the words that it is to be confirmed."""
    return scope.meeting_day(context.document.meeting, context.document, context.council)


def _parts(value: object) -> dict[str, Value]:
    """Return the public fields of one of the model's objects."""
    cls = type(value)
    return {field.name: getattr(value, field.name) for field in fields(cls)} if has(cls) else {}


def printed_alone(path: str, context: ReportContext) -> bool:
    """Tell whether a row or part of the layout prints just this part of a field: then the whole field goes without."""
    return path in {path_of(name, context.document) for name in context.layout.fields}
