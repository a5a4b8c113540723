"""The community safety plan."""

from __future__ import annotations

from typing import ClassVar

from attrs import field

from csp_docs.model.checked import model_record
from csp_docs.model.content import ContentItem, content_items
from csp_docs.model.measures import TextOrMeasure, texts_or_measures
from csp_docs.model.publication import Publication
from csp_docs.model.values import NAMING, Markdown, items, said, texts, words


@model_record
class Priority:
    """A priority of the partnership. ``labels`` override the council's labels, by the names of the parts.

    ``heading`` replaces the title in the heading of its section. ``measures`` are texts, or measures for a table.
    """

    title: Markdown = field(validator=said, metadata=NAMING)
    heading: Markdown = field(default="", kw_only=True, metadata=NAMING)
    summary: Markdown = field(default="", kw_only=True)
    why: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    aims: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    objectives: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    actions: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    focus: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    groups: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    measures: tuple[TextOrMeasure, ...] = field(default=(), converter=texts_or_measures, kw_only=True)
    lead_agency: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    support: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    labels: dict[str, Markdown] = field(factory=dict, converter=words, kw_only=True, metadata=NAMING)


@model_record
class CrossCuttingTheme:
    """A theme that is considered under every priority."""

    title: Markdown = field(validator=said, metadata=NAMING)
    summary: Markdown = field(default="", kw_only=True)
    actions: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)


@model_record
class Achievement:
    """An earlier promise and its result. ``labels`` override the council's labels."""

    heading: Markdown = field(validator=said, metadata=NAMING)
    pledges: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    outcomes: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)
    labels: dict[str, Markdown] = field(factory=dict, converter=words, kw_only=True, metadata=NAMING)


@model_record
class Partner:
    """A body in the partnership; ``under`` is the name of the partner that it belongs to."""

    name: Markdown = field(validator=said)
    role: tuple[ContentItem, ...] = field(default=(), converter=content_items, kw_only=True)
    under: str = field(default="", kw_only=True)
    members: tuple[Markdown, ...] = field(default=(), converter=texts, kw_only=True)


def _priorities(value: list[Priority] | tuple[Priority, ...]) -> tuple[Priority, ...]:
    return items(value, Priority)


def _themes(value: list[CrossCuttingTheme] | tuple[CrossCuttingTheme, ...]) -> tuple[CrossCuttingTheme, ...]:
    return items(value, CrossCuttingTheme)


def _achievements(value: list[Achievement] | tuple[Achievement, ...]) -> tuple[Achievement, ...]:
    return items(value, Achievement)


def _partners(value: list[Partner] | tuple[Partner, ...]) -> tuple[Partner, ...]:
    return items(value, Partner)


@model_record(kw_only=True)
class Plan(Publication):
    """A plan or strategy of a community safety partnership (Crime and Disorder Act 1998, section 6)."""

    kind: ClassVar[str] = "plan"

    priorities: tuple[Priority, ...] = field(default=(), converter=_priorities)
    cross_cutting: tuple[CrossCuttingTheme, ...] = field(default=(), converter=_themes)
    achievements: tuple[Achievement, ...] = field(default=(), converter=_achievements)
    partners: tuple[Partner, ...] = field(default=(), converter=_partners)
