"""How a council prints highlight reports: `layouts.highlight_report` of a council template, as classes."""

from __future__ import annotations

from enum import Enum

import attrs
from attrs import frozen

from csp_docs.layouts.common import Layout
from csp_docs.layouts.report import HeaderLine
from csp_docs.model.values import SHORT_FORM, Markdown, items


class HighlightFact(Enum):
    """What a highlight report says at its head."""

    TITLE = "title"
    PRIORITY = "priority"
    PERIOD = "period"
    LEAD = "lead"
    RAG = "rag"
    STATUS = "status"
    DATE = "date"


class HighlightPart(Enum):
    """What stands below the facts."""

    AIMS = "aims"
    PERFORMANCE = "performance"
    POSITION = "position"
    ACTIVITY = "activity"
    NEXT_STEPS = "next_steps"
    RISKS = "risks"
    ISSUES = "issues"
    SECTIONS = "sections"


@frozen(kw_only=True)
class FactStyle:
    """A fact of the head, with its label."""

    field: HighlightFact = attrs.field(metadata=SHORT_FORM)
    label: Markdown = ""


@frozen(kw_only=True)
class PartStyle:
    """A part of the page; one without a label has no heading."""

    field: HighlightPart = attrs.field(metadata=SHORT_FORM)
    label: Markdown = ""


def _lines(value: list[HeaderLine] | tuple[HeaderLine, ...]) -> tuple[HeaderLine, ...]:
    return items(value, HeaderLine)


def _facts(value: list[FactStyle] | tuple[FactStyle, ...]) -> tuple[FactStyle, ...]:
    return items(value, FactStyle)


def _parts(value: list[PartStyle] | tuple[PartStyle, ...]) -> tuple[PartStyle, ...]:
    return items(value, PartStyle)


@frozen(kw_only=True)
class HighlightLayout(Layout):
    """How a council prints a highlight report.

    ``header``, the title among the facts, and the numbering are those of a report that stands alone; inside a scrutiny
    report the title is a heading with a letter.
    """

    header: tuple[HeaderLine, ...] = attrs.field(default=(), converter=_lines)
    facts: tuple[FactStyle, ...] = attrs.field(
        default=tuple(FactStyle(field=field) for field in HighlightFact), converter=_facts
    )
    parts: tuple[PartStyle, ...] = attrs.field(
        default=tuple(PartStyle(field=field) for field in HighlightPart), converter=_parts
    )
