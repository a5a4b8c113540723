"""The builder of the strategic assessment."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any, Self

from attrs import frozen

from csp_docs.builders.publication import PublicationBuilder
from csp_docs.model import Period, StrategicAssessment, Topic
from csp_docs.model.content import ContentItem


@frozen(repr=False)
class StrategicAssessmentBuilder(PublicationBuilder[StrategicAssessment]):
    """Builds a strategic assessment step by step."""

    def executive_summary(self, *content: ContentItem) -> Self:
        """Add to the words that open the assessment.

        >>> builder = strategic_assessment("Crime", council="harborough")
        >>> builder.executive_summary("Crime fell.").build().executive_summary
        ('Crime fell.',)
        """
        return self._more("executive_summary", content)

    def key_findings(self, *findings: str) -> Self:
        """Add key findings, each a text.

        >>> builder = strategic_assessment("Crime", council="harborough")
        >>> builder.key_findings("Burglary rose.").build().key_findings
        ('Burglary rose.',)
        """
        return self._more("key_findings", findings)

    def recommend(self, *recommendations: str) -> Self:
        """Add recommendations, each a text.

        >>> builder = strategic_assessment("Crime", council="harborough")
        >>> builder.recommend("Make it a priority.").build().recommendations
        ('Make it a priority.',)
        """
        return self._more("recommendations", recommendations)

    def topics(self, *topics: Topic) -> Self:
        """Add kinds of crime and disorder, each by the six questions of the standard template.

        >>> burglary = Topic("Burglary", trend=["It rose."])
        >>> builder = strategic_assessment("Crime", council="harborough")
        >>> builder.topics(burglary).build().topics[0].trend
        ('It rose.',)
        """
        return self._more("topics", topics)


def strategic_assessment(
    title: str, *, council: str | PathLike[str] | Mapping[str, Any], period: Period | str | int | None = None
) -> StrategicAssessmentBuilder:
    """Return a builder of a strategic assessment.

    (The Crime and Disorder (Formulation and Implementation of Strategy) Regulations 2007, regulations 5 to 7.)
    It holds a valid assessment from the start. ``council`` and ``period`` are as for ``plan``. Raises ModelError.

    >>> strategic_assessment("Crime in Anytown", council="harborough", period="2010/11").build().kind
    'strategic_assessment'
    """
    return StrategicAssessmentBuilder(StrategicAssessment(title, council=council, period=period))
