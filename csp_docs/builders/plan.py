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
        """Add priorities, as ``priority(…)`` returns them.

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.priorities(priority("Burglary")).build().priorities[0].title
        'Burglary'
        """
        return self._more("priorities", priorities)

    def cross_cutting(self, *themes: CrossCuttingTheme) -> Self:
        """Add what is considered under every priority.

        >>> theme = CrossCuttingTheme("Drugs", actions=["Fund treatment"])
        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.cross_cutting(theme).build().cross_cutting[0].actions
        ('Fund treatment',)
        """
        return self._more("cross_cutting", themes)

    def achievements(self, *achievements: Achievement) -> Self:
        """Add what was promised before, and what came of it.

        >>> kept = Achievement("Burglary", pledges=["Cut it"], outcomes=["It fell by 11%"])
        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.achievements(kept).build().achievements[0].outcomes
        ('It fell by 11%',)
        """
        return self._more("achievements", achievements)

    def partners(self, *partners: Partner) -> Self:
        """Add bodies that take part (those of the Crime and Disorder Act 1998, section 5, and others).

        >>> builder = plan("Safer Anytown", council="harborough")
        >>> builder.partners(Partner("Police")).build().partners[0].name
        'Police'
        """
        return self._more("partners", partners)


def plan(
    title: str, *, council: str | PathLike[str] | Mapping[str, Any], period: Period | str | int | None = None
) -> PlanBuilder:
    """Return a builder of a community safety plan (Crime and Disorder Act 1998, section 6).

    It holds a valid plan from the start. ``council`` is the name of a template, the path of one, or a template itself.
    ``period`` is such as ``2011-2014`` or ``2013/14``. Raises ModelError for what is not a period.

    >>> plan("Safer Anytown", council="harborough", period="2013/14").build().period.financial
    True
    """
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
    """Return a priority; what follows its title says why it is one.

    ``heading`` takes the place of the title in the heading of its section. ``measures`` are texts, or measures for a
    table. ``labels`` override those of the council's layout, by the names of parts. Raises ModelError.

    >>> priority("Burglary", "It rose by 4%.", aims=["Fewer burglaries"]).why
    ('It rose by 4%.',)
    """
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
