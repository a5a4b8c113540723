"""How a council prints each kind of document: the `layouts` of a council template, as classes."""

from csp_docs.layouts.common import AppendixStyle, ContentsStyle, Layout, NumberingStyle, Patterns
from csp_docs.layouts.highlight_report import HighlightFact, HighlightLayout, HighlightPart, PartStyle, fields_of
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
from csp_docs.layouts.report import (
    CoverRow,
    CoverStyle,
    HeaderLine,
    HighlightsStyle,
    Part,
    RecommendationStyle,
    ReportLayout,
    ScrutinyLayout,
)

__all__ = [
    "AchievementStyle",
    "AppendixStyle",
    "ContentsStyle",
    "CoverField",
    "CoverLine",
    "CoverRow",
    "CoverStyle",
    "FrontPage",
    "HeaderLine",
    "HighlightFact",
    "HighlightLayout",
    "HighlightPart",
    "HighlightsStyle",
    "ItemPart",
    "ItemStyle",
    "Layout",
    "ListedStyle",
    "NumberingStyle",
    "Part",
    "PartStyle",
    "Patterns",
    "PlanLayout",
    "PriorityStyle",
    "RecommendationStyle",
    "ReportLayout",
    "ScrutinyLayout",
    "ThemeStyle",
    "fields_of",
    "parts_of",
]
