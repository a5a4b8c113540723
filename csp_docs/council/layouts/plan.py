"""How a council prints a community safety plan: `layouts.plan` of a council template, as classes."""

from __future__ import annotations

from typing import ClassVar

import attrs

from csp_docs.council.layouts.items import ItemStyle, shows_title
from csp_docs.council.layouts.publication import PublicationLayout
from csp_docs.model import Achievement, CrossCuttingTheme, Priority
from csp_docs.model.values import Markdown
from csp_docs.records import record


@record(kw_only=True)
class ListedStyle(ItemStyle):
    """How items are printed in the body, and in lists: ``listed`` is the line for each."""

    listed: Markdown = attrs.field(default="{{ title }}", validator=shows_title)


class PriorityStyle(ListedStyle):
    """How priorities are printed."""

    __slots__ = ()

    kind: ClassVar[type] = Priority


class ThemeStyle(ListedStyle):
    """How cross-cutting themes are printed."""

    __slots__ = ()

    kind: ClassVar[type] = CrossCuttingTheme


class AchievementStyle(ItemStyle):
    """How achievements are printed."""

    __slots__ = ()

    kind: ClassVar[type] = Achievement


@record(kw_only=True)
class PlanLayout(PublicationLayout):
    """How a council prints a plan: the pages before the body, and the parts that are generated from the model."""

    priority: PriorityStyle = PriorityStyle()
    cross_cutting: ThemeStyle = ThemeStyle()
    achievement: AchievementStyle = AchievementStyle()
