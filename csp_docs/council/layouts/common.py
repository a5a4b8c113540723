"""What the layouts of all kinds share: numbers, appendices and contents."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, TypeAlias

import attrs
from attrs import Attribute

from csp_docs.council.layouts.rows import without_slots
from csp_docs.errors import Code
from csp_docs.model.values import SHORT_FORM, Markdown, ModelError, texts
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


class LogoPlace(Enum):
    """Where the logo of the council is, above the first words of a paper."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    NO = "no"


@record(kw_only=True)
class RunningLine:
    """What is at the left, in the middle and at the right of the head or the foot of pages.

    ``{page}`` and ``{pages}`` are the number of the page and how many there are.
    """

    left: Markdown = attrs.field(default="", metadata=SHORT_FORM)
    middle: Markdown = ""
    right: Markdown = ""

    def __attrs_post_init__(self) -> None:
        without_slots(self, ("left", "middle", "right"), ("page", "pages"))


@record(kw_only=True)
class FirstPage:
    """What is different on the first page."""

    running_head: RunningLine | None = None
    running_foot: RunningLine | None = None


@record(kw_only=True)
class Layout:
    """The layout settings that all kinds of document have."""

    appendices: AppendixStyle = AppendixStyle()
    contents: ContentsStyle = ContentsStyle()
    numbering: NumberingStyle = NumberingStyle()
    logo: LogoPlace = LogoPlace.LEFT
    running_head: RunningLine | None = None
    running_foot: RunningLine | None = None
    """What is in place of the name of the council, the title and the number of the page."""
    first_page: FirstPage | None = None
    floats: bool = False
    """Whether tables and figures that do not fit on the rest of a page may follow the text after them."""
    turn_wide_tables: bool = False
    """Whether tables that are too wide for an upright page are printed on landscape pages."""
    small_tables: bool = False
    """Whether an author may print a table in 10 pt: larger text is easier to read."""

    def running_texts(self) -> Iterator[str]:
        """Yield the texts of running heads and feet."""
        first = self.first_page or FirstPage()
        for line in (self.running_head, self.running_foot, first.running_head, first.running_foot):
            if line:
                yield from (line.left, line.middle, line.right)
