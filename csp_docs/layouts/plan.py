"""How a council prints a community safety plan: `layouts.plan` of a council template, as classes."""

from __future__ import annotations

from enum import Enum
from typing import Any, ClassVar

import attrs
from attrs import Attribute, frozen

from csp_docs.layouts.common import Layout
from csp_docs.model import Achievement, CrossCuttingTheme, Priority
from csp_docs.model.values import SHORT_FORM, Markdown, ModelError, items
from csp_docs.names import did_you_mean

_NO_PARTS = ("title", "heading", "labels")


class FrontPage(Enum):
    """Pages before the body."""

    COVER = "cover"
    FOREWORD = "foreword"
    BLANK_PAGE = "blank_page"
    CONTENTS = "contents"


class CoverField(Enum):
    """What a cover page may say."""

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


@frozen(kw_only=True)
class CoverLine:
    """A line of the cover page."""

    field: CoverField = attrs.field(metadata=SHORT_FORM)


@frozen(kw_only=True)
class ItemPart:
    """A part of a priority, a theme or an achievement, below ``label``; without one it has no heading.

    ``lead_in`` stands before the first words of the part, and of each item when the part is a list.
    """

    field: str = attrs.field(metadata=SHORT_FORM)
    label: Markdown = ""
    lead_in: Markdown = ""


def parts_of(kind: type) -> tuple[str, ...]:
    """Return the names of the parts that a priority, a theme or an achievement may have, in their usual order."""
    return tuple(field.name for field in attrs.fields(kind) if field.name not in _NO_PARTS)


def _parts(value: list[ItemPart] | tuple[ItemPart, ...]) -> tuple[ItemPart, ...]:
    return items(value, ItemPart)


@frozen(kw_only=True)
class ItemStyle:
    """The heading of each item of a ``kind``, and its parts in order."""

    kind: ClassVar[type]

    heading: Markdown = "{{ heading }}"
    parts: tuple[ItemPart, ...] = attrs.field(converter=_parts)

    @parts.default
    def _all(self) -> tuple[ItemPart, ...]:
        return tuple(ItemPart(field=name) for name in parts_of(self.kind))

    @parts.validator
    def _known(self, _: Attribute[Any], parts: tuple[ItemPart, ...]) -> None:
        known = parts_of(self.kind)
        for position, part in enumerate(parts):
            if part.field not in known:
                hint = did_you_mean(part.field, known, "known parts")
                raise ModelError(f'unknown part "{part.field}"', hint, ("parts", position, "field"))


@frozen(kw_only=True)
class ListedStyle(ItemStyle):
    """How items stand in the body, and in lists: ``listed`` is the line of each."""

    listed: Markdown = "{{ title }}"


@frozen(kw_only=True)
class PriorityStyle(ListedStyle):
    """How priorities are printed."""

    kind: ClassVar[type] = Priority


@frozen(kw_only=True)
class ThemeStyle(ListedStyle):
    """How cross-cutting themes are printed."""

    kind: ClassVar[type] = CrossCuttingTheme


@frozen(kw_only=True)
class AchievementStyle(ItemStyle):
    """How achievements are printed."""

    kind: ClassVar[type] = Achievement


def _front(value: list[FrontPage] | tuple[FrontPage, ...]) -> tuple[FrontPage, ...]:
    return items(value, FrontPage)


def _lines(value: list[CoverLine] | tuple[CoverLine, ...]) -> tuple[CoverLine, ...]:
    return items(value, CoverLine)


@frozen(kw_only=True)
class PlanLayout(Layout):
    """How a council prints a plan: the pages before the body, and the parts that are drawn from the model."""

    front: tuple[FrontPage, ...] = attrs.field(
        default=(FrontPage.COVER, FrontPage.FOREWORD, FrontPage.CONTENTS), converter=_front
    )
    cover: tuple[CoverLine, ...] = attrs.field(
        default=tuple(CoverLine(field=field) for field in CoverField), converter=_lines
    )
    priority: PriorityStyle = PriorityStyle()
    cross_cutting: ThemeStyle = ThemeStyle()
    achievement: AchievementStyle = AchievementStyle()
