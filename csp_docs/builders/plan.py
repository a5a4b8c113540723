"""The builder of the community safety plan."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any, Self, TypeAlias

from attrs import frozen

from csp_docs.builders.publication import PublicationBuilder
from csp_docs.model import Achievement, CrossCuttingTheme, Partner, Period, Plan, Priority
from csp_docs.model.content import ContentItem
from csp_docs.model.measures import TextsOrMeasures

Texts: TypeAlias = list[str] | tuple[str, ...]
Content: TypeAlias = list[ContentItem] | tuple[ContentItem, ...]


@frozen(repr=False)
class PlanBuilder(PublicationBuilder[Plan]):
    """Builds a plan step by step."""

    def priorities(self, *priorities: Priority) -> Self:
        """Add priorities."""
        return self._more("priorities", priorities)

    def cross_cutting(self, *themes: CrossCuttingTheme) -> Self:
        """Add what is considered under every priority."""
        return self._more("cross_cutting", themes)

    def achievements(self, *achievements: Achievement) -> Self:
        """Add what was promised before, and what came of it."""
        return self._more("achievements", achievements)

    def partners(self, *partners: Partner) -> Self:
        """Add bodies that take part."""
        return self._more("partners", partners)


def plan(
    title: str, *, council: str | PathLike[str] | Mapping[str, Any], period: Period | str | None = None
) -> PlanBuilder:
    """Return a builder that holds a valid plan: its title, its council and its period (``2011-2014``, ``2013/14``)."""
    return PlanBuilder(Plan(title, council=council, period=period))


def priority(
    title: str,
    *why: ContentItem,
    heading: str = "",
    summary: str = "",
    aims: Texts = (),
    objectives: Texts = (),
    actions: Texts = (),
    focus: Texts = (),
    groups: Texts = (),
    measures: TextsOrMeasures = (),
    lead_agency: Content = (),
    support: Content = (),
    labels: Mapping[str, str] | None = None,
) -> Priority:
    """Return a priority; what follows its title says why it is one."""
    return Priority(
        title,
        heading=heading,
        summary=summary,
        why=why,
        aims=aims,
        objectives=objectives,
        actions=actions,
        focus=focus,
        groups=groups,
        measures=measures,
        lead_agency=lead_agency,
        support=support,
        labels=labels or {},
    )
