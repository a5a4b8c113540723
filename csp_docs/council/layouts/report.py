"""How a council prints reports to meetings: `layouts.cabinet_report` of a council template, as classes."""

from __future__ import annotations

from enum import Enum
from typing import Any

import attrs
from attrs import Attribute, frozen

from csp_docs.blocks.counters import NumberPattern
from csp_docs.council.layouts.common import Layout
from csp_docs.errors import Code
from csp_docs.model import Language
from csp_docs.model.values import SHORT_FORM, Markdown, ModelError, items


def _rows(value: list[CoverRow] | tuple[CoverRow, ...]) -> tuple[CoverRow, ...]:
    return items(value, CoverRow)


def _parts(value: list[Part] | tuple[Part, ...]) -> tuple[Part, ...]:
    return items(value, Part)


def _no_headings(_: object, attribute: Attribute[Any], parts: tuple[Part, ...]) -> None:
    for position, part in enumerate(parts):
        if part.heading:
            raise ModelError(
                Code.WRONG_ROW,
                "a part of the body cannot be a heading",
                "give the label of the part",
                (attribute.name, position),
            )


def _lines(value: list[HeaderLine] | tuple[HeaderLine, ...]) -> tuple[HeaderLine, ...]:
    return items(value, HeaderLine)


class CoverStyle(Enum):
    """How the cover sheet is set out: a table, lines that begin with the label, or values below their labels."""

    TABLE = "table"
    LINES = "lines"
    STACKED = "stacked"


@frozen
class HeaderLine:
    """A line above the cover sheet, in another language if one is named."""

    text: Markdown = attrs.field(metadata=SHORT_FORM)
    language: Language | None = None


@frozen(kw_only=True)
class CoverRow:
    """A row of the cover sheet: a field with its label, a ``heading``, or two fields side by side (``row``).

    ``keep`` prints the row with the text ``empty`` when its field is empty. ``parts`` labels parts of the field.
    """

    field: str = attrs.field(default="", metadata=SHORT_FORM)
    label: Markdown = ""
    parts: tuple[CoverRow, ...] = attrs.field(default=(), converter=_rows)
    keep: bool = False
    empty: Markdown = ""
    heading: Markdown = ""
    row: tuple[CoverRow, ...] = attrs.field(default=(), converter=_rows)

    def __attrs_post_init__(self) -> None:
        if bool(self.field) + bool(self.heading) + bool(self.row) != 1:
            raise ModelError(
                Code.WRONG_ROW,
                "a row of the cover sheet must be a field, a heading or a row",
                "give just one of the three",
            )
        if len(self.row) not in (0, 2):
            raise ModelError(
                Code.WRONG_ROW,
                f"the row has {len(self.row)} fields",
                "give two fields, to be printed side by side",
                ("row",),
            )
        if not all(inner.field for inner in self.row):
            raise ModelError(
                Code.WRONG_ROW,
                "a row cannot have a heading or a row inside it",
                "give two fields, to be printed side by side",
                ("row",),
            )


@frozen(kw_only=True)
class Part:
    """A part of the body or one implication: a field, printed below ``label``, or a ``heading`` among implications."""

    field: str = attrs.field(default="", metadata=SHORT_FORM)
    label: Markdown = ""
    numbered: bool = True
    heading: Markdown = ""

    def __attrs_post_init__(self) -> None:
        if bool(self.field) == bool(self.heading):
            raise ModelError(Code.WRONG_ROW, "a part must be a field or a heading", "give just one of the two")


@frozen(kw_only=True)
class RecommendationStyle:
    """The words before the recommendations, and how each is numbered: ``1.``, ``1.1``, ``(a)`` or ``plain``."""

    lead_in: Markdown = ""
    style: str = "1."


@frozen(kw_only=True)
class ReportLayout(Layout):
    """How a council prints a report to a meeting."""

    header: tuple[HeaderLine, ...] = attrs.field(default=(), converter=_lines)
    cover: tuple[CoverRow, ...] = attrs.field(default=(), converter=_rows)
    cover_style: CoverStyle = CoverStyle.TABLE
    parts: tuple[Part, ...] = attrs.field(default=(Part(field="sections"),), converter=_parts, validator=_no_headings)
    implications: tuple[Part, ...] = attrs.field(default=(), converter=_parts)
    closing: tuple[CoverRow, ...] = attrs.field(default=(), converter=_rows)
    recommendations: RecommendationStyle = RecommendationStyle()


@frozen(kw_only=True)
class HighlightsStyle:
    """The appendix for the highlight reports of a scrutiny report: its title, and how they are numbered (``a``)."""

    title: Markdown = "Highlight reports"
    label: str = attrs.field(default="a")

    @label.validator
    def _counts(self, _: Attribute[Any], label: str) -> None:
        try:
            parents = NumberPattern.parse(label).parents
        except ValueError:
            parents = 1
        if parents:
            raise ModelError(
                Code.NOT_A_NUMBER_PATTERN,
                f'"{label}" is not a numbering pattern',
                'write the first number, such as "a" or "1"',
                ("label",),
            )

    @property
    def pattern(self) -> NumberPattern:
        """The numbering pattern. A letter or number alone gets a full stop, so that it does not look like a word."""
        return NumberPattern.parse(f"{self.label}." if self.label.isalnum() else self.label)


@frozen(kw_only=True)
class ScrutinyLayout(ReportLayout):
    """How a council prints a scrutiny report."""

    highlight_reports: HighlightsStyle = HighlightsStyle()
