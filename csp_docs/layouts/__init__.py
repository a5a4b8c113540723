"""How a council prints each kind of document: the `layouts` of a council template, as classes."""

from csp_docs.layouts.common import SHORT_FORM, AppendixStyle, ContentsStyle, Layout, NumberingStyle, Patterns
from csp_docs.layouts.plan import (
    AchievementStyle,
    CoverField,
    CoverLine,
    FrontPage,
    ItemPart,
    ItemStyle,
    ListedStyle,
    PlanLayout,
    PriorityStyle,
    ThemeStyle,
    parts_of,
)
from csp_docs.layouts.report import CoverRow, CoverStyle, HeaderLine, Part, RecommendationStyle, ReportLayout

__all__ = [
    "SHORT_FORM",
    "AchievementStyle",
    "AppendixStyle",
    "ContentsStyle",
    "CoverField",
    "CoverLine",
    "CoverRow",
    "CoverStyle",
    "FrontPage",
    "HeaderLine",
    "ItemPart",
    "ItemStyle",
    "Layout",
    "ListedStyle",
    "NumberingStyle",
    "Part",
    "Patterns",
    "PlanLayout",
    "PriorityStyle",
    "RecommendationStyle",
    "ReportLayout",
    "ThemeStyle",
    "parts_of",
]
