"""How a council prints each kind of document: the `layouts` of a council template, as classes."""

from csp_docs.council.layouts.common import (
    AppendixStyle,
    ContentsStyle,
    FirstPage,
    Layout,
    LogoPlace,
    NewPage,
    NumberingStyle,
    Patterns,
    RunningLine,
)
from csp_docs.council.layouts.highlight_report import (
    HighlightFact,
    HighlightLayout,
    HighlightPart,
    PartStyle,
)
from csp_docs.council.layouts.items import ItemPart, ItemStyle, parts_of
from csp_docs.council.layouts.plan import AchievementStyle, ListedStyle, PlanLayout, PriorityStyle, ThemeStyle
from csp_docs.council.layouts.publication import ControlRow, CoverField, CoverLine, FrontPage, PublicationLayout
from csp_docs.council.layouts.report import (
    CabinetLayout,
    CoverStyle,
    HighlightsStyle,
    OptionsIn,
    OptionsStyle,
    Part,
    RecommendationStyle,
    ReportLayout,
    ScrutinyLayout,
)
from csp_docs.council.layouts.rows import CoverRow, HeaderLine, PartsIn, RowPart, fields_of
from csp_docs.council.layouts.strategic_assessment import AssessmentLayout, TopicStyle

__all__ = [
    "AchievementStyle",
    "AppendixStyle",
    "AssessmentLayout",
    "CabinetLayout",
    "ContentsStyle",
    "ControlRow",
    "CoverField",
    "CoverLine",
    "CoverRow",
    "CoverStyle",
    "FirstPage",
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
    "LogoPlace",
    "NewPage",
    "NumberingStyle",
    "OptionsIn",
    "OptionsStyle",
    "Part",
    "PartStyle",
    "PartsIn",
    "Patterns",
    "PlanLayout",
    "PriorityStyle",
    "PublicationLayout",
    "RecommendationStyle",
    "ReportLayout",
    "RowPart",
    "RunningLine",
    "ScrutinyLayout",
    "ThemeStyle",
    "TopicStyle",
    "fields_of",
    "parts_of",
]
