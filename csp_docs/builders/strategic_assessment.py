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
        """Add to the words that open the assessment."""
        return self._more("executive_summary", content)

    def key_findings(self, *findings: str) -> Self:
        """Add key findings."""
        return self._more("key_findings", findings)

    def recommend(self, *recommendations: str) -> Self:
        """Add recommendations."""
        return self._more("recommendations", recommendations)

    def topics(self, *topics: Topic) -> Self:
        """Add kinds of crime and disorder, each with answers to the questions of the standard template."""
        return self._more("topics", topics)


def strategic_assessment(
    title: str, *, council: str | PathLike[str] | Mapping[str, Any], period: Period | str | None = None
) -> StrategicAssessmentBuilder:
    """Return a builder that holds a valid assessment: its title, its council and its period (``2010/11``)."""
    return StrategicAssessmentBuilder(StrategicAssessment(title, council=council, period=period))
