"""What the layouts of all kinds share: numbers, appendices and contents."""

from __future__ import annotations

from enum import Enum
from typing import Any, TypeAlias

import attrs
from attrs import Attribute

from csp_docs.errors import Code
from csp_docs.model.values import Markdown, ModelError, texts
from csp_docs.records import record

_DEEPEST_HEADING = 6
_HEADING_LEVELS = f"use 1 to {_DEEPEST_HEADING} levels of headings"


class NewPage(Enum):
    """Which appendices, or which highlight reports inside a report, begin a new page."""

    LONG = "long"
    """Those that are long: short ones are kept together, below what comes before them."""
    EACH = "each"


@record(kw_only=True)
class AppendixStyle:
    """How appendices are numbered (``A``, ``1``, ``a``), the pattern of their headings, and where they begin."""

    label: str = "A"
    heading: Markdown = ""
    page: NewPage = NewPage.LONG


Patterns: TypeAlias = str | tuple[str, ...]


@record(kw_only=True)
class NumberingStyle:
    """Patterns for headings (one, one for each level, or ``no``) and paragraphs (``1.1``, ``continuous`` or ``no``)."""

    headings: Patterns = attrs.field(default="no")
    paragraphs: str = "no"
    restart: tuple[str, ...] = attrs.field(default=(), converter=texts)

    @headings.validator
    def _of_levels(self, _: Attribute[Any], headings: Patterns) -> None:
        if not isinstance(headings, str) and len(headings) > _DEEPEST_HEADING:
            raise ModelError(
                Code.HEADING_LEVELS, f"the pattern has {len(headings)} levels", _HEADING_LEVELS, ("headings",)
            )


@record(kw_only=True)
class ContentsStyle:
    """How many levels of headings the contents page lists."""

    levels: int = attrs.field(default=1)

    @levels.validator
    def _of_headings(self, _: Attribute[Any], levels: int) -> None:
        if not 1 <= levels <= _DEEPEST_HEADING:
            raise ModelError(
                Code.HEADING_LEVELS, f"the contents page has {levels} levels", _HEADING_LEVELS, ("levels",)
            )


@record(kw_only=True)
class Layout:
    """The layout settings that all kinds of document have."""

    appendices: AppendixStyle = AppendixStyle()
    contents: ContentsStyle = ContentsStyle()
    numbering: NumberingStyle = NumberingStyle()
    floats: bool = False
    """Whether tables and figures that do not fit on the rest of a page may follow the text after them."""
    turn_wide_tables: bool = False
    """Whether tables that are too wide for an upright page are printed on landscape pages."""
