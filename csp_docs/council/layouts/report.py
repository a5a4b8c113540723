"""How a council prints reports to meetings: `layouts.cabinet_report` of a council template, as classes."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs
from attrs import Attribute

from csp_docs.blocks.counters import NumberPattern
from csp_docs.council.layouts.common import Layout, NewPage
from csp_docs.council.layouts.rows import (
    CoverRow,
    HeaderLine,
    PartsIn,
    RowPart,
    alone,
    check_parts,
    fields_of,
    once,
    row_parts,
    without_logo,
)
from csp_docs.errors import Code
from csp_docs.model.values import NEVER_EMPTY, SHORT_FORM, Markdown, ModelError, items
from csp_docs.records import record
from csp_docs.text.expressions import names_in


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


@record(kw_only=True)
class Part:
    """A part of the body or one implication: a field, printed below ``label``, or a ``heading`` among implications.

    ``parts`` names the parts of contacts that are printed, set out as ``parts_in`` says.
    """

    field: str = attrs.field(default="", metadata={**SHORT_FORM, **NEVER_EMPTY})
    label: Markdown = ""
    numbered: bool = True
    heading: Markdown = attrs.field(default="", metadata=NEVER_EMPTY)
    parts: tuple[RowPart, ...] = attrs.field(default=(), converter=row_parts)
    parts_in: PartsIn = PartsIn.LINES

    def __attrs_post_init__(self) -> None:
        check_parts(self.field, self.parts, self.parts_in)
        without_logo(self, "field")
        if self.parts_in is PartsIn.COLUMNS and not all(part.label for part in self.parts):
            raise ModelError(Code.EMPTY_TEXT, "a column has no name", "give each part a label", ("parts",))
        if bool(self.field) == bool(self.heading):
            raise ModelError(Code.WRONG_ROW, "a part must be a field or a heading", "give just one of the two")
        if self.heading:
            alone(self, "heading", ("label", "parts"))


@record(kw_only=True)
class RecommendationStyle:
    """The words before the recommendations, and how each is numbered: ``1.``, ``1.1``, ``(a)`` or ``plain``.

    ``numbered`` says whether these words have the number of a paragraph.
    """

    lead_in: Markdown = ""
    style: str = "1."
    numbered: bool = True


class OptionsIn(Enum):
    """How options are set out: a list, paragraphs that are numbered like others, or a table with a row for each."""

    LIST = "list"
    PARAGRAPHS = "paragraphs"
    TABLE = "table"


@record(kw_only=True)
class OptionsStyle:
    """How options are set out."""

    style: OptionsIn = OptionsIn.LIST


def _implications_below(_: object, attribute: Attribute[Any], parts: tuple[Part, ...]) -> None:
    """Refuse a heading among implications that has none below it, so that it would not be printed."""
    for position, part in enumerate(parts):
        if part.heading and not any(below.field for below in parts[position + 1 : position + 2]):
            fact = f'the heading "{part.heading}" has no implications below it'
            hint = "name the implications below it, or remove it"
            raise ModelError(Code.NO_EFFECT, fact, hint, (attribute.name, position))


@record(kw_only=True)
class ReportLayout(Layout):
    """How a council prints a report to a meeting."""

    header: tuple[HeaderLine, ...] = attrs.field(default=(), converter=_lines)
    cover: tuple[CoverRow, ...] = attrs.field(default=(), converter=_rows)
    cover_style: CoverStyle = CoverStyle.TABLE
    parts: tuple[Part, ...] = attrs.field(default=(Part(field="sections"),), converter=_parts, validator=_no_headings)
    implications: tuple[Part, ...] = attrs.field(default=(), converter=_parts, validator=_implications_below)
    closing: tuple[CoverRow, ...] = attrs.field(default=(), converter=_rows)
    recommendations: RecommendationStyle = RecommendationStyle()
    options: OptionsStyle = OptionsStyle()

    def __attrs_post_init__(self) -> None:
        for key in ("cover", "closing"):
            once(key, (fields_of((row,)) for row in getattr(self, key)))
        for key in ("parts", "implications"):
            once(key, ((part.field,) for part in getattr(self, key)))

    @property
    def declared(self) -> frozenset[str]:
        """The names of all fields that lines, rows and parts print, with those of the ``fields`` that texts use."""
        lines = (line.field for line in self.header if line.field)
        used = (name for text in self.texts() for name in names_in(text) if name.startswith("fields."))
        return self.fields.union(lines, (name.removeprefix("fields.") for name in used))

    def texts(self) -> Iterator[str]:
        """Yield the texts that can use fields of the report."""
        yield from (line.text for line in self.header)
        yield from (row.text for row in (*self.cover, *self.closing))
        yield from self.running_texts()

    @property
    def fields(self) -> frozenset[str]:
        """The names of all fields that rows and parts print."""
        return frozenset((*fields_of(self.cover), *fields_of(self.closing), *(part.field for part in self.parts)))


@record(kw_only=True)
class CabinetLayout(ReportLayout):
    """How a council prints a cabinet report, which asks for a decision."""

    parts: tuple[Part, ...] = attrs.field(
        default=(Part(field="recommendations"), Part(field="sections")), converter=_parts, validator=_no_headings
    )

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if "recommendations" not in self.fields:
            fact = "the layout of a cabinet report does not print the recommendations"
            raise ModelError(Code.NO_PLACE_FOR, fact, 'add "recommendations" to its `parts`', ("parts",))


@record(kw_only=True)
class HighlightsStyle:
    """The appendix for the highlight reports of a scrutiny report: its title, their numbers (``a``) and their pages."""

    title: Markdown = "Highlight reports"
    label: str = attrs.field(default="a")
    page: NewPage = NewPage.LONG

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


@record(kw_only=True)
class ScrutinyLayout(ReportLayout):
    """How a council prints a scrutiny report."""

    highlight_reports: HighlightsStyle = HighlightsStyle()
