"""How a council prints highlight reports: `layouts.highlight_report` of a council template, as classes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs
from attrs import Attribute

from csp_docs.council.layouts.common import Layout
from csp_docs.council.layouts.rows import CoverRow, HeaderLine, alone, fields_of, once
from csp_docs.errors import Code, did_you_mean
from csp_docs.model.values import SHORT_FORM, Markdown, ModelError, items
from csp_docs.records import record


class HighlightFact(Enum):
    """The facts that the table at the top of the report may have."""

    PRIORITY = "priority"
    AIMS = "aims"
    PERIOD = "period"
    LEAD = "lead"
    RAG = "rag"
    STATUS = "status"
    DATE = "date"


class HighlightPart(Enum):
    """The parts that may follow the table."""

    PERFORMANCE = "performance"
    POSITION = "position"
    ACTIVITY = "activity"
    NEXT_STEPS = "next_steps"
    RISKS = "risks"
    ISSUES = "issues"
    SECTIONS = "sections"


def _parts(value: list[PartStyle] | tuple[PartStyle, ...]) -> tuple[PartStyle, ...]:
    return items(value, PartStyle)


@record(kw_only=True)
class PartStyle:
    """A part of the page, or two side by side (``row``). A part without a label has no heading."""

    field: HighlightPart | None = attrs.field(default=None, metadata=SHORT_FORM)
    label: Markdown = ""
    row: tuple[PartStyle, ...] = attrs.field(default=(), converter=_parts)

    def __attrs_post_init__(self) -> None:
        if bool(self.field) == bool(self.row):
            raise ModelError(Code.ONE_OF_SEVERAL, "a part must be a field or a row", "give just one of the two")
        if len(self.row) not in (0, 2):
            raise ModelError(
                Code.WRONG_ROW,
                f"the row has {len(self.row)} parts",
                "give two parts, to be printed side by side",
                ("row",),
            )
        if not all(inner.field for inner in self.row):
            raise ModelError(
                Code.WRONG_ROW, "a row cannot be inside a row", "give two fields, to be printed side by side", ("row",)
            )
        if self.row:
            alone(self, "row", ("label",))


def fields_of_part(style: PartStyle) -> Iterator[str]:
    """Yield the names of the fields that a part of the page prints, its own or the two of its row."""
    for part in (style, *style.row):
        if part.field:
            yield part.field.value


def _lines(value: list[HeaderLine] | tuple[HeaderLine, ...]) -> tuple[HeaderLine, ...]:
    return items(value, HeaderLine)


def _rows(value: list[CoverRow] | tuple[CoverRow, ...]) -> tuple[CoverRow, ...]:
    return items(value, CoverRow)


@record(kw_only=True)
class HighlightLayout(Layout):
    """How a council prints a highlight report: a table of facts, then its parts.

    ``header`` and the numbering are for a separate report. Inside a scrutiny report, it has a letter as its number.
    """

    header: tuple[HeaderLine, ...] = attrs.field(default=(), converter=_lines)
    cover: tuple[CoverRow, ...] = attrs.field(
        default=tuple(CoverRow(field=fact.value) for fact in HighlightFact), converter=_rows
    )
    parts: tuple[PartStyle, ...] = attrs.field(
        default=tuple(PartStyle(field=part) for part in HighlightPart), converter=_parts
    )

    @cover.validator
    def _known(self, _: Attribute[Any], cover: tuple[CoverRow, ...]) -> None:
        known = [fact.value for fact in HighlightFact]
        for position, row in enumerate(cover):
            for name in fields_of((row,)):
                if name not in known:
                    hint = did_you_mean(name, known, "known facts")
                    raise ModelError(Code.UNKNOWN_PART, f'the fact "{name}" is not known', hint, ("cover", position))

    def __attrs_post_init__(self) -> None:
        once("cover", (fields_of((row,)) for row in self.cover))
        once("parts", (fields_of_part(style) for style in self.parts))
