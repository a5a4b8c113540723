"""How a council prints a strategic assessment: `layouts.strategic_assessment` of a council template, as classes."""

from __future__ import annotations

from typing import ClassVar

import attrs

from csp_docs.council.layouts.items import ItemStyle
from csp_docs.council.layouts.publication import PublicationLayout
from csp_docs.council.layouts.report import RecommendationStyle
from csp_docs.model import Topic
from csp_docs.records import record


@record(kw_only=True)
class TopicStyle(ItemStyle):
    """How topics are printed: the standard template of questions."""

    kind: ClassVar[type] = Topic


@record(kw_only=True)
class AssessmentLayout(PublicationLayout):
    """How a council prints a strategic assessment."""

    recommendations: RecommendationStyle = attrs.field(factory=RecommendationStyle)
    topics: TopicStyle = TopicStyle()
