"""How a council prints publications for residents: the pages before the body of a plan or an assessment."""

from __future__ import annotations

from enum import Enum

import attrs

from csp_docs.blocks import CoverGround
from csp_docs.council.layouts.common import Layout
from csp_docs.council.layouts.rows import once, without_slots
from csp_docs.errors import Code
from csp_docs.model.values import NEVER_EMPTY, SHORT_FORM, Markdown, ModelError, items, said
from csp_docs.records import record


class FrontPage(Enum):
    """Pages before the body."""

    COVER = "cover"
    DOCUMENT_CONTROL = "document_control"
    FOREWORD = "foreword"
    BLANK_PAGE = "blank_page"
    CONTENTS = "contents"


class CoverField(Enum):
    """The fields that a cover page may have."""

    PARTNERSHIP = "partnership.name"
    COUNCIL = "council.name"
    TITLE = "title"
    SUBTITLE = "subtitle"
    STRAPLINE = "strapline"
    PERIOD = "period"
    STATUS = "status"
    VERSION = "version"
    DATE = "date"
    VISION = "vision"
    STATEMENT = "statement"
    LOGO = "council.logo"
    """The logo, which is above all lines."""


@record(kw_only=True)
class CoverLine:
    """A line of the cover page: a field, or fixed words (``text``) among the details at the foot."""

    field: CoverField | None = attrs.field(default=None, metadata=SHORT_FORM)
    text: Markdown = attrs.field(default="", metadata=NEVER_EMPTY)

    def __attrs_post_init__(self) -> None:
        if bool(self.field) == bool(self.text):
            raise ModelError(
                Code.ONE_OF_SEVERAL, "a line of the cover must be a field or a text", "give just one of the two"
            )
        without_slots(self, ("text",))


@record(kw_only=True)
class ControlRow:
    """A row of the page on document control: a field with its label."""

    field: CoverField
    label: Markdown = attrs.field(validator=said)


def _control(value: list[ControlRow] | tuple[ControlRow, ...]) -> tuple[ControlRow, ...]:
    return items(value, ControlRow)


def _front(value: list[FrontPage] | tuple[FrontPage, ...]) -> tuple[FrontPage, ...]:
    return items(value, FrontPage)


def _lines(value: list[CoverLine] | tuple[CoverLine, ...]) -> tuple[CoverLine, ...]:
    return items(value, CoverLine)


@record(kw_only=True)
class PublicationLayout(Layout):
    """The pages before the body, in order, the lines of the cover, and what is under them.

    ``document_control`` has the rows of the page of this name, before those that the document gives.
    """

    front: tuple[FrontPage, ...] = attrs.field(
        default=(FrontPage.COVER, FrontPage.CONTENTS, FrontPage.FOREWORD), converter=_front
    )
    cover: tuple[CoverLine, ...] = attrs.field(
        default=tuple(CoverLine(field=field) for field in CoverField), converter=_lines
    )
    document_control: tuple[ControlRow, ...] = attrs.field(default=(), converter=_control)

    cover_style: CoverGround = CoverGround.BAND

    def __attrs_post_init__(self) -> None:
        once("front", ((page.value,) for page in self.front))
        once("document_control", ((row.field.value,) for row in self.document_control))
        once("cover", ((line.field.value,) for line in self.cover if line.field))
        if FrontPage.COVER not in self.front:
            fact, hint = "the layout does not print the title", 'add "cover" to its `front`: the title is on the cover'
            raise ModelError(Code.NO_PLACE_FOR, fact, hint, ("front",))
        if self.cover and CoverField.TITLE not in [line.field for line in self.cover]:
            fact, hint = "the layout does not print the title", 'add "title" to its `cover`'
            raise ModelError(Code.NO_PLACE_FOR, fact, hint, ("cover",))
